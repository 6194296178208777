package dev.connectorkit.dsl.store

import jakarta.json.JsonValue
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

class DataStoreKotlinTest {
    private val cursor: StoreKey<String> = StoreKey.string("cursor")
    private val groupNames = StoreKey.string("groupNames").map()

    @Test
    fun `should compile with indexing`() {
        val store = StoredSource.holding("{'cursor':'a'}").open()

        val before: String? = store[cursor]
        store[cursor] = "b"
        store[groupNames] = mapOf("g1" to "Engineering")
        store["plain"] = JsonValue.TRUE

        assertThat(before).isEqualTo("a")
        assertThat(store[cursor]).isEqualTo("b")
        assertThat(store[groupNames].orEmpty().getValue("g1")).isEqualTo("Engineering")
        assertThat(store["plain"]).isEqualTo(JsonValue.TRUE)
    }

    @Test
    fun `should compile with an elvis operator where nothing is stored`() {
        val store = StoredSource.holding("{}").open()

        val page: Int = store[StoreKey.integer("page")] ?: 1
        store.delete(cursor)

        assertThat(page).isEqualTo(1)
        assertThat(store.hasPendingChanges()).isFalse()
    }
}
