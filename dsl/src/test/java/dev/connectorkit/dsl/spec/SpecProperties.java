package dev.connectorkit.dsl.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.spec.lint.SpecLint;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Laws that hold for any JSON object, from a well-made spec to one with a member spoilt here and there. */
class SpecProperties {
    private static final List<JsonValue> ODDITIES = List.of(
            JsonValue.NULL,
            JsonValue.TRUE,
            JsonValue.FALSE,
            JsonValue.EMPTY_JSON_OBJECT,
            JsonValue.EMPTY_JSON_ARRAY,
            Json.text(""),
            Json.text("true"),
            Json.text("\uD800 lone"),
            Json.provider().createValue(1),
            Json.provider().createValue(new BigDecimal("1.0")),
            Json.provider().createValue(new BigDecimal("1e400")),
            Json.array().add("text").add(JsonValue.NULL).build(),
            Json.object().add("type", "section").add("odd", 1).build());

    /** A spec in which about one value in {@code spread} is replaced, dropped or joined by a stranger. */
    private static JsonObject spoilt(long seed, int spread) {
        return new Spoiler(new Random(seed), spread).object(ConnectorSpecTest.EVERYTHING.toJson());
    }

    private record Spoiler(Random random, int spread) {
        private boolean strikes() {
            return random.nextInt(spread) == 0;
        }

        private JsonValue oddity() {
            return ODDITIES.get(random.nextInt(ODDITIES.size()));
        }

        JsonObject object(JsonObject object) {
            var builder = Json.object();
            object.forEach((name, value) -> {
                if (!strikes()) {
                    builder.add(name, value(value));
                }
                if (strikes()) {
                    builder.add(name + "X", oddity());
                }
            });
            return builder.build();
        }

        private JsonValue value(JsonValue value) {
            if (strikes()) {
                return oddity();
            }
            if (value instanceof JsonObject object) {
                return object(object);
            }
            if (value instanceof JsonArray array) {
                var builder = Json.array();
                array.forEach(element -> builder.add(value(element)));
                return builder.build();
            }
            return value;
        }
    }

    private static JsonValue shuffled(JsonValue value, Random random) {
        if (value instanceof JsonObject object) {
            var names = new ArrayList<>(object.keySet());
            Collections.shuffle(names, random);
            var builder = Json.object();
            names.forEach(name -> builder.add(name, shuffled(object.getOrDefault(name, JsonValue.NULL), random)));
            return builder.build();
        }
        if (value instanceof JsonArray array) {
            var builder = Json.array();
            array.forEach(element -> builder.add(shuffled(element, random)));
            return builder.build();
        }
        return value;
    }

    @Property(tries = 150)
    void nothing_is_lost_between_reading_and_writing(
            @ForAll long seed, @ForAll @IntRange(min = 3, max = 200) int spread) {
        var read = spoilt(seed, spread);

        assertThat(ConnectorSpec.of(read).toJson()).isEqualTo(read);
    }

    @Property(tries = 60)
    void the_text_reads_as_the_same_value(@ForAll long seed, @ForAll @IntRange(min = 3, max = 200) int spread) {
        var spec = ConnectorSpec.of(spoilt(seed, spread));

        assertThat(ConnectorSpec.parse(spec.toText()).toJson()).isEqualTo(spec.toJson());
    }

    @Property(tries = 60)
    void writing_does_not_depend_on_the_order_of_members(
            @ForAll long seed, @ForAll @IntRange(min = 3, max = 200) int spread) {
        var read = spoilt(seed, spread);
        var otherOrder = shuffled(read, new Random(seed)).asJsonObject();

        assertThat(ConnectorSpec.of(otherOrder).toText())
                .isEqualTo(ConnectorSpec.of(read).toText());
    }

    @Property(tries = 80)
    void a_difference_is_found_if_and_only_if_there_is_one(
            @ForAll long seed, @ForAll long otherSeed, @ForAll @IntRange(min = 20, max = 2000) int spread) {
        var older = ConnectorSpec.of(spoilt(seed, spread));
        var newer = ConnectorSpec.of(spoilt(otherSeed, spread));

        assertThat(SpecDiff.between(older, newer).changes().isEmpty())
                .isEqualTo(older.toJson().equals(newer.toJson()));
    }

    @Property(tries = 60)
    void whatever_is_spoilt_the_lint_reports_within_the_text(
            @ForAll long seed, @ForAll @IntRange(min = 3, max = 50) int spread) {
        var text = ConnectorSpec.of(spoilt(seed, spread)).toText();
        var lines = text.lines().toList();

        assertThat(SpecLint.check(text).findings()).allSatisfy(finding -> {
            assertThat(finding.line()).isBetween(1, lines.size());
            assertThat(finding.column())
                    .isBetween(1, lines.get(finding.line() - 1).length() + 1);
        });
    }
}
