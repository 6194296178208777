package dev.connectorkit.testkit.assertj;

import dev.connectorkit.dsl.command.Attributes;
import dev.connectorkit.dsl.command.Key;
import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.internal.json.JsonEquality;
import dev.connectorkit.dsl.spec.Schema;
import dev.connectorkit.testkit.rules.SchemaFit;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of accounts and entitlements alike. Each method returns what is wrong, or null. */
record ObjectCheck(String kind, @Nullable Key key, @Nullable String identity, Attributes attributes, JsonObject json) {

    static String id(@Nullable Key key, @Nullable String identity) {
        return key == null ? String.valueOf(identity) : key.lookupId();
    }

    @Nullable
    String hasId(String id) {
        var found = id(key, identity);
        return id.equals(found) ? null : "expected the " + kind + " `" + id + "`, but it is `" + found + "`";
    }

    @Nullable
    String hasAttribute(String name, @Nullable Object value) {
        var found = attributes.get(name);
        return same(toJson(value), toJson(found))
                ? null
                : "expected attribute `" + name + "` to be " + value + ", but it is " + found;
    }

    @Nullable
    String hasNoAttribute(String name) {
        var found = attributes.get(name);
        return found == null ? null : "expected no attribute `" + name + "`, but it is " + found;
    }

    @Nullable
    String fits(Schema schema) {
        var problems = SchemaFit.problems(schema, json);
        return problems.isEmpty()
                ? null
                : "expected the " + kind + " to fit its schema, but " + String.join("\nand ", problems);
    }

    static JsonValue toJson(@Nullable Object value) {
        return value instanceof JsonValue json ? json : Json.toValue(out -> Json.writePlain(out, value));
    }

    /** Compares values by what they mean: numbers by value, arrays as the multisets that attributes hold. */
    private static boolean same(JsonValue one, JsonValue other) {
        if (!(one instanceof JsonArray expected && other instanceof JsonArray found)) {
            return JsonEquality.equal(one, other);
        }
        List<JsonValue> rest = new ArrayList<>(found);
        for (var element : expected) {
            var at = indexOf(rest, element);
            if (at < 0) {
                return false;
            }
            rest.remove(at);
        }
        return rest.isEmpty();
    }

    private static int indexOf(List<JsonValue> values, JsonValue value) {
        for (var at = 0; at < values.size(); at++) {
            if (JsonEquality.equal(values.get(at), value)) {
                return at;
            }
        }
        return -1;
    }
}
