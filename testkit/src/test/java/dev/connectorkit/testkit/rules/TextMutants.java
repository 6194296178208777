package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.CommandTypes.UPDATE;

import dev.connectorkit.dsl.internal.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** Faulty connectors that take one text for another: a part of it, one that looks alike, or several in one. */
final class TextMutants {
    private TextMutants() {}

    static List<Mutant> all() {
        return List.of(
                removing("Remove takes what holds the value as a part", "aliases", String::contains),
                removing("Remove takes the groups whose id begins so", "groups", String::startsWith),
                adding("Add takes a part of a value for there", "aliases", "update.add", String::contains),
                adding("Add takes the beginning of a group's id for there", "groups", "update.add", String::startsWith),
                changing("several values in one text", "update.add", "should be", (change, held) -> split(change)),
                changing(
                        "a change of capitals alone is none",
                        "update.set",
                        "should be",
                        (change, held) ->
                                isSet(change) && held.stream().anyMatch(one -> one.equalsIgnoreCase(textOf(change)))
                                        ? Inputs.with(change, "value", Json.text(held.get(0)))
                                        : change),
                changing(
                        "blanks are cut off",
                        "update.to-the-letter",
                        "is it the source that cuts blanks off",
                        (change, held) -> change.get("value") instanceof JsonString text
                                ? Inputs.with(
                                        change,
                                        "value",
                                        Json.text(text.getString().strip()))
                                : change),
                adding(
                        "capitals make no difference among several",
                        "aliases",
                        "update.to-the-letter",
                        String::equalsIgnoreCase));
    }

    private static boolean isSet(JsonObject change) {
        return change.getString("op").equals("Set");
    }

    private static String textOf(JsonObject change) {
        return change.get("value") instanceof JsonString text ? text.getString() : "";
    }

    private static JsonObject split(JsonObject change) {
        var parts = Arrays.stream(textOf(change).split(", ")).map(Json::text).toList();
        return parts.size() > 1 ? Inputs.with(change, "value", Inputs.array(parts)) : change;
    }

    /** Lets a connector see other changes than those that it was sent, in view of the values that there are. */
    private static Mutant changing(
            String name, String rule, String message, BiFunction<JsonObject, List<String>, JsonObject> changed) {
        return Mutant.of(
                name,
                rule,
                message,
                reference -> reference.around(UPDATE, (request, sink, inner) -> {
                    var changes = SpecView.objects(Inputs.of(request).get("changes")).stream()
                            .map(change -> changed.apply(
                                    change, held(reference, HandlerMutants.id(request), change.getString("attribute"))))
                            .toList();
                    inner.handle(HandlerMutants.with(request, "changes", Inputs.array(changes)), sink);
                }));
    }

    private static List<String> held(Reference reference, String id, String attribute) {
        var row = reference.users.row(id);
        var value = row == null ? null : row.get(attribute);
        return value instanceof List<?> several
                ? several.stream().map(String::valueOf).toList()
                : value == null ? List.of() : List.of(String.valueOf(value));
    }

    private static Mutant removing(String name, String attribute, BiPredicate<String, String> matches) {
        return changing(name, "update.remove", "should be", (change, held) -> {
            if (!change.getString("op").equals("Remove")
                    || !change.getString("attribute").equals(attribute)) {
                return change;
            }
            var removed = held.stream()
                    .filter(one -> values(change).anyMatch(value -> matches.test(one, value)))
                    .map(Json::text)
                    .toList();
            return Inputs.with(change, "value", Inputs.array(removed));
        });
    }

    private static Mutant adding(String name, String attribute, String rule, BiPredicate<String, String> matches) {
        return changing(name, rule, "should be", (change, held) -> {
            if (!change.getString("op").equals("Add")
                    || !change.getString("attribute").equals(attribute)) {
                return change;
            }
            var there = new ArrayList<>(held);
            var added = new ArrayList<JsonValue>();
            values(change).forEach(value -> {
                if (there.stream().noneMatch(one -> matches.test(one, value))) {
                    there.add(value);
                    added.add(Json.text(value));
                }
            });
            return Inputs.with(change, "value", Inputs.array(added));
        });
    }

    private static Stream<String> values(JsonObject change) {
        return Listing.elements(change.get("value")).stream().map(value -> ((JsonString) value).getString());
    }
}
