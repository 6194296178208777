package dev.connectorkit.dsl.store;

import static java.util.Objects.requireNonNull;

import dev.connectorkit.dsl.internal.json.JsonSyntaxException;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerationException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The name of a stored value together with its type: {@code StoreKey.string("cursor")}. Immutable; made to be a shared
 * constant.
 *
 * @param <T> the type of the value
 */
public final class StoreKey<T> {

    private final String name;
    private final Form<T> form;

    private StoreKey(String name, Form<T> form) {
        this.name = requireNonNull(name, "name");
        this.form = form;
    }

    /** Returns a key of text. */
    public static StoreKey<String> string(String name) {
        return new StoreKey<>(name, Form.STRING);
    }

    /** Returns a key of whole numbers of 32 bits. */
    public static StoreKey<Integer> integer(String name) {
        return new StoreKey<>(name, Form.INTEGER);
    }

    /** Returns a key of whole numbers of 64 bits. */
    public static StoreKey<Long> longInteger(String name) {
        return new StoreKey<>(name, Form.LONG_INTEGER);
    }

    /** Returns a key of numbers of any size and precision. */
    public static StoreKey<BigDecimal> decimal(String name) {
        return new StoreKey<>(name, Form.DECIMAL);
    }

    /** Returns a key of true and false. */
    public static StoreKey<Boolean> bool(String name) {
        return new StoreKey<>(name, Form.BOOL);
    }

    /** Returns a key of points in time, stored as ISO 8601 text in UTC such as {@code 2024-01-15T10:30:00Z}. */
    public static StoreKey<Instant> instant(String name) {
        return new StoreKey<>(name, Form.INSTANT);
    }

    /** Returns a key of any JSON, JSON's null included. */
    public static StoreKey<JsonValue> json(String name) {
        return new StoreKey<>(name, Form.JSON);
    }

    /**
     * Returns a key of plain Java values: text, booleans, numbers, and lists and maps of these. Whole numbers are read
     * as {@code Long} or {@code BigInteger}, others as {@code BigDecimal}; lists and maps are read unmodifiable.
     */
    public static StoreKey<Object> plain(String name) {
        return new StoreKey<>(name, Form.PLAIN);
    }

    /**
     * Returns a key of records, or of any class that Jackson can write and read by its members. Members that the class
     * does not know are ignored. A Kotlin data class is one of them if it is marked {@code @JvmRecord}, or if Jackson's
     * Kotlin module is there.
     */
    public static <T> StoreKey<T> record(String name, Class<T> type) {
        return new StoreKey<>(name, Form.record(requireNonNull(type, "type")));
    }

    /** Returns a key of the same name that holds a list of such values. The lists that it reads are unmodifiable. */
    public StoreKey<List<T>> list() {
        return new StoreKey<>(name, form.list());
    }

    /**
     * Returns a key of the same name that holds such values by name. The maps that it reads are unmodifiable and in the
     * stored order.
     */
    public StoreKey<Map<String, T>> map() {
        return new StoreKey<>(name, form.map());
    }

    /** Returns the key as it stands in the configuration. */
    public String name() {
        return name;
    }

    /** Returns the name and what is read under it, such as {@code cursor (text)}. */
    @Override
    public String toString() {
        return name + " (" + form.wanted() + ")";
    }

    /** Returns the Java value of {@code json}, or null for JSON's null unless this key holds any JSON. */
    @Nullable
    T read(JsonValue json) {
        if (json.getValueType() == JsonValue.ValueType.NULL && !form.equals(Form.JSON)) {
            return null;
        }
        try {
            return form.reader().apply(json);
        } catch (ArithmeticException | ClassCastException | DateTimeException | IllegalArgumentException e) {
            throw StoreErrors.notReadable(name, json, form.factory(), form.wanted());
        }
    }

    /** Returns the JSON form of {@code value}. */
    JsonValue write(T value) {
        try {
            return form.writer().apply(value);
        } catch (ClassCastException
                | IllegalArgumentException
                | NullPointerException
                | JsonSyntaxException
                | JsonGenerationException e) {
            throw StoreErrors.notStorable(name, e);
        }
    }
}
