package dev.connectorkit.testkit.contract

import dev.connectorkit.dsl.store.DataStore
import dev.connectorkit.dsl.store.Layout
import dev.connectorkit.testkit.assertj.ConnectorAssertions.assertThat
import dev.connectorkit.testkit.assertj.ConnectorAssertions.assertThatThrownBy
import dev.connectorkit.testkit.jqwik.StoreCommand
import dev.connectorkit.testkit.jqwik.StoreRun
import jakarta.json.Json
import org.junit.jupiter.api.Test

private object Store : DataStoreContract {
    override fun open(invocation: StoreUnderTest.Invocation): StoreUnderTest =
        StoreUnderTest.of(DataStore.of(invocation.context(), invocation.response()))

    override fun numbersAreDoubles(): Boolean = true

    override fun notJson(): List<Any> = listOf(Double.NaN)
}

/** Sends every key that was set, changed or not. */
private class Careless(private val invocation: StoreUnderTest.Invocation) : StoreUnderTest {
    private val values = invocation.config().toMutableMap()
    private val changed = linkedMapOf<String, Map<String, Any?>>()

    override fun get(key: String): Any? = if (key in values) values[key] else StoreUnderTest.ABSENT

    override fun set(key: String, value: Any?) {
        changed[key] = mapOf("op" to "add", "path" to "/$key", "value" to value)
        values[key] = value
    }

    override fun delete(key: String) {
        if (values.remove(key) != null) changed[key] = mapOf("op" to "remove", "path" to "/$key")
    }

    override fun flush() {
        if (changed.isNotEmpty()) invocation.patchConfig(changed.values.toList())
        changed.clear()
    }

    override fun hasPendingChanges(): Boolean = changed.isNotEmpty()

    override fun reload() {
        values.clear()
        values += invocation.reloadConfig()
    }

    override fun changeInPlace(key: String, changed: Any?) = set(key, changed)
}

private object CarelessStore : DataStoreContract {
    override fun open(invocation: StoreUnderTest.Invocation): StoreUnderTest = Careless(invocation)

    override fun layout(): Layout = Layout.FLAT
}

class DataStoreContractKotlinTest {
    private val sameAgain =
        StoreRun(
            listOf("cursor"),
            listOf(Json.createValue("7")),
            Json.createObjectBuilder().add("cursor", "7").build(),
            true,
            true,
            listOf(StoreCommand.Put(0, 0), StoreCommand.Flush()),
        )

    @Test
    fun `should compile with a store and what cannot be said to it`() {
        Store.values_that_look_alike_are_told_apart()
        Store.what_is_no_json_is_refused_and_changes_nothing()
    }

    @Test
    fun `should compile with a run that failed once`() {
        Store.play(sameAgain)

        assertThatThrownBy { CarelessStore.play(sameAgain) }
            .isInstanceOfSatisfying(StoreViolation::class.java) {
                assertThat(it.property()).isEqualTo(StoreProperty.PENDING)
                assertThat(it.property().number()).isPositive()
                assertThat(it).hasMessageContaining("set `cursor` to \"7\"")
            }
    }
}
