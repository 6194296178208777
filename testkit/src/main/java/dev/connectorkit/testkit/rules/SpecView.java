package dev.connectorkit.testkit.rules;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A connector specification as it stands, faults included: what is missing or mistyped is absent here, so that rules can
 * say so.
 *
 * @param json the specification
 */
record SpecView(JsonObject json) {

    /** One attribute of a schema; the type is what the specification says, whatever that is. */
    record Attribute(
            String name,
            String type,
            boolean multi,
            boolean entitlement,
            @Nullable String schemaObjectType) {}

    /** A schema of accounts (type null) or of entitlements of one type. */
    record Schema(
            @Nullable String type,
            @Nullable String identityAttribute,
            @Nullable String displayAttribute,
            @Nullable String groupAttribute,
            List<Attribute> attributes) {

        @Nullable
        Attribute attribute(String name) {
            return attributes.stream()
                    .filter(attribute -> attribute.name().equals(name))
                    .findFirst()
                    .orElse(null);
        }

        /** Returns this schema with the attributes of another one, too. */
        Schema and(Schema other) {
            var more = new ArrayList<>(attributes);
            more.addAll(other.attributes);
            return new Schema(type, identityAttribute, displayAttribute, groupAttribute, List.copyOf(more));
        }

        static Schema of(JsonObject json) {
            var attributes = new ArrayList<Attribute>();
            objects(json.get("attributes"))
                    .forEach(attribute -> attributes.add(new Attribute(
                            orEmpty(text(attribute, "name")),
                            orEmpty(text(attribute, "type")),
                            flag(attribute, "multi"),
                            flag(attribute, "entitlement"),
                            text(attribute, "schemaObjectType"))));
            return new Schema(
                    text(json, "type"),
                    text(json, "identityAttribute"),
                    text(json, "displayAttribute"),
                    text(json, "groupAttribute"),
                    List.copyOf(attributes));
        }
    }

    /** One field of the create template; {@code fixed} is the value of a static one. */
    record Field(
            String key,
            String type,
            boolean required,
            boolean password,
            boolean unique,
            @Nullable JsonValue fixed) {}

    static SpecView of(JsonObject json) {
        return new SpecView(json);
    }

    String name() {
        return orEmpty(text(json, "name"));
    }

    @Nullable
    String keyType() {
        return text(json, "keyType");
    }

    Set<String> commands() {
        var commands = new LinkedHashSet<String>();
        if (json.get("commands") instanceof JsonArray array) {
            array.forEach(command -> {
                if (command instanceof JsonString type) {
                    commands.add(type.getString());
                }
            });
        }
        return commands;
    }

    boolean isStateful() {
        return flag(json, "supportsStatefulCommands");
    }

    @Nullable
    Schema accountSchema() {
        return json.get("accountSchema") instanceof JsonObject schema
                        && !objects(schema.get("attributes")).isEmpty()
                ? Schema.of(schema)
                : null;
    }

    List<Schema> entitlementSchemas() {
        return objects(json.get("entitlementSchemas")).stream().map(Schema::of).toList();
    }

    /** Returns the fields of the create template; null if there is none. */
    @Nullable
    List<Field> template() {
        if (!(json.get("accountCreateTemplate") instanceof JsonObject template)
                || objects(template.get("fields")).isEmpty()) {
            return null;
        }
        return objects(template.get("fields")).stream().map(SpecView::field).toList();
    }

    private static Field field(JsonObject json) {
        var initial = json.get("initialValue") instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
        var details = initial.get("attributes") instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
        var generator = orEmpty(text(details, "name"));
        return new Field(
                orEmpty(text(json, "key")),
                orEmpty(text(json, "type")),
                flag(json, "required"),
                generator.equals("Create Password")
                        || orEmpty(text(json, "type")).startsWith("secret"),
                generator.equals("Create Unique Account ID"),
                "static".equals(text(initial, "type")) ? details.get("value") : null);
    }

    /** Returns the keys of the config items that hold secrets. */
    Set<String> secretItems() {
        var keys = new LinkedHashSet<String>();
        items(json.get("sourceConfig"), item -> {
            if (orEmpty(text(item, "type")).startsWith("secret")) {
                keys.add(orEmpty(text(item, "key")));
            }
        });
        return keys;
    }

    /** Returns the keys of the config items without which no connection is possible. */
    Set<String> requiredItems() {
        var keys = new LinkedHashSet<String>();
        items(json.get("sourceConfig"), item -> {
            var type = orEmpty(text(item, "type"));
            var conditional = item.containsKey("parentKey");
            var chosen = type.equals("checkbox") || type.equals("toggle");
            if (!conditional && !chosen && flag(item, "required")) {
                keys.add(orEmpty(text(item, "key")));
            }
        });
        return keys;
    }

    Set<String> configKeys() {
        var keys = new LinkedHashSet<String>();
        items(json.get("sourceConfig"), item -> keys.add(orEmpty(text(item, "key"))));
        return keys;
    }

    private static void items(@Nullable JsonValue elements, Consumer<JsonObject> visitor) {
        for (var element : objects(elements)) {
            if (element.containsKey("key")) {
                visitor.accept(element);
            } else {
                items(element.get("items"), visitor);
            }
        }
    }

    static List<JsonObject> objects(@Nullable JsonValue array) {
        return array instanceof JsonArray elements
                ? elements.stream()
                        .filter(JsonObject.class::isInstance)
                        .map(JsonValue::asJsonObject)
                        .toList()
                : List.of();
    }

    static @Nullable String text(JsonObject json, String name) {
        return json.get(name) instanceof JsonString text ? text.getString() : null;
    }

    private static boolean flag(JsonObject json, String name) {
        return json.get(name) == JsonValue.TRUE;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
