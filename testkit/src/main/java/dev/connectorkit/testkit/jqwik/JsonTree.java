package dev.connectorkit.testkit.jqwik;

import dev.connectorkit.dsl.internal.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Grows a JSON value from a flat list of steps. Nested arbitraries would multiply their costs at every level, and a
 * list shrinks better than a tree: without a step, what it opened or added is gone.
 */
final class JsonTree {
    private static final int CHAIN = 40;

    private static final List<JsonValue> SCALARS = Json.parse("""
                    [null, true, false, 0, 1, "", "a", 1.0, 2, -1, "1", "null", 0.1, 1E+2, 100, 128, 1000, 2147483648,
                     9007199254740992, 9007199254740993, 9223372036854775807, 9223372036854775808, 1E+400, 1E-400,
                     0.30000000000000004, "A", "a/b~c", "\\u00e9", "e\\u0301", "\\ud83d\\ude00", "\\u0000", "\\"\\\\"]""").asJsonArray();

    /** One step: {@code kind} says what happens, {@code pick} with which scalar, {@code name} under which name. */
    record Step(int kind, int pick, String name) {
        static final int KINDS = 10;
    }

    private sealed interface Frame {
        void add(String name, JsonValue value);

        JsonValue close();
    }

    private record ArrayFrame(List<JsonValue> elements) implements Frame {
        @Override
        public void add(String name, JsonValue value) {
            elements.add(value);
        }

        @Override
        public JsonArray close() {
            var array = Json.array();
            elements.forEach(array::add);
            return array.build();
        }
    }

    private record ObjectFrame(Map<String, JsonValue> members) implements Frame {
        @Override
        public void add(String name, JsonValue value) {
            members.put(name, value);
        }

        @Override
        public JsonObject close() {
            var object = Json.object();
            members.forEach(object::add);
            return object.build();
        }
    }

    private final Deque<Frame> open = new ArrayDeque<>();
    private final Deque<String> names = new ArrayDeque<>();

    private JsonTree(Frame root) {
        open.push(root);
    }

    /** Returns the one value that the steps make, or an array if they make several, or null. */
    static JsonValue value(List<Step> steps) {
        var root = new ArrayFrame(new ArrayList<>());
        new JsonTree(root).grow(steps);
        return switch (root.elements.size()) {
            case 0 -> JsonValue.NULL;
            case 1 -> root.elements.get(0);
            default -> root.close();
        };
    }

    /** Returns an object of what the steps make. */
    static JsonObject object(List<Step> steps) {
        var root = new ObjectFrame(new LinkedHashMap<>());
        new JsonTree(root).grow(steps);
        return root.close();
    }

    private void grow(List<Step> steps) {
        for (var step : steps) {
            switch (step.kind()) {
                case 4, 5 -> open(new ObjectFrame(new LinkedHashMap<>()), step.name());
                case 6, 7 -> open(new ArrayFrame(new ArrayList<>()), step.name());
                case 8 -> close();
                case 9 -> top().add(step.name(), chain(scalar(step.pick()), step.pick() % CHAIN));
                default -> top().add(step.name(), scalar(step.pick()));
            }
        }
        while (open.size() > 1) {
            close();
        }
    }

    private Frame top() {
        return open.element();
    }

    private void open(Frame frame, String name) {
        open.push(frame);
        names.push(name);
    }

    private void close() {
        if (open.size() > 1) {
            var closed = open.pop().close();
            top().add(names.pop(), closed);
        }
    }

    private static JsonValue chain(JsonValue innermost, int length) {
        var value = innermost;
        for (int i = 0; i < length; i++) {
            value = i % 2 == 0
                    ? Json.array().add(value).build()
                    : Json.object().add("a", value).build();
        }
        return value;
    }

    private static JsonValue scalar(int pick) {
        if (pick < SCALARS.size()) {
            return SCALARS.get(pick);
        }
        var random = new Random(pick);
        return switch (pick % 3) {
            case 0 -> Json.text(text(random));
            case 1 -> Json.provider().createValue(new BigDecimal(new BigInteger(70, random), random.nextInt(12) - 4));
            default -> Json.provider().createValue(random.nextLong());
        };
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(20); i > 0; i--) {
            var point = random.nextInt(random.nextBoolean() ? 128 : Character.MIN_SURROGATE);
            text.appendCodePoint(point);
        }
        return text.toString();
    }
}
