package dev.connectorkit.filter.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectorkit.filter.FilterCompiler;
import dev.connectorkit.filter.internal.Counting;
import dev.connectorkit.filter.internal.grammar.FilterExpressionLexer;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Counts what the parser reads of texts that are made to keep it busy. */
class ParsingWorkTest {
    private static final int SMALLEST = 4 * 1024;

    static Stream<String> shapes() {
        return Stream.of(
                "(",
                ")",
                "!",
                "((a))||",
                "!".repeat(40) + "a && ",
                "(".repeat(40) + "a" + ")".repeat(40) + " || ",
                "a||",
                "a == 1 || ",
                "a == 1 && b != 2 || ",
                "a < ",
                "a.b.c == ",
                "a.",
                "a.contains(\"b\") || ",
                "a.containsAll(\"b\", \"c\") && ",
                "a.b(",
                "a.b(a.b(c)) || ",
                "a[(",
                "{",
                "\"",
                "'",
                "`",
                "\"b\" == a || ",
                "\"\\\"",
                "\\\"",
                "\\\"a",
                "\\\"\\'",
                "\u201c",
                "\u201c\n",
                "a in [1] or ",
                "not a and ",
                "a ? b : ",
                "1",
                "1 ",
                "1e",
                "a == 0x1F || ",
                "#",
                "\ud83d\ude00 ");
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void work_grows_with_the_length_and_no_faster(String shape) {
        for (int length = SMALLEST; length < FilterCompiler.DEFAULT_MAX_LENGTH; length *= 2) {
            long once = work(text(shape, length));
            long twice = work(text(shape, 2 * length));

            assertThat(twice)
                    .as("reads for %d characters of %s, after %d for half as many", 2 * length, shape, once)
                    .isLessThan(once * 22 / 10);
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void each_character_is_read_a_few_times_only(String shape) {
        assertThat(work(text(shape, FilterCompiler.DEFAULT_MAX_LENGTH)) / FilterCompiler.DEFAULT_MAX_LENGTH)
                .isLessThan(40);
    }

    private static String text(String shape, int length) {
        return shape.repeat(length / shape.length() + 1).substring(0, length);
    }

    /** Does what the parser does for a text that may turn out to be faulty, nesting limit aside, and counts. */
    private static long work(String text) {
        var counting = new Counting();
        var lexer = new FilterExpressionLexer(counting.characters(new Utf16CharStream(text)));
        var tokens = counting.list(FilterParser.read(lexer));
        var nesting = new Nesting(FilterCompiler.DEFAULT_MAX_NESTING);
        if (nesting.firstBeyondLimit(tokens) < 0) {
            if (!nesting.hasCallInCall()) {
                FilterParser.parse(tokens, lexer);
            }
            var mended = counting.list(new SyntaxRepair(text, tokens, new ArrayList<>()).repair());
            FilterParser.parse(mended, lexer);
        }
        return counting.reads();
    }
}
