package dev.connectorkit.dsl.spec.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SyntaxTest {
    /** The cases of {@code syntax.txt}: a text, and where and why it is no JSON. */
    @TestFactory
    Stream<DynamicTest> what_is_no_json_gets_a_position_and_a_cause() {
        return Arrays.stream(LintRulesTest.resource("syntax.txt").split("(?m)^== "))
                .skip(1)
                .map(text -> text.split("(?m)^---\n", -1))
                .map(parts -> dynamicTest(
                        parts[0].strip(), () -> assertThat(syntax(parts[1])).isEqualTo(parts[2].strip())));
    }

    @Test
    void a_byte_order_mark_is_named_and_the_rest_is_checked() {
        assertThat(syntax("\uFEFF" + LintRulesTest.resource("clean.json")))
                .isEqualTo("1:1: error: the text starts with a byte order mark; save the file as UTF-8 without one"
                        + " [not-json]");
    }

    @Test
    void an_empty_text_is_named() {
        assertThat(syntax(" \n")).isEqualTo("1:1: error: the text is empty [not-json]");
    }

    @Test
    void line_endings_of_windows_are_an_information() {
        var report = SpecLint.check(LintRulesTest.resource("clean.json").replace("\n", "\r\n"));

        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(LintRule.CRLF_LINE_ENDINGS);
            assertThat(finding.severity()).isEqualTo(Severity.INFORMATION);
        });
    }

    @Test
    void a_file_with_a_slip_is_checked_to_the_end() {
        var text = LintRulesTest.resource("clean.json")
                .replace("\"std:entitlement:list\"", "\"std:entitlement:lst\", // all of them");

        assertThat(SpecLint.check(text).findings().stream().map(Finding::rule))
                .containsExactly(
                        LintRule.UNKNOWN_COMMAND,
                        LintRule.NOT_JSON,
                        LintRule.NOT_JSON,
                        LintRule.UNUSED_ENTITLEMENT_SCHEMA);
    }

    @Test
    void a_merge_conflict_is_read_with_our_side() {
        var text = LintRulesTest.resource("clean.json")
                .replace(
                        "  \"keyType\": \"simple\",\n",
                        "<<<<<<< HEAD\n  \"keyType\": \"simple\",\n||||||| base\n=======\n  \"keyType\": 1,\n>>>>>>> x\n");

        assertThat(SpecLint.check(text).findings().stream().map(Finding::toString))
                .containsExactly("3:1: error: a merge conflict has not been resolved; keep one side and remove the"
                        + " markers [not-json]");
    }

    @Test
    void a_member_that_occurs_twice_is_an_error_at_its_second_place() {
        var text = "{\n  \"name\": \"a\",\n  \"name\": \"b\"\n}";

        assertThat(SpecLint.check(text).findings().stream().map(Finding::toString))
                .contains("3:3: error: `name` occurs twice in one object; the first is lost; remove one"
                        + " [duplicate-member]");
    }

    @Property(tries = 300)
    void any_text_gets_a_report(@ForAll String text) {
        assertThat(SpecLint.check(text).findings()).isNotEmpty();
    }

    @Property(tries = 200)
    void a_spec_cut_off_anywhere_gets_a_report_that_says_so(@ForAll double share) {
        var clean = LintRulesTest.resource("clean.json").strip();
        int end = (int) (Math.abs(share % 1) * (clean.length() - 1));

        assertThat(SpecLint.check(clean.substring(0, end)).findings().stream().map(Finding::rule))
                .contains(LintRule.NOT_JSON);
    }

    private static String syntax(String text) {
        return SpecLint.check(text).findings().stream()
                .filter(finding -> finding.rule() == LintRule.NOT_JSON || finding.rule() == LintRule.NOT_AN_OBJECT)
                .map(Finding::toString)
                .collect(Collectors.joining("\n"));
    }
}
