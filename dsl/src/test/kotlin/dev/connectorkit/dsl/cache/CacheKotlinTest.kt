package dev.connectorkit.dsl.cache

import java.time.Duration
import java.time.Instant
import java.time.InstantSource
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

class CacheKotlinTest {
    @Test
    fun `should forget a value that has grown old by a clock of ones own`() {
        var now = Instant.EPOCH
        val cache = ConnectorCache.of(100, InstantSource { now })
        val names: CacheKey<String> = CacheKey.of("names", Duration.ofMinutes(5))
        var loads = 0
        fun name(): String = cache.get(names.at("1")) { "loaded ${++loads}" }

        val first = name()
        now += Duration.ofMinutes(4)
        val kept = name()
        now += Duration.ofMinutes(2)
        val loadedAgain = name()

        assertThat(listOf(first, kept, loadedAgain))
            .containsExactly("loaded 1", "loaded 1", "loaded 2")
    }

    @Test
    fun `should name one of many values after all of them`() {
        val group: CacheKey<String> = CacheKey.of("group", Duration.ofMinutes(5))

        assertThat(group.at("7").name).startsWith(group.name).endsWith("7")
        assertThat(group.at("7")).isNotEqualTo(group.at("8"))
    }
}
