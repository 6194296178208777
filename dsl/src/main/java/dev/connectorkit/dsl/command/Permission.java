package dev.connectorkit.dsl.command;

import static java.util.Objects.requireNonNull;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rights on a target, as an account or an entitlement carries them.
 *
 * @param target what the rights are on
 * @param rights the rights, in the source's words
 * @param annotation a note for reviewers, if there is one
 */
public record Permission(
        String target, List<String> rights, @Nullable String annotation) implements JsonWritable {

    /** Checks and copies. */
    public Permission {
        requireNonNull(target, "target");
        rights = List.copyOf(rights);
    }

    /** Returns a permission without a note. */
    public static Permission of(String target, String... rights) {
        return new Permission(target, List.of(rights), null);
    }

    /** Returns this permission with a note for reviewers. */
    public Permission withAnnotation(String annotation) {
        return new Permission(target, rights, annotation);
    }

    /** Reads a permission; {@code rights} may be one text or an array. */
    public static Permission fromJson(JsonValue json) {
        var object = Members.object(json, "a permission");
        var rights = object.get("rights") instanceof JsonString one
                ? List.of(one.getString())
                : Members.list(object, "rights", right -> Members.textElement(right, "rights"));
        return new Permission(
                Members.requiredText(object, "permission", "target"), rights, Members.text(object, "annotation"));
    }

    @Override
    public void writeTo(JsonGenerator out) {
        out.writeStartObject().write("target", target).writeStartArray("rights");
        rights.forEach(out::write);
        out.writeEnd();
        if (annotation != null) {
            out.write("annotation", annotation);
        }
        out.writeEnd();
    }
}
