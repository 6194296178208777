package dev.connectorkit.dsl.store

import dev.connectorkit.dsl.command.Account
import dev.connectorkit.dsl.command.NoContext
import dev.connectorkit.dsl.command.SentOutputs
import jakarta.json.JsonValue
import java.math.BigDecimal
import java.time.Instant
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

    @Test
    fun `should compile with a layout and a context of ones own`() {
        val response = SentOutputs<Account>()
        val store = DataStore.of(NoContext.of("{}"), response, Layout.NESTED)

        store[StoreKey.decimal("rate")] = BigDecimal("1.5")
        store[StoreKey.instant("since")] = Instant.EPOCH
        val isPending = store.hasPendingChanges()
        store.reload()

        assertThat(isPending).isTrue()
        assertThat(Layout.entries).containsExactly(Layout.NESTED, Layout.FLAT)
    }
}
