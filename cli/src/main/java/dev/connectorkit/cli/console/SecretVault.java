package dev.connectorkit.cli.console;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.spec.CardList;
import dev.connectorkit.dsl.spec.ConfigItem;
import dev.connectorkit.dsl.spec.ConnectorSpec;
import dev.connectorkit.testkit.run.Secrets;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps secrets from the page: each is shown as a mask of its own, which the page gives back for a secret that it leaves
 * as it is. Where a card moves, its mask moves with it. Not safe for concurrent use.
 */
final class SecretVault {
    static final String MASK = "•••";

    private final Set<String> names = new HashSet<>();
    private final Map<JsonValue, String> masks = new HashMap<>();
    private final Map<String, JsonValue> secrets = new HashMap<>();

    SecretVault(ConnectorSpec spec) {
        collect(spec.configItems());
    }

    private void collect(List<ConfigItem> items) {
        for (var item : items) {
            if (item instanceof ConfigItem.Secret || item instanceof ConfigItem.SecretTextArea) {
                names.add(item.key());
            } else if (item instanceof CardList cards) {
                collect(cards.items());
            }
        }
    }

    /** Returns the keys of the spec's secret items. */
    Set<String> names() {
        return Set.copyOf(names);
    }

    private boolean isSecret(String name) {
        return names.contains(name) || Secrets.isSecretName(name);
    }

    /** Returns {@code json} with a mask in place of each secret. */
    JsonValue hide(JsonValue json) {
        return hide(json, false);
    }

    private JsonValue hide(JsonValue json, boolean secret) {
        if (json instanceof JsonObject object) {
            var hidden = Json.object();
            object.forEach((name, value) -> hidden.add(name, hide(value, secret || isSecret(name))));
            return hidden.build();
        }
        if (json instanceof JsonArray array) {
            var hidden = Json.array();
            array.forEach(element -> hidden.add(hide(element, secret)));
            return hidden.build();
        }
        var hidable = json instanceof JsonString text ? !text.getString().isEmpty() : json instanceof JsonNumber;
        return secret && hidable ? Json.text(mask(json)) : json;
    }

    private String mask(JsonValue secret) {
        return masks.computeIfAbsent(secret, value -> {
            var mask = MASK + (masks.size() + 1);
            secrets.put(mask, value);
            return mask;
        });
    }

    /**
     * Returns {@code json} with the secret in place of each mask.
     *
     * @throws RefusedException if there is a mask that stands for nothing
     */
    JsonValue reveal(JsonValue json) throws RefusedException {
        if (json instanceof JsonObject object) {
            var revealed = Json.object();
            for (var member : object.entrySet()) {
                revealed.add(member.getKey(), reveal(member.getValue()));
            }
            return revealed.build();
        }
        if (json instanceof JsonArray array) {
            var revealed = Json.array();
            for (var element : array) {
                revealed.add(reveal(element));
            }
            return revealed.build();
        }
        if (json instanceof JsonString text && text.getString().startsWith(MASK)) {
            var secret = secrets.get(text.getString());
            if (secret == null) {
                throw RefusedException.badRequest(
                        "a mask stands for a secret that this console does not hold; enter the secret again");
            }
            return secret;
        }
        return json;
    }

    /** Returns {@code json} masked for good: what looks like a secret by its name, and wherever one of {@code config} shows. */
    JsonValue strike(JsonValue json, JsonObject config) {
        return strike(json, Secrets.none().and(config, names), true);
    }

    /** Returns {@code json} masked where a secret of {@code config} shows; names such as {@code nextToken} tell nothing. */
    JsonValue strikeKnown(JsonValue json, JsonObject config) {
        return strike(json, Secrets.none().and(config, names), false);
    }

    private JsonValue strike(JsonValue json, Secrets known, boolean byName) {
        if (json instanceof JsonObject object) {
            var struck = Json.object();
            object.forEach((name, value) -> struck.add(
                    name,
                    byName && isSecret(name) && value instanceof JsonString
                            ? Json.text(MASK)
                            : strike(value, known, byName)));
            return struck.build();
        }
        if (json instanceof JsonArray array) {
            var struck = Json.array();
            array.forEach(element -> struck.add(strike(element, known, byName)));
            return struck.build();
        }
        return json instanceof JsonString text ? Json.text(known.mask(text.getString())) : json;
    }
}
