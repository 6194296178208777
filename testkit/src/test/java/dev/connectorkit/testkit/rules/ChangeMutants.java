package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.CommandTypes.CREATE;
import static dev.connectorkit.testkit.rules.CommandTypes.DISABLE;
import static dev.connectorkit.testkit.rules.CommandTypes.PASSWORD;
import static dev.connectorkit.testkit.rules.CommandTypes.UNLOCK;
import static dev.connectorkit.testkit.rules.CommandTypes.UPDATE;
import static dev.connectorkit.testkit.rules.HandlerMutants.around;
import static dev.connectorkit.testkit.rules.HandlerMutants.beginningWith;
import static dev.connectorkit.testkit.rules.HandlerMutants.id;
import static dev.connectorkit.testkit.rules.HandlerMutants.with;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.testkit.simulation.SourceException;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Faulty connectors that change something else than they were asked to, or tell secrets. */
final class ChangeMutants {
    private ChangeMutants() {}

    static List<Mutant> all() {
        return Stream.of(changes(), secrets()).flatMap(List::stream).toList();
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

    private static boolean isText(JsonObject change, Predicate<String> text) {
        return change.get("value") instanceof JsonString value && text.test(value.getString());
    }

    private static List<Mutant> changes() {
        return List.of(
                Mutant.of(
                        "Set of nothing is ignored",
                        "update.set",
                        "should be []",
                        reference -> withoutChanges(
                                reference,
                                change -> change.get("value") instanceof JsonArray array && array.isEmpty())),
                Mutant.of(
                        "Set of null is ignored",
                        "update.set",
                        "should have no value",
                        reference -> withoutChanges(reference, change -> change.get("value") == JsonValue.NULL)),
                Mutant.of(
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
                Mutant.of(
                        "long names are cut when they are created",
                        "create.maximal",
                        "`name`",
                        reference -> created(reference, attributes -> {
                            var name = attributes.getString("name", "");
                            return name.length() > 30
                                    ? Inputs.with(attributes, "name", Json.text(name.substring(0, 30)))
                                    : attributes;
                        })),
                Mutant.of(
                        "an update enables",
                        "update.disabled-account",
                        "`disabled` is true",
                        reference -> reference.around(UPDATE, (request, sink, inner) -> {
                            if (reference.users.row(id(request)) != null) {
                                reference.users.update(id(request), Map.of("disabled", false));
                            }
                            inner.handle(request, sink);
                        })),
                Mutant.of(
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
                Mutant.of(
                        "all whose id begins so are disabled",
                        "disable.leaves-others",
                        "the list of the others",
                        reference -> reference.around(DISABLE, (request, sink, inner) -> {
                            inner.handle(request, sink);
                            beginningWith(reference, id(request))
                                    .forEach(row -> reference.users.update(
                                            String.valueOf(row.text("id")), Map.of("disabled", true)));
                        })),
                Mutant.of(
                        "unlock takes the groups away",
                        "unlock.takes-effect",
                        "changed `groups`",
                        reference -> reference.around(UNLOCK, (request, sink, inner) -> {
                            inner.handle(request, sink);
                            reference.users.update(id(request), Map.of("groups", List.of()));
                        })),
                Mutant.of(
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
}
