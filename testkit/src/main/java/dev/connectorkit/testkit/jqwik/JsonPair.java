package dev.connectorkit.testkit.jqwik;

import jakarta.json.JsonValue;

/** Two JSON values that are not equal, though nearly. */
public record JsonPair(JsonValue one, JsonValue other) {}
