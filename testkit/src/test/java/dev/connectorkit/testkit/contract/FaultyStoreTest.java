package dev.connectorkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
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
    void there_are_faults_for_every_promise() {
        assertThat(StoreFault.all().flatMap(fault -> fault.broken().stream()))
                .contains(Arrays.stream(StoreProperty.values()).toArray(StoreProperty[]::new));
        assertThat(StoreFault.all().map(StoreFault::name)).doesNotHaveDuplicates();
    }
}
