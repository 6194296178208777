package dev.connectorkit.testkit.rules;

import dev.connectorkit.dsl.command.Attributes;
import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.runtime.CommandRequest;
import dev.connectorkit.filter.Filter;
import dev.connectorkit.filter.FilterException;
import dev.connectorkit.testkit.run.Line;
import dev.connectorkit.testkit.simulation.FakeTable;
import dev.connectorkit.testkit.simulation.SourceException;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The reading half of the reference connector. */
final class Listing {
    private final Reference reference;
    private final List<JsonObject> remembered = new ArrayList<>();
    private final List<byte[]> kept = new ArrayList<>();
    private @Nullable String rememberedFilter;
    private String sharedFilter = "";
    private WireDriver.@Nullable Sink earlierSink;

    Listing(Reference reference) {
        this.reference = reference;
    }

    private boolean slips(Slip slip) {
        return reference.slips(slip);
    }

    void accounts(CommandRequest request, WireDriver.Sink sink) {
        if (slips(Slip.LATE_WRITE) && earlierSink != null) {
            earlierSink.output(JsonValue.EMPTY_JSON_OBJECT);
        }
        earlierSink = sink;
        reference.requireConfig(request);
        patch(request, sink);
        var stateful = Inputs.of(request).getBoolean("stateful", false);
        var state = Inputs.of(request).get("state");
        if (slips(Slip.STATE_BEFORE_OUTPUT) && stateful) {
            save(sink, reference.users.token());
        }
        var watermark = reference.retrying(sink, reference.users::token);
        try {
            if (stateful && state instanceof JsonObject object && object.get("token") instanceof JsonString token) {
                delta(request, sink, token.getString());
            } else if (!(stateful && slips(Slip.FIRST_RUN_EMPTY))) {
                full(request, sink);
            }
        } catch (SourceException e) {
            if (slips(Slip.STATE_AFTER_FAILURE)) {
                save(sink, watermark);
            }
            throw e;
        }
        if (stateful && !slips(Slip.STATE_NEVER) && !slips(Slip.STATE_BEFORE_OUTPUT)) {
            save(sink, slips(Slip.WATERMARK_AFTER_FETCH) ? reference.users.token() : watermark);
        }
    }

    private void patch(CommandRequest request, WireDriver.Sink sink) {
        if (slips(Slip.PATCH_OF_NOTHING)) {
            sink.line(Line.CONFIG, Json.parse("""
                [{"op":"add","path":"/connectorAttributes/cursor","value":"1"},
                 {"op":"replace","path":"/connectorAttributes/cursor","value":"1"}]\
                """));
        }
        if (slips(Slip.PATCH_UNESCAPED)) {
            sink.line(Line.CONFIG, Json.parse("""
                [{"op":"add","path":"/connectorAttributes/groups/all","value":"1"}]\
                """));
        }
        if (slips(Slip.CONFIG_CHANGED)) {
            request.config().put("cursor", Json.text("1"));
        }
    }

    void save(WireDriver.Sink sink, String token) {
        var state = Json.object().add("token", token).build();
        sink.line(Line.STATE, slips(Slip.STATE_TEXT) ? Json.text(token) : state);
        if (slips(Slip.STATE_TWICE)) {
            sink.line(Line.STATE, state);
        }
    }

    void full(CommandRequest request, WireDriver.Sink sink) {
        var filter = filter(request, true);
        var buffer = new ArrayList<JsonObject>();
        var accumulated = slips(Slip.LIST_ACCUMULATES) ? remembered : buffer;
        if (slips(Slip.LIST_REMEMBERED) && !remembered.isEmpty()) {
            remembered.forEach(sink::output);
            return;
        }
        var cursor = (String) null;
        do {
            var page = page(sink, cursor);
            if (page == null) {
                break;
            }
            var rows = page.rows();
            if (slips(Slip.PAGES_OVERLAP) && page.next() != null && !rows.isEmpty()) {
                send(sink, filter, buffer, rows.get(rows.size() - 1));
            }
            if (!(slips(Slip.LAST_PAGE_LOST) && page.next() == null && cursor != null)) {
                rows.forEach(row -> send(sink, filter, buffer, row));
            }
            cursor = page.next();
            if (slips(Slip.SILENT)) {
                reference.clock.sleep(Duration.ofMinutes(4));
            } else if (!slips(Slip.SILENT_WHEN_FILTERED)) {
                sink.line(Line.KEEP_ALIVE, JsonValue.EMPTY_JSON_OBJECT);
            }
        } while (cursor != null && !slips(Slip.FIRST_PAGE_ONLY));
        if (slips(Slip.LIST_ACCUMULATES)) {
            accumulated.addAll(buffer);
            accumulated.forEach(sink::output);
        } else {
            buffer.forEach(sink::output);
        }
        if (slips(Slip.LIST_REMEMBERED)) {
            remembered.addAll(buffer);
        }
    }

    private FakeTable.@Nullable Page page(WireDriver.Sink sink, @Nullable String cursor) {
        try {
            if (slips(Slip.TOO_MANY_SKIPS_PAGE)) {
                return reference.users.page(cursor);
            }
            return reference.retrying(sink, () -> reference.users.page(cursor));
        } catch (SourceException e) {
            if (slips(Slip.PAGE_ERROR_SWALLOWED) || (slips(Slip.TOO_MANY_SKIPS_PAGE) && e.status() == 429)) {
                return null;
            }
            throw e;
        }
    }

    private void send(WireDriver.Sink sink, Predicate<JsonObject> filter, List<JsonObject> buffer, Attributes row) {
        var account = reference.account(row);
        if (!filter.test(account)) {
            return;
        }
        if (slips(Slip.LIST_WITHOUT_DISABLED)) {
            account = Inputs.with(account, "disabled", JsonValue.FALSE);
        }
        if (slips(Slip.HUGE_MESSAGE)) {
            var attributes =
                    Inputs.with(account.getJsonObject("attributes"), "department", Json.text("x".repeat(300_000)));
            account = Inputs.with(account, "attributes", attributes);
        }
        if (slips(Slip.KEEPS_ACCOUNTS)) {
            kept.add(new byte[1000]);
        }
        if (slips(Slip.BUFFERED) || slips(Slip.LIST_REMEMBERED) || slips(Slip.LIST_ACCUMULATES)) {
            buffer.add(account);
        } else {
            sink.output(account);
        }
    }

    private void delta(CommandRequest request, WireDriver.Sink sink, String token) {
        if (slips(Slip.DELTA_EMPTY)) {
            return;
        }
        var filter = slips(Slip.DELTA_UNFILTERED) ? (Predicate<JsonObject>) object -> true : filter(request, true);
        var changes = reference.retrying(sink, () -> reference.users.changesSince(token));
        for (var row : changes.rows()) {
            var account = reference.account(row);
            var isNew = String.valueOf(row.text("id")).startsWith("u100");
            if (filter.test(account) && !(slips(Slip.DELTA_WITHOUT_NEW) && isNew)) {
                sink.output(account);
            }
        }
        if (!slips(Slip.DELTA_WITHOUT_DELETIONS)) {
            for (var id : changes.deleted()) {
                sink.output(Inputs.with(reference.account(Reference.row("id", id)), "deleted", JsonValue.TRUE));
            }
        }
    }

    /** Returns which objects to send. */
    Predicate<JsonObject> filter(CommandRequest request, boolean accounts) {
        var text = request.config().getString("filterString", "");
        if (slips(Slip.FILTER_STRING_IGNORED)) {
            text = "";
        }
        var wantsAccountFilter = accounts || slips(Slip.ACCOUNT_FILTER_ON_ENTITLEMENTS);
        if (text.isEmpty() && wantsAccountFilter && !slips(Slip.ACCOUNT_FILTER_IGNORED)) {
            text = request.config().getString("account.filterString", "");
        }
        if (slips(Slip.FILTER_REMEMBERED)) {
            rememberedFilter = rememberedFilter == null && !text.isBlank() ? text : rememberedFilter;
            text = rememberedFilter == null ? text : rememberedFilter;
        }
        sharedFilter = text;
        if (slips(Slip.FILTER_SHARED)) {
            return object -> sharedFilter.isBlank() || parse(sharedFilter).test(object);
        }
        var blank = text.isEmpty() || (text.isBlank() && !slips(Slip.BLANK_FILTER_FAILS));
        if (blank || slips(Slip.FILTER_IGNORED)) {
            return object -> true;
        }
        return parse(text);
    }

    private Predicate<JsonObject> parse(String text) {
        try {
            var filter = Filter.compile(text);
            return object ->
                    slips(Slip.FILTER_INVERTED) == filter.matches(Json.toPlainMap(object.getJsonObject("attributes")));
        } catch (FilterException e) {
            if (slips(Slip.BAD_FILTER_SWALLOWED)) {
                return object -> true;
            }
            throw WireDriver.WireFailure.generic("the filter cannot be read: " + text);
        }
    }

    void read(CommandRequest request, WireDriver.Sink sink) {
        var id = Reference.id(Inputs.of(request));
        if (slips(Slip.READ_ANYONE)) {
            id = reference.users.row(id) == null ? "u0" : id;
        }
        if (reference.users.row(id) == null && slips(Slip.NOT_FOUND_GENERIC)) {
            throw WireDriver.WireFailure.generic("no account " + id);
        }
        var account = reference.account(reference.users.read(id));
        if (slips(Slip.READ_WITHOUT_DEPARTMENT)) {
            account = without(account, "department");
        }
        sink.output(account);
    }

    static JsonObject without(JsonObject object, String attribute) {
        var attributes = Json.object();
        object.getJsonObject("attributes").forEach((name, value) -> {
            if (!name.equals(attribute)) {
                attributes.add(name, value);
            }
        });
        return Inputs.with(object, "attributes", attributes.build());
    }

    void entitlements(CommandRequest request, WireDriver.Sink sink) {
        reference.requireConfig(request);
        var type = Inputs.of(request).getString("type");
        if (slips(Slip.ENTITLEMENT_UNKNOWN_TYPE_EMPTY)
                && !List.of("group", "role").contains(type)) {
            return;
        }
        var table = reference.table(type);
        var filter = filter(request, false);
        var sentType = slips(Slip.ENTITLEMENT_WRONG_TYPE) ? "group" : type;
        var cursor = (String) null;
        var first = slips(Slip.ENTITLEMENT_MISSING);
        do {
            var from = cursor;
            var page = reference.retrying(sink, () -> table.page(from));
            for (var row : page.rows()) {
                var entitlement = reference.entitlement(sentType, row);
                if (filter.test(entitlement) && !first) {
                    sink.output(entitlement);
                }
                first = false;
            }
            cursor = page.next();
        } while (cursor != null);
    }

    void entitlement(CommandRequest request, WireDriver.Sink sink) {
        var asked = Inputs.of(request).getString("type");
        var id = Reference.id(Inputs.of(request));
        var type = slips(Slip.ENTITLEMENT_READ_OF_ANY_TYPE) && id.startsWith("g") ? "group" : asked;
        if (slips(Slip.ENTITLEMENT_UNKNOWN_EMPTY) && reference.table(type).row(id) == null) {
            sink.output(reference.entitlement(type, Reference.row("id", id, "name", "")));
            return;
        }
        var row = reference.table(type).read(id);
        sink.output(
                reference.entitlement(type, slips(Slip.ENTITLEMENT_READ_DIFFERS) ? row.with("name", "changed") : row));
    }

    /** Returns a value's elements, whether it is one or several. */
    static List<JsonValue> elements(@Nullable JsonValue value) {
        return value == null || value == JsonValue.NULL
                ? List.of()
                : value instanceof JsonArray array ? List.copyOf(array) : List.of(value);
    }
}
