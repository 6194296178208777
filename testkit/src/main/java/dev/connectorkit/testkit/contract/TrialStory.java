package dev.connectorkit.testkit.contract;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.testkit.jqwik.StoreRun;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has happened in a trial so far, told when it fails. */
final class TrialStory {
    private final StoreRun run;
    private final List<String> steps = new ArrayList<>();
    private @Nullable String flush;

    TrialStory(StoreRun run) {
        this.run = run;
    }

    /** Begins a step. */
    void step(String told) {
        steps.add(told);
        flush = null;
    }

    /** Adds to the step what a flush sent, and the document before and after. */
    void flushed(JsonObject before, List<JsonArray> sent, JsonObject after) {
        var told = new StringBuilder();
        for (var patch : sent) {
            told.append("%n   patch: %s".formatted(Json.toText(patch)));
        }
        if (sent.isEmpty()) {
            told.append("%n   patch: none was sent".formatted());
        }
        told.append("%n   document before: %s".formatted(Json.toText(before)));
        told.append("%n   document after:  %s".formatted(Json.toText(after)));
        flush = told.toString();
    }

    /** Returns the violation of a promise in the step that was begun last. */
    StoreViolation violation(StoreProperty property, String message) {
        return violation(property, message, null);
    }

    /** Returns the violation that something unexpected means, which the store threw. */
    StoreViolation unexpected(StoreProperty property, String message, RuntimeException cause) {
        var isRefusal = run.isFrozen() && cause instanceof UnsupportedOperationException;
        return violation(isRefusal ? StoreProperty.NO_ALIASING : property, message, cause);
    }

    private StoreViolation violation(StoreProperty property, String message, @Nullable RuntimeException cause) {
        var told = new StringBuilder("%s is broken: %s%n%n%s".formatted(property, message, run.tellStart()));
        steps.forEach(step -> told.append(System.lineSeparator()).append(step));
        told.append(" <- here");
        if (flush != null) {
            told.append(flush);
        }
        return new StoreViolation(property, told.toString(), cause);
    }
}
