package dev.connectorkit.testkit.jqwik;

import dev.connectorkit.dsl.internal.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;

/** Changes one place of a value, so that the result is never equal to it. */
final class Disturbance {
    private Disturbance() {}

    /** Returns {@code value} with a change at the place that {@code choice} leads to. */
    static JsonValue of(JsonValue value, int choice) {
        return switch (value.getValueType()) {
            case OBJECT -> ofObject((JsonObject) value, choice);
            case ARRAY -> ofArray((JsonArray) value, choice);
            case STRING -> Json.text(((JsonString) value).getString() + "x");
            case NUMBER -> next((JsonNumber) value);
            case TRUE -> JsonValue.FALSE;
            case FALSE -> JsonValue.NULL;
            case NULL -> JsonValue.FALSE;
        };
    }

    private static JsonValue next(JsonNumber number) {
        // In the last digit, which is the one that doubles lose.
        var value = number.bigDecimalValue();
        return Json.provider().createValue(value.add(BigDecimal.ONE.movePointLeft(value.scale())));
    }

    private static JsonValue ofArray(JsonArray array, int choice) {
        var places = array.size() + 1;
        var place = choice % places;
        var changed = Json.array();
        for (int i = 0; i < array.size(); i++) {
            changed.add(i == place ? of(array.get(i), choice / places) : array.get(i));
        }
        if (place == array.size()) {
            changed.add(JsonValue.NULL);
        }
        return changed.build();
    }

    private static JsonValue ofObject(JsonObject object, int choice) {
        var places = object.size() + 1;
        var place = choice % places;
        var changed = Json.object();
        var i = 0;
        for (var member : object.entrySet()) {
            var value = member.getValue();
            changed.add(member.getKey(), i++ == place ? of(value, choice / places) : value);
        }
        if (place == object.size()) {
            var name = "x";
            while (object.containsKey(name)) {
                name += "x";
            }
            changed.add(name, JsonValue.NULL);
        }
        return changed.build();
    }
}
