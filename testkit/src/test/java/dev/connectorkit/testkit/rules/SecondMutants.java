package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.CommandTypes.ENTITLEMENT_LIST;
import static dev.connectorkit.testkit.rules.CommandTypes.LIST;
import static dev.connectorkit.testkit.rules.CommandTypes.PASSWORD;
import static dev.connectorkit.testkit.rules.CommandTypes.READ;
import static dev.connectorkit.testkit.rules.CommandTypes.SOURCE_DATA_READ;
import static dev.connectorkit.testkit.rules.CommandTypes.TEST;
import static dev.connectorkit.testkit.rules.HandlerMutants.around;
import static dev.connectorkit.testkit.rules.HandlerMutants.id;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.runtime.CommandRequest;
import dev.connectorkit.testkit.run.Line;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** Faulty connectors that come to a fault in another way than the first that was thought of. */
final class SecondMutants {
    private static final String FILTER = "filterString";

    private SecondMutants() {}

    static List<Mutant> all() {
        return Stream.of(filters(), passwords(), reads(), others())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Mutant> filters() {
        return List.of(
                around(
                        "a filter for one type of entitlements",
                        ENTITLEMENT_LIST,
                        "filter.entitlements-applied",
                        "the list of type `role` sends the matches too",
                        (request, sink, inner) -> inner.handle(
                                Inputs.of(request).getString("type").equals("role")
                                        ? request.withConfig(ReferenceSpec.CONFIG)
                                        : request,
                                sink)),
                around(
                        "an unknown attribute empties the list",
                        LIST,
                        "filter.unknown-attribute",
                        "these do not match and are left out",
                        (request, sink, inner) -> {
                            if (!Json.toText(request.config()).contains("connectorkitNoSuchAttribute")) {
                                inner.handle(request, sink);
                            }
                        }),
                Mutant.of(
                        "signs of life while there is no filter",
                        "filter.kept-alive",
                        "silent for",
                        reference -> reference.around(
                                LIST,
                                (request, sink, inner) -> inner.handle(request, (type, data) -> {
                                    if (!type.equals(Line.KEEP_ALIVE)
                                            || !request.config().containsKey(FILTER)) {
                                        sink.line(type, data);
                                    }
                                }))));
    }

    private static List<Mutant> passwords() {
        return List.of(
                Mutant.of(
                        "a password that is written small when an account is created",
                        "create.password",
                        "was created with a `password`",
                        reference -> ChangeMutants.created(
                                reference,
                                attributes -> attributes.get("password") instanceof JsonString password
                                        ? Inputs.with(
                                                attributes,
                                                "password",
                                                Json.text(password.getString().toLowerCase(Locale.ROOT)))
                                        : attributes)),
                afterPassword("a changed password enables", "which was disabled, was changed", "disabled"),
                afterPassword("a changed password unlocks", "which was locked, was changed", "locked"));
    }

    private static Mutant afterPassword(String name, String message, String flag) {
        return Mutant.of(
                name,
                "password.keeps-switches",
                message,
                reference -> reference.around(PASSWORD, (request, sink, inner) -> {
                    inner.handle(request, sink);
                    reference.users.update(id(request), Map.of(flag, false));
                }));
    }

    private static List<Mutant> reads() {
        return List.of(
                Mutant.of(
                        "accounts are read from the first list",
                        "read.up-to-date",
                        "after a change at the source",
                        SecondMutants::remembersListed),
                Mutant.of(
                        "accounts are sorted before they are sent",
                        "list.streams",
                        "kept in memory",
                        reference -> reference.around(LIST, (request, sink, inner) -> {
                            var accounts = new TreeMap<String, JsonValue>();
                            inner.handle(request, (type, data) -> {
                                if (type.equals(Line.OUTPUT)) {
                                    accounts.put(data.asJsonObject().getString("identity"), data);
                                } else {
                                    sink.line(type, data);
                                }
                            });
                            accounts.values().forEach(sink::output);
                        })),
                Mutant.of(
                        "source data that is read knows no limit",
                        "source-data.limit",
                        "`std:source-data:read` sends 3",
                        reference -> RareCommands.on(reference)
                                .around(
                                        SOURCE_DATA_READ,
                                        (request, sink, inner) -> inner.handle(without(request, "queryInput"), sink))));
    }

    private static void remembersListed(Reference reference) {
        var listed = new HashMap<String, JsonValue>();
        reference.around(
                LIST,
                (request, sink, inner) -> inner.handle(request, (type, data) -> {
                    if (type.equals(Line.OUTPUT)) {
                        listed.putIfAbsent(data.asJsonObject().getString("identity"), data);
                    }
                    sink.line(type, data);
                }));
        reference.around(READ, (request, sink, inner) -> {
            var known = listed.get(id(request));
            if (known == null) {
                inner.handle(request, sink);
            } else {
                sink.output(known);
            }
        });
    }

    private static CommandRequest without(CommandRequest request, String member) {
        return CommandRequest.of(request.type(), Inputs.without(Inputs.of(request), member))
                .withConfig(request.config());
    }

    private static List<Mutant> others() {
        return List.of(
                Mutant.of(
                        "an unknown command ends without a word",
                        "spec.unknown-command-fails",
                        "a command that no connector has, succeeds",
                        reference -> reference.handler("connectorkit:no-such-command", (request, sink) -> {})),
                around(
                        "an empty config stands for that of the developer",
                        TEST,
                        "test-connection.empty-config-fails",
                        "succeeds with an empty config",
                        (request, sink, inner) -> inner.handle(
                                request.config().isEmpty() ? request.withConfig(ReferenceSpec.CONFIG) : request, sink)),
                around("a key for each account and time", READ, "data-store.bounded", "grows without end", times()),
                Mutant.of(
                        "a read answers the one before it",
                        "life.nothing-after-return",
                        "after the handler had returned",
                        reference -> {
                            var earlier = new AtomicReference<>((WireDriver.Sink) (type, data) -> {});
                            reference.around(READ, (request, sink, inner) -> {
                                inner.handle(request, sink);
                                earlier.getAndSet(sink).line(Line.KEEP_ALIVE, JsonValue.EMPTY_JSON_OBJECT);
                            });
                        }));
    }

    private static Reference.Around times() {
        var reads = new AtomicInteger();
        return (request, sink, inner) -> {
            inner.handle(request, sink);
            var path = "/connectorAttributes/" + id(request) + "-" + reads.incrementAndGet();
            var operation = Json.object().add("op", "add").add("path", path).add("value", "read");
            sink.line(Line.CONFIG, Json.array().add(operation).build());
        };
    }
}
