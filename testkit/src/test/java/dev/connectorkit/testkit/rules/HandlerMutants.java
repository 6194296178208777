package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.ChangeMutants.created;
import static dev.connectorkit.testkit.rules.CommandTypes.AUTHENTICATE;
import static dev.connectorkit.testkit.rules.CommandTypes.CREATE;
import static dev.connectorkit.testkit.rules.CommandTypes.DELETE;
import static dev.connectorkit.testkit.rules.CommandTypes.DISABLE;
import static dev.connectorkit.testkit.rules.CommandTypes.DISCOVER;
import static dev.connectorkit.testkit.rules.CommandTypes.ENABLE;
import static dev.connectorkit.testkit.rules.CommandTypes.ENTITLEMENT_READ;
import static dev.connectorkit.testkit.rules.CommandTypes.PASSWORD;
import static dev.connectorkit.testkit.rules.CommandTypes.READ;
import static dev.connectorkit.testkit.rules.CommandTypes.TEST;
import static dev.connectorkit.testkit.rules.CommandTypes.UNLOCK;
import static dev.connectorkit.testkit.rules.CommandTypes.UPDATE;

import dev.connectorkit.dsl.command.Attributes;
import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.runtime.CommandRequest;
import dev.connectorkit.testkit.simulation.SourceException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** Faulty connectors whose handlers are those of the reference, with something amiss around them. */
final class HandlerMutants {
    private static final JsonObject NOTHING = JsonValue.EMPTY_JSON_OBJECT;

    private HandlerMutants() {}

    static List<Mutant> all() {
        return Stream.of(spec(), sourceErrors(), reads()).flatMap(List::stream).toList();
    }

    /** Returns a request with another input. */
    static CommandRequest with(CommandRequest request, JsonObject input) {
        return CommandRequest.of(request.type(), input).withConfig(request.config());
    }

    static CommandRequest with(CommandRequest request, String member, JsonValue value) {
        return with(request, Inputs.with(Inputs.of(request), member, value));
    }

    static String id(CommandRequest request) {
        return Reference.id(Inputs.of(request));
    }

    static Mutant around(String name, String command, String rule, String message, Reference.Around around) {
        return Mutant.of(name, rule, message, reference -> reference.around(command, around));
    }

    private static List<Mutant> spec() {
        var item = "/sourceConfig/0/items/0/items/-";
        return List.of(
                Mutant.of(
                        "a config key twice",
                        "spec.form",
                        "`token`",
                        reference -> reference.spec(spec -> Mutants.add(
                                spec, item, "{\"key\":\"token\",\"label\":\"Token\",\"type\":\"secret\"}"))),
                Mutant.of(
                        "a select without options",
                        "spec.form",
                        "options",
                        reference -> reference.spec(spec -> Mutants.add(
                                spec, item, "{\"key\":\"region\",\"label\":\"Region\",\"type\":\"select\"}"))),
                Mutant.of(
                        "a command that does not exist",
                        "spec.form",
                        "std:account:aggregate",
                        reference ->
                                reference.spec(spec -> Mutants.add(spec, "/commands/-", "\"std:account:aggregate\""))),
                Mutant.of(
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
                Mutant.of(
                        "results that are text",
                        "schema.shape",
                        "`results`",
                        reference -> reference.output((command, object) ->
                                command.equals(CREATE) ? Inputs.with(object, "results", Json.text("ok")) : object)),
                Mutant.of(
                        "test connection makes an account",
                        "test-connection.changes-nothing",
                        "has more",
                        reference -> reference.around(TEST, (request, sink, inner) -> {
                            inner.handle(request, sink);
                            if (reference.users.row("test") == null) {
                                reference.users.insert(Reference.row("id", "test", "name", "Test"));
                            }
                        })),
                Mutant.of(
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
            mutants.add(Mutant.of(
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
        mutants.add(Mutant.of(
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
                Mutant.of(
                        "the first account whose id begins so",
                        "not-found.read",
                        "but the beginning of",
                        reference -> reference.around(
                                READ,
                                (request, sink, inner) -> sink.output(reference.account(
                                        beginningWith(reference, id(request)).get(0))))),
                Mutant.of(
                        "the last account whose id begins so",
                        "list.equals-read",
                        "`key`",
                        reference -> reference.around(READ, (request, sink, inner) -> {
                            var found = beginningWith(reference, id(request));
                            sink.output(reference.account(found.get(found.size() - 1)));
                        })),
                Mutant.of("an id in a static field", "read.concurrent", "was read too", reference -> {
                    var id = new AtomicReference<>("");
                    reference.handler(READ, (request, sink) -> {
                        id.set(id(request));
                        reference.users.read(id.get());
                        sink.output(reference.account(reference.users.read(id.get())));
                    });
                }),
                Mutant.of(
                        "what was read is remembered", "read.up-to-date", "after a change at the source", reference -> {
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

    static List<Attributes> beginningWith(Reference reference, String id) {
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
}
