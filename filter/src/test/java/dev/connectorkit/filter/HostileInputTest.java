package dev.connectorkit.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectorkit.filter.diagnostic.Issue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of the largest size, repeating what costs a careless parser its stack or an afternoon. */
class HostileInputTest {

    private static final long SMALL_STACK = 512 * 1024;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                ")",
                "!",
                "((",
                "()",
                "(a)",
                "!(",
                "(!",
                "a ",
                "a||",
                "a && ",
                "a==",
                "a == 1 || ",
                "a != 1 && ",
                "a < ",
                "\"",
                "'",
                "`",
                "\\\"",
                "\\\"\\'",
                "“",
                "“\n",
                "“ \" ",
                "a.",
                ".",
                "..",
                "a.b(",
                "a.b(a.b",
                "a.contains(",
                "a.containsAll({",
                "{",
                "[",
                "{[",
                "({[",
                "a[",
                "a[(",
                "1",
                "1 ",
                "-1",
                "1e",
                "1.",
                "?",
                "a?b:",
                ":",
                ";",
                ",",
                "not ",
                "a and ",
                "and ",
                "a not a == 1 ",
                "a in [",
                "a in [1] or ",
                "=",
                "&",
                "<>",
                "a-",
                "/",
                "//",
                "\\",
                "\"\\q",
                "a.isnull()||",
                "a.contains()||",
                "!a==b||",
                "😀",
                "é",
                "\u00A0",
                "\n",
                "isNull(a)||",
                "a == \"x\" || (",
                "a == 0x1F || "
            })
    void the_largest_text_costs_neither_stack_nor_patience(String unit) throws InterruptedException {
        int times = FilterCompiler.DEFAULT_MAX_LENGTH / unit.length();
        String text = unit.repeat(times);
        List<FilterResult> results = new ArrayList<>();

        var thread = new Thread(
                null,
                () -> {
                    for (String variant : List.of(text, text.substring(0, text.length() - unit.length()) + "a")) {
                        FilterResult result = FilterCompiler.standard().compile(variant);
                        assertThat(result.issues()).hasSizeLessThanOrEqualTo(100);
                        if (!result.hasErrors()) {
                            result.filter().matches(Map.of("a", 1));
                        }
                        results.add(result);
                    }
                },
                "small stack",
                SMALL_STACK);
        thread.start();
        thread.join();

        assertThat(results).hasSize(2);
        assertThat(results)
                .allSatisfy(result -> assertThat(result.issues())
                        .allSatisfy(issue -> assertThat(issue).isInstanceOf(Issue.class)));
    }
}
