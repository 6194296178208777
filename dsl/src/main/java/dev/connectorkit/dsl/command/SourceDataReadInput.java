package dev.connectorkit.dsl.command;

import static java.util.Objects.requireNonNull;

import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The question what the source has of one kind of data.
 *
 * @param sourceDataKey the key of an item that {@code std:source-data:discover} sent
 * @param queryInput which items to send; null for all
 */
public record SourceDataReadInput(
        String sourceDataKey, @Nullable SourceDataQuery queryInput) implements JsonWritable {

    /** Checks that the key is there. */
    public SourceDataReadInput {
        requireNonNull(sourceDataKey, "sourceDataKey");
    }

    /** Returns the input that asks for everything under {@code sourceDataKey}. */
    public static SourceDataReadInput of(String sourceDataKey) {
        return new SourceDataReadInput(sourceDataKey, null);
    }

    /** Returns which items to send, {@link SourceDataQuery#all()} where the platform does not say. */
    public SourceDataQuery query() {
        return queryInput == null ? SourceDataQuery.all() : queryInput;
    }

    /** Reads an input. */
    public static SourceDataReadInput fromJson(JsonValue json) {
        var object = Members.input(json);
        return new SourceDataReadInput(
                Members.requiredText(object, "input", "sourceDataKey"), SourceDataQuery.member(object));
    }

    @Override
    public void writeTo(JsonGenerator out) {
        out.writeStartObject().write("sourceDataKey", sourceDataKey);
        ObjectMembers.writeIfPresent(out, "queryInput", queryInput);
        out.writeEnd();
    }
}
