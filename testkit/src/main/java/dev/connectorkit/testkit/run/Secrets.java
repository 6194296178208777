package dev.connectorkit.testkit.run;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The texts that must not be shown: the config's secrets and the passwords of requests. Immutable; safe to share.
 *
 * <p>A member of a JSON object is taken for a secret if the connector's specification says so, or by its name:
 * {@code password}, {@code token}, {@code apiKey} and the like.
 */
public final class Secrets {
    private static final String MASK = "•••";
    // Shorter texts, such as "on", appear in innocent places too.
    private static final int SHORTEST = 4;
    private static final Pattern SECRET_NAME = Pattern.compile(
            "pass(word|wd|phrase)|secret|token$|api_?key|private_?key|credential", Pattern.CASE_INSENSITIVE);

    private final Set<String> texts;

    private Secrets(Collection<String> texts) {
        this.texts =
                new TreeSet<>(Comparator.comparing(String::length).reversed().thenComparing(text -> text));
        this.texts.addAll(texts);
    }

    /** Returns no secrets. */
    public static Secrets none() {
        return new Secrets(Set.of());
    }

    /** Returns what looks like a secret in {@code json}, by the names of its members, at any depth. */
    public static Secrets of(JsonObject json) {
        return none().and(json, Set.of());
    }

    /** Returns these secrets and those in {@code json}: members with one of {@code names}, or with a telling name. */
    public Secrets and(JsonObject json, Set<String> names) {
        var all = new TreeSet<>(texts);
        collect(json, names, all);
        return new Secrets(all);
    }

    /** Returns these secrets and one more; a text of fewer than four characters is ignored. */
    public Secrets and(String secret) {
        if (secret.length() < SHORTEST || texts.contains(secret)) {
            return this;
        }
        var all = new TreeSet<>(texts);
        all.add(secret);
        return new Secrets(all);
    }

    private static void collect(JsonObject json, Set<String> names, Set<String> into) {
        json.forEach((name, value) -> {
            var secret = names.contains(name) || isSecretName(name);
            if (value instanceof JsonString text && secret && text.getString().length() >= SHORTEST) {
                into.add(text.getString());
            } else {
                collect(value, names, into);
            }
        });
    }

    private static void collect(JsonValue value, Set<String> names, Set<String> into) {
        if (value instanceof JsonObject object) {
            // An update names the attribute in one member and has its value in another.
            if (object.get("attribute") instanceof JsonString name
                    && isSecretName(name.getString())
                    && object.get("value") instanceof JsonString text
                    && text.getString().length() >= SHORTEST) {
                into.add(text.getString());
            }
            collect(object, names, into);
        } else if (value instanceof JsonArray array) {
            array.forEach(element -> collect(element, names, into));
        }
    }

    /** Returns whether members of this name hold secrets, as far as the name tells. */
    public static boolean isSecretName(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return SECRET_NAME.matcher(lower).find() && !lower.startsWith("has") && !lower.contains("url");
    }

    /** Returns the secrets of at least so many characters. */
    public Secrets longerThan(int length) {
        return new Secrets(
                texts.stream().filter(text -> text.length() >= length).toList());
    }

    /** Returns whether there is no secret. */
    public boolean isEmpty() {
        return texts.isEmpty();
    }

    /** Returns whether {@code text} shows one of the secrets. */
    public boolean appearIn(String text) {
        return texts.stream().anyMatch(text::contains);
    }

    /** Returns {@code text} with every secret masked. */
    public String mask(String text) {
        var masked = text;
        for (var secret : texts) {
            masked = masked.replace(secret, MASK).replace(jsonEscaped(secret), MASK);
        }
        return masked;
    }

    private static String jsonEscaped(String secret) {
        return secret.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
