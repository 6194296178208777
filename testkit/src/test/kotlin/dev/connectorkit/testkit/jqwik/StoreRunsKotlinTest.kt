package dev.connectorkit.testkit.jqwik

import dev.connectorkit.testkit.assertj.ConnectorAssertions.assertThat
import jakarta.json.Json
import jakarta.json.JsonObject
import jakarta.json.JsonValue
import net.jqwik.api.Arbitrary
import net.jqwik.api.ForAll
import net.jqwik.api.Property
import net.jqwik.api.Provide
import org.junit.jupiter.api.Test

private fun key(command: StoreCommand): Int? =
    when (command) {
        is StoreCommand.Put -> command.key()
        is StoreCommand.PutSame -> command.key()
        is StoreCommand.ChangeInPlace -> command.key()
        is StoreCommand.PutAgain -> command.key()
        is StoreCommand.Delete -> command.key()
        is StoreCommand.ExternalPut -> command.key()
        is StoreCommand.ExternalDelete -> command.key()
        is StoreCommand.Flush,
        is StoreCommand.FailingFlush,
        is StoreCommand.Reload,
        is StoreCommand.FailingReload -> null
    }

private fun value(command: StoreCommand): Int? =
    when (command) {
        is StoreCommand.Put -> command.value()
        is StoreCommand.ExternalPut -> command.value()
        else -> null
    }

class StoreRunsKotlinTest {
    @Provide fun runs(): Arbitrary<StoreRun> = StoreEdits.interleavings()

    @Provide fun shortRuns(): Arbitrary<StoreRun> = StoreEdits.shortRuns()

    @Provide fun edits(): Arbitrary<StoreRun> = StoreEdits.edits()

    @Provide fun configs(): Arbitrary<JsonObject> = StoreEdits.configs()

    @Property(tries = 50)
    fun `should name keys and values of the pools only`(
        @ForAll("runs") any: StoreRun,
        @ForAll("shortRuns") short: StoreRun,
    ) {
        for (run in listOf(any, short)) {
            assertThat(run.commands().mapNotNull(::key)).allMatch { it in run.keys().indices }
            assertThat(run.commands().mapNotNull(::value)).allMatch { it in run.values().indices }
        }
        assertThat(short.commands()).hasSizeLessThanOrEqualTo(3)
    }

    @Property(tries = 50)
    fun `should edit by sets and deletes alone`(@ForAll("edits") run: StoreRun) {
        assertThat(run.commands())
            .noneMatch { it is StoreCommand.Flush || it is StoreCommand.Reload }
            .noneMatch { it is StoreCommand.ExternalPut || it is StoreCommand.ExternalDelete }
    }

    @Property(tries = 50)
    fun `should make objects for configs`(@ForAll("configs") config: JsonObject) {
        assertThat(config.valueType).isEqualTo(JsonValue.ValueType.OBJECT)
    }

    @Test
    fun `should tell what an administrator does`() {
        val run =
            StoreRun(
                listOf("cursor"),
                listOf(Json.createValue(1)),
                JsonValue.EMPTY_JSON_OBJECT,
                false,
                true,
                listOf(StoreCommand.ExternalPut(0, 0, true), StoreCommand.ExternalDelete(0, false)),
            )

        assertThat(run.initial()).isEmpty()
        assertThat(run.isShown).isFalse()
        assertThat(run.isFrozen).isTrue()
        assertThat(run.tellStart()).contains("unmodifiable", "no connectorAttributes")
        assertThat(run.commands().map { run.tell(it) })
            .containsExactly(
                "an administrator sets `cursor` to 1; reload",
                "an administrator removes `cursor`",
            )
        assertThat(run.commands().map { it is StoreCommand.ExternalPut && it.isSeen })
            .containsExactly(true, false)
        assertThat(run.commands().map { it is StoreCommand.ExternalDelete && !it.isSeen })
            .containsExactly(false, true)
    }
}
