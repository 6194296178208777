package dev.connectorkit.testkit.assertj;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.internal.json.JsonEquality;
import dev.connectorkit.testkit.simulation.PatchRejectedException;
import dev.connectorkit.testkit.simulation.StrictPatch;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonPatch;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on a patch of a source's configuration. Keys are given as they are stored, not as pointers: {@code a/b}, not
 * {@code a~1b}.
 *
 * <pre>{@code
 * assertThat(patch).turns(before, after).isMinimal().touchesOnly("cursor").replacesKey("cursor");
 *
 * // fails: expected a minimal patch, but 1 of 2 operations changes nothing: replace /connectorAttributes/cursor
 * assertThat(patchWithTwoOperations).turns(before, after).isMinimal();
 * }</pre>
 */
public final class PatchAssert extends AbstractAssert<PatchAssert, JsonPatch> {
    private static final String ATTRIBUTES = "/connectorAttributes/";

    private @Nullable JsonObject before;
    private @Nullable JsonObject after;

    PatchAssert(@Nullable JsonPatch actual) {
        super(actual, PatchAssert.class);
    }

    private JsonArray operations() {
        isNotNull();
        return actual.toJsonArray();
    }

    private List<JsonObject> operationObjects() {
        return operations().getValuesAs(JsonObject.class);
    }

    /**
     * Verifies that the patch applies to {@code before} and makes it equal to {@code after}, numbers by value and members
     * in any order.
     */
    public PatchAssert turns(JsonObject before, JsonObject after) {
        JsonValue result;
        try {
            result = StrictPatch.apply(operations(), before);
        } catch (PatchRejectedException e) {
            throw failure("expected a patch that applies, but %s%n%s", e.getMessage(), tell(before));
        }
        if (!JsonEquality.equal(result, after)) {
            throw failure(
                    "expected a patch that leads to%n  %s%nbut it leads to%n  %s%n%s",
                    Json.toText(after), Json.toText(result), tell(before));
        }
        this.before = before;
        this.after = after;
        return this;
    }

    private String tell(JsonObject document) {
        return "  document: %s%n  patch: %s".formatted(Json.toText(document), Json.toText(operations()));
    }

    /**
     * Verifies, after {@link #turns}, that there is one operation for each key that changes, and that none can be left
     * out.
     *
     * @throws IllegalStateException if {@code turns} was not asked first
     */
    public PatchAssert isMinimal() {
        if (before == null || after == null) {
            throw new IllegalStateException("isMinimal() needs turns(before, after) first");
        }
        var needless = needless(before, after);
        if (!needless.isEmpty()) {
            throw failure(
                    "expected a minimal patch, but %d of %d operations %s nothing: %s",
                    needless.size(),
                    operations().size(),
                    needless.size() == 1 ? "changes" : "change",
                    String.join(", ", needless));
        }
        var seen = new LinkedHashSet<String>();
        for (var operation : operationObjects()) {
            if (!seen.add(keyOf(operation))) {
                throw failure(
                        "expected a minimal patch, but `%s` takes more than one operation; the second is %s",
                        keyOf(operation), name(operation));
            }
        }
        return this;
    }

    private List<String> needless(JsonObject before, JsonObject after) {
        var operations = operationObjects();
        var needless = new ArrayList<String>();
        for (int i = 0; i < operations.size(); i++) {
            var others = Json.array();
            for (int j = 0; j < operations.size(); j++) {
                if (j != i) {
                    others.add(operations.get(j));
                }
            }
            if (leadsTo(others.build(), before, after)) {
                needless.add(name(operations.get(i)));
            }
        }
        return needless;
    }

    private static boolean leadsTo(JsonArray operations, JsonObject before, JsonObject after) {
        try {
            return JsonEquality.equal(StrictPatch.apply(operations, before), after);
        } catch (PatchRejectedException e) {
            return false;
        }
    }

    /** Verifies that the patch has an operation for each of {@code keys}, and for no other. */
    public PatchAssert touchesOnly(String... keys) {
        Set<String> touched = new TreeSet<>();
        operationObjects().forEach(operation -> touched.add(keyOf(operation)));
        Set<String> expected = new TreeSet<>(List.of(keys));
        if (!touched.equals(expected)) {
            throw failure("expected a patch that touches only %s, but it touches %s", expected, touched);
        }
        return this;
    }

    /** Verifies that the patch adds {@code key}. */
    public PatchAssert addsKey(String key) {
        return has("add", key, null);
    }

    /** Verifies that the patch adds {@code key} with a value equal to {@code value}. */
    public PatchAssert addsKey(String key, JsonValue value) {
        return has("add", key, value);
    }

    /** Verifies that the patch replaces the value of {@code key}. */
    public PatchAssert replacesKey(String key) {
        return has("replace", key, null);
    }

    /** Verifies that the patch replaces the value of {@code key} by one equal to {@code value}. */
    public PatchAssert replacesKey(String key, JsonValue value) {
        return has("replace", key, value);
    }

    /** Verifies that the patch removes {@code key}. */
    public PatchAssert removesKey(String key) {
        return has("remove", key, null);
    }

    /** Verifies that the patch has {@code count} operations. */
    public PatchAssert hasOperations(int count) {
        if (operations().size() != count) {
            throw failure(
                    "expected a patch of %d operations, but it has %d: %s",
                    count, operations().size(), Json.toText(operations()));
        }
        return this;
    }

    private PatchAssert has(String op, String key, @Nullable JsonValue value) {
        var found = operationObjects().stream()
                .filter(operation -> keyOf(operation).equals(key))
                .toList();
        if (found.isEmpty()) {
            throw failure(
                    "expected %s of `%s`, but the patch does not touch it: %s", op, key, Json.toText(operations()));
        }
        var operation = found.get(0);
        if (!operation.getString("op").equals(op)) {
            throw failure("expected %s of `%s`, but found %s", op, key, Json.toText(operation));
        }
        if (value != null && !JsonEquality.equal(operation.get("value"), value)) {
            throw failure(
                    "expected %s of `%s` with the value %s, but found %s",
                    op, key, Json.toText(value), Json.toText(operation));
        }
        return this;
    }

    private static String name(JsonObject operation) {
        return operation.getString("op") + " " + operation.getString("path");
    }

    /** Returns the key that an operation points to, in either layout; a part of a value counts as its key. */
    private static String keyOf(JsonObject operation) {
        var path = operation.getString("path");
        var start = path.startsWith(ATTRIBUTES) ? ATTRIBUTES.length() : Math.min(1, path.length());
        var end = path.indexOf('/', start);
        return jakarta.json.Json.decodePointer(end < 0 ? path.substring(start) : path.substring(start, end));
    }
}
