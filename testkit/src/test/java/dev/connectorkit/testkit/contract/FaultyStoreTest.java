package dev.connectorkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connectorkit.testkit.jqwik.StoreCommand;
import dev.connectorkit.testkit.jqwik.StoreRun;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the suite itself to its promise: every fault is caught, and no correct store is. */
class FaultyStoreTest {

    static Stream<StoreFault> faults() {
        return StoreFault.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void is_caught_by_the_property_named_beforehand(StoreFault fault) {
        var failures = SuiteRun.failures(fault.caughtBy(), fault.opening());

        assertThat(failures).singleElement().isInstanceOfSatisfying(StoreViolation.class, violation -> {
            assertThat(violation.property()).as(violation.getMessage()).isIn(fault.broken());
            assertThat(violation).hasMessageStartingWith(violation.property() + " is broken: ");
        });
    }

    @Test
    void a_correct_store_of_another_make_passes() {
        assertThat(SuiteRun.failures(SuiteRun.Subject.class, 300, PlainStore::new))
                .isEmpty();
    }

    @Test
    void a_correct_store_of_another_architecture_passes() {
        assertThat(SuiteRun.failures(SuiteRun.Subject.class, 100, JournalStore::new))
                .isEmpty();
    }

    @Test
    void a_store_may_keep_through_a_flush_what_was_needless_there() {
        assertThat(SuiteRun.failures(SuiteRun.Subject.class, 300, invocation -> new PlainStore(invocation) {
                    @Override
                    void flushed() {
                        Map<String, @Nullable Object> needless = new LinkedHashMap<>(buffer);
                        needless.keySet().removeIf(this::isNeeded);
                        super.flushed();
                        buffer.putAll(needless);
                    }
                }))
                .isEmpty();
    }

    @Test
    void a_run_can_be_played_again() {
        var run = new StoreRun(
                List.of("a"),
                List.of(JsonValue.TRUE),
                JsonValue.EMPTY_JSON_OBJECT,
                true,
                false,
                List.of(new StoreCommand.Put(0, 0), new StoreCommand.Flush(), new StoreCommand.Delete(0)));
        DataStoreContract correct = PlainStore::new;
        DataStoreContract faulty = invocation -> new PlainStore(invocation) {
            @Override
            void flushed() {
                buffer.clear();
            }
        };

        correct.play(run);
        assertThatThrownBy(() -> faulty.play(run))
                .isInstanceOf(StoreViolation.class)
                .hasMessageContaining("1. set `a` to true")
                .hasMessageContaining("2. flush <- here");
    }

    @Test
    void there_are_faults_for_every_promise() {
        assertThat(StoreFault.all().flatMap(fault -> fault.broken().stream()))
                .contains(Arrays.stream(StoreProperty.values()).toArray(StoreProperty[]::new));
        assertThat(StoreFault.all().map(StoreFault::name)).doesNotHaveDuplicates();
    }
}
