package dev.connectorkit.dsl.command;

import static java.util.Objects.requireNonNull;

import dev.connectorkit.dsl.internal.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Items to choose from, which stand on the wire as one array.
 *
 * @param items the items in the order to show them
 */
public record SourceData(List<Item> items) {

    /**
     * One item to choose.
     *
     * @param key what the platform stores
     * @param label what people read
     * @param subLabel what people read below it, if anything
     */
    public record Item(String key, String label, @Nullable String subLabel) implements JsonWritable {
        /** Checks that key and label are there. */
        public Item {
            requireNonNull(key, "key");
            requireNonNull(label, "label");
        }

        /** Returns an item without a second line. */
        public static Item of(String key, String label) {
            return new Item(key, label, null);
        }

        static Item fromJson(JsonValue json) {
            var object = Members.object(json, "an item of source data");
            return new Item(
                    Members.requiredText(object, "item", "key"),
                    Members.requiredText(object, "item", "label"),
                    Members.text(object, "subLabel"));
        }

        @Override
        public void writeTo(JsonGenerator out) {
            out.writeStartObject().write("key", key).write("label", label);
            ObjectMembers.writeIfPresent(out, "subLabel", subLabel);
            out.writeEnd();
        }
    }

    /** Copies. */
    public SourceData {
        items = List.copyOf(items);
    }

    /** Returns these items. */
    public static SourceData of(Item... items) {
        return new SourceData(List.of(items));
    }

    /** Reads an array of items. */
    public static SourceData fromJson(JsonValue json) {
        if (!(json instanceof JsonArray array)) {
            throw Members.mistyped("output", "an array", json);
        }
        var items = new ArrayList<Item>(array.size());
        array.forEach(item -> items.add(Item.fromJson(item)));
        return new SourceData(items);
    }

    /** Returns the items as a JSON array. */
    public JsonArray toJson() {
        return Json.toValue(this::writeTo).asJsonArray();
    }

    void writeTo(JsonGenerator out) {
        out.writeStartArray();
        items.forEach(item -> item.writeTo(out));
        out.writeEnd();
    }
}
