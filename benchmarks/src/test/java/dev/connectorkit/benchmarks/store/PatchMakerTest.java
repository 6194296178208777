package dev.connectorkit.benchmarks.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectorkit.dsl.internal.json.Json;
import jakarta.json.JsonObject;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatchMakerTest {

    @ParameterizedTest
    @ValueSource(ints = {10, 1_000, 3_000})
    void every_maker_leads_from_one_document_to_the_other_and_ours_with_the_fewest_operations(int keys) {
        var documents = Documents.of(keys);
        var before = Documents.config(documents.before());
        var after = Documents.config(documents.after());
        var ours = PatchMaker.CONNECTORKIT.on(documents).operations();

        for (PatchMaker maker : PatchMaker.values()) {
            var operations = maker.on(documents).operations();

            assertThat(Json.provider().createPatch(operations).apply(before))
                    .as(maker.name())
                    .isEqualTo(after);
            assertThat(operations.getValuesAs(JsonObject.class))
                    .as(maker.name())
                    .hasSizeGreaterThanOrEqualTo(ours.size())
                    .allMatch(operation -> Set.of("add", "replace", "remove").contains(operation.getString("op")));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 1_000, 3_000})
    void one_key_in_a_hundred_changes(int keys) {
        var documents = Documents.of(keys);

        assertThat(documents.changed()).hasSize(Math.max(1, keys / 100));
        assertThat(PatchMaker.CONNECTORKIT.on(documents).operations())
                .hasSize(documents.changed().size());
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 1_000})
    void the_way_back_is_as_long(int keys) {
        var documents = Documents.of(keys);
        var work = PatchMaker.CONNECTORKIT_SET_ALL.on(documents);

        work.make(true);
        work.make(false);

        assertThat(work.operations()).hasSize(documents.changed().size());
    }
}
