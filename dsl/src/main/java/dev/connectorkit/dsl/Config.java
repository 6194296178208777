package dev.connectorkit.dsl;

import static java.util.Objects.requireNonNull;

import dev.connectorkit.dsl.command.ConnectorException;
import dev.connectorkit.dsl.command.Context;
import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.spec.ConnectorSpec;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A typed view of a source's configuration:
 *
 * <pre>{@code
 * var config = Config.of(context);
 * var client = new AirtableClient(config.url("baseUrl"), config.secret("token"), config.number("pageSize", 100));
 * }</pre>
 *
 * <p>The platform stores what administrators typed, so an item left empty counts as missing, and a number or a flag is read
 * from text too. What is missing or of the wrong type is a {@link ConnectorException} of type {@link
 * ConnectorException.Type#INVALID_CONFIGURATION} that names the key and never the value. Immutable; safe to share within
 * the invocation.
 */
public final class Config {
    private static final Set<String> WEB = Set.of("http", "https");

    private final JsonObject values;
    private final ConfigNames names;

    Config(JsonObject values, ConfigNames names) {
        this.values = requireNonNull(values, "values");
        this.names = names;
    }

    /** Returns a view of the configuration of an invocation. */
    public static Config of(Context context) {
        return of(context.config());
    }

    /** Returns a view of a configuration. */
    public static Config of(JsonObject values) {
        return new Config(values, ConfigNames.KEYS);
    }

    /** Returns a view of a configuration whose errors name labels and sections too. */
    public static Config of(JsonObject values, ConnectorSpec spec) {
        return new Config(values, ConfigNames.of(spec));
    }

    /** Returns the configuration as it is. */
    public JsonObject toJson() {
        return values;
    }

    /** Returns whether there is a value under {@code key}: no null, no blank text, no empty array. */
    public boolean has(String key) {
        return value(key) != null;
    }

    /** Returns a text. */
    public String text(String key) {
        return present(key, textOrNull(key));
    }

    /** Returns a text, or {@code fallback} where it is missing. */
    public String text(String key, String fallback) {
        var text = textOrNull(key);
        return text == null ? requireNonNull(fallback, "fallback") : text;
    }

    /** Returns a text, or null where it is missing. */
    public @Nullable String textOrNull(String key) {
        var value = value(key);
        return value == null ? null : scalar(names.of(key), value);
    }

    /** Returns a text that belongs in no log and no error. */
    public String secret(String key) {
        return text(key);
    }

    /**
     * Returns the address of a web service: an absolute {@code http} or {@code https} URL without a slash at its end, so that
     * paths can follow it.
     */
    public URI url(String key) {
        try {
            var url = new URI(text(key).strip().replaceFirst("/+$", ""));
            if (WEB.contains(String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT)) && url.getHost() != null) {
                return url;
            }
        } catch (URISyntaxException e) {
            // The cause would show the value, which may be a secret in the wrong field.
        }
        throw invalid("%s must be an absolute http or https URL, such as https://example.com, but is other text"
                .formatted(names.of(key)));
    }

    /** Returns whether a checkbox or toggle is on; one that is missing is off. */
    public boolean flag(String key) {
        return flag(key, false);
    }

    /** Returns whether a checkbox or toggle is on, or {@code fallback} where it is missing. */
    public boolean flag(String key, boolean fallback) {
        var value = value(key);
        if (value == null) {
            return fallback;
        }
        var text = value instanceof JsonString string ? string.getString().strip() : value.toString();
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw mistyped(key, "true or false", value);
        };
    }

    /** Returns a whole number. */
    public long number(String key) {
        return whole(key, decimal(key));
    }

    /** Returns a whole number, or {@code fallback} where it is missing. */
    public long number(String key, long fallback) {
        var number = decimalOrNull(key);
        return number == null ? fallback : whole(key, number);
    }

    /** Returns a number with its fraction. */
    public BigDecimal decimal(String key) {
        return present(key, decimalOrNull(key));
    }

    /** Returns a number with its fraction, or null where it is missing. */
    public @Nullable BigDecimal decimalOrNull(String key) {
        var value = value(key);
        if (value == null) {
            return null;
        }
        if (value instanceof JsonNumber number) {
            return number.bigDecimalValue();
        }
        if (value instanceof JsonString text) {
            try {
                return new BigDecimal(text.getString().strip());
            } catch (NumberFormatException e) {
                // The cause would show the value, which may be a secret in the wrong field.
                throw invalid("%s must be a number, but is other text".formatted(names.of(key)));
            }
        }
        throw mistyped(key, "a number", value);
    }

    /** Returns the texts of a list; one that is missing is empty. */
    public List<String> list(String key) {
        if (value(key) instanceof JsonString single) {
            return List.of(single.getString());
        }
        var texts = new ArrayList<String>();
        for (var element : array(key)) {
            texts.add(scalar("%s, element %d,".formatted(names.of(key), texts.size() + 1), element));
        }
        return Collections.unmodifiableList(texts);
    }

    /** Returns the pairs of a {@code keyValue} item in their order; one that is missing is empty. */
    public List<Map.Entry<String, String>> pairs(String key) {
        var pairs = new ArrayList<Map.Entry<String, String>>();
        for (var pair : cards(key)) {
            pairs.add(Map.entry(pair.text("key"), pair.text("value", "")));
        }
        return Collections.unmodifiableList(pairs);
    }

    /** Returns the pairs of a {@code keyValue} item, no key twice; one that is missing is empty. */
    public Map<String, String> map(String key) {
        var map = new LinkedHashMap<String, String>();
        for (var pair : pairs(key)) {
            if (map.put(pair.getKey(), pair.getValue()) != null) {
                throw invalid("%s holds one key twice".formatted(names.of(key)));
            }
        }
        return Collections.unmodifiableMap(map);
    }

    /** Returns a view of each card of a {@code cardList}, in order; a list that is missing is empty. */
    public List<Config> cards(String key) {
        var cards = new ArrayList<Config>();
        for (var element : array(key)) {
            if (!(element instanceof JsonObject card)) {
                throw invalid("%s, element %d, must be an object, but is %s"
                        .formatted(names.of(key), cards.size() + 1, Json.describe(element)));
            }
            cards.add(new Config(card, names.card(key, cards.size() + 1)));
        }
        return Collections.unmodifiableList(cards);
    }

    /** Returns what {@code read} makes of each card of a {@code cardList}, in order. */
    public <T> List<T> cards(String key, Function<? super Config, ? extends T> read) {
        var values = new ArrayList<T>();
        cards(key).forEach(card -> values.add(read.apply(card)));
        return Collections.unmodifiableList(values);
    }

    String name(String key) {
        return names.of(key);
    }

    private JsonArray array(String key) {
        var value = value(key);
        if (value == null) {
            return JsonValue.EMPTY_JSON_ARRAY;
        }
        if (value instanceof JsonArray array) {
            return array;
        }
        throw mistyped(key, "an array", value);
    }

    private @Nullable JsonValue value(String key) {
        var value = values.get(requireNonNull(key, "key"));
        var missing = value == null
                || value.getValueType() == JsonValue.ValueType.NULL
                || (value instanceof JsonString text && text.getString().isBlank())
                || (value instanceof JsonArray array && array.isEmpty());
        return missing ? null : value;
    }

    private static String scalar(String name, JsonValue value) {
        return switch (value.getValueType()) {
            case STRING -> ((JsonString) value).getString();
            case NUMBER -> ((JsonNumber) value).bigDecimalValue().toPlainString();
            case TRUE, FALSE -> value.toString();
            default -> throw invalid("%s must be text, but is %s".formatted(name, Json.describe(value)));
        };
    }

    private long whole(String key, BigDecimal number) {
        try {
            return number.longValueExact();
        } catch (ArithmeticException e) {
            throw invalid("%s must be a whole number of 64 bits".formatted(names.of(key)));
        }
    }

    private <T> T present(String key, @Nullable T value) {
        if (value == null) {
            throw invalid(names.of(key) + " is missing");
        }
        return value;
    }

    private ConnectorException mistyped(String key, String expected, JsonValue found) {
        var what = found instanceof JsonString ? "other text" : Json.describe(found);
        return invalid("%s must be %s, but is %s".formatted(names.of(key), expected, what));
    }

    private static ConnectorException invalid(String problem) {
        return new InvalidException(problem);
    }

    /** Something in a configuration that is missing or mistyped. */
    static final class InvalidException extends ConnectorException {
        private static final long serialVersionUID = 1L;

        private final String problem;

        private InvalidException(String problem) {
            super(Type.INVALID_CONFIGURATION, "the configuration cannot work: " + problem);
            this.problem = problem;
        }

        /** Returns what is wrong, without the words that all such messages start with. */
        String problem() {
            return problem;
        }
    }
}
