package dev.connectorkit.testkit.contract;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs the suite as its users do, and returns what failed. */
final class SuiteRun {
    private static final AtomicReference<Function<StoreUnderTest.Invocation, StoreUnderTest>> OPENING =
            new AtomicReference<>(PlainStore::new);

    private SuiteRun() {}

    /** The suite as a user inherits it; not found by itself, because its name does not end in Properties. */
    static class Subject implements SeededContract {
        @Override
        public StoreUnderTest open(StoreUnderTest.Invocation invocation) {
            return OPENING.get().apply(invocation);
        }
    }

    /** The same for a store whose numbers are doubles, and to which nothing can be said that is no JSON. */
    static final class DoublesSubject extends Subject {
        @Override
        public boolean numbersAreDoubles() {
            return true;
        }

        @Override
        public List<Object> notJson() {
            return List.of();
        }
    }

    /** Returns what one method of the suite finds. */
    static List<Throwable> failures(String method, Function<StoreUnderTest.Invocation, StoreUnderTest> opening) {
        OPENING.set(opening);
        var found = Arrays.stream(Subject.class.getMethods())
                .filter(candidate -> candidate.getName().equals(method) && !candidate.isBridge())
                .findFirst()
                .orElseThrow();
        return failures(selectMethod(Subject.class, found), 1_000);
    }

    /** Returns what the whole suite finds. */
    static List<Throwable> failures(
            Class<? extends Subject> suite, int tries, Function<StoreUnderTest.Invocation, StoreUnderTest> opening) {
        OPENING.set(opening);
        return failures(selectClass(suite), tries);
    }

    private static List<Throwable> failures(DiscoverySelector selector, int tries) {
        return EngineTestKit.engine("jqwik")
                .selectors(selector)
                .configurationParameter("jqwik.database", "")
                // Shrinking that stops after some time would depend on how fast the machine is.
                .configurationParameter("jqwik.shrinking.default", "FULL")
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
