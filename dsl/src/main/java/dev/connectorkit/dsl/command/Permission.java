package dev.connectorkit.dsl.command;

import static java.util.Objects.requireNonNull;

import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Rights on a target, as an account or an entitlement carries them.
 *
 * @param target what the rights are on
 * @param rights the rights in the source's words, several separated by commas, as they stand on the wire
 * @param annotation a note for reviewers, if there is one
 */
public record Permission(
        String target, String rights, @Nullable String annotation) implements JsonWritable {
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    /** Checks that target and rights are there. */
    public Permission {
        requireNonNull(target, "target");
        requireNonNull(rights, "rights");
    }

    /** Returns a permission without a note. */
    public static Permission of(String target, String... rights) {
        return new Permission(target, String.join(",", rights), null);
    }

    /** Returns this permission with a note for reviewers. */
    public Permission withAnnotation(String annotation) {
        return new Permission(target, rights, annotation);
    }

    /** Returns the rights one by one. */
    public List<String> rightsList() {
        return COMMA.splitAsStream(rights.strip())
                .filter(right -> !right.isEmpty())
                .toList();
    }

    /** Reads a permission; {@code rights} may be one text or an array of them. */
    public static Permission fromJson(JsonValue json) {
        var object = Members.object(json, "a permission");
        var rights = object.get("rights") instanceof JsonArray
                ? String.join(",", Members.list(object, "rights", right -> Members.textElement(right, "rights")))
                : Members.requiredText(object, "permission", "rights");
        return new Permission(
                Members.requiredText(object, "permission", "target"), rights, Members.text(object, "annotation"));
    }

    @Override
    public void writeTo(JsonGenerator out) {
        out.writeStartObject().write("target", target).write("rights", rights);
        ObjectMembers.writeIfPresent(out, "annotation", annotation);
        out.writeEnd();
    }
}
