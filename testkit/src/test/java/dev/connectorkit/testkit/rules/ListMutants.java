package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.CommandTypes.ENTITLEMENT_LIST;
import static dev.connectorkit.testkit.rules.CommandTypes.ENTITLEMENT_READ;
import static dev.connectorkit.testkit.rules.CommandTypes.LIST;
import static dev.connectorkit.testkit.rules.HandlerMutants.around;
import static dev.connectorkit.testkit.rules.HandlerMutants.id;
import static dev.connectorkit.testkit.rules.HandlerMutants.with;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.runtime.CommandRequest;
import dev.connectorkit.testkit.run.Line;
import dev.connectorkit.testkit.simulation.SourceException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** Faulty connectors that list what they should not, or keep a state that misleads them. */
final class ListMutants {
    private static final JsonObject NOTHING = JsonValue.EMPTY_JSON_OBJECT;

    private ListMutants() {}

    static List<Mutant> all() {
        return Stream.of(lists(), entitlements(), state()).flatMap(List::stream).toList();
    }

    private static List<Mutant> lists() {
        return List.of(
                Mutant.of(
                        "no more than 1000 accounts",
                        "list.complete",
                        "does it end after",
                        reference -> reference.around(LIST, (request, sink, inner) -> {
                            var sent = new int[1];
                            inner.handle(request, (type, data) -> {
                                if (!type.equals(Line.OUTPUT) || ++sent[0] <= 1000) {
                                    sink.line(type, data);
                                }
                            });
                        })),
                around(
                        "a list ends at a 401",
                        LIST,
                        "faults.error-fails-list",
                        "answers 401",
                        (request, sink, inner) -> endAt(401, request, sink, inner)),
                around(
                        "a list ends when the source is down",
                        LIST,
                        "faults.error-fails-list",
                        "goes down",
                        (request, sink, inner) -> endAt(503, request, sink, inner)));
    }

    /** Ends quietly where the source answers with a status. */
    static void endAt(int status, CommandRequest request, WireDriver.Sink sink, WireDriver.Handler inner) {
        try {
            inner.handle(request, sink);
        } catch (SourceException e) {
            if (e.status() != status) {
                throw e;
            }
        }
    }

    private static List<Mutant> entitlements() {
        return List.of(
                Mutant.of(
                        "the first page of entitlements only",
                        "entitlements.complete",
                        "pages have 3",
                        reference -> reference.handler(ENTITLEMENT_LIST, (request, sink) -> {
                            var type = Inputs.of(request).getString("type");
                            reference
                                    .table(type)
                                    .page(null)
                                    .rows()
                                    .forEach(row -> sink.output(reference.entitlement(type, row)));
                        })),
                Mutant.of(
                        "an entitlement of any table",
                        "entitlements.read-by-type",
                        "succeeds",
                        reference -> reference.handler(ENTITLEMENT_READ, (request, sink) -> {
                            var type = Inputs.of(request).getString("type");
                            var table = reference.table(id(request).startsWith("r") ? "role" : "group");
                            sink.output(reference.entitlement(type, table.read(id(request))));
                        })),
                around(
                        "entitlements end at an error",
                        ENTITLEMENT_LIST,
                        "entitlements.error-fails-list",
                        "ends without an error",
                        (request, sink, inner) -> endAt(500, request, sink, inner)),
                Mutant.of(Slip.TOO_MANY_FAILS, "entitlements.too-many-requests", "fails"),
                Mutant.of(Slip.LONG_WAIT_SILENT, "entitlements.long-wait-kept-alive", "silent for 60"),
                around(
                        "entitlements are kept to the end",
                        ENTITLEMENT_LIST,
                        "entitlements.silence",
                        "silent for",
                        (request, sink, inner) -> {
                            var all = new ArrayList<JsonValue>();
                            inner.handle(request, (type, data) -> all.add(data));
                            all.forEach(sink::output);
                        }),
                around(
                        "entitlements that are all deleted",
                        ENTITLEMENT_LIST,
                        "entitlements.stateful",
                        "is deleted",
                        (request, sink, inner) -> {
                            var again = Inputs.of(request).containsKey("state");
                            inner.handle(
                                    request,
                                    (type, data) -> sink.line(
                                            type,
                                            again && type.equals(Line.OUTPUT)
                                                    ? Inputs.with(data.asJsonObject(), "deleted", JsonValue.TRUE)
                                                    : data));
                            sink.line(Line.STATE, Json.object().add("at", "1").build());
                        }),
                around(
                        "nothing in a first stateful list",
                        ENTITLEMENT_LIST,
                        "entitlements.stateful",
                        "lacks",
                        (request, sink, inner) -> {
                            if (!Inputs.of(request).getBoolean("stateful", false)) {
                                inner.handle(request, sink);
                            }
                        }));
    }

    private static List<Mutant> state() {
        return List.of(
                Mutant.of(
                        "changes since a time, without those at that time",
                        "state.edit-during-run",
                        "at the very time",
                        reference -> listsByTime(reference, Duration.ofMillis(1))),
                Mutant.of("a watermark in a static field", "state.tells-again", "once more", reference -> {
                    var mark = new AtomicReference<>("");
                    reference.around(LIST, (request, sink, inner) -> {
                        var token = mark.get();
                        var known = Inputs.of(request).containsKey("state") && !token.isEmpty();
                        var state = Json.object().add("token", token).build();
                        inner.handle(known ? with(request, "state", state) : request, (type, data) -> {
                            if (type.equals(Line.STATE)) {
                                mark.set(data.asJsonObject().getString("token"));
                            }
                            sink.line(type, data);
                        });
                    });
                }),
                around(
                        "state heeded though not stateful",
                        LIST,
                        "state.first-run-full",
                        "though given a state",
                        (request, sink, inner) -> inner.handle(
                                Inputs.of(request).containsKey("state")
                                        ? with(request, "stateful", JsonValue.TRUE)
                                        : request,
                                sink)),
                around(
                        "empty state where nothing changed",
                        LIST,
                        "state.deltas-converge",
                        "no delta said so",
                        (request, sink, inner) -> {
                            var sent = new int[1];
                            inner.handle(request, (type, data) -> {
                                sent[0] += type.equals(Line.OUTPUT) ? 1 : 0;
                                sink.line(type, type.equals(Line.STATE) && sent[0] == 0 ? NOTHING : data);
                            });
                        }));
    }

    /** Lists what changed by the time at which it did, from a little later than the last list. */
    static void listsByTime(Reference reference, Duration later) {
        var listing = new Listing(reference);
        reference.handler(LIST, (request, sink) -> {
            reference.requireConfig(request);
            var filter = listing.filter(request, true);
            var began = reference.clock.instant();
            var stateful = Inputs.of(request).getBoolean("stateful", false);
            if (stateful && Inputs.of(request).get("state") instanceof JsonObject state) {
                var since = Instant.parse(state.getString("since")).plus(later);
                var changes = reference.retrying(sink, () -> reference.users.changedSince(since));
                changes.rows().stream().map(reference::account).filter(filter).forEach(sink::output);
                changes.deleted()
                        .forEach(id -> sink.output(
                                Inputs.with(reference.account(Reference.row("id", id)), "deleted", JsonValue.TRUE)));
            } else {
                listing.full(request, sink);
            }
            if (stateful) {
                sink.line(
                        Line.STATE, Json.object().add("since", began.toString()).build());
            }
        });
    }
}
