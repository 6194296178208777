package dev.connectorkit.dsl;

import dev.connectorkit.dsl.command.AwsCredentials;
import dev.connectorkit.dsl.command.AwsRole;
import dev.connectorkit.dsl.command.Context;
import dev.connectorkit.dsl.command.OAuth2Token;
import dev.connectorkit.dsl.command.OAuth2TokenRequest;
import dev.connectorkit.dsl.command.ObjectFilter;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** A context that finds named operations in a customizer. */
record CustomizedContext(Context context, Customizer customizer) implements Context {
    @Override
    public JsonValue customizedOperation(String id, JsonValue input) {
        return customizer.operation(id, this, input);
    }

    @Override
    public JsonObject config() {
        return context.config();
    }

    @Override
    public JsonObject reloadConfig() {
        return context.reloadConfig();
    }

    @Override
    public ObjectFilter objectFilter() {
        return context.objectFilter();
    }

    @Override
    public InstantSource clock() {
        return context.clock();
    }

    @Override
    public AwsCredentials assumeAwsRole(AwsRole role) {
        return context.assumeAwsRole(role);
    }

    @Override
    public OAuth2Token getOAuth2AccessToken(OAuth2TokenRequest request) {
        return context.getOAuth2AccessToken(request);
    }

    @Override
    public String commandType() {
        return context.commandType();
    }

    @Override
    public String invocationId() {
        return context.invocationId();
    }

    @Override
    public @Nullable String id() {
        return context.id();
    }

    @Override
    public @Nullable String name() {
        return context.name();
    }

    @Override
    public @Nullable Integer version() {
        return context.version();
    }

    @Override
    public @Nullable String connectorInstanceId() {
        return context.connectorInstanceId();
    }

    @Override
    public @Nullable String spanId() {
        return context.spanId();
    }

    @Override
    public @Nullable String requestId() {
        return context.requestId();
    }
}
