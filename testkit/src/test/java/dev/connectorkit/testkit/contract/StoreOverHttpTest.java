package dev.connectorkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The suite over a store that lives elsewhere, whose numbers are doubles. */
class StoreOverHttpTest {
    private static final int TRIES = 5;

    private static List<Throwable> failures(Function<StoreUnderTest.Invocation, StoreUnderTest> opening)
            throws IOException {
        try (var service = new StoreService(opening);
                var door = new StoreOverHttp.PlatformDoor()) {
            var peer = new StoreOverHttp.Peer(service.address());
            return SuiteRun.failures(
                    SuiteRun.DoublesSubject.class,
                    TRIES,
                    invocation -> new StoreOverHttp(peer, door.open(invocation), invocation));
        }
    }

    @Test
    void a_correct_store_behind_http_passes() throws IOException {
        assertThat(failures(DoublesTest.DoubleStore::new)).isEmpty();
    }

    @Test
    void a_fault_behind_http_is_found() throws IOException {
        var failures = failures(invocation -> new DoublesTest.DoubleStore(invocation) {
            @Override
            String escaped(String key) {
                return key;
            }
        });

        assertThat(failures)
                .anySatisfy(failure -> assertThat(failure)
                        .isInstanceOfSatisfying(
                                StoreViolation.class,
                                violation -> assertThat(violation.property()).isEqualTo(StoreProperty.POINTERS)));
    }
}
