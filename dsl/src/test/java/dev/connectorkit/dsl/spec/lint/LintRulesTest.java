package dev.connectorkit.dsl.spec.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.connectorkit.dsl.internal.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Holds every rule against the cases of {@code rules.txt}: a JSON Patch that spoils (or oddly but legally changes) a clean
 * spec, and every finding of the result. A clean spec has none, so each case shows that all other rules stay silent.
 */
class LintRulesTest {
    /** Rules about the text rather than its values; {@link SyntaxTest} has their cases. */
    private static final Set<LintRule> ABOUT_THE_TEXT =
            Set.of(LintRule.NOT_JSON, LintRule.NOT_AN_OBJECT, LintRule.DUPLICATE_MEMBER, LintRule.CRLF_LINE_ENDINGS);

    record Case(String name, String patch, String expected) {
        String findings() {
            var clean = (JsonObject) Json.parse(resource("clean.json"));
            var changed =
                    Json.provider().createPatch(Json.parse(patch).asJsonArray()).apply(clean);
            return SpecLint.check(changed.toString()).findings().stream()
                    .map(finding -> (finding.pointer().isEmpty() ? "(root)" : finding.pointer()) + " "
                            + finding.toString().replaceFirst("^\\d+:\\d+: ", ""))
                    .collect(Collectors.joining("\n"));
        }
    }

    @Test
    void a_clean_spec_has_no_findings() {
        assertThat(SpecLint.check(resource("clean.json")).findings()).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> every_mistake_is_found_and_nothing_else() {
        return cases().stream()
                .map(it ->
                        dynamicTest(it.name(), () -> assertThat(it.findings()).isEqualTo(it.expected())));
    }

    @Test
    void every_rule_has_a_case() {
        var found = cases().stream().map(Case::expected).collect(Collectors.joining("\n"));
        var shown = EnumSet.allOf(LintRule.class);
        shown.removeAll(ABOUT_THE_TEXT);

        assertThat(shown).allSatisfy(rule -> assertThat(found).contains("[" + rule.code() + "]"));
    }

    @Test
    void codes_are_unique() {
        assertThat(Arrays.stream(LintRule.values()).map(LintRule::code)).doesNotHaveDuplicates();
    }

    private static List<Case> cases() {
        return Arrays.stream(resource("rules.txt").split("(?m)^# "))
                .skip(1)
                .map(LintRulesTest::read)
                .toList();
    }

    private static Case read(String text) {
        var parts = text.split("(?m)^---$", -1);
        var lines = parts[0].strip().split("\n", 2);
        return new Case(lines[0], "[" + lines[1].strip().replace("\n", ",") + "]", parts[1].strip());
    }

    static String resource(String name) {
        try (var in = Objects.requireNonNull(LintRulesTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
