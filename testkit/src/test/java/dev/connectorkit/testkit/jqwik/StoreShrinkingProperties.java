package dev.connectorkit.testkit.jqwik;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.testkit.jqwik.StoreCommand.Delete;
import dev.connectorkit.testkit.jqwik.StoreCommand.ExternalPut;
import dev.connectorkit.testkit.jqwik.StoreCommand.Flush;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Shrinkable;

/** Whatever large value a property fails with, what its author reads is the smallest that fails. */
class StoreShrinkingProperties {

    /** Returns what the first failing sample shrinks to. */
    private static <T> T smallest(Arbitrary<T> arbitrary, long seed, Predicate<T> failing) {
        var generator = arbitrary.generator(1_000);
        var random = new Random(seed);
        Shrinkable<T> sample = generator.next(random);
        while (!failing.test(sample.value())) {
            sample = generator.next(random);
        }
        for (var smaller = smaller(sample, failing); smaller.isPresent(); smaller = smaller(sample, failing)) {
            sample = smaller.get();
        }
        return sample.value();
    }

    private static <T> Optional<Shrinkable<T>> smaller(Shrinkable<T> sample, Predicate<T> failing) {
        return sample.shrink()
                .filter(candidate -> failing.test(candidate.value()))
                .findFirst();
    }

    @Property(tries = 5, seed = "1")
    void any_value_shrinks_to_null(@ForAll long seed) {
        assertThat(smallest(JsonValues.values(), seed, value -> true)).isEqualTo(JsonValue.NULL);
    }

    @Property(tries = 5, seed = "1")
    void an_object_shrinks_to_the_member_that_matters(@ForAll long seed) {
        var smallest =
                smallest(JsonValues.values(), seed, value -> value instanceof JsonObject object && !object.isEmpty());

        assertThat(Json.toText(smallest)).isEqualTo("{\"a\":null}");
    }

    @Property(tries = 5, seed = "1")
    void a_deep_value_shrinks_to_its_depth(@ForAll long seed) {
        var smallest = smallest(JsonValues.values(), seed, value -> depth(value) >= 3);

        assertThat(depth(smallest)).isEqualTo(3);
        assertThat(Json.toText(smallest)).hasSizeLessThan(25);
    }

    @Property(tries = 5, seed = "1")
    void text_shrinks_to_a_harmless_letter(@ForAll long seed) {
        assertThat(smallest(JsonValues.texts(), seed, text -> !text.isEmpty())).hasSizeLessThan(2);
    }

    @Property(tries = 5, seed = "1")
    void a_near_miss_shrinks_to_two_scalars(@ForAll long seed) {
        var smallest = smallest(JsonValues.nearMisses(), seed, pair -> true);

        assertThat(Json.toText(smallest.one())).isEqualTo("null");
        assertThat(Json.toText(smallest.other())).isEqualTo("false");
    }

    @Property(tries = 5, seed = "1")
    void a_config_shrinks_to_one_stored_value(@ForAll long seed) {
        var smallest = smallest(
                StoreEdits.configs(),
                seed,
                config -> config.get("connectorAttributes") instanceof JsonObject stored
                        && stored.values().stream().anyMatch(JsonString.class::isInstance));

        assertThat(Json.toText(smallest))
                .isEqualTo("{\"baseUrl\":\"https://api.example.com\",\"a\":\"\",\"connectorAttributes\":{\"a\":\"\"}}");
    }

    @Property(tries = 5, seed = "1")
    void a_run_shrinks_to_the_commands_that_matter(@ForAll long seed) {
        var smallest = smallest(
                StoreEdits.interleavings(),
                seed,
                run -> run.commands().stream().anyMatch(Delete.class::isInstance)
                        && run.commands().stream().anyMatch(Flush.class::isInstance));

        assertThat(smallest.commands()).hasSize(2).contains(new Delete(0), new Flush());
        assertThat(smallest.initial()).isEmpty();
        assertThat(smallest.isFrozen()).isFalse();
        assertThat(smallest.keys()).contains("a");
    }

    @Property(tries = 5, seed = "1")
    void an_edit_by_another_shrinks_to_the_first_key_and_value(@ForAll long seed) {
        var smallest = smallest(
                StoreEdits.interleavings(),
                seed,
                run -> run.commands().stream().anyMatch(ExternalPut.class::isInstance));

        assertThat(smallest.commands()).containsExactly(new ExternalPut(0, 0, true));
    }

    private static int depth(JsonValue value) {
        if (value instanceof JsonObject object) {
            return 1
                    + object.values().stream()
                            .mapToInt(StoreShrinkingProperties::depth)
                            .max()
                            .orElse(0);
        }
        if (value instanceof JsonArray array) {
            return 1
                    + array.stream()
                            .mapToInt(StoreShrinkingProperties::depth)
                            .max()
                            .orElse(0);
        }
        return 0;
    }
}
