package dev.connectorkit.dsl.spec;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/** Writes JSON with an indentation of four spaces, as most connector specs have it. */
final class JsonText {
    private final StringBuilder out = new StringBuilder();

    private JsonText() {}

    static String indented(JsonValue value) {
        var text = new JsonText();
        text.write(value, "\n");
        return text.out.append('\n').toString();
    }

    private void write(JsonValue value, String newline) {
        if (value instanceof JsonObject object && !object.isEmpty()) {
            var separator = "{";
            for (var member : object.entrySet()) {
                out.append(separator).append(newline).append("    ");
                quote(member.getKey());
                out.append(": ");
                write(member.getValue(), newline + "    ");
                separator = ",";
            }
            out.append(newline).append('}');
        } else if (value instanceof JsonArray array && !array.isEmpty()) {
            var separator = "[";
            for (var element : array) {
                out.append(separator).append(newline).append("    ");
                write(element, newline + "    ");
                separator = ",";
            }
            out.append(newline).append(']');
        } else if (value instanceof JsonString string) {
            quote(string.getString());
        } else {
            out.append(value);
        }
    }

    private void quote(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ' || isLoneSurrogate(text, i)) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    /** A surrogate without its other half has no UTF-8 form; written as it is, it would become a question mark. */
    private static boolean isLoneSurrogate(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}
