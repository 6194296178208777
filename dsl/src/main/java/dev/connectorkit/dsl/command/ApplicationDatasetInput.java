package dev.connectorkit.dsl.command;

import static java.util.Objects.requireNonNull;

import jakarta.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * One dataset of applications to list.
 *
 * @param datasetId the dataset's id; empty where the platform names no dataset
 * @param additionalParameters anything the platform adds
 */
public record ApplicationDatasetInput(
        String datasetId, @Nullable JsonObject additionalParameters) {
    /** Checks that the id is there. */
    public ApplicationDatasetInput {
        requireNonNull(datasetId, "datasetId");
    }
}
