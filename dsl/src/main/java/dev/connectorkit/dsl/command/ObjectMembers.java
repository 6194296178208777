package dev.connectorkit.dsl.command;

import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The members that accounts, entitlements and references to them share. */
final class ObjectMembers {
    private ObjectMembers() {}

    static void requireName(@Nullable String identity, @Nullable Key key) {
        if (identity == null && key == null) {
            throw ConnectorException.invalidRequest("`input` names no object: `key` and `identity` are both missing");
        }
    }

    static Key key(@Nullable String identity, @Nullable Key key) {
        if (key != null) {
            return key;
        }
        requireName(identity, null);
        return Key.simple(String.valueOf(identity));
    }

    static String requireType(String type, String... types) {
        if (!List.of(types).contains(type)) {
            throw ConnectorException.invalidRequest(
                    "there are no entitlements of type `%s`, only `%s`".formatted(type, String.join("`, `", types)));
        }
        return type;
    }

    static void writeNames(JsonGenerator out, @Nullable String identity, @Nullable String uuid, @Nullable Key key) {
        writeIfPresent(out, "identity", identity);
        writeIfPresent(out, "uuid", uuid);
        if (key != null) {
            out.writeKey("key");
            key.writeTo(out);
        }
    }

    static void writeIfPresent(JsonGenerator out, String name, @Nullable String value) {
        if (value != null) {
            out.write(name, value);
        }
    }

    static void writeIfPresent(JsonGenerator out, String name, @Nullable JsonValue value) {
        if (value != null) {
            out.write(name, value);
        }
    }

    static void writeIfPresent(JsonGenerator out, String name, @Nullable JsonWritable value) {
        if (value != null) {
            out.writeKey(name);
            value.writeTo(out);
        }
    }

    static void writeIfPresent(JsonGenerator out, String name, @Nullable Integer value) {
        if (value != null) {
            out.write(name, value);
        }
    }

    static void writeTexts(JsonGenerator out, String name, List<String> values) {
        if (!values.isEmpty()) {
            out.writeStartArray(name);
            values.forEach(out::write);
            out.writeEnd();
        }
    }

    static void writeIfPresent(JsonGenerator out, String name, @Nullable Boolean flag) {
        if (flag != null) {
            out.write(name, flag);
        }
    }

    static void writeIfSet(JsonGenerator out, String name, boolean flag) {
        if (flag) {
            out.write(name, true);
        }
    }

    static void writeList(JsonGenerator out, String name, List<? extends JsonWritable> values) {
        if (!values.isEmpty()) {
            out.writeStartArray(name);
            for (var value : values) {
                value.writeTo(out);
            }
            out.writeEnd();
        }
    }
}
