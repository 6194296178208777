package dev.connectorkit.testkit.contract;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a user of the suite reads when a store breaks a promise. */
class StoreViolationTest {

    @Test
    void a_failure_shows_the_shortest_commands_the_patch_the_document_before_and_after_and_the_promise() {
        var failures = SuiteRun.failures(StoreFault.INTERLEAVING, invocation -> new PlainStore(invocation) {
            @Override
            String op(String key, @Nullable Object value) {
                return value == REMOVED ? "remove" : "replace";
            }
        });

        assertThat(failures)
                .singleElement()
                .extracting(Throwable::getMessage, as(InstanceOfAssertFactories.STRING))
                .isEqualToNormalizingNewlines("""
                        property 4 (right operation) is broken: operation 1 is replace, but `a` takes add

                        stored at first: {}
                        1. set `a` to 1
                        at last: reload and flush <- here
                           patch: [{"op":"replace","path":"/connectorAttributes/a","value":1}]
                           document before: {"name":"simulated","connectorAttributes":{"kept by nobody":{"a":1}}}
                           document after:  {"name":"simulated","connectorAttributes":{"kept by nobody":{"a":1}}}""");
    }

    @Test
    void a_failure_before_a_flush_tells_what_was_seen() {
        var failures = SuiteRun.failures(StoreFault.INTERLEAVING, invocation -> new PlainStore(invocation) {
            @Override
            public void reload() {
                super.reload();
                buffer.clear();
            }
        });

        assertThat(failures)
                .singleElement()
                .extracting(Throwable::getMessage, as(InstanceOfAssertFactories.STRING))
                .isEqualToNormalizingNewlines("""
                        property 18 (reload) is broken: get of `a` gives nothing, but it holds 1

                        stored at first: {}
                        1. set `a` to 1
                        at last: reload and flush <- here""");
    }

    @Test
    void a_failure_of_another_property_shows_the_run() {
        var fault = StoreFault.all()
                .filter(candidate -> candidate.name().equals("sends once more what it sent"))
                .findFirst()
                .orElseThrow();

        var failures = SuiteRun.failures(StoreFault.REPEATING, fault.opening());

        assertThat(failures)
                .singleElement()
                .extracting(Throwable::getMessage, as(InstanceOfAssertFactories.STRING))
                .isEqualToNormalizingNewlines("""
                        property 12 (idempotence) is broken: the second of two flushes sent \
                        [{"op":"add","path":"/connectorAttributes/a","value":1}]

                        stored at first: {}
                        1. set `a` to 1""");
    }
}
