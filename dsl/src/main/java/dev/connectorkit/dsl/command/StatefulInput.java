package dev.connectorkit.dsl.command;

import jakarta.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** The input of a list that can be asked for changes only. */
public sealed interface StatefulInput extends JsonWritable permits AccountListInput, EntitlementListInput {

    /** Returns whether the platform keeps state for this source and wants changes only, where it has state. */
    boolean stateful();

    /** Returns what the last stateful run saved; null on the first. */
    @Nullable
    JsonObject state();
}
