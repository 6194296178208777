package dev.connectorkit.dsl.command;

import dev.connectorkit.dsl.internal.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The datasets to list, as the platform names them; {@link Datasets#each} turns them into one {@link DatasetInput} each.
 *
 * @param datasetIds the ids in the order of the platform, repetitions included
 * @param datasetSchemas what the platform knows about the datasets, by id
 */
public record DatasetListInput(List<String> datasetIds, Map<String, JsonObject> datasetSchemas)
        implements JsonWritable {

    /** Copies. */
    public DatasetListInput {
        datasetIds = List.copyOf(datasetIds);
        datasetSchemas = Collections.unmodifiableMap(new LinkedHashMap<>(datasetSchemas));
    }

    /** Returns the input that asks for these datasets. */
    public static DatasetListInput of(String... datasetIds) {
        return new DatasetListInput(List.of(datasetIds), Map.of());
    }

    /** Reads an input; a single {@code datasetId} is read too. */
    public static DatasetListInput fromJson(JsonValue json) {
        var object = Members.input(json);
        var single = Members.text(object, "datasetId");
        var ids = Members.texts(object, "datasetIds");
        if (ids.isEmpty() && single == null && Members.value(object, "datasetIds") == null) {
            throw ConnectorException.invalidRequest("`input.datasetIds` is missing");
        }
        return new DatasetListInput(ids.isEmpty() && single != null ? List.of(single) : ids, schemas(object));
    }

    private static Map<String, JsonObject> schemas(JsonObject input) {
        var member = Members.optionalObject(input, "datasetSchemas");
        if (member == null) {
            return Map.of();
        }
        var schemas = new LinkedHashMap<String, JsonObject>();
        member.forEach((id, schema) -> schemas.put(id, Members.object(schema, "an element of `datasetSchemas`")));
        return schemas;
    }

    @Override
    public void writeTo(JsonGenerator out) {
        out.writeStartObject().writeStartArray("datasetIds");
        datasetIds.forEach(out::write);
        out.writeEnd();
        if (!datasetSchemas.isEmpty()) {
            out.writeKey("datasetSchemas");
            Json.writePlain(out, datasetSchemas);
        }
        out.writeEnd();
    }
}
