package dev.connectorkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Holds the suite itself to its promise: every fault is caught, and no correct store is. */
class FaultyStoreTest {
    private static final int ROUNDS = 3;
    private static final AtomicReference<Function<StoreUnderTest.Invocation, StoreUnderTest>> OPENING =
            new AtomicReference<>(PlainStore::new);

    /** The suite as a user inherits it; not found by itself, because its name does not end in Properties. */
    static class Subject implements DataStoreContract {
        @Override
        public StoreUnderTest open(StoreUnderTest.Invocation invocation) {
            return OPENING.get().apply(invocation);
        }
    }

    static Stream<StoreFault> faults() {
        return StoreFault.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void is_caught_by_the_property_named_beforehand(StoreFault fault) {
        OPENING.set(fault.opening());

        var failures = failures(fault);
        // Tries are random and shrinking is cut short: what one round misses or mistakes, another finds.
        for (var round = 1; round < ROUNDS && !caught(fault, failures); round++) {
            failures = failures(fault);
        }

        assertThat(failures).singleElement().isInstanceOfSatisfying(StoreViolation.class, violation -> {
            assertThat(violation.property()).isIn(acceptable(fault));
            assertThat(violation).hasMessageStartingWith(violation.property() + " is broken: ");
        });
    }

    private static List<Throwable> failures(StoreFault fault) {
        return failures(selectMethod(Subject.class, property(fault.caughtBy())), 1_000);
    }

    private static boolean caught(StoreFault fault, List<Throwable> failures) {
        return failures.size() == 1
                && failures.get(0) instanceof StoreViolation violation
                && acceptable(fault).contains(violation.property());
    }

    private static Set<StoreProperty> acceptable(StoreFault fault) {
        var acceptable = EnumSet.copyOf(fault.broken());
        if (fault.caughtBy().equals(StoreFault.INTERLEAVING)) {
            // Shrinking is cut short here, so a run may still meet the fault at a reload or after a failure.
            acceptable.addAll(Set.of(StoreProperty.RELOAD, StoreProperty.ATOMIC_FLUSH));
        }
        return acceptable;
    }

    @Test
    void a_correct_store_of_another_make_passes() {
        OPENING.set(PlainStore::new);

        assertThat(failures(selectClass(Subject.class), 300)).isEmpty();
    }

    @Test
    void there_are_faults_for_every_promise() {
        assertThat(StoreFault.all().flatMap(fault -> fault.broken().stream()))
                .contains(Arrays.stream(StoreProperty.values()).toArray(StoreProperty[]::new));
        assertThat(StoreFault.all().map(StoreFault::name)).doesNotHaveDuplicates();
    }

    private static Method property(String name) {
        return Arrays.stream(DataStoreContract.class.getMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Throwable> failures(DiscoverySelector selector, int tries) {
        return EngineTestKit.engine("jqwik")
                .selectors(selector)
                .configurationParameter("jqwik.database", "")
                .configurationParameter("jqwik.shrinking.bounded.seconds", "1")
                .configurationParameter("jqwik.tries.default", String.valueOf(tries))
                .configurationParameter("jqwik.reporting.usejunitplatform", "true")
                .execute()
                .testEvents()
                .failed()
                .stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElse(null))
                .filter(Objects::nonNull)
                .toList();
    }
}
