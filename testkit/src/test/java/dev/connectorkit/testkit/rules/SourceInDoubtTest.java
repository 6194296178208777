package dev.connectorkit.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectorkit.dsl.internal.json.Json;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import org.junit.jupiter.api.Test;

/** Where a fault of the connector and a habit of the source look alike, the kit asks, and blames nobody. */
class SourceInDoubtTest {

    @Test
    void a_source_that_cuts_blanks_off_everywhere_is_asked_about() {
        var trimming = new Reference();
        ChangeMutants.changes(
                trimming,
                changes -> changes.stream()
                        .map(change -> change.containsKey("value")
                                ? Inputs.with(change, "value", trimmed(change.get("value")))
                                : change)
                        .toList());
        ChangeMutants.created(trimming, attributes -> {
            var trimmed = Json.object();
            attributes.forEach((name, value) -> trimmed.add(name, trimmed(value)));
            return trimmed.build();
        });

        var report = trimming.validation()
                .only("create.maximal", "update.set", "update.in-order", "update.to-the-letter")
                .run();

        assertThat(report.with(RuleStatus.FAILED)).singleElement().satisfies(rule -> {
            assertThat(rule.rule()).isEqualTo("update.to-the-letter");
            assertThat(rule.isFault()).isFalse();
            assertThat(rule.message())
                    .endsWith("is it the source that cuts blanks off, or takes capitals and small letters, or two ways"
                            + " to write an accent, for the same? Then this is its habit, and no fault of the"
                            + " connector");
        });
    }

    private static JsonValue trimmed(JsonValue value) {
        return value instanceof JsonString text ? Json.text(text.getString().strip()) : value;
    }
}
