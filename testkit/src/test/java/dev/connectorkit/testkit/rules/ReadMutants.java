package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.CommandTypes.ENTITLEMENT_LIST;
import static dev.connectorkit.testkit.rules.CommandTypes.ENTITLEMENT_READ;
import static dev.connectorkit.testkit.rules.CommandTypes.LIST;
import static dev.connectorkit.testkit.rules.CommandTypes.READ;
import static dev.connectorkit.testkit.rules.CommandTypes.TEST;
import static dev.connectorkit.testkit.rules.HandlerMutants.around;
import static dev.connectorkit.testkit.rules.HandlerMutants.id;
import static dev.connectorkit.testkit.rules.HandlerMutants.with;
import static dev.connectorkit.testkit.rules.ListMutants.endAt;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.runtime.CommandRequest;
import dev.connectorkit.testkit.run.Line;
import dev.connectorkit.testkit.simulation.SourceException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Faulty connectors that list or read amiss, of other kinds than those in {@link ListMutants}. */
final class ReadMutants {
    private ReadMutants() {}

    static List<Mutant> all() {
        return Stream.of(spec(), connection(), lists(), filters(), keys(), entitlements(), failures(), state())
                .flatMap(List::stream)
                .toList();
    }

    private static Mutant spec(String name, String rule, String message, UnaryOperator<JsonObject> change) {
        return Mutant.of(name, rule, message, reference -> reference.spec(change));
    }

    private static List<Mutant> spec() {
        return List.of(
                spec(
                        "an entitlement attribute without a type",
                        "spec.attribute-types",
                        "has the type ``",
                        spec -> Mutants.remove(spec, "/entitlementSchemas/1/attributes/2/type")),
                spec(
                        "two schemas of one type",
                        "spec.attributes-unique",
                        "two entitlement schemas of type `group`",
                        spec -> Mutants.replace(spec, "/entitlementSchemas/1/type", "\"group\"")),
                Mutant.of(
                        "no handler to read entitlements",
                        "spec.commands-answered",
                        "no handler answers it",
                        reference -> reference.without(ENTITLEMENT_READ)),
                spec(
                        "a handler that is not declared, and takes nothing but whole accounts",
                        "spec.handlers-declared",
                        "does not declare it",
                        spec -> Mutants.remove(spec, "/commands/3")),
                spec(
                        "a template field without a key",
                        "spec.create-template",
                        "has no `key`",
                        spec -> Mutants.remove(spec, "/accountCreateTemplate/fields/2/key")),
                spec(
                        "an initial value of no known type",
                        "spec.create-template",
                        "types are identityAttribute",
                        spec -> Mutants.replace(
                                spec, "/accountCreateTemplate/fields/1/initialValue/type", "\"identity\"")),
                spec(
                        "a reference in other letters",
                        "spec.entitlement-references",
                        "`Role`",
                        spec -> Mutants.replace(spec, "/accountSchema/attributes/10/schemaObjectType", "\"Role\"")),
                spec(
                        "a key type that is no text",
                        "spec.key-type",
                        "`keyType` is true",
                        spec -> Mutants.replace(spec, "/keyType", "true")));
    }

    private static List<Mutant> connection() {
        return List.of(Mutant.of(
                "test connection disables somebody",
                "test-connection.changes-nothing",
                "`disabled`",
                reference -> reference.around(TEST, (request, sink, inner) -> {
                    inner.handle(request, sink);
                    reference.users.update("u0", Map.of("disabled", true));
                })));
    }

    private static List<Mutant> lists() {
        return List.of(
                Mutant.of("a list that counts its calls", "list.repeatable", "`name`", reference -> {
                    var calls = new AtomicInteger();
                    reference.around(LIST, (request, sink, inner) -> {
                        var call = calls.incrementAndGet();
                        inner.handle(
                                request,
                                changing(
                                        (type, data) -> Mutants.attribute(data, "name", "\"Call " + call + "\""),
                                        sink));
                    });
                }),
                Mutant.of("the first configuration is kept", "list.isolated", "fails", reference -> {
                    var broken = new AtomicReference<>("");
                    reference.around(LIST, (request, sink, inner) -> {
                        if (!broken.get().isEmpty()) {
                            throw WireDriver.WireFailure.generic(broken.get());
                        }
                        try {
                            inner.handle(request, sink);
                        } catch (WireDriver.WireFailure e) {
                            broken.set("there was an error before");
                            throw e;
                        }
                    });
                }),
                Mutant.of("a place in the list in a static field", "list.concurrent", "lacks", reference -> {
                    AtomicReference<@Nullable String> place = new AtomicReference<>();
                    reference.handler(LIST, (request, sink) -> {
                        place.set(null);
                        do {
                            var page = reference.users.page(place.get());
                            place.set(page.next());
                            page.rows().forEach(row -> sink.output(reference.account(row)));
                        } while (place.get() != null);
                    });
                }),
                Mutant.of(
                        "entitlements that lack a declared attribute",
                        "schema.attributes-seen",
                        "role.rank",
                        reference -> reference.output((command, object) ->
                                object.containsKey("type") ? Listing.without(object, "rank") : object)),
                Mutant.of(
                        "an entitlement attribute that is not declared",
                        "schema.undeclared",
                        "`owner`",
                        reference -> reference.output((command, object) -> object.containsKey("type")
                                ? Inputs.with(
                                        object,
                                        "attributes",
                                        Inputs.with(object.getJsonObject("attributes"), "owner", Json.text("ada")))
                                : object)),
                Mutant.of(
                        "silence to the end",
                        "limits.silence",
                        "silent for",
                        reference -> reference.slip(Slip.BUFFERED, Slip.SILENT_WHEN_FILTERED)));
    }

    /** Changes what a handler sends. */
    private static WireDriver.Sink changing(BiFunction<String, JsonObject, JsonObject> change, WireDriver.Sink sink) {
        return (type, data) ->
                sink.line(type, type.equals(Line.OUTPUT) ? change.apply(type, data.asJsonObject()) : data);
    }

    private static Mutant filtering(
            String name, String command, String rule, String message, String key, String other) {
        return around(name, command, rule, message, (request, sink, inner) -> {
            var filter = request.config().getString(key, "");
            inner.handle(filter.equals(other) ? request : request.withConfig(changed(request, key, filter)), sink);
        });
    }

    /** Returns the configuration with a filter that matches what another one does not. */
    private static JsonObject changed(CommandRequest request, String key, String filter) {
        var opposite = filter.contains("==") ? filter.replace("==", "!=") : filter.replace("!=", "==");
        return Inputs.with(request.config(), key, Json.text(opposite));
    }

    private static List<Mutant> filters() {
        return List.of(
                filtering(
                        "the filter of accounts is turned around",
                        LIST,
                        "filter.account-filter",
                        "these match and are sent",
                        FilterRules.ACCOUNTS,
                        ""),
                filtering(
                        "the filter of entitlements is turned around",
                        ENTITLEMENT_LIST,
                        "filter.entitlements",
                        "these match and are sent",
                        FilterRules.ALL,
                        ""),
                around(
                        "nobody is sent where the filter is none",
                        LIST,
                        "filter.bad-filter-fails",
                        "succeeds with 0 accounts",
                        (request, sink, inner) -> {
                            if (!request.config().getString("filterString", "").endsWith("== ")
                                    && !request.config()
                                            .getString("account.filterString", "")
                                            .endsWith("== ")) {
                                inner.handle(request, sink);
                            }
                        }),
                around(
                        "a blank filter matches everybody",
                        LIST,
                        "filter.no-match-keeps-all",
                        "are left out",
                        (request, sink, inner) -> {
                            var filter = request.config().getString("filterString", "");
                            if (filter.isEmpty() || !filter.isBlank()) {
                                inner.handle(request, sink);
                            }
                        }),
                around(
                        "a first stateful list is not filtered",
                        LIST,
                        "filter.stateful",
                        "a first stateful list sends",
                        (request, sink, inner) -> inner.handle(
                                Inputs.of(request).containsKey("stateful")
                                                && !Inputs.of(request).containsKey("state")
                                        ? request.withConfig(Inputs.without(request.config(), "filterString"))
                                        : request,
                                sink)));
    }

    private static List<Mutant> keys() {
        return List.of(
                around(
                        "a plus in an id is taken for a blank",
                        READ,
                        "keys.any-text",
                        "is its id escaped",
                        (request, sink, inner) -> {
                            var id = Json.text(id(request).replace('+', ' '));
                            inner.handle(
                                    with(
                                            request,
                                            Inputs.with(Inputs.without(Inputs.of(request), "key"), "identity", id)),
                                    sink);
                        }),
                around(
                        "an identity is needed",
                        READ,
                        "keys.either-will-do",
                        "by its `key` alone",
                        (request, sink, inner) -> {
                            if (!Inputs.of(request).containsKey("identity")) {
                                throw WireDriver.WireFailure.generic("no identity");
                            }
                            inner.handle(request, sink);
                        }),
                around(
                        "an account comes with each of its groups",
                        LIST,
                        "keys.unique",
                        "twice in one list",
                        (request, sink, inner) -> inner.handle(request, (type, data) -> {
                            var groups = type.equals(Line.OUTPUT)
                                    ? data.asJsonObject()
                                            .getJsonObject("attributes")
                                            .getJsonArray("groups")
                                            .size()
                                    : 1;
                            for (var i = 0; i < Math.max(1, groups); i++) {
                                sink.line(type, data);
                            }
                        })));
    }

    private static List<Mutant> entitlements() {
        return List.of(
                around(
                        "pages of entitlements overlap",
                        ENTITLEMENT_LIST,
                        "entitlements.complete",
                        "but the list of entitlements of type",
                        (request, sink, inner) -> {
                            var sent = new int[1];
                            inner.handle(request, (type, data) -> {
                                sink.line(type, data);
                                if (++sent[0] == Reference.PAGE_SIZE) {
                                    sink.line(type, data);
                                }
                            });
                        }),
                around(
                        "an entitlement is read without all of its attributes",
                        ENTITLEMENT_READ,
                        "entitlements.equals-read",
                        "`rank`",
                        (request, sink, inner) ->
                                inner.handle(request, changing((type, data) -> Listing.without(data, "rank"), sink))),
                around(
                        "an entitlement that does not say its type",
                        ENTITLEMENT_LIST,
                        "entitlements.type",
                        "of type ``",
                        (request, sink, inner) ->
                                inner.handle(request, changing((type, data) -> Inputs.without(data, "type"), sink))),
                Mutant.of(
                        "groups by their names",
                        "entitlements.references-resolve",
                        "no entitlement list has",
                        reference -> reference.output((command, object) ->
                                command.startsWith("std:account:") && object.containsKey("attributes")
                                        ? withNamesOfGroups(object)
                                        : object)),
                Mutant.of("entitlements are listed once", "entitlements.repeatable", "lacks", reference -> {
                    var listed = new HashSet<JsonValue>();
                    reference.around(
                            ENTITLEMENT_LIST,
                            (request, sink, inner) -> inner.handle(request, (type, data) -> {
                                if (listed.add(data)) {
                                    sink.line(type, data);
                                }
                            }));
                }),
                Mutant.of(
                        "a long wait before entitlements",
                        "entitlements.silence",
                        "silent for",
                        reference -> reference.around(ENTITLEMENT_LIST, (request, sink, inner) -> {
                            reference.clock.sleep(Duration.ofMinutes(4));
                            inner.handle(request, sink);
                        })));
    }

    private static JsonObject withNamesOfGroups(JsonObject account) {
        var names = Listing.elements(account.getJsonObject("attributes").get("groups")).stream()
                .map(group ->
                        Json.text("Group " + ((JsonString) group).getString().substring(1)))
                .toList();
        return Mutants.attribute(account, "groups", Json.toText(Inputs.array(names)));
    }

    private static List<Mutant> failures() {
        return List.of(
                around(
                        "entitlements end when the source is down",
                        ENTITLEMENT_LIST,
                        "entitlements.error-fails-list",
                        "goes down",
                        (request, sink, inner) -> endAt(503, request, sink, inner)),
                around(
                        "entitlements end at a 429",
                        ENTITLEMENT_LIST,
                        "entitlements.too-many-requests",
                        "entitlements",
                        (request, sink, inner) -> inner.handle(request, (type, data) -> {
                            if (!type.equals(Line.KEEP_ALIVE)) {
                                sink.line(type, data);
                                return;
                            }
                            throw WireDriver.WireFailure.generic("too many requests");
                        })),
                around(
                        "a list ends when a call takes too long",
                        LIST,
                        "faults.hang-times-out",
                        "and the list succeeds",
                        (request, sink, inner) -> endAt(408, request, sink, inner)),
                around(
                        "a list ends where an answer cannot be read",
                        LIST,
                        "faults.truncated-page-fails-list",
                        "breaks off",
                        (request, sink, inner) -> endAt(502, request, sink, inner)));
    }

    private static List<Mutant> state() {
        return List.of(
                around(
                        "state of changes only",
                        LIST,
                        "state.saved",
                        "saves no state",
                        (request, sink, inner) -> inner.handle(request, (type, data) -> {
                            if (!type.equals(Line.STATE) || Inputs.of(request).containsKey("state")) {
                                sink.line(type, data);
                            }
                        })),
                around(
                        "state when a list of what changed fails",
                        LIST,
                        "state.failed-run-saves-none",
                        "fails after it saved state",
                        (request, sink, inner) -> {
                            try {
                                inner.handle(request, sink);
                            } catch (SourceException e) {
                                if (Inputs.of(request).containsKey("state")) {
                                    sink.line(
                                            Line.STATE,
                                            Json.object().add("token", "0").build());
                                }
                                throw e;
                            }
                        }),
                Mutant.of("a change is told once", "state.tells-again", "once more", reference -> {
                    var told = new HashSet<JsonValue>();
                    reference.around(
                            LIST,
                            (request, sink, inner) -> inner.handle(request, (type, data) -> {
                                var isChange = type.equals(Line.OUTPUT)
                                        && Inputs.of(request).containsKey("state");
                                if (!isChange || told.add(data)) {
                                    sink.line(type, data);
                                }
                            }));
                }),
                Mutant.of(
                        "a huge state",
                        "limits.message-size",
                        "more than the 262144",
                        reference -> reference.around(
                                LIST,
                                (request, sink, inner) -> inner.handle(
                                        request,
                                        (type, data) -> sink.line(
                                                type,
                                                type.equals(Line.STATE)
                                                        ? Inputs.with(
                                                                data.asJsonObject(),
                                                                "ids",
                                                                Json.text("u".repeat(300_000)))
                                                        : data)))));
    }
}
