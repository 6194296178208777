package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.CommandTypes.CREATE;
import static dev.connectorkit.testkit.rules.CommandTypes.ENTITLEMENT_LIST;
import static dev.connectorkit.testkit.rules.CommandTypes.LIST;
import static dev.connectorkit.testkit.rules.CommandTypes.TEST;
import static dev.connectorkit.testkit.rules.CommandTypes.UNLOCK;
import static dev.connectorkit.testkit.rules.HandlerMutants.around;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.testkit.run.Line;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** Faulty connectors as they come of habits in TypeScript: a catch too many, a list of the active ones only. */
final class HabitMutants {
    private static final String NO_SUCH_COMMAND = "connectorkit:no-such-command";

    private HabitMutants() {}

    static List<Mutant> all() {
        return List.of(
                Mutant.of(
                        "every command is answered",
                        "spec.unknown-command-fails",
                        "a command that no connector has, succeeds",
                        reference -> reference.handler(
                                NO_SUCH_COMMAND, (request, sink) -> sink.output(JsonValue.EMPTY_JSON_OBJECT))),
                around(
                        "test connection takes any token",
                        TEST,
                        "test-connection.wrong-secrets-fail",
                        "with which the list of accounts then fails",
                        (request, sink, inner) -> sink.output(JsonValue.EMPTY_JSON_OBJECT)),
                around(
                        "a list with a wrong token is empty",
                        LIST,
                        "test-connection.wrong-secrets-fail",
                        "takes all of them for deleted",
                        (request, sink, inner) -> {
                            if (request.config()
                                    .getString("token", "")
                                    .equals(ReferenceSpec.CONFIG.getString("token"))) {
                                inner.handle(request, sink);
                            }
                        }),
                listingOnly(
                        "a list of the enabled accounts",
                        "disable.takes-effect",
                        "the list has it no more",
                        account -> !account.getBoolean("disabled", false)),
                listingOnly(
                        "a list of the members of groups",
                        "create.equals-list",
                        "with the required attributes alone",
                        account -> !new ResourceObject(account).values("groups").isEmpty()),
                Mutant.of(
                        "unlock enables",
                        "unlock.takes-effect",
                        "which was disabled, enabled it",
                        reference -> reference.around(UNLOCK, (request, sink, inner) -> {
                            inner.handle(request, sink);
                            var id = HandlerMutants.id(request);
                            if (id.startsWith("ck")) {
                                reference.users.update(id, Map.of("disabled", false));
                            }
                        })),
                Mutant.of(Slip.TOO_MANY_AT_ONCE, "faults.retry-after-heeded", "repeats it after 5 ms"),
                Mutant.of(
                        "mail addresses are written small, and sent as they came",
                        "create.equals-read",
                        "`email`",
                        reference -> reference.around(CREATE, (request, sink, inner) -> {
                            inner.handle(request, sink);
                            var given = Inputs.of(request).getJsonObject("attributes");
                            if (given.get("email") instanceof JsonString mail) {
                                var small = mail.getString().toLowerCase(Locale.ROOT);
                                reference.users.update(given.getString("id"), Map.of("email", small));
                            }
                        })),
                around(
                        "filters are for accounts alone",
                        ENTITLEMENT_LIST,
                        "filter.entitlements-applied",
                        "sends the matches too",
                        (request, sink, inner) -> inner.handle(
                                request.withConfig(Inputs.without(request.config(), "filterString")), sink)),
                around(
                        "a filter of an unknown attribute fails",
                        LIST,
                        "filter.unknown-attribute",
                        "connectorkitNoSuchAttribute",
                        (request, sink, inner) -> {
                            if (Json.toText(request.config()).contains("connectorkitNoSuchAttribute")) {
                                throw WireDriver.WireFailure.generic("connectorkitNoSuchAttribute is no attribute");
                            }
                            inner.handle(request, sink);
                        }));
    }

    private static Mutant listingOnly(String name, String rule, String message, Predicate<JsonObject> listed) {
        return around(
                name,
                LIST,
                rule,
                message,
                (request, sink, inner) -> inner.handle(request, (type, data) -> {
                    if (!type.equals(Line.OUTPUT) || listed.test(data.asJsonObject())) {
                        sink.line(type, data);
                    }
                }));
    }
}
