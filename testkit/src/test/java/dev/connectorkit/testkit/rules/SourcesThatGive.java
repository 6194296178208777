package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.CommandTypes.UPDATE;

import dev.connectorkit.dsl.internal.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Sources that give every account values by themselves: correct connectors to them, and faulty ones. */
final class SourcesThatGive {
    private SourcesThatGive() {}

    static Map<String, Consumer<Reference>> all() {
        var all = new LinkedHashMap<String, Consumer<Reference>>();
        all.put("a group of everybody", reference -> gives(reference, "groups", "g3"));
        all.put("the first group is everybody's", reference -> gives(reference, "groups", "g0"));
        all.put("an address of everybody at the source's domain", reference -> gives(reference, "aliases", "%s@all"));
        all.put("a group of everybody that nobody can be taken from", reference -> {
            gives(reference, "groups", "g3");
            ChangeMutants.changes(reference, changes -> {
                if (changes.stream().anyMatch(SourcesThatGive::leavesEverybody)) {
                    throw WireDriver.WireFailure.generic("nobody leaves this group");
                }
                return changes;
            });
        });
        return all;
    }

    static List<Mutant> mutants() {
        return List.of(
                mutant(
                        "Set adds to what there is, a group of everybody aside",
                        "update.set",
                        "should be",
                        reference -> ChangeMutants.changes(
                                reference,
                                changes -> changes.stream()
                                        .map(change -> Inputs.with(change, "op", Json.text("Add")))
                                        .toList())),
                mutant(
                        "create forgets the groups, that of everybody aside",
                        "create.maximal",
                        "`groups`",
                        reference ->
                                ChangeMutants.created(reference, attributes -> Inputs.without(attributes, "groups"))),
                mutant(
                        "the last group stays, that of everybody aside",
                        "update.add",
                        "should be",
                        SourcesThatGive::keepsTheLast),
                Mutant.of(
                        "create adds a role that some have",
                        "create.maximal",
                        "`roles`",
                        reference -> ChangeMutants.created(
                                reference,
                                attributes -> attributes.isEmpty() ? attributes : plus(attributes, "roles", "r2"))),
                Mutant.of(
                        "create adds a group that nobody else has",
                        "create.maximal",
                        "`groups`",
                        reference -> ChangeMutants.created(
                                reference,
                                attributes -> attributes.isEmpty() ? attributes : plus(attributes, "groups", "g3"))));
    }

    private static Mutant mutant(String name, String rule, String message, Consumer<Reference> fault) {
        return Mutant.of(name, rule, message, reference -> {
            gives(reference, "groups", "g3");
            fault.accept(reference);
        });
    }

    private static void gives(Reference reference, String attribute, String value) {
        reference.output((command, object) -> {
            var isAccount = object.containsKey("attributes") && !object.containsKey("type");
            return isAccount && !object.getBoolean("deleted", false)
                    ? Inputs.with(
                            object,
                            "attributes",
                            plus(
                                    object.getJsonObject("attributes"),
                                    attribute,
                                    value.formatted(new ResourceObject(object).id())))
                    : object;
        });
    }

    private static JsonObject plus(JsonObject attributes, String name, String value) {
        var values =
                new ArrayList<JsonValue>(Listing.elements(attributes.getOrDefault(name, JsonValue.EMPTY_JSON_ARRAY)));
        if (!values.contains(Json.text(value))) {
            values.add(Json.text(value));
        }
        return Inputs.with(attributes, name, Inputs.array(values));
    }

    private static boolean leavesEverybody(JsonObject change) {
        return change.getString("attribute").equals("groups")
                && change.getString("op").equals("Remove")
                && Listing.elements(change.getOrDefault("value", JsonValue.NULL))
                        .contains(Json.text("g3"));
    }

    private static void keepsTheLast(Reference reference) {
        reference.around(UPDATE, (request, sink, inner) -> {
            var id = HandlerMutants.id(request);
            var row = reference.users.row(id);
            var before = row == null ? List.<String>of() : row.texts("groups");
            inner.handle(request, (type, data) -> {
                var after = reference.users.row(id);
                if (!before.isEmpty() && after != null && after.texts("groups").isEmpty()) {
                    reference.users.update(id, Map.of("groups", before.subList(0, 1)));
                }
                sink.line(type, data);
            });
        });
    }
}
