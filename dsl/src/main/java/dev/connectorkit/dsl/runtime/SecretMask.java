package dev.connectorkit.dsl.runtime;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.internal.spec.Credentials;
import dev.connectorkit.dsl.spec.CardList;
import dev.connectorkit.dsl.spec.ConfigItem;
import dev.connectorkit.dsl.spec.ConnectorSpec;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Strikes the secrets of one request out of texts. Immutable. */
final class SecretMask {
    private static final String MASK = "***";
    private static final int SHORT = 4;

    /** Strikes nothing out. */
    static final SecretMask NONE = new SecretMask(Set.of());

    private final List<String> secrets;

    private SecretMask(Set<String> secrets) {
        this.secrets = List.copyOf(secrets);
    }

    /**
     * Returns a mask of what stands, at any depth of the request's config and input, where the spec has secrets or a name
     * tells of one: no spec declares the password of an input, and not every spec masks its token.
     */
    static SecretMask of(CommandRequest request, ConnectorSpec spec) {
        var names = new HashSet<String>();
        collectNames(spec.configItems(), names);
        // The longest first, or the rest of a secret that starts with another one would show.
        var secrets = new TreeSet<String>(
                Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.<String>naturalOrder()));
        collect(request.config(), names, false, secrets);
        collect(request.input(), names, false, secrets);
        return new SecretMask(secrets);
    }

    private static void collectNames(List<ConfigItem> items, Set<String> names) {
        for (var item : items) {
            if (item instanceof ConfigItem.Secret || item instanceof ConfigItem.SecretTextArea) {
                names.add(item.key());
            } else if (item instanceof CardList cards) {
                collectNames(cards.items(), names);
            }
        }
    }

    private static boolean isSecret(String name, Set<String> names) {
        return names.contains(name) || Credentials.isNameOfOne(name);
    }

    /** Returns what names the {@code value} of a change of an attribute, or of a pair of a {@code keyValue} item. */
    private static String text(JsonObject object, String member) {
        return object.get(member) instanceof JsonString text ? text.getString() : "";
    }

    private static void collect(JsonValue value, Set<String> names, boolean secret, Set<String> found) {
        if (value instanceof JsonObject object) {
            var named = secret || isSecret(text(object, "attribute"), names) || isSecret(text(object, "key"), names);
            object.forEach((name, member) ->
                    collect(member, names, name.equals("value") ? named : secret || isSecret(name, names), found));
        } else if (value instanceof JsonArray array) {
            array.forEach(element -> collect(element, names, secret, found));
        } else if (secret && value instanceof JsonNumber number) {
            found.add(number.toString());
        } else if (secret
                && value instanceof JsonString text
                && !text.getString().isBlank()) {
            addForms(text.getString(), found);
            text.getString().lines().filter(line -> !line.isBlank()).forEach(line -> addForms(line, found));
        }
    }

    /** Adds a secret as it is, as it stands in JSON, and as it stands in a URL: messages quote requests. */
    private static void addForms(String secret, Set<String> found) {
        found.add(secret);
        var json = Json.toText(Json.text(secret));
        found.add(json.substring(1, json.length() - 1));
        var form = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        found.add(form);
        found.add(form.replace("+", "%20"));
    }

    // A secret of a letter or two would otherwise leave nothing readable, and give itself away by what it strikes out.
    private static String maskWord(String text, String secret) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(secret) + "(?![\\p{L}\\p{N}])")
                .matcher(text)
                .replaceAll(Matcher.quoteReplacement(MASK));
    }

    String apply(String text) {
        var masked = text;
        for (var secret : secrets) {
            masked = secret.length() < SHORT ? maskWord(masked, secret) : masked.replace(secret, MASK);
        }
        return masked;
    }
}
