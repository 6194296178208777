package dev.connectorkit.dsl.command;

import static java.util.Objects.requireNonNull;

import jakarta.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * One dataset to list.
 *
 * @param datasetId the dataset's id
 * @param datasetSchema what the platform knows about the dataset
 */
public record DatasetInput(String datasetId, @Nullable JsonObject datasetSchema) {
    /** Checks that the id is there. */
    public DatasetInput {
        requireNonNull(datasetId, "datasetId");
    }
}
