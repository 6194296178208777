package dev.connectorkit.testkit.simulation;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.internal.json.JsonEquality;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Applies JSON Patches exactly as RFC 6902 says: all of a patch or nothing. The changes themselves are JSON-P's; what
 * its implementation is lenient about (array indices such as {@code 00}, equal numbers in different spellings,
 * operations that lack a member) is checked before.
 *
 * <p>Stateless; safe to share.
 */
public final class StrictPatch {
    // A document is patched inside an array, so that one that is no structure can be, and be replaced as a whole.
    private static final String WRAPPER = "/0";
    private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,8}");
    private static final Pattern BROKEN_ESCAPE = Pattern.compile("~(?![01])");

    private StrictPatch() {}

    /**
     * Returns {@code document} with all operations applied in order.
     *
     * @throws PatchRejectedException if one of them cannot be; then none is
     */
    public static JsonValue apply(JsonArray operations, JsonValue document) {
        JsonStructure wrapped = Json.array().add(document).build();
        for (int i = 0; i < operations.size(); i++) {
            var number = i + 1;
            if (!(operations.get(i) instanceof JsonObject operation)) {
                throw new PatchRejectedException(
                        "operation %d is %s, not an object".formatted(number, Json.describe(operations.get(i))));
            }
            try {
                wrapped = apply(operation, wrapped);
            } catch (PatchRejectedException | JsonException e) {
                throw new PatchRejectedException(
                        "operation %d (%s) is rejected: %s".formatted(number, name(operation), e.getMessage()));
            }
        }
        return ((JsonArray) wrapped).get(0);
    }

    private static String name(JsonObject operation) {
        return operation.getString("op", "?") + " " + operation.getString("path", "?");
    }

    private static JsonStructure apply(JsonObject operation, JsonStructure document) {
        var path = pointer(operation, "path");
        var checked = Json.object().add("op", text(operation, "op")).add("path", WRAPPER + path);
        switch (text(operation, "op")) {
            case "add" -> {
                requirePlace(path, document);
                checked.add("value", value(operation));
            }
            case "replace" -> {
                requireValue(path, document);
                checked.add("value", value(operation));
            }
            case "remove" -> {
                requireRemovable(path, document);
            }
            case "test" -> {
                if (!JsonEquality.equal(requireValue(path, document), value(operation))) {
                    throw new PatchRejectedException("the value there is another one");
                }
                return document;
            }
            case "copy" -> {
                var from = pointer(operation, "from");
                requireValue(from, document);
                requirePlace(path, document);
                checked.add("from", WRAPPER + from);
            }
            case "move" -> {
                return move(pointer(operation, "from"), path, document);
            }
            default -> throw new PatchRejectedException("there is no such operation");
        }
        return patch(checked.build(), document);
    }

    private static JsonStructure move(String from, String path, JsonStructure document) {
        if (path.startsWith(from + "/")) {
            throw new PatchRejectedException("a value cannot move into itself");
        }
        var value = requireValue(from, document);
        if (path.equals(from)) {
            return document;
        }
        if (path.isEmpty()) {
            return Json.array().add(value).build();
        }
        var removed = patch(
                Json.object().add("op", "remove").add("path", WRAPPER + from).build(), document);
        requirePlace(path, removed);
        var added = Json.object().add("op", "add").add("path", WRAPPER + path).add("value", value);
        return patch(added.build(), removed);
    }

    private static JsonStructure patch(JsonObject operation, JsonStructure document) {
        // The whole document is an element of the wrapper, where adding would insert another.
        if (operation.getString("path").equals(WRAPPER)
                && !operation.getString("op").equals("replace")) {
            var whole = operation.containsKey("value")
                    ? operation.get("value")
                    : Json.provider().createPointer(operation.getString("from")).getValue(document);
            return Json.array().add(whole).build();
        }
        return Json.provider().createPatch(Json.array().add(operation).build()).apply(document);
    }

    private static String text(JsonObject operation, String member) {
        if (operation.get(member) instanceof JsonString text) {
            return text.getString();
        }
        throw new PatchRejectedException("it has no text in `" + member + "`");
    }

    private static JsonValue value(JsonObject operation) {
        var value = operation.get("value");
        if (value == null) {
            throw new PatchRejectedException("it has no `value`");
        }
        return value;
    }

    private static String pointer(JsonObject operation, String member) {
        var pointer = text(operation, member);
        if (!pointer.isEmpty() && pointer.charAt(0) != '/') {
            throw new PatchRejectedException("the pointer in `%s` does not start with /".formatted(member));
        }
        if (BROKEN_ESCAPE.matcher(pointer).find()) {
            throw new PatchRejectedException("the pointer in `%s` has a ~ that is neither ~0 nor ~1".formatted(member));
        }
        return pointer;
    }

    private static void requireRemovable(String pointer, JsonStructure document) {
        if (pointer.isEmpty()) {
            throw new PatchRejectedException("the document itself cannot be removed");
        }
        requireValue(pointer, document);
    }

    private static JsonValue requireValue(String pointer, JsonStructure document) {
        var value = document.asJsonArray().get(0);
        for (var token : tokens(pointer)) {
            value = step(value, token);
        }
        return value;
    }

    private static void requirePlace(String pointer, JsonStructure document) {
        if (pointer.isEmpty()) {
            return;
        }
        var parent = requireValue(pointer.substring(0, pointer.lastIndexOf('/')), document);
        var tokens = tokens(pointer);
        var last = tokens.get(tokens.size() - 1);
        switch (parent.getValueType()) {
            case OBJECT -> {}
            case ARRAY -> {
                var size = parent.asJsonArray().size();
                if (!last.equals("-") && index(last) > size) {
                    throw new PatchRejectedException("%s is beyond the end of %d elements".formatted(last, size));
                }
            }
            default ->
                throw new PatchRejectedException(
                        "there is %s where the new value's parent should be".formatted(Json.describe(parent)));
        }
    }

    private static JsonValue step(JsonValue value, String token) {
        @Nullable JsonValue next = null;
        if (value instanceof JsonObject object) {
            next = object.get(token);
        } else if (value instanceof JsonArray array && index(token) < array.size()) {
            next = array.get(index(token));
        }
        if (next == null) {
            throw new PatchRejectedException("there is no `%s` in %s".formatted(token, Json.describe(value)));
        }
        return next;
    }

    private static int index(String token) {
        if (!INDEX.matcher(token).matches()) {
            throw new PatchRejectedException("`%s` is no array index".formatted(token));
        }
        return Integer.parseInt(token);
    }

    private static List<String> tokens(String pointer) {
        var tokens = new ArrayList<String>();
        if (!pointer.isEmpty()) {
            for (var token : pointer.substring(1).split("/", -1)) {
                tokens.add(jakarta.json.Json.decodePointer(token));
            }
        }
        return tokens;
    }
}
