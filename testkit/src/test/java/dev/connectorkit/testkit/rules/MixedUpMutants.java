package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.CommandTypes.CREATE;
import static dev.connectorkit.testkit.rules.CommandTypes.DELETE;
import static dev.connectorkit.testkit.rules.CommandTypes.DISABLE;
import static dev.connectorkit.testkit.rules.CommandTypes.ENTITLEMENT_READ;
import static dev.connectorkit.testkit.rules.CommandTypes.PASSWORD;
import static dev.connectorkit.testkit.rules.HandlerMutants.around;

import dev.connectorkit.dsl.internal.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Faulty connectors that take one thing for another, or keep what should be gone. */
final class MixedUpMutants {
    private static final String COST_CENTRE = "{\"name\": \"costCentre\", \"type\": \"string\", \"description\": \"\"}";

    private MixedUpMutants() {}

    static List<Mutant> all() {
        return List.of(
                Mutant.of(
                        "the department is read from the mail address",
                        "create.maximal",
                        "; it is what was asked for as `email`",
                        reference -> shows(reference, "department", "email")),
                Mutant.of(
                        "an attribute that no template has is read from another",
                        "update.own-value",
                        "`costCentre` does not take the values that it is set to, and shows that of `department`",
                        reference -> {
                            reference.spec(spec -> Mutants.add(spec, "/accountSchema/attributes/-", COST_CENTRE));
                            shows(reference, "costCentre", "department");
                        }),
                Mutant.of(
                        "the manager is the account itself",
                        "update.own-value",
                        "shows that of `id`",
                        reference -> shows(reference, "email", "id")),
                template("identityAttribute", "Create Password", "is no attribute of an identity, but a generator"),
                template("generator", "email", "is no generator, but an attribute of an identity"),
                Mutant.of(
                        "the password of a new account is forgotten, as who logs in finds out",
                        "create.password",
                        "was created with a `password`",
                        reference ->
                                ChangeMutants.created(reference, attributes -> Inputs.without(attributes, "password"))),
                needs("identity", DISABLE, "keys.either-changes"),
                needs("key", DELETE, "keys.either-changes"),
                needs("key", ENTITLEMENT_READ, "keys.either-will-do"),
                Mutant.of(
                        "the password of a new account is forgotten, and none can be changed",
                        "create.password",
                        "was created with a `password`",
                        reference -> {
                            without(reference, PASSWORD);
                            ChangeMutants.created(reference, attributes -> Inputs.without(attributes, "password"));
                        }),
                around(
                        "a group that there is not is noticed when the account is there",
                        CREATE,
                        "create.all-or-nothing",
                        "leaves `",
                        (request, sink, inner) -> {
                            inner.handle(request, sink);
                            var groups = Inputs.of(request)
                                    .getJsonObject("attributes")
                                    .get("groups");
                            for (var group : Listing.elements(groups)) {
                                if (!((JsonString) group).getString().matches("g\\d")) {
                                    throw WireDriver.WireFailure.generic("there is no group " + group);
                                }
                            }
                        }),
                Mutant.of(
                        "the groups of a deleted account are kept",
                        "create.anew",
                        "of the account that was deleted",
                        MixedUpMutants::keepsGroups));
    }

    private static void shows(Reference reference, String attribute, String other) {
        reference.output((command, object) -> {
            if (object.containsKey("type") || !object.containsKey("attributes")) {
                return object;
            }
            var attributes = object.getJsonObject("attributes");
            var value = attributes.get(other);
            var mixedUp =
                    value == null ? Inputs.without(attributes, attribute) : Inputs.with(attributes, attribute, value);
            return Inputs.with(object, "attributes", mixedUp);
        });
    }

    private static Mutant template(String type, String name, String message) {
        return Mutant.of(
                "the initial value of a field: " + type + " " + name,
                "spec.create-template",
                message,
                reference -> reference.spec(spec -> Mutants.replace(
                        spec,
                        "/accountCreateTemplate/fields/1/initialValue",
                        "{\"type\": \"%s\", \"attributes\": {\"name\": \"%s\"}}".formatted(type, name))));
    }

    private static Mutant needs(String member, String command, String rule) {
        return around(
                "`" + member + "` is needed by " + command, command, rule, "alone fails", (request, sink, inner) -> {
                    if (!Inputs.of(request).containsKey(member)) {
                        throw WireDriver.WireFailure.generic("no " + member);
                    }
                    inner.handle(request, sink);
                });
    }

    private static void without(Reference reference, String command) {
        reference.without(command);
        reference.spec(spec -> {
            var commands = Json.array();
            spec.getJsonArray("commands").getValuesAs(JsonString.class).stream()
                    .filter(other -> !other.getString().equals(command))
                    .forEach(commands::add);
            return Inputs.with(spec, "commands", commands.build());
        });
    }

    /** Keeps memberships by the account's name, as a directory without referential integrity does. */
    private static void keepsGroups(Reference reference) {
        var kept = new HashMap<String, JsonValue>();
        reference.around(DELETE, (request, sink, inner) -> {
            var id = Reference.id(Inputs.of(request));
            var row = reference.users.row(id);
            if (row != null) {
                kept.put(id, Reference.json(row.get("groups")));
            }
            inner.handle(request, sink);
        });
        reference.around(
                CREATE,
                (request, sink, inner) -> inner.handle(request, (type, data) -> {
                    var created = data instanceof JsonObject object ? object.getString("identity", "") : "";
                    var groups = kept.get(created);
                    if (groups != null) {
                        reference.users.update(created, Map.of("groups", Json.toPlain(groups)));
                    }
                    sink.line(type, data);
                }));
    }
}
