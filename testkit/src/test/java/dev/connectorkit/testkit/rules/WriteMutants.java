package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.CommandTypes.AUTHENTICATE;
import static dev.connectorkit.testkit.rules.CommandTypes.CREATE;
import static dev.connectorkit.testkit.rules.CommandTypes.DELETE;
import static dev.connectorkit.testkit.rules.CommandTypes.DISABLE;
import static dev.connectorkit.testkit.rules.CommandTypes.ENABLE;
import static dev.connectorkit.testkit.rules.CommandTypes.LIST;
import static dev.connectorkit.testkit.rules.CommandTypes.PASSWORD;
import static dev.connectorkit.testkit.rules.CommandTypes.UNLOCK;
import static dev.connectorkit.testkit.rules.CommandTypes.UPDATE;
import static dev.connectorkit.testkit.rules.HandlerMutants.around;
import static dev.connectorkit.testkit.rules.HandlerMutants.beginningWith;
import static dev.connectorkit.testkit.rules.HandlerMutants.id;
import static dev.connectorkit.testkit.rules.HandlerMutants.with;

import dev.connectorkit.dsl.command.Attributes;
import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.testkit.simulation.SourceException;
import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Faulty connectors that change accounts amiss, of other kinds than those in {@link ChangeMutants}. */
final class WriteMutants {
    private WriteMutants() {}

    static List<Mutant> all() {
        return Stream.of(creates(), updates(), deletes(), switches(), passwords(), notFound())
                .flatMap(List::stream)
                .toList();
    }

    private static boolean is(@Nullable Attributes row, String flag) {
        return row != null && Boolean.TRUE.equals(row.get(flag));
    }

    private static List<Mutant> creates() {
        return List.of(
                around(
                        "an account of nobody is there after the error",
                        CREATE,
                        "create.empty-fails",
                        "after a create that failed",
                        (request, sink, inner) -> {
                            if (Inputs.of(request).getJsonObject("attributes").isEmpty()) {
                                inner.handle(
                                        with(request, "attributes", Json.parse("{\"id\":\"new\",\"name\":\"New\"}")),
                                        sink);
                                throw WireDriver.WireFailure.generic("`id` is required");
                            }
                            inner.handle(request, sink);
                        }),
                around(
                        "a department is needed, though the template does not say so",
                        CREATE,
                        "create.minimal",
                        "a department is needed",
                        (request, sink, inner) -> {
                            if (!Inputs.of(request).getJsonObject("attributes").containsKey("department")) {
                                throw WireDriver.WireFailure.generic("a department is needed");
                            }
                            inner.handle(request, sink);
                        }),
                Mutant.of(
                        "create sends what it was given",
                        "create.equals-read",
                        "`department`",
                        reference -> reference.output((command, object) ->
                                command.equals(CREATE) ? Listing.without(object, "department") : object)),
                Mutant.of(
                        "new accounts are listed as disabled",
                        "create.equals-list",
                        "`disabled`",
                        reference -> reference.output((command, object) -> command.equals(LIST)
                                        && object.getString("identity").startsWith("ck")
                                ? Inputs.with(object, "disabled", JsonValue.TRUE)
                                : object)),
                around(
                        "several values are expected",
                        CREATE,
                        "create.single-value",
                        "is not iterable",
                        (request, sink, inner) -> {
                            var aliases = Inputs.of(request)
                                    .getJsonObject("attributes")
                                    .get("aliases");
                            if (aliases != null && !(aliases instanceof JsonArray)) {
                                throw WireDriver.WireFailure.generic("TypeError: aliases is not iterable");
                            }
                            inner.handle(request, sink);
                        }));
    }

    private static List<Mutant> updates() {
        return List.of(
                Mutant.of(Slip.REMOVE_CLEARS_ALL, "update.any-sequence", "should be"),
                Mutant.of(
                        "what is set once more is taken away",
                        "update.no-change",
                        "was set to what it is",
                        reference -> reference.around(UPDATE, (request, sink, inner) -> {
                            var row = reference.users.row(id(request));
                            var changes = SpecView.objects(Inputs.of(request).get("changes")).stream()
                                    .map(change -> row != null
                                                    && change.getString("attribute")
                                                            .equals("department")
                                                    && Json.text(String.valueOf(row.text("department")))
                                                            .equals(change.get("value"))
                                            ? Inputs.with(change, "value", JsonValue.NULL)
                                            : change)
                                    .toList();
                            inner.handle(with(request, "changes", Inputs.array(changes)), sink);
                        })));
    }

    private static List<Mutant> deletes() {
        return List.of(
                Mutant.of(Slip.NOT_FOUND_GENERIC, "delete.gone-from-read", "but not as not found"),
                Mutant.of(Slip.NOT_FOUND_GENERIC, "delete.twice", "but not as not found"));
    }

    private static List<Mutant> switches() {
        return List.of(
                Mutant.of(
                        "what is disabled cannot be disabled",
                        "disable.idempotent",
                        "fails a second time",
                        reference -> reference.around(DISABLE, (request, sink, inner) -> {
                            if (is(reference.users.row(id(request)), "disabled")) {
                                throw WireDriver.WireFailure.generic("the account is disabled already");
                            }
                            inner.handle(request, sink);
                        })),
                Mutant.of(
                        "enable turns around",
                        "enable.idempotent",
                        "not the same as once",
                        reference -> reference.around(ENABLE, (request, sink, inner) -> {
                            var row = reference.users.row(id(request));
                            if (row == null || is(row, "disabled")) {
                                inner.handle(request, sink);
                                return;
                            }
                            reference.users.update(id(request), Map.of("disabled", true));
                            sink.output(reference.account(reference.users.read(id(request))));
                        })),
                Mutant.of(
                        "all whose id begins so are enabled",
                        "enable.leaves-others",
                        "the list of the others",
                        reference -> alike(reference, ENABLE, "disabled")),
                Mutant.of(
                        "all whose id begins so are unlocked",
                        "unlock.leaves-others",
                        "the list of the others",
                        reference -> alike(reference, UNLOCK, "locked")),
                Mutant.of(
                        "enable sends the account as it was",
                        "enable.takes-effect",
                        "in what `std:account:enable` sends",
                        reference -> reference.around(ENABLE, (request, sink, inner) -> {
                            var before = reference.users.read(id(request));
                            inner.handle(request, (type, data) -> sink.line(type, reference.account(before)));
                        })),
                Mutant.of(
                        "enable takes the department away",
                        "enable.undoes-disable",
                        "`department`",
                        reference -> reference.around(ENABLE, (request, sink, inner) -> {
                            reference.users.update(id(request), Map.of("department", ""));
                            inner.handle(request, sink);
                        })),
                Mutant.of(
                        "unlock turns around",
                        "unlock.idempotent",
                        "not the same as once",
                        reference -> reference.around(UNLOCK, (request, sink, inner) -> {
                            var locked = is(reference.users.read(id(request)), "locked");
                            reference.users.update(id(request), Map.of("locked", !locked));
                            sink.output(reference.account(reference.users.read(id(request))));
                        })));
    }

    /** Lets a command do its work on all accounts whose id begins with the one that was asked for. */
    private static void alike(Reference reference, String command, String flag) {
        reference.around(command, (request, sink, inner) -> {
            inner.handle(request, sink);
            beginningWith(reference, id(request))
                    .forEach(row -> reference.users.update(String.valueOf(row.text("id")), Map.of(flag, false)));
        });
    }

    private static List<Mutant> passwords() {
        return List.of(
                around(
                        "who does not exist authenticates",
                        AUTHENTICATE,
                        "authenticate.wrong-password-fails",
                        "with any password",
                        (request, sink, inner) -> {
                            try {
                                inner.handle(request, sink);
                            } catch (SourceException e) {
                                sink.output(JsonValue.EMPTY_JSON_OBJECT);
                            }
                        }),
                Mutant.of(
                        "everybody authenticates as the same",
                        "authenticate.equals-read",
                        "authenticate of",
                        reference -> reference.around(
                                AUTHENTICATE,
                                (request, sink, inner) -> inner.handle(
                                        request,
                                        (type, data) ->
                                                sink.line(type, reference.account(reference.users.read("u0")))))),
                Mutant.of(
                        "a password that disables another",
                        "password.leaves-rest",
                        "the list of the others",
                        reference -> reference.around(PASSWORD, (request, sink, inner) -> {
                            inner.handle(request, sink);
                            reference.users.update("u0", Map.of("disabled", true));
                        })),
                around(
                        "delete sends the account",
                        DELETE,
                        "protocol.empty-answers",
                        "sends one {}",
                        (request, sink, inner) -> inner.handle(
                                request,
                                (type, data) -> sink.line(
                                        type,
                                        Json.object()
                                                .add("identity", id(request))
                                                .build()))));
    }

    private static List<Mutant> notFound() {
        return List.of(
                Mutant.of(Slip.NOT_FOUND_GENERIC, "not-found.change-password", "the error type of any failure"),
                Mutant.of(Slip.NOT_FOUND_GENERIC, "not-found.delete", "the error type of any failure"),
                Mutant.of(Slip.NOT_FOUND_GENERIC, "not-found.disable", "the error type of any failure"),
                succeeding("enable", ENABLE),
                succeeding("unlock", UNLOCK),
                Mutant.of(
                        "an unknown entitlement is any failure",
                        "not-found.entitlement-read",
                        "the error type of any failure",
                        reference -> reference.around(CommandTypes.ENTITLEMENT_READ, (request, sink, inner) -> {
                            try {
                                inner.handle(request, sink);
                            } catch (SourceException e) {
                                throw WireDriver.WireFailure.generic("the source answers " + e.status());
                            }
                        })));
    }

    private static Mutant succeeding(String name, String command) {
        return around(
                "an unknown account is passed over in " + name,
                command,
                "not-found." + name,
                "succeeds",
                (request, sink, inner) -> {
                    try {
                        inner.handle(request, sink);
                    } catch (SourceException e) {
                        sink.output(JsonValue.EMPTY_JSON_OBJECT);
                    }
                });
    }
}
