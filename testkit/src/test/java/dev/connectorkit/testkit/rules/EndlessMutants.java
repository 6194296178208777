package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.CommandTypes.ENTITLEMENT_LIST;
import static dev.connectorkit.testkit.rules.CommandTypes.LIST;
import static dev.connectorkit.testkit.rules.HandlerMutants.around;

import dev.connectorkit.testkit.simulation.FakeTable;
import dev.connectorkit.testkit.simulation.SourceException;
import java.time.Duration;
import java.util.List;

/** Faulty connectors with commands that never end. */
final class EndlessMutants {
    private static final String AGAIN_AND_AGAIN = "Does it ask for the same page again and again?";

    private EndlessMutants() {}

    static List<Mutant> all() {
        return List.of(
                Mutant.of(
                        "the cursor of the next page is not passed on",
                        "list.complete",
                        AGAIN_AND_AGAIN,
                        reference -> reference.handler(LIST, (request, sink) -> {
                            FakeTable.Page page;
                            do {
                                page = reference.users.page(null);
                                page.rows().forEach(row -> sink.output(reference.account(row)));
                            } while (page.next() != null);
                        })),
                Mutant.of(
                        "the last page of roles comes round for ever",
                        "entitlements.complete",
                        AGAIN_AND_AGAIN,
                        reference -> reference.around(ENTITLEMENT_LIST, (request, sink, inner) -> {
                            if (!Inputs.of(request).getString("type").equals("role")) {
                                inner.handle(request, sink);
                                return;
                            }
                            var cursor = (String) null;
                            while (true) {
                                var page = reference.roles.page(cursor);
                                page.rows().forEach(row -> sink.output(reference.entitlement("role", row)));
                                cursor = page.next() == null ? cursor : page.next();
                                if (cursor == null) {
                                    return;
                                }
                            }
                        })),
                around(
                        "a page without end, whose errors are caught",
                        LIST,
                        "limits.memory",
                        AGAIN_AND_AGAIN,
                        (request, sink, inner) -> inner.handle(request, (type, data) -> {
                            sink.line(type, data);
                            while (data.toString().contains("\"u11111\"")) {
                                sink.line(type, data);
                            }
                        })),
                Mutant.of(
                        "the source is asked until it answers",
                        "state.failed-run-saves-none",
                        "Are failed calls repeated without end?",
                        reference -> reference.around(LIST, (request, sink, inner) -> {
                            while (!answers(reference)) {
                                reference.clock.sleep(Duration.ofSeconds(1));
                            }
                            inner.handle(request, sink);
                        })));
    }

    private static boolean answers(Reference reference) {
        try {
            reference.source.ping();
            return true;
        } catch (SourceException e) {
            return false;
        }
    }
}
