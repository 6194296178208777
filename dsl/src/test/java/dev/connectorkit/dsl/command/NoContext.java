package dev.connectorkit.dsl.command;

import static java.util.Objects.requireNonNull;

import dev.connectorkit.dsl.internal.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** A context that knows a configuration and the time, and of the platform nothing. */
public record NoContext(
        JsonObject config, InstantSource clock, @Nullable ObjectFilter filter) implements Context {
    public static final Context INSTANCE = of(JsonValue.EMPTY_JSON_OBJECT);

    public static Context of(JsonObject config) {
        return of(config, InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")));
    }

    public static Context of(JsonObject config, InstantSource clock) {
        return new NoContext(config, clock, null);
    }

    public static Context filtering(ObjectFilter filter) {
        return new NoContext(JsonValue.EMPTY_JSON_OBJECT, InstantSource.system(), filter);
    }

    public static Context of(String config) {
        return of(Json.parse(config).asJsonObject());
    }

    @Override
    public JsonObject reloadConfig() {
        return config;
    }

    @Override
    public ObjectFilter objectFilter() {
        return requireNonNull(filter);
    }

    @Override
    public String commandType() {
        return "custom:test";
    }

    @Override
    public String invocationId() {
        return "1";
    }

    @Override
    public @Nullable String id() {
        return null;
    }

    @Override
    public @Nullable String name() {
        return null;
    }

    @Override
    public @Nullable Integer version() {
        return null;
    }

    @Override
    public @Nullable String connectorInstanceId() {
        return null;
    }

    @Override
    public @Nullable String spanId() {
        return null;
    }

    @Override
    public @Nullable String requestId() {
        return null;
    }
}
