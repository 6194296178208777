package dev.connectorkit.dsl.spec;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Collects the members of one object in canonical order. What says nothing (null, empty, false) is left out, but its place is
 * remembered for an extra of that name. Belongs to one call; not safe for concurrent use.
 */
final class MemberWriter {
    private final Map<String, @Nullable JsonValue> members = new LinkedHashMap<>();

    MemberWriter text(String name, @Nullable String text) {
        return value(name, text == null ? null : Members.JSON.createValue(text));
    }

    MemberWriter textUnlessEmpty(String name, String text) {
        return text(name, text.isEmpty() ? null : text);
    }

    MemberWriter flag(String name, boolean flag) {
        return flag(name, flag, false);
    }

    /** Writes a flag unless it says what its absence says too. */
    MemberWriter flag(String name, boolean flag, boolean whenAbsent) {
        return value(name, flag == whenAbsent ? null : flag ? JsonValue.TRUE : JsonValue.FALSE);
    }

    MemberWriter integer(String name, @Nullable Integer number) {
        return value(name, number == null ? null : Members.JSON.createValue(number));
    }

    <T> MemberWriter list(String name, Collection<T> elements, Function<T, JsonValue> write) {
        var array = Members.JSON.createArrayBuilder();
        elements.forEach(element -> array.add(write.apply(element)));
        return value(name, elements.isEmpty() ? null : array.build());
    }

    MemberWriter object(String name, JsonObject object) {
        return value(name, object.isEmpty() ? null : object);
    }

    MemberWriter value(String name, @Nullable JsonValue value) {
        members.put(name, value);
        return this;
    }

    /** Returns the object; an extra replaces the member of its name, and unknown ones follow by name. */
    JsonObject finish(JsonObject extras) {
        var builder = Members.JSON.createObjectBuilder();
        members.forEach((name, value) -> {
            var extra = extras.get(name);
            if (extra != null) {
                builder.add(name, Members.sorted(extra));
            } else if (value != null) {
                builder.add(name, value);
            }
        });
        new TreeMap<>((Map<String, JsonValue>) extras).forEach((name, value) -> {
            if (!members.containsKey(name)) {
                builder.add(name, Members.sorted(value));
            }
        });
        return builder.build();
    }
}
