package dev.connectorkit.testkit.assertj;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.internal.json.JsonEquality;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.assertj.core.api.AbstractMapAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about a JSON object: saved state, a configuration, stored values. Equality is by value: {@code 1} is {@code
 * 1.0}, and the order of members does not matter. What AssertJ has for maps is there as well.
 *
 * <pre>{@code
 * assertThat(run).state().holds("cursor", "7").isJson("{\"cursor\": \"7\", \"page\": 1}");
 *
 * // fails: expected `cursor` to be 8, but it is "7"
 * assertThat(run).state().holds("cursor", 8);
 * }</pre>
 */
public final class JsonObjectAssert extends AbstractMapAssert<JsonObjectAssert, JsonObject, String, JsonValue> {

    JsonObjectAssert(@Nullable JsonObject json) {
        super(json, JsonObjectAssert.class);
    }

    /** Verifies that a member has a value, given as JSON or as a plain value: text, a number, a boolean, lists and maps. */
    public JsonObjectAssert holds(String member, @Nullable Object value) {
        isNotNull();
        var expected = ObjectCheck.toJson(value);
        var found = actual.get(member);
        if (!JsonEquality.equal(expected, found)) {
            throw failure(
                    "%s",
                    "expected `" + member + "` to be " + Json.toText(expected) + ", but it is "
                            + (found == null ? "absent" : Json.toText(found)) + "\n\n" + Json.toText(actual));
        }
        return this;
    }

    /** Verifies that this is the object that a text of JSON says. */
    public JsonObjectAssert isJson(String text) {
        return isEqualTo(Json.parse(text));
    }

    /** Verifies equality by value, if {@code expected} is JSON. */
    @Override
    public JsonObjectAssert isEqualTo(@Nullable Object expected) {
        return expected instanceof JsonValue json && JsonEquality.equal(actual, json)
                ? this
                : super.isEqualTo(expected);
    }
}
