package dev.connectorkit.testkit.rules;

import dev.connectorkit.dsl.internal.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;

/** A JSON object that can be written to, as no proper one can. */
final class MutableJson extends LinkedHashMap<String, JsonValue> implements JsonObject {
    private static final long serialVersionUID = 1L;

    MutableJson(JsonObject members) {
        super(members);
    }

    private JsonObject copy() {
        return Json.provider().createObjectBuilder(this).build();
    }

    @Override
    public ValueType getValueType() {
        return ValueType.OBJECT;
    }

    @Override
    public JsonArray getJsonArray(String name) {
        return copy().getJsonArray(name);
    }

    @Override
    public JsonObject getJsonObject(String name) {
        return copy().getJsonObject(name);
    }

    @Override
    public JsonNumber getJsonNumber(String name) {
        return copy().getJsonNumber(name);
    }

    @Override
    public JsonString getJsonString(String name) {
        return copy().getJsonString(name);
    }

    @Override
    public String getString(String name) {
        return copy().getString(name);
    }

    @Override
    public String getString(String name, String defaultValue) {
        return copy().getString(name, defaultValue);
    }

    @Override
    public int getInt(String name) {
        return copy().getInt(name);
    }

    @Override
    public int getInt(String name, int defaultValue) {
        return copy().getInt(name, defaultValue);
    }

    @Override
    public boolean getBoolean(String name) {
        return copy().getBoolean(name);
    }

    @Override
    public boolean getBoolean(String name, boolean defaultValue) {
        return copy().getBoolean(name, defaultValue);
    }

    @Override
    public boolean isNull(String name) {
        return copy().isNull(name);
    }
}
