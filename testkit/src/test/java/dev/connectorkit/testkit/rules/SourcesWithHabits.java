package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.CommandTypes.CHANGING;
import static dev.connectorkit.testkit.rules.CommandTypes.CREATE;
import static dev.connectorkit.testkit.rules.CommandTypes.DELETE;
import static dev.connectorkit.testkit.rules.CommandTypes.UPDATE;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.runtime.CommandRequest;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Correct connectors to sources that count changes, show blanks, or insist on a value. */
final class SourcesWithHabits {
    private SourcesWithHabits() {}

    static Map<String, Consumer<Reference>> all() {
        var all = new LinkedHashMap<String, Consumer<Reference>>();
        all.put("a number that grows with every change", SourcesWithHabits::counting);
        all.put("an empty text where there is no value", SourcesWithHabits::blank);
        all.put("a last role that cannot be taken away", SourcesWithHabits::keepingARole);
        return all;
    }

    private static void counting(Reference reference) {
        var changes = new HashMap<String, Integer>();
        reference.spec(
                spec -> Mutants.add(spec, "/accountSchema/attributes/-", "{\"name\":\"edition\",\"type\":\"int\"}"));
        CHANGING.stream()
                .filter(command -> !command.equals(CREATE) && !command.equals(DELETE))
                .forEach(command -> reference.around(command, (request, sink, inner) -> {
                    changes.merge(HandlerMutants.id(request), 1, Integer::sum);
                    inner.handle(request, sink);
                }));
        reference.output((command, object) -> isLive(object)
                ? with(
                        object,
                        "edition",
                        Json.provider().createValue(changes.getOrDefault(new ResourceObject(object).id(), 0)))
                : object);
    }

    private static void blank(Reference reference) {
        var texts = List.of("email", "department");
        reference.output((command, object) -> {
            var shown = object;
            for (var name : texts) {
                if (isLive(object) && new ResourceObject(object).attribute(name) == null) {
                    shown = with(shown, name, Json.text(""));
                }
            }
            return shown;
        });
        // So that there is an attribute which no create asks for.
        reference.spec(spec -> Mutants.remove(spec, "/accountCreateTemplate/fields/" + field(spec, "department")));
    }

    private static int field(JsonObject spec, String key) {
        return spec.getJsonObject("accountCreateTemplate").getJsonArray("fields").getValuesAs(JsonObject.class).stream()
                .map(field -> field.getString("key"))
                .toList()
                .indexOf(key);
    }

    private static void keepingARole(Reference reference) {
        reference.around(UPDATE, (request, sink, inner) -> {
            if (takesTheLast(reference, request)) {
                throw WireDriver.WireFailure.generic("an account has one role at least");
            }
            inner.handle(request, sink);
        });
    }

    private static boolean takesTheLast(Reference reference, CommandRequest request) {
        var row = reference.users.row(HandlerMutants.id(request));
        if (row == null) {
            return false;
        }
        var roles = new HashSet<Object>(row.texts("roles"));
        for (var change : SpecView.objects(Inputs.of(request).get("changes"))) {
            if (!change.getString("attribute").equals("roles")) {
                continue;
            }
            var values = new ArrayList<String>();
            var value = change.getOrDefault("value", JsonValue.NULL);
            (value instanceof JsonArray several ? several : List.of(value))
                    .forEach(each -> values.add(each instanceof JsonString text ? text.getString() : ""));
            var op = change.getString("op");
            if (op.equals("Set")) {
                roles.clear();
            }
            if (op.equals("Remove")) {
                values.forEach(roles::remove);
            } else {
                roles.addAll(values);
            }
            if (roles.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLive(JsonObject object) {
        return object.containsKey("attributes") && !object.containsKey("type") && !object.getBoolean("deleted", false);
    }

    private static JsonObject with(JsonObject account, String name, JsonValue value) {
        return Inputs.with(account, "attributes", Inputs.with(account.getJsonObject("attributes"), name, value));
    }
}
