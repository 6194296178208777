package dev.connectorkit.dsl.command;

import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The question what kinds of data the source has beside its accounts.
 *
 * @param queryInput which of them to send; null for all
 */
public record SourceDataDiscoverInput(@Nullable SourceDataQuery queryInput) implements JsonWritable {

    /** Returns the input that asks for everything. */
    public static SourceDataDiscoverInput all() {
        return new SourceDataDiscoverInput(null);
    }

    /** Returns which kinds of data to send, {@link SourceDataQuery#all()} where the platform does not say. */
    public SourceDataQuery query() {
        return queryInput == null ? SourceDataQuery.all() : queryInput;
    }

    /** Reads an input. */
    public static SourceDataDiscoverInput fromJson(JsonValue json) {
        return new SourceDataDiscoverInput(SourceDataQuery.member(Members.input(json)));
    }

    @Override
    public void writeTo(JsonGenerator out) {
        out.writeStartObject();
        ObjectMembers.writeIfPresent(out, "queryInput", queryInput);
        out.writeEnd();
    }
}
