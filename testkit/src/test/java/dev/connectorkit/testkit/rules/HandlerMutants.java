package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.CommandTypes.AUTHENTICATE;
import static dev.connectorkit.testkit.rules.CommandTypes.CREATE;
import static dev.connectorkit.testkit.rules.CommandTypes.DELETE;
import static dev.connectorkit.testkit.rules.CommandTypes.DISABLE;
import static dev.connectorkit.testkit.rules.CommandTypes.DISCOVER;
import static dev.connectorkit.testkit.rules.CommandTypes.ENABLE;
import static dev.connectorkit.testkit.rules.CommandTypes.ENTITLEMENT_LIST;
import static dev.connectorkit.testkit.rules.CommandTypes.ENTITLEMENT_READ;
import static dev.connectorkit.testkit.rules.CommandTypes.LIST;
import static dev.connectorkit.testkit.rules.CommandTypes.PASSWORD;
import static dev.connectorkit.testkit.rules.CommandTypes.READ;
import static dev.connectorkit.testkit.rules.CommandTypes.TEST;
import static dev.connectorkit.testkit.rules.CommandTypes.UNLOCK;
import static dev.connectorkit.testkit.rules.CommandTypes.UPDATE;

import dev.connectorkit.dsl.command.Attributes;
import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.runtime.CommandRequest;
import dev.connectorkit.testkit.run.Line;
import dev.connectorkit.testkit.simulation.SourceException;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Faulty connectors whose handlers are those of the reference, with something amiss around them. */
final class HandlerMutants {
    private static final JsonObject NOTHING = JsonValue.EMPTY_JSON_OBJECT;

    private HandlerMutants() {}

    static List<Mutant> all() {
        var all = new ArrayList<Mutant>();
        all.addAll(spec());
        all.addAll(sourceErrors());
        all.addAll(reads());
        all.addAll(lists());
        all.addAll(changes());
        all.addAll(secrets());
        all.addAll(entitlements());
        all.addAll(state());
        return all;
    }

    /** Returns a request with another input. */
    static CommandRequest with(CommandRequest request, JsonObject input) {
        return CommandRequest.of(request.type(), input).withConfig(request.config());
    }

    private static CommandRequest with(CommandRequest request, String member, JsonValue value) {
        return with(request, Inputs.with(Inputs.of(request), member, value));
    }

    private static String id(CommandRequest request) {
        return Reference.id(Inputs.of(request));
    }

    /** Lets a connector see other changes than those that it was sent. */
    static void changes(Reference reference, UnaryOperator<List<JsonObject>> changed) {
        reference.around(UPDATE, (request, sink, inner) -> {
            var changes = changed.apply(SpecView.objects(Inputs.of(request).get("changes")));
            inner.handle(with(request, "changes", Inputs.array(changes)), sink);
        });
    }

    /** Lets a connector not see some of the changes that it was sent. */
    private static void withoutChanges(Reference reference, Predicate<JsonObject> ignored) {
        changes(reference, changes -> changes.stream().filter(ignored.negate()).toList());
    }

    /** Lets a connector see other attributes than it is to create an account with. */
    static void created(Reference reference, UnaryOperator<JsonObject> changed) {
        reference.around(
                CREATE,
                (request, sink, inner) -> inner.handle(
                        with(
                                request,
                                "attributes",
                                changed.apply(Inputs.of(request).getJsonObject("attributes"))),
                        sink));
    }

    private static Mutant of(String name, String rule, String message, Consumer<Reference> change) {
        return Mutant.of(name, rule, message, change);
    }

    private static Mutant around(String name, String command, String rule, String message, Reference.Around around) {
        return of(name, rule, message, reference -> reference.around(command, around));
    }

    private static List<Mutant> spec() {
        var item = "/sourceConfig/0/items/0/items/-";
        return List.of(
                of(
                        "a config key twice",
                        "spec.form",
                        "`token`",
                        reference -> reference.spec(spec -> Mutants.add(
                                spec, item, "{\"key\":\"token\",\"label\":\"Token\",\"type\":\"secret\"}"))),
                of(
                        "a select without options",
                        "spec.form",
                        "options",
                        reference -> reference.spec(spec -> Mutants.add(
                                spec, item, "{\"key\":\"region\",\"label\":\"Region\",\"type\":\"select\"}"))),
                of(
                        "a command that does not exist",
                        "spec.form",
                        "std:account:aggregate",
                        reference ->
                                reference.spec(spec -> Mutants.add(spec, "/commands/-", "\"std:account:aggregate\""))),
                of(
                        "a discovered type that is none",
                        "schema.discovered",
                        "does not fit",
                        reference -> reference
                                .spec(spec -> Mutants.add(spec, "/commands/-", "\"" + DISCOVER + "\""))
                                .handler(
                                        DISCOVER,
                                        (request, sink) -> sink.output(Mutants.replace(
                                                ReferenceSpec.SPEC.getJsonObject("accountSchema"),
                                                "/attributes/4/type",
                                                "\"string\"")))),
                of(
                        "results that are text",
                        "schema.shape",
                        "`results`",
                        reference -> reference.output((command, object) ->
                                command.equals(CREATE) ? Inputs.with(object, "results", Json.text("ok")) : object)),
                of(
                        "test connection makes an account",
                        "test-connection.changes-nothing",
                        "has more",
                        reference -> reference.around(TEST, (request, sink, inner) -> {
                            inner.handle(request, sink);
                            if (reference.users.row("test") == null) {
                                reference.users.insert(Reference.row("id", "test", "name", "Test"));
                            }
                        })),
                of(
                        "test connection takes a 401 for success",
                        "test-connection.source-down-fails",
                        "answers 401",
                        reference -> reference.around(TEST, (request, sink, inner) -> {
                            try {
                                inner.handle(request, sink);
                            } catch (SourceException e) {
                                if (e.status() != 401) {
                                    throw e;
                                }
                                sink.output(NOTHING);
                            }
                        })));
    }

    private static List<Mutant> sourceErrors() {
        var mutants = new ArrayList<Mutant>();
        for (var command : List.of(READ, CREATE, UPDATE, DELETE, ENABLE, DISABLE, UNLOCK, PASSWORD, ENTITLEMENT_READ)) {
            var name = command.startsWith("std:account:")
                    ? command.substring("std:account:".length())
                    : command.equals(PASSWORD) ? "change-password" : "entitlement-read";
            var rule = "faults.error-fails-" + name;
            mutants.add(around(
                    "an error is taken for not found in " + name,
                    command,
                    rule,
                    "as not found",
                    (request, sink, inner) -> {
                        try {
                            inner.handle(request, sink);
                        } catch (SourceException e) {
                            throw WireDriver.WireFailure.notFound("such object");
                        }
                    }));
            mutants.add(of(
                    "an error is passed over in " + name,
                    rule,
                    "succeeds, though",
                    reference -> reference.around(command, (request, sink, inner) -> {
                        try {
                            inner.handle(request, sink);
                        } catch (SourceException e) {
                            if (e.status() == 404) {
                                throw e;
                            }
                            sink.output(
                                    command.equals(READ) || command.equals(ENTITLEMENT_READ)
                                            ? reference.account(Reference.row("id", id(request)))
                                            : NOTHING);
                        }
                    })));
        }
        mutants.add(of(
                "groups are given in a second call, which may fail",
                "faults.error-fails-create",
                "`groups`",
                HandlerMutants::givesGroupsLater));
        return mutants;
    }

    private static void givesGroupsLater(Reference reference) {
        created(reference, attributes -> Inputs.without(attributes, "groups"));
        reference.around(CREATE, (request, sink, inner) -> {
            inner.handle(request, (type, data) -> {});
            var attributes = Inputs.of(request).getJsonObject("attributes");
            var id = attributes.getString("id");
            var groups = Listing.elements(attributes.get("groups")).stream()
                    .map(group -> ((JsonString) group).getString())
                    .toList();
            try {
                reference.users.update(id, Map.of("groups", groups));
            } catch (SourceException e) {
                System.err.println("no groups for " + id);
            }
            sink.output(reference.account(Objects.requireNonNull(reference.users.row(id))));
        });
    }

    private static List<Mutant> reads() {
        return List.of(
                of(
                        "the first account whose id begins so",
                        "not-found.read",
                        "but the beginning of",
                        reference -> reference.around(
                                READ,
                                (request, sink, inner) -> sink.output(reference.account(
                                        beginningWith(reference, id(request)).get(0))))),
                of(
                        "the last account whose id begins so",
                        "list.equals-read",
                        "`key`",
                        reference -> reference.around(READ, (request, sink, inner) -> {
                            var found = beginningWith(reference, id(request));
                            sink.output(reference.account(found.get(found.size() - 1)));
                        })),
                of("an id in a static field", "read.concurrent", "was read too", reference -> {
                    var id = new AtomicReference<>("");
                    reference.handler(READ, (request, sink) -> {
                        id.set(id(request));
                        reference.users.read(id.get());
                        sink.output(reference.account(reference.users.read(id.get())));
                    });
                }),
                of("what was read is remembered", "read.up-to-date", "after a change at the source", reference -> {
                    var cache = new HashMap<String, JsonValue>();
                    reference.around(READ, (request, sink, inner) -> {
                        var known = cache.get(id(request));
                        if (known != null) {
                            sink.output(known);
                            return;
                        }
                        inner.handle(request, (type, data) -> {
                            cache.put(id(request), data);
                            sink.line(type, data);
                        });
                    });
                }),
                around(
                        "a key is needed",
                        READ,
                        "keys.either-will-do",
                        "by its `identity` alone",
                        (request, sink, inner) -> {
                            if (!Inputs.of(request).containsKey("key")) {
                                throw WireDriver.WireFailure.generic("no key");
                            }
                            inner.handle(request, sink);
                        }),
                around(
                        "an id that is not escaped",
                        READ,
                        "keys.any-text",
                        "is its id escaped",
                        (request, sink, inner) -> {
                            if (id(request).contains("/")) {
                                throw WireDriver.WireFailure.notFound("such path");
                            }
                            inner.handle(request, sink);
                        }),
                around(
                        "any password will do",
                        AUTHENTICATE,
                        "authenticate.wrong-password-fails",
                        "with any password",
                        (request, sink, inner) -> {
                            try {
                                inner.handle(request, sink);
                            } catch (WireDriver.WireFailure e) {
                                sink.output(NOTHING);
                            }
                        }),
                around(
                        "authenticate sends {}",
                        AUTHENTICATE,
                        "authenticate.equals-read",
                        "sends {}",
                        (request, sink, inner) -> inner.handle(request, (type, data) -> sink.line(type, NOTHING))));
    }

    private static List<Attributes> beginningWith(Reference reference, String id) {
        var found = new ArrayList<Attributes>();
        String cursor = null;
        do {
            var page = reference.users.page(cursor);
            page.rows().stream()
                    .filter(row -> String.valueOf(row.text("id")).startsWith(id))
                    .forEach(found::add);
            cursor = page.next();
        } while (cursor != null);
        if (found.isEmpty()) {
            throw WireDriver.WireFailure.notFound("such account");
        }
        return found;
    }

    private static List<Mutant> lists() {
        return List.of(
                of(
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

    private static void endAt(int status, CommandRequest request, WireDriver.Sink sink, WireDriver.Handler inner) {
        try {
            inner.handle(request, sink);
        } catch (SourceException e) {
            if (e.status() != status) {
                throw e;
            }
        }
    }

    private static boolean isText(JsonObject change, Predicate<String> text) {
        return change.get("value") instanceof JsonString value && text.test(value.getString());
    }

    private static List<Mutant> changes() {
        return List.of(
                of(
                        "Set of nothing is ignored",
                        "update.set",
                        "should be []",
                        reference -> withoutChanges(
                                reference,
                                change -> change.get("value") instanceof JsonArray array && array.isEmpty())),
                of(
                        "Set of null is ignored",
                        "update.set",
                        "should be []",
                        reference -> withoutChanges(reference, change -> change.get("value") == JsonValue.NULL)),
                of(
                        "numbers in texts lose their zeros",
                        "update.set",
                        "should be",
                        reference -> changes(
                                reference,
                                changes -> changes.stream()
                                        .map(change -> isText(change, text -> text.matches("0\\d+"))
                                                ? Inputs.with(
                                                        change,
                                                        "value",
                                                        Json.text(change.getString("value")
                                                                .replaceFirst("^0+", "")))
                                                : change)
                                        .toList())),
                of(
                        "long names are cut when they are created",
                        "create.maximal",
                        "`name`",
                        reference -> created(reference, attributes -> {
                            var name = attributes.getString("name", "");
                            return name.length() > 30
                                    ? Inputs.with(attributes, "name", Json.text(name.substring(0, 30)))
                                    : attributes;
                        })),
                of(
                        "an update enables",
                        "update.disabled-account",
                        "`disabled` is true",
                        reference -> reference.around(UPDATE, (request, sink, inner) -> {
                            if (reference.users.row(id(request)) != null) {
                                reference.users.update(id(request), Map.of("disabled", false));
                            }
                            inner.handle(request, sink);
                        })),
                of(
                        "disabled accounts are not found",
                        "update.disabled-account",
                        "once more",
                        reference -> reference.around(UPDATE, (request, sink, inner) -> {
                            var row = reference.users.row(id(request));
                            if (row != null && Boolean.TRUE.equals(row.get("disabled"))) {
                                throw WireDriver.WireFailure.notFound("active account");
                            }
                            inner.handle(request, sink);
                        })),
                of(
                        "all whose id begins so are disabled",
                        "disable.leaves-others",
                        "the list of the others",
                        reference -> reference.around(DISABLE, (request, sink, inner) -> {
                            inner.handle(request, sink);
                            beginningWith(reference, id(request))
                                    .forEach(row -> reference.users.update(
                                            String.valueOf(row.text("id")), Map.of("disabled", true)));
                        })),
                of(
                        "unlock takes the groups away",
                        "unlock.takes-effect",
                        "changed `groups`",
                        reference -> reference.around(UNLOCK, (request, sink, inner) -> {
                            inner.handle(request, sink);
                            reference.users.update(id(request), Map.of("groups", List.of()));
                        })),
                of(
                        "a password for everybody",
                        "password.changes-source",
                        "and that of",
                        reference -> reference.around(PASSWORD, (request, sink, inner) -> {
                            inner.handle(request, sink);
                            reference.users.update(
                                    "u0", Map.of("password", Inputs.of(request).getString("password")));
                        })),
                around(
                        "change password sends nothing",
                        PASSWORD,
                        "protocol.empty-answers",
                        "sent nothing",
                        (request, sink, inner) -> inner.handle(request, (type, data) -> {})));
    }

    private static List<Mutant> secrets() {
        return List.of(
                around(
                        "a password in the error of a failed change",
                        PASSWORD,
                        "secrets.not-leaked",
                        "in the error of",
                        (request, sink, inner) -> {
                            try {
                                inner.handle(request, sink);
                            } catch (SourceException e) {
                                throw e.status() == 404 ? e : WireDriver.WireFailure.generic("PUT " + request.input());
                            }
                        }),
                around(
                        "a password in the log of a failed create",
                        CREATE,
                        "secrets.not-logged",
                        "a secret is in",
                        (request, sink, inner) -> {
                            try {
                                inner.handle(request, sink);
                            } catch (SourceException e) {
                                System.err.println("cannot create " + request.input());
                                throw e;
                            }
                        }));
    }

    private static List<Mutant> entitlements() {
        return List.of(
                of(
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
                of(
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
                of(
                        "changes since a time, without those at that time",
                        "state.edit-during-run",
                        "at the very time",
                        reference -> listsByTime(reference, Duration.ofMillis(1))),
                of("a watermark in a static field", "state.tells-again", "once more", reference -> {
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
