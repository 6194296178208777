package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.ChangeMutants.changes;
import static dev.connectorkit.testkit.rules.ChangeMutants.created;
import static dev.connectorkit.testkit.rules.CommandTypes.AUTHENTICATE;
import static dev.connectorkit.testkit.rules.CommandTypes.CREATE;
import static dev.connectorkit.testkit.rules.CommandTypes.DELETE;
import static dev.connectorkit.testkit.rules.CommandTypes.LIST;
import static dev.connectorkit.testkit.rules.CommandTypes.PASSWORD;
import static dev.connectorkit.testkit.rules.CommandTypes.READ;
import static dev.connectorkit.testkit.rules.CommandTypes.UPDATE;
import static dev.connectorkit.testkit.rules.HandlerMutants.around;
import static dev.connectorkit.testkit.rules.HandlerMutants.id;
import static dev.connectorkit.testkit.rules.HandlerMutants.with;

import dev.connectorkit.dsl.command.Attributes;
import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.testkit.run.Line;
import dev.connectorkit.testkit.simulation.FakeTable;
import dev.connectorkit.testkit.simulation.SourceException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Faulty connectors that were thought of for a source of another kind, which chooses the ids of its accounts. */
final class ForeignMutants {
    private ForeignMutants() {}

    static List<Mutant> all() {
        return Stream.of(lists(), stores(), values(), lookups(), secrets())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Mutant> lists() {
        return List.of(
                around("a first list without accounts", LIST, "list.repeatable", "a second list has more", first()),
                Mutant.of(
                        "a list that ends at a page of which nothing is kept",
                        "filter.leaves-out-matches",
                        "left out: u8",
                        ForeignMutants::endsAtEmptyPage),
                around(
                        "a comparison with a boolean matches nothing",
                        LIST,
                        "filter.typed-values",
                        "these match and are sent",
                        (request, sink, inner) -> {
                            var isTyped = request.config()
                                    .getString("filterString", "")
                                    .endsWith(" == true )");
                            inner.handle(
                                    isTyped
                                            ? request.withConfig(Inputs.without(request.config(), "filterString"))
                                            : request,
                                    sink);
                        }),
                around(
                        "the first five changes",
                        LIST,
                        "state.deltas-converge",
                        "is gone from the full list",
                        (request, sink, inner) -> {
                            var left =
                                    new AtomicInteger(Inputs.of(request).containsKey("state") ? 5 : Integer.MAX_VALUE);
                            inner.handle(request, (type, data) -> {
                                if (!type.equals(Line.OUTPUT) || left.getAndDecrement() > 0) {
                                    sink.line(type, data);
                                }
                            });
                        }),
                around("a key for each run", LIST, "data-store.bounded", "grows without end", runs()),
                around(
                        "a command that is not implemented",
                        AUTHENTICATE,
                        "spec.commands-answered",
                        "does nothing but say so",
                        (request, sink, inner) -> {
                            throw WireDriver.WireFailure.generic("authenticate is not implemented");
                        }));
    }

    private static Reference.Around first() {
        var calls = new AtomicInteger();
        return (request, sink, inner) -> {
            if (calls.incrementAndGet() > 1) {
                inner.handle(request, sink);
            }
        };
    }

    private static Reference.Around runs() {
        var calls = new AtomicInteger();
        return (request, sink, inner) -> {
            inner.handle(request, sink);
            sink.line(Line.CONFIG, patch("run" + calls.incrementAndGet(), "done"));
        };
    }

    private static JsonValue patch(String key, String value) {
        var operation = Json.object()
                .add("op", "add")
                .add("path", "/connectorAttributes/" + key)
                .add("value", value);
        return Json.array().add(operation).build();
    }

    private static List<Mutant> stores() {
        return List.of(
                Mutant.of(
                        "a cursor that stays where the list ended",
                        "data-store.resumes",
                        "should be removed at the end",
                        reference -> resumes(reference, false, true)),
                Mutant.of(
                        "a cursor that is stored before the page is sent",
                        "data-store.resumes",
                        "only after it was sent",
                        reference -> resumes(reference, true, false)));
    }

    /** Makes the list store the cursor of each page, and go on there when it was cut off. */
    static void resumes(Reference reference, boolean runsAhead, boolean stays) {
        var listing = new Listing(reference);
        reference
                .spec(spec -> Mutants.remove(
                        Mutants.remove(spec, "/supportsStatefulCommands"), "/sourceConfig/0/items/0/items/2"))
                .handler(LIST, (request, sink) -> {
                    reference.requireConfig(request);
                    var filter = listing.filter(request, true);
                    var cursor = request.config().getString("cursor", null);
                    var stored = cursor != null;
                    while (true) {
                        var from = cursor;
                        var page = reference.retrying(sink, () -> reference.users.page(from));
                        cursor = page.next();
                        if (runsAhead && cursor != null) {
                            sink.line(Line.CONFIG, patch("cursor", cursor));
                            stored = true;
                        }
                        page.rows().stream()
                                .map(reference::account)
                                .filter(filter)
                                .forEach(sink::output);
                        sink.line(Line.KEEP_ALIVE, JsonValue.EMPTY_JSON_OBJECT);
                        if (cursor == null) {
                            break;
                        }
                        if (!runsAhead) {
                            sink.line(Line.CONFIG, patch("cursor", cursor));
                            stored = true;
                        }
                    }
                    if (stored && !stays) {
                        sink.line(Line.CONFIG, Json.parse("""
                                [{"op":"remove","path":"/connectorAttributes/cursor"}]"""));
                    }
                });
    }

    private static void endsAtEmptyPage(Reference reference) {
        var listing = new Listing(reference);
        reference.handler(LIST, (request, sink) -> {
            var filter = listing.filter(request, true);
            var page = reference.users.page(null);
            while (true) {
                var kept = page.rows().stream()
                        .map(reference::account)
                        .filter(filter)
                        .toList();
                kept.forEach(sink::output);
                if (page.next() == null || kept.isEmpty()) {
                    return;
                }
                page = reference.users.page(page.next());
            }
        });
    }

    private static List<Mutant> values() {
        return List.of(
                Mutant.of(
                        "create takes zero for nothing",
                        "create.maximal",
                        "0 was asked for",
                        reference -> created(
                                reference,
                                attributes ->
                                        attributes.get("age") instanceof JsonNumber number && number.intValue() == 0
                                                ? Inputs.without(attributes, "age")
                                                : attributes)),
                Mutant.of(
                        "texts are escaped as in HTML",
                        "update.set",
                        "&amp;",
                        reference -> changes(
                                reference,
                                changes -> changes.stream()
                                        .map(change -> change.get("value") instanceof JsonString text
                                                ? Inputs.with(
                                                        change,
                                                        "value",
                                                        Json.text(
                                                                text.getString().replace("&", "&amp;")))
                                                : change)
                                        .toList())),
                Mutant.of(
                        "a password that is not passed on when an account is created",
                        "create.password",
                        "was created with a `password`",
                        reference -> created(reference, attributes -> Inputs.without(attributes, "password"))),
                around(
                        "a password that is sent as a form without being escaped",
                        PASSWORD,
                        "password.changes-source",
                        "is it escaped",
                        (request, sink, inner) -> {
                            var password = Inputs.of(request).getString("password");
                            inner.handle(with(request, "password", Json.text(password.replace('+', ' '))), sink);
                        }),
                Mutant.of(
                        "a change that fails once is taken for made",
                        "faults.error-fails-update",
                        "is not changed",
                        reference -> reference.around(UPDATE, (request, sink, inner) -> {
                            try {
                                inner.handle(request, sink);
                            } catch (SourceException e) {
                                if (e.status() != 500) {
                                    throw e;
                                }
                                sink.output(reference.account(reference.users.read(id(request))));
                            }
                        })));
    }

    private static List<Mutant> lookups() {
        return List.of(
                Mutant.of(
                        "a create that answers with the account of that name",
                        "create.duplicate-fails",
                        "answers with it",
                        reference -> {
                            UnusualConnectorsTest.choosesIds(reference);
                            reference.around(CREATE, (request, sink, inner) -> {
                                var name = Inputs.of(request)
                                        .getJsonObject("attributes")
                                        .getString("name", "");
                                var known = named(reference, name);
                                if (known == null) {
                                    inner.handle(request, sink);
                                } else {
                                    sink.output(reference.account(known));
                                }
                            });
                        }),
                Mutant.of(
                        "an update of all who have the name",
                        "accounts.namesakes",
                        "which is alike but for the id",
                        reference -> reference.around(UPDATE, (request, sink, inner) -> {
                            var row = reference.users.row(id(request));
                            var first = row == null ? null : named(reference, String.valueOf(row.text("name")));
                            inner.handle(request, sink);
                            if (first != null && !id(request).equals(first.text("id"))) {
                                reference.users.update(String.valueOf(first.text("id")), Map.of("department", "Same"));
                            }
                        })),
                Mutant.of(
                        "a delete of the first who has the name",
                        "accounts.namesakes",
                        "is gone",
                        reference -> reference.around(DELETE, (request, sink, inner) -> {
                            var row = reference.users.row(id(request));
                            var first = row == null ? null : named(reference, String.valueOf(row.text("name")));
                            if (first == null) {
                                inner.handle(request, sink);
                            } else {
                                reference.users.delete(String.valueOf(first.text("id")));
                                sink.output(JsonValue.EMPTY_JSON_OBJECT);
                            }
                        })));
    }

    /** Returns the first account of a name. */
    private static @Nullable Attributes named(Reference reference, String name) {
        var rows = new ArrayList<Attributes>();
        for (FakeTable.@Nullable Page page = reference.users.page(null); page != null; ) {
            rows.addAll(page.rows());
            page = page.next() == null ? null : reference.users.page(page.next());
        }
        return rows.stream()
                .filter(row -> name.equals(row.text("name")))
                .findFirst()
                .orElse(null);
    }

    private static List<Mutant> secrets() {
        return List.of(
                around(
                        "a token that is stored where nothing keeps it secret",
                        READ,
                        "secrets.not-leaked",
                        "/connectorAttributes/session",
                        (request, sink, inner) -> {
                            sink.line(
                                    Line.CONFIG,
                                    patch(
                                            "session",
                                            "Bearer " + request.config().getString("token", "")));
                            inner.handle(request, sink);
                        }),
                around(
                        "a password in the log of a login",
                        AUTHENTICATE,
                        "secrets.not-logged",
                        "a secret is in",
                        (request, sink, inner) -> {
                            System.err.println("login " + request.input());
                            inner.handle(request, sink);
                        }));
    }
}
