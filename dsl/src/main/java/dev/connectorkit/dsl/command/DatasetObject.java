package dev.connectorkit.dsl.command;

import static java.util.Objects.requireNonNull;

import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One object of a dataset: a machine identity, a resource or an agent. Immutable; every {@code with…} returns a new
 * value.
 *
 * @param datasetId the dataset it belongs to; {@link Datasets#each} fills it in
 * @param identity the object's name on the source
 * @param attributes the attributes that the dataset's schema declares
 */
public record DatasetObject(@Nullable String datasetId, String identity, Attributes attributes)
        implements JsonWritable {

    /** Checks that name and attributes are there. */
    public DatasetObject {
        requireNonNull(identity, "identity");
        requireNonNull(attributes, "attributes");
    }

    /** Returns an object without attributes. */
    public static DatasetObject of(String identity) {
        return new DatasetObject(null, identity, Attributes.empty());
    }

    /** Returns this object with one attribute set. */
    public DatasetObject with(String attribute, @Nullable Object value) {
        return withAttributes(attributes.with(attribute, value));
    }

    /** Returns this object with these attributes instead of its own. */
    public DatasetObject withAttributes(Map<String, ? extends @Nullable Object> attributes) {
        return new DatasetObject(datasetId, identity, Attributes.of(attributes));
    }

    /** Returns this object in a dataset. */
    public DatasetObject withDatasetId(String datasetId) {
        return new DatasetObject(datasetId, identity, attributes);
    }

    /** Reads an object. */
    public static DatasetObject fromJson(JsonValue json) {
        var object = Members.object(json, "an object of a dataset");
        return new DatasetObject(
                Members.text(object, "datasetId"),
                Members.requiredText(object, "output", "identity"),
                Members.attributes(object));
    }

    @Override
    public void writeTo(JsonGenerator out) {
        out.writeStartObject();
        ObjectMembers.writeIfPresent(out, "datasetId", datasetId);
        out.write("identity", identity).writeKey("attributes");
        attributes.writeTo(out);
        out.writeEnd();
    }
}
