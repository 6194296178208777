package dev.connectorkit.dsl.runtime;

import dev.connectorkit.dsl.command.PlatformServices;
import jakarta.json.JsonObject;

/** What a handler can ask of whatever runs it. Implementations are safe for concurrent use. */
public interface Host extends PlatformServices {

    /**
     * Returns the source's configuration as it is now; unless overridden, {@code patched}.
     *
     * @param request the request being answered
     * @param patched the configuration that the request carried, with the patches applied that the handler sent so far
     */
    default JsonObject reloadConfig(CommandRequest request, JsonObject patched) {
        return patched;
    }
}
