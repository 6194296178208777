package dev.connectorkit.dsl.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ConnectorCacheTest {
    private static final CacheKey<String> TOKEN = CacheKey.of("token", Duration.ofMinutes(10));

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private final ConnectorCache cache = ConnectorCache.of(100, now::get);
    private final AtomicInteger loads = new AtomicInteger();

    private String load() {
        return "t" + loads.incrementAndGet();
    }

    @Test
    void a_value_is_loaded_once_while_it_lasts() throws Exception {
        assertThat(cache.get(TOKEN, this::load)).isEqualTo("t1");
        now.set(now.get().plus(Duration.ofMinutes(9)));
        assertThat(cache.get(TOKEN, this::load)).isEqualTo("t1");
        assertThat(cache.getIfPresent(TOKEN)).isEqualTo("t1");
    }

    @Test
    void a_value_that_is_too_old_is_loaded_again() throws Exception {
        cache.get(TOKEN, this::load);
        now.set(now.get().plus(Duration.ofMinutes(10)));

        assertThat(cache.getIfPresent(TOKEN)).isNull();
        assertThat(cache.get(TOKEN, this::load)).isEqualTo("t2");
    }

    @Test
    void however_many_ask_one_loads() throws Exception {
        var callers = 8;
        var threads = Executors.newFixedThreadPool(callers);
        var loading = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var asked = new ArrayList<Future<String>>();
        for (var caller = 0; caller < callers; caller++) {
            asked.add(threads.submit(() -> cache.get(TOKEN, () -> {
                loading.countDown();
                go.await();
                return load();
            })));
        }
        loading.await();
        assertThat(cache.getIfPresent(TOKEN)).isNull();
        go.countDown();

        for (var answer : asked) {
            assertThat(answer.get()).isEqualTo("t1");
        }
        threads.shutdown();
        assertThat(loads).hasValue(1);
    }

    @Test
    void a_failure_is_thrown_as_it_is_and_not_kept() throws Exception {
        assertThatThrownBy(() -> cache.get(TOKEN, () -> {
                    throw new IOException("down");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("down");
        assertThat(cache.get(TOKEN, this::load)).isEqualTo("t1");
    }

    @Test
    void a_loader_may_load_other_keys() throws Exception {
        var first = CacheKey.<String>of("first", Duration.ofMinutes(1));

        assertThat(cache.get(first, () -> "with " + cache.get(TOKEN, this::load)))
                .isEqualTo("with t1");
    }

    @Test
    void values_are_put_removed_and_cleared() {
        cache.put(TOKEN, "mine");
        assertThat(cache.getIfPresent(TOKEN)).isEqualTo("mine");
        cache.remove(TOKEN);
        assertThat(cache.getIfPresent(TOKEN)).isNull();
        cache.put(TOKEN.at("eu"), "eu");
        assertThat(cache.getIfPresent(TOKEN.at("us"))).isNull();
        assertThat(cache.getIfPresent(TOKEN.at("eu"))).isEqualTo("eu");
        cache.clear();
        assertThat(cache.getIfPresent(TOKEN.at("eu"))).isNull();
    }

    @Test
    void no_more_than_the_maximum_is_kept() {
        for (var number = 0; number < 1000; number++) {
            cache.put(TOKEN.at(String.valueOf(number)), "v");
        }

        assertThat(cache.size()).isLessThanOrEqualTo(100);
    }

    @Test
    void a_reserved_name_and_no_time_to_live_are_refused() {
        assertThatThrownBy(() -> CacheKey.of("connectorkit:token", Duration.ofMinutes(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("name: `connectorkit:token` starts with `connectorkit:`, which is reserved; use another"
                        + " prefix");
        assertThatThrownBy(() -> CacheKey.of("token", Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("timeToLive: expected more than no time, but `token` is to last PT0S");
    }
}
