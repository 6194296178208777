package dev.connectorkit.testkit.rules;

import static java.util.Objects.requireNonNull;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.spec.Schema;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells whether an output conforms to its schema, as the rules whose ids begin with {@code schema} do. */
public final class SchemaFit {
    private SchemaFit() {}

    /**
     * Returns what is wrong with the attributes of an account or an entitlement: a value of another type than declared, an
     * array where one value is declared or the other way round, an attribute that the schema lacks. Empty if nothing is.
     */
    public static List<String> problems(Schema schema, JsonObject output) {
        requireNonNull(output, "output");
        var view = SpecView.Schema.of(schema.toJson());
        var object = new ResourceObject(output);
        return Stream.of(types(view, object), multiValues(view, object), undeclared(view, object))
                .filter(Objects::nonNull)
                .toList();
    }

    static @Nullable String types(SpecView.Schema schema, ResourceObject object) {
        for (var attribute : schema.attributes()) {
            for (var value : object.values(attribute.name())) {
                var problem = typeProblem(attribute.type(), value);
                if (problem != null) {
                    return "attribute `" + attribute.name() + "` is declared " + attribute.type() + ", but "
                            + Compare.show(value) + " is " + problem;
                }
            }
        }
        return null;
    }

    private static @Nullable String typeProblem(String type, JsonValue value) {
        return switch (type) {
            case "string" -> value.getValueType() == JsonValue.ValueType.STRING ? null : Json.describe(value);
            case "boolean" -> value == JsonValue.TRUE || value == JsonValue.FALSE ? null : Json.describe(value);
            case "int" -> wholeNumber(value, Integer.SIZE);
            case "long" -> wholeNumber(value, Long.SIZE);
            default -> null;
        };
    }

    private static @Nullable String wholeNumber(JsonValue value, int bits) {
        if (!(value instanceof JsonNumber number)) {
            return Json.describe(value);
        }
        return Inputs.isWhole(number, bits) ? null : "no whole number of " + bits + " bits";
    }

    static @Nullable String multiValues(SpecView.Schema schema, ResourceObject object) {
        for (var attribute : schema.attributes()) {
            var value = object.attribute(attribute.name());
            if (value == null) {
                continue;
            }
            if (attribute.multi() && !(value instanceof JsonArray)) {
                return "attribute `" + attribute.name() + "` is multi-valued, but " + Compare.show(value)
                        + " is no array; even one value stands in an array";
            }
            if (!attribute.multi() && value instanceof JsonArray) {
                return "attribute `" + attribute.name() + "` is declared with one value, but " + Compare.show(value)
                        + " is an array";
            }
            if (value instanceof JsonArray array && array.stream().anyMatch(JsonArray.class::isInstance)) {
                return "attribute `" + attribute.name() + "` holds an array inside an array: " + Compare.show(value);
            }
        }
        return null;
    }

    static @Nullable String undeclared(SpecView.Schema schema, ResourceObject object) {
        for (var name : object.attributes().keySet()) {
            if (schema.attribute(name) == null) {
                return "attribute `" + name + "` is not declared in the schema";
            }
        }
        return null;
    }
}
