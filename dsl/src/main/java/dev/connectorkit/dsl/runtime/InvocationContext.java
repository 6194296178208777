package dev.connectorkit.dsl.runtime;

import dev.connectorkit.dsl.command.AwsCredentials;
import dev.connectorkit.dsl.command.AwsRole;
import dev.connectorkit.dsl.command.Context;
import dev.connectorkit.dsl.command.OAuth2Token;
import dev.connectorkit.dsl.command.OAuth2TokenRequest;
import dev.connectorkit.dsl.command.ObjectFilter;
import jakarta.json.JsonObject;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** What one invocation knows, from its request and its runner. */
final class InvocationContext implements Context {
    private final CommandRequest request;
    private final EventStream<?> stream;
    private final ConnectorRunner runner;
    private final String invocationId;

    InvocationContext(CommandRequest request, EventStream<?> stream, ConnectorRunner runner) {
        this.request = request;
        this.stream = stream;
        this.runner = runner;
        var id = request.metadata().invocationId();
        this.invocationId = id == null ? RequestMetadata.newInvocationId() : id;
    }

    @Override
    public JsonObject config() {
        return request.config();
    }

    @Override
    public JsonObject reloadConfig() {
        return runner.host().reloadConfig(request, stream.patched(request.config()));
    }

    @Override
    public ObjectFilter objectFilter() {
        return runner.connector().objectFilter(request.config());
    }

    @Override
    public InstantSource clock() {
        return runner.clock();
    }

    @Override
    public AwsCredentials assumeAwsRole(AwsRole role) {
        return runner.host().assumeAwsRole(role);
    }

    @Override
    public OAuth2Token getOAuth2AccessToken(OAuth2TokenRequest tokenRequest) {
        return runner.host().getOAuth2AccessToken(tokenRequest);
    }

    @Override
    public String commandType() {
        return request.type();
    }

    @Override
    public String invocationId() {
        return invocationId;
    }

    @Override
    public @Nullable String id() {
        return request.metadata().id();
    }

    @Override
    public @Nullable String name() {
        return request.metadata().name();
    }

    @Override
    public @Nullable Integer version() {
        return request.version();
    }

    @Override
    public @Nullable String connectorInstanceId() {
        return request.metadata().connectorInstanceId();
    }

    @Override
    public @Nullable String spanId() {
        return request.metadata().spanId();
    }

    @Override
    public @Nullable String requestId() {
        return request.metadata().requestId();
    }
}
