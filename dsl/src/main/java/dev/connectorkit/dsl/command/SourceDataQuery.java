package dev.connectorkit.dsl.command;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which source data to send.
 *
 * @param query what was typed to search for; null for everything
 * @param excludeItems keys of items not to send; only a read has them
 * @param limit how many items at most; null for as many as there are
 */
public record SourceDataQuery(
        @Nullable String query,
        List<String> excludeItems,
        @Nullable Integer limit) implements JsonWritable {

    /** Copies. */
    public SourceDataQuery {
        excludeItems = List.copyOf(excludeItems);
    }

    /** Returns the query for everything. */
    public static SourceDataQuery all() {
        return new SourceDataQuery(null, List.of(), null);
    }

    /** Returns the query for what {@code query} finds. */
    public static SourceDataQuery of(String query) {
        return new SourceDataQuery(query, List.of(), null);
    }

    /** Returns this query for {@code limit} items at most. */
    public SourceDataQuery withLimit(int limit) {
        return new SourceDataQuery(query, excludeItems, limit);
    }

    static @Nullable SourceDataQuery member(JsonObject input) {
        return Members.optional(input, "queryInput", SourceDataQuery::fromJson);
    }

    /** Reads a query. */
    public static SourceDataQuery fromJson(JsonValue json) {
        var object = Members.object(json, "`queryInput`");
        return new SourceDataQuery(
                Members.text(object, "query"),
                Members.texts(object, "excludeItems"),
                Members.wholeNumber(object, "limit"));
    }

    @Override
    public void writeTo(JsonGenerator out) {
        out.writeStartObject();
        ObjectMembers.writeIfPresent(out, "query", query);
        ObjectMembers.writeTexts(out, "excludeItems", excludeItems);
        ObjectMembers.writeIfPresent(out, "limit", limit);
        out.writeEnd();
    }
}
