package dev.connectorkit.cli.console;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.spec.ConfigItem;
import dev.connectorkit.dsl.spec.ConnectorSpec;
import dev.connectorkit.dsl.spec.InitialValue;
import dev.connectorkit.dsl.spec.KeyType;
import dev.connectorkit.dsl.spec.Schema;
import dev.connectorkit.dsl.spec.SchemaAttribute;
import dev.connectorkit.dsl.spec.TemplateField;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** Inputs that fit a connector's schemas, to be edited. Immutable. */
final class ExampleInputs {
    private static final String DEFAULT_ENTITLEMENT_TYPE = "group";
    private static final int MANY_CHANGES = 3;

    private final ConnectorSpec spec;

    ExampleInputs(ConnectorSpec spec) {
        this.spec = spec;
    }

    /**
     * Returns an input for each command, by type.
     *
     * @param list the members that the next aggregation's input has
     * @param chosen may hold the {@code account} and the {@code entitlement} to be named, as they were sent by a list
     */
    JsonObject all(JsonObject list, JsonObject chosen) {
        var account = chosen.get("account") instanceof JsonObject object ? object : null;
        var entitlement = chosen.get("entitlement") instanceof JsonObject object ? object : null;
        var inputs = Json.object();
        spec.commands().forEach(command -> inputs.add(command, input(command, list, account, entitlement)));
        return inputs.build();
    }

    private JsonObjectBuilder input(
            String command, JsonObject list, @Nullable JsonObject account, @Nullable JsonObject entitlement) {
        return switch (command) {
            case "std:account:list" -> copyOf(list);
            case "std:account:read",
                    "std:account:delete",
                    "std:account:enable",
                    "std:account:disable",
                    "std:account:unlock" -> reference(account);
            case "std:account:create" -> create();
            case "std:account:update" -> update(account);
            case "std:change-password" -> reference(account).add("password", ExampleValues.PASSWORD);
            case "std:authenticate" ->
                reference(account).add("username", identity(account)).add("password", ExampleValues.PASSWORD);
            case "std:entitlement:list" ->
                Json.object().add("type", entitlementType(null)).addAll(copyOf(list));
            case "std:entitlement:read" -> reference(entitlement).add("type", entitlementType(entitlement));
            case "std:config-options:read" -> Json.object().add("key", configKey());
            case "std:source-data:discover" -> Json.object().add("queryInput", query());
            case "std:source-data:read" ->
                Json.object().add("sourceDataKey", "key").add("queryInput", query());
            case "std:machine-identity:list", "std:resource:list", "std:agent:list" ->
                Json.object().add("datasetIds", Json.array().add("dataset"));
            default ->
                command.startsWith("std:ssf-stream:") ? Json.object().add("stream", Json.object()) : Json.object();
        };
    }

    private static JsonObjectBuilder copyOf(JsonObject object) {
        return Json.provider().createObjectBuilder(object);
    }

    private JsonObjectBuilder reference(@Nullable JsonObject object) {
        var id = identity(object);
        var reference = Json.object().add("identity", id);
        if (object != null && object.get("key") instanceof JsonObject key) {
            return reference.add("key", key);
        }
        var compound = Json.object().add("lookupId", id).add("uniqueId", id);
        var simple = Json.object().add("id", id);
        return reference.add(
                "key",
                spec.keyType() == KeyType.COMPOUND
                        ? Json.object().add("compound", compound)
                        : Json.object().add("simple", simple));
    }

    private static String identity(@Nullable JsonObject object) {
        if (object == null) {
            return ExampleValues.ID;
        }
        if (object.get("identity") instanceof JsonString identity) {
            return identity.getString();
        }
        return object.get("key") instanceof JsonObject key && key.get("simple") instanceof JsonObject simple
                ? simple.getString("id", ExampleValues.ID)
                : ExampleValues.ID;
    }

    private String entitlementType(@Nullable JsonObject entitlement) {
        if (entitlement != null && entitlement.get("type") instanceof JsonString type) {
            return type.getString();
        }
        return spec.entitlementSchemas().stream()
                .map(Schema.Entitlement::type)
                .findFirst()
                .orElse(DEFAULT_ENTITLEMENT_TYPE);
    }

    private String configKey() {
        return spec.configItems().stream()
                .filter(item -> item instanceof ConfigItem.Select || item instanceof ConfigItem.Radio)
                .findFirst()
                .or(() -> spec.configItems().stream().findFirst())
                .map(ConfigItem::key)
                .orElse("key");
    }

    private static JsonObjectBuilder query() {
        return Json.object().add("query", "").add("limit", 10);
    }

    private JsonObjectBuilder create() {
        var attributes = Json.object();
        if (spec.accountCreateTemplate().isEmpty()) {
            spec.accountSchema().attributes().stream()
                    .filter(attribute -> !attribute.isEntitlement())
                    .forEach(attribute -> attributes.add(attribute.name(), value(attribute)));
        } else {
            spec.accountCreateTemplate().forEach(field -> attributes.add(field.key(), value(field)));
        }
        var built = attributes.build();
        var input = Json.object();
        if (built.get(spec.accountSchema().identityAttribute()) instanceof JsonString identity) {
            input.add("identity", identity);
        }
        return input.add("attributes", built);
    }

    private JsonValue value(TemplateField field) {
        if (field.initialValue() instanceof InitialValue.Fixed fixed) {
            return fixed.value();
        }
        if (field.initialValue() instanceof InitialValue.Generated generated
                && generated.name().equals(TemplateField.CREATE_PASSWORD)) {
            return Json.text(ExampleValues.PASSWORD);
        }
        return spec.accountSchema().attributes().stream()
                .filter(attribute -> attribute.name().equals(field.key()))
                .findFirst()
                .map(this::value)
                .orElseGet(() -> ExampleValues.of(field.key(), field.type()));
    }

    private JsonValue value(SchemaAttribute attribute) {
        var identity = attribute.name().equals(spec.accountSchema().identityAttribute());
        var one = identity ? Json.text(ExampleValues.ID) : ExampleValues.of(attribute.name(), attribute.type());
        return attribute.isMulti() ? Json.array().add(one).build() : one;
    }

    /** Changes a plain attribute and adds to a list, with what the account has where it is known. */
    private JsonObjectBuilder update(@Nullable JsonObject account) {
        var schema = spec.accountSchema();
        var changes = Json.array();
        schema.attributes().stream()
                .filter(attribute -> !attribute.name().equals(schema.identityAttribute()))
                .filter(attribute -> attribute.isEntitlement() || !attribute.isMulti())
                .sorted((a, b) -> Boolean.compare(b.isEntitlement(), a.isEntitlement()))
                .limit(MANY_CHANGES - 1)
                .forEach(attribute -> changes.add(change(attribute, account)));
        return reference(account).add("changes", changes);
    }

    private JsonObjectBuilder change(SchemaAttribute attribute, @Nullable JsonObject account) {
        return Json.object()
                .add("op", attribute.isMulti() ? "Add" : "Set")
                .add("attribute", attribute.name())
                .add("value", current(attribute, account));
    }

    private static JsonValue current(SchemaAttribute attribute, @Nullable JsonObject account) {
        var attributes = account != null && account.get("attributes") instanceof JsonObject object ? object : null;
        var value = attributes == null ? null : attributes.get(attribute.name());
        if (value instanceof JsonArray array) {
            value = array.isEmpty() ? null : array.get(0);
        }
        return value == null || value == JsonValue.NULL ? ExampleValues.of(attribute.name(), attribute.type()) : value;
    }
}
