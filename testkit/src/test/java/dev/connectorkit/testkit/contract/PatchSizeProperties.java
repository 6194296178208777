package dev.connectorkit.testkit.contract;

import static dev.connectorkit.testkit.assertj.ConnectorAssertions.assertThat;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.internal.json.JsonEquality;
import dev.connectorkit.dsl.store.DataStore;
import dev.connectorkit.dsl.store.Layout;
import dev.connectorkit.testkit.jqwik.StoreEdits;
import dev.connectorkit.testkit.jqwik.StoreRun;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PatchSizeProperties {

    @Provide
    Arbitrary<StoreRun> edits() {
        return StoreEdits.edits();
    }

    @Property
    void a_flush_never_takes_more_operations_than_a_diff(@ForAll("edits") StoreRun run) {
        var platform = StoreSession.platform(run.initial(), Layout.NESTED);
        var before = platform.document();
        var session = new StoreSession(
                invocation -> StoreUnderTest.of(DataStore.of(invocation.context(), invocation.response())),
                platform,
                false);

        StoreEditing.of(run).applyTo(session.store);
        session.store.flush();

        var after = platform.document();
        Assume.that(!JsonEquality.equal(before, after));
        var patch = Json.provider().createPatch(platform.patches().get(0));
        assertThat(patch).turns(before, after).isMinimal();
        assertThat(patch.toJsonArray())
                .hasSizeLessThanOrEqualTo(
                        Json.provider().createDiff(before, after).toJsonArray().size());
    }
}
