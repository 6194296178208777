package dev.connectorkit.testkit.contract

import dev.connectorkit.dsl.store.DataStore
import org.junit.jupiter.api.Test

private object Store : DataStoreContract {
    override fun open(invocation: StoreUnderTest.Invocation): StoreUnderTest =
        StoreUnderTest.of(DataStore.of(invocation.context(), invocation.response()))

    override fun numbersAreDoubles(): Boolean = true

    override fun notJson(): List<Any> = listOf(Double.NaN)
}

class DataStoreContractKotlinTest {
    @Test
    fun `should compile with a store and what cannot be said to it`() {
        Store.values_that_look_alike_are_told_apart()
        Store.what_is_no_json_is_refused_and_changes_nothing()
    }
}
