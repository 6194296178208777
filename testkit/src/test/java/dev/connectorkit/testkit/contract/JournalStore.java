package dev.connectorkit.testkit.contract;

import dev.connectorkit.dsl.internal.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A correct store of another architecture: the stored document as one text, a journal of all commands since the last
 * flush, and a patch that comes from comparing whole documents. Values are canonical text, so that equal ones are
 * spelled alike.
 */
final class JournalStore implements StoreUnderTest {
    private static final int LARGEST_PATCH = 255 * 1024;

    /** One command; without a text, a delete. It is void if it asked for what was stored when it came. */
    private record Entry(String key, @Nullable String text, boolean isVoid) {}

    private final Invocation invocation;
    private final List<Entry> journal = new ArrayList<>();
    private String stored;

    JournalStore(Invocation invocation) {
        this.invocation = invocation;
        this.stored = attributesOf(invocation.config());
    }

    private static String attributesOf(Map<String, ?> config) {
        return config.containsKey("connectorAttributes") ? canonical(config.get("connectorAttributes")) : "{}";
    }

    private static String canonical(@Nullable Object plain) {
        return canonical(PlainJson.toJson(plain));
    }

    private static String canonical(JsonValue value) {
        return switch (value.getValueType()) {
            case OBJECT -> {
                var members = new StringJoiner(",", "{", "}");
                new TreeMap<>(value.asJsonObject())
                        .forEach((name, member) -> members.add(named(name, canonical(member))));
                yield members.toString();
            }
            case ARRAY -> {
                var elements = new StringJoiner(",", "[", "]");
                value.asJsonArray().forEach(element -> elements.add(canonical(element)));
                yield elements.toString();
            }
            case NUMBER -> {
                var number = ((JsonNumber) value).bigDecimalValue();
                yield number.signum() == 0 ? "0" : number.stripTrailingZeros().toString();
            }
            default -> Json.toText(value);
        };
    }

    private static String named(String name, String text) {
        return Json.toText(Json.text(name)) + ":" + text;
    }

    private static @Nullable Object plain(String text) {
        return PlainJson.of(Json.parse(text));
    }

    private Map<String, String> before() {
        var all = new TreeMap<String, String>();
        Json.parse(stored).asJsonObject().forEach((key, value) -> all.put(key, canonical(value)));
        return all;
    }

    private Map<String, String> after() {
        var before = before();
        var after = new TreeMap<>(before);
        for (var entry : journal) {
            var text = entry.isVoid() ? before.get(entry.key()) : entry.text();
            if (text == null) {
                after.remove(entry.key());
            } else {
                after.put(entry.key(), text);
            }
        }
        return after;
    }

    @Override
    public @Nullable Object get(String key) {
        var text = after().get(key);
        return text == null ? ABSENT : plain(text);
    }

    @Override
    public void set(String key, @Nullable Object value) {
        try {
            enter(key, canonical(value));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("no JSON for " + key, e);
        }
    }

    @Override
    public void delete(String key) {
        enter(key, null);
    }

    private void enter(String key, @Nullable String text) {
        journal.removeIf(entry -> entry.key().equals(key));
        journal.add(new Entry(key, text, Objects.equals(before().get(key), text)));
    }

    @Override
    public boolean hasPendingChanges() {
        return !before().equals(after());
    }

    @Override
    public void flush() {
        var patch = patch();
        if (!patch.isEmpty()) {
            if (canonical(patch).getBytes(StandardCharsets.UTF_8).length > LARGEST_PATCH) {
                throw new IllegalStateException("more than a message takes");
            }
            invocation.patchConfig(patch);
        }
        var members = new StringJoiner(",", "{", "}");
        after().forEach((key, text) -> members.add(named(key, text)));
        stored = members.toString();
        journal.clear();
    }

    /** Compares the documents; the last key comes first, and the value before the path. */
    private List<Map<String, @Nullable Object>> patch() {
        var before = before();
        var after = after();
        var keys = new TreeSet<String>(Comparator.reverseOrder());
        keys.addAll(before.keySet());
        keys.addAll(after.keySet());
        List<Map<String, @Nullable Object>> patch = new ArrayList<>();
        for (var key : keys) {
            var text = after.get(key);
            if (!Objects.equals(before.get(key), text)) {
                Map<String, @Nullable Object> operation = new TreeMap<>(Comparator.reverseOrder());
                operation.put("path", "/connectorAttributes/" + jakarta.json.Json.encodePointer(key));
                operation.put("op", text == null ? "remove" : before.containsKey(key) ? "replace" : "add");
                if (text != null) {
                    operation.put("value", plain(text));
                }
                patch.add(operation);
            }
        }
        return patch;
    }

    @Override
    public void reload() {
        stored = attributesOf(invocation.reloadConfig());
    }
}
