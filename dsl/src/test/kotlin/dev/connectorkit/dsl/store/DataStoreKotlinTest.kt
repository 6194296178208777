package dev.connectorkit.dsl.store

import dev.connectorkit.dsl.command.Account
import dev.connectorkit.dsl.command.NoContext
import dev.connectorkit.dsl.command.SentOutputs
import jakarta.json.JsonValue
import java.math.BigDecimal
import java.time.Instant
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
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

    @Test
    fun `should send what changed once, when told to`() {
        val source = StoredSource.holding("{'cursor':'a','old':1}")
        val store = DataStore.of(source, source)

        store[cursor] = "b"
        store.delete("old")
        store.flush()
        val sent = source.sent()
        store.flush()

        assertThat(sent)
            .isEqualTo(
                "[{'op':'replace','path':'/connectorAttributes/cursor','value':'b'}," +
                    "{'op':'remove','path':'/connectorAttributes/old'}]"
            )
        assertThat(source.sent()).isEmpty()
    }

    @JvmRecord data class Page(val cursor: String, val size: Int)

    @Test
    fun `should keep values of every type between two invocations`() {
        val source = StoredSource.holding("{}")
        val pages: StoreKey<List<Page>> = StoreKey.record("pages", Page::class.java).list()
        val isFull = StoreKey.bool("full")
        val count = StoreKey.longInteger("count")
        val answer: StoreKey<JsonValue> = StoreKey.json("answer")
        val anything: StoreKey<Any> = StoreKey.plain("anything")

        source.open().let { first ->
            first[pages] = listOf(Page("a", 1), Page("b", 2))
            first[isFull] = true
            first[count] = 5_000_000_000
            first[answer] = JsonValue.NULL
            first[anything] = mapOf("a" to listOf(1, null))
            first.flush()
        }
        val next = source.open().apply { reload() }

        val sizes: List<Int>? = next[pages]?.map { it.size }
        assertThat(sizes).containsExactly(1, 2)
        assertThat(next[isFull]).isTrue()
        assertThat(next[count]).isEqualTo(5_000_000_000)
        assertThat(next[answer]).isEqualTo(JsonValue.NULL)
        assertThat(next[anything]).isEqualTo(mapOf("a" to listOf(1L, null)))
        assertThat(pages.name()).isEqualTo("pages")
    }

    data class Unmarked(val cursor: String, val size: Int)

    @Test
    fun `should say what a data class needs to be read again`() {
        val store = StoredSource.holding("{}").open()
        val key = StoreKey.record("progress", Unmarked::class.java)

        store[key] = Unmarked("a", 1)

        assertThatThrownBy { store[key] }
            .hasMessageEndingWith("mark the data class @JvmRecord, or add jackson-module-kotlin")
    }
}
