package dev.connectorkit.testkit.run;

import static java.util.Objects.requireNonNull;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.runtime.CommandRequest;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request and everything that came back. Immutable.
 *
 * @param request what was asked
 * @param lines the answer's lines, in order
 * @param ending how it ended
 */
public record Exchange(CommandRequest request, List<Line> lines, Ending ending) {
    private static final int LINES_SHOWN = 20;

    /** Checks and copies. */
    public Exchange {
        requireNonNull(request, "request");
        requireNonNull(ending, "ending");
        lines = List.copyOf(lines);
    }

    /** Returns whether the command ended without a failure. */
    public boolean succeeded() {
        return ending.failure() == null;
    }

    /** Returns why the command failed, or null if it succeeded. */
    public @Nullable Failure failure() {
        return ending.failure();
    }

    /** Returns whether the command failed because the object does not exist. */
    public boolean isNotFound() {
        var failure = failure();
        return failure != null && failure.isNotFound();
    }

    /** Returns what the lines of one type carry, in order. */
    public List<JsonValue> data(String type) {
        return lines.stream()
                .filter(line -> line.type().equals(type))
                .map(Line::data)
                .toList();
    }

    /** Returns the outputs that are JSON objects, in order. */
    public List<JsonObject> outputs() {
        return data(Line.OUTPUT).stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonValue::asJsonObject)
                .toList();
    }

    /** Returns the one output, or null if there is none or there are several. */
    public @Nullable JsonObject output() {
        var outputs = outputs();
        return outputs.size() == 1 ? outputs.get(0) : null;
    }

    /** Returns the states that were saved, in order; a correct connector saves one at most. */
    public List<JsonValue> states() {
        return data(Line.STATE);
    }

    /** Returns the request, the answer and the ending for people to read, a line each, without the secrets. */
    public String toText(Secrets secrets) {
        var text = new StringBuilder("→ ")
                .append(request.type())
                .append(' ')
                .append(Json.toText(request.input()))
                .append("\n  config ")
                .append(Json.toText(request.config()));
        for (var line : lines.subList(0, Math.min(LINES_SHOWN, lines.size()))) {
            text.append("\n← ").append(line.type()).append(' ').append(Json.toText(line.data()));
        }
        if (lines.size() > LINES_SHOWN) {
            text.append("\n← … ").append(lines.size() - LINES_SHOWN).append(" more lines");
        }
        text.append('\n').append(endingText());
        return secrets.mask(text.toString());
    }

    private String endingText() {
        var failure = ending.failure();
        var after = " after " + ending.took().toMillis() + " ms";
        var end = failure == null ? "✓ ended" + after + ": " + sent() : "✗ " + failure + after;
        return ending.trailing() == null ? end : end + "\n  followed by: " + ending.trailing();
    }

    private String sent() {
        var counts =
                lines.stream().collect(Collectors.groupingBy(Line::type, LinkedHashMap::new, Collectors.counting()));
        return counts.isEmpty()
                ? "nothing sent"
                : counts.entrySet().stream()
                        .map(type -> type.getValue() + " " + type.getKey() + (type.getValue() == 1 ? "" : "s"))
                        .collect(Collectors.joining(", "));
    }

    /** Returns the text without the secrets that the names of members tell, in the configuration and in the input. */
    @Override
    public String toString() {
        return toText(secrets(Set.of()));
    }

    /** Returns the secrets of the configuration, those of {@code items} among them, and of the input. */
    public Secrets secrets(Set<String> items) {
        var secrets = Secrets.none().and(request.config(), items);
        return request.input() instanceof JsonObject input ? secrets.and(input, Set.of()) : secrets;
    }
}
