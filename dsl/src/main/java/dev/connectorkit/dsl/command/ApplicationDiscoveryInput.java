package dev.connectorkit.dsl.command;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The question which applications a source knows; {@link Datasets#eachOfApplications} turns it into one call a dataset.
 *
 * @param datasetIds the datasets to list, repetitions included; empty where the platform names none
 * @param datasetId a single dataset, where the platform names one that way
 * @param additionalParameters anything the platform adds
 */
public record ApplicationDiscoveryInput(
        List<String> datasetIds,
        @Nullable String datasetId,
        @Nullable JsonObject additionalParameters) implements JsonWritable {

    /** Copies. */
    public ApplicationDiscoveryInput {
        datasetIds = List.copyOf(datasetIds);
    }

    /** Returns the input that asks for these datasets, or, without one, for every application. */
    public static ApplicationDiscoveryInput of(String... datasetIds) {
        return new ApplicationDiscoveryInput(List.of(datasetIds), null, null);
    }

    /** Reads an input. */
    public static ApplicationDiscoveryInput fromJson(JsonValue json) {
        var object = Members.input(json);
        return new ApplicationDiscoveryInput(
                Members.texts(object, "datasetIds"),
                Members.text(object, "datasetId"),
                Members.optionalObject(object, "additionalParameters"));
    }

    @Override
    public void writeTo(JsonGenerator out) {
        out.writeStartObject();
        ObjectMembers.writeTexts(out, "datasetIds", datasetIds);
        ObjectMembers.writeIfPresent(out, "datasetId", datasetId);
        ObjectMembers.writeIfPresent(out, "additionalParameters", additionalParameters);
        out.writeEnd();
    }
}
