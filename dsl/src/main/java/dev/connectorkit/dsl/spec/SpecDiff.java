package dev.connectorkit.dsl.spec;

import static java.util.Objects.requireNonNull;

import dev.connectorkit.dsl.internal.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What changed between two versions of a spec, and whether it breaks sources that were set up with the older one. Immutable;
 * safe to share.
 *
 * <p>Breaking is what makes an existing source fail or mean something else without anybody touching it: another shape of key,
 * an attribute that is gone or holds other values, a command that is gone, a configuration value that is now missing or no
 * longer fits.
 *
 * @param changes the changes, in the order of the spec
 * @since 0.1
 */
public record SpecDiff(List<Change> changes) {
    /** Whether a change harms existing sources. */
    public enum Impact {
        /** Existing sources fail or mean something else. */
        BREAKING("breaking"),
        /** Existing sources go on as before. */
        COMPATIBLE("compatible");

        private final String text;

        Impact(String text) {
            this.text = text;
        }

        /** Returns the word both renderings use. */
        public String text() {
            return text;
        }
    }

    /**
     * One change.
     *
     * @param impact whether it harms existing sources
     * @param place the part of the spec, such as {@code accountSchema} or {@code sourceConfig}
     * @param message what changed, and for a breaking change what that does
     */
    public record Change(Impact impact, String place, String message) {
        /** Checks that nothing is null. */
        public Change {
            requireNonNull(impact, "impact");
            requireNonNull(place, "place");
            requireNonNull(message, "message");
        }

        /** Returns the change on one line. */
        @Override
        public String toString() {
            return impact.text() + ": " + place + ": " + message;
        }
    }

    /** Copies the changes. */
    public SpecDiff {
        changes = List.copyOf(changes);
    }

    /** Returns what changed from {@code older} to {@code newer}; nothing if and only if both are equal by value. */
    public static SpecDiff between(ConnectorSpec older, ConnectorSpec newer) {
        return new SpecDiff(SpecComparison.compare(requireNonNull(older, "older"), requireNonNull(newer, "newer")));
    }

    /** Tells whether any change harms existing sources. */
    public boolean isBreaking() {
        return changes.stream().anyMatch(change -> change.impact() == Impact.BREAKING);
    }

    /** Returns the changes, a line each, and a last line that says whether they break existing sources. */
    public String toText() {
        if (changes.isEmpty()) {
            return "nothing changed\n";
        }
        return changes.stream()
                .map(change -> change + "\n")
                .collect(Collectors.joining(
                        "",
                        "",
                        isBreaking() ? "this breaks existing sources\n" : "existing sources go on as before\n"));
    }

    /** Returns the changes as JSON: {@code {"breaking", "changes": [{"impact", "place", "message"}]}}. */
    public JsonObject toJson() {
        var list = Json.array();
        for (var change : changes) {
            list.add(Json.object()
                    .add("impact", change.impact().text())
                    .add("place", change.place())
                    .add("message", change.message()));
        }
        return Json.object().add("breaking", isBreaking()).add("changes", list).build();
    }
}
