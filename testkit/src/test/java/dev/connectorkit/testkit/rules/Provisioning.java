package dev.connectorkit.testkit.rules;

import dev.connectorkit.dsl.command.Attributes;
import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.runtime.CommandRequest;
import dev.connectorkit.testkit.simulation.SourceException;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The writing half of the reference connector. */
final class Provisioning {
    private static final Set<String> MULTI = Set.of("aliases", "levels", "groups", "roles");

    private final Reference reference;

    Provisioning(Reference reference) {
        this.reference = reference;
    }

    private boolean slips(Slip slip) {
        return reference.slips(slip);
    }

    private Attributes existing(CommandRequest request) {
        var id = Reference.id(Inputs.of(request));
        if (slips(Slip.NOT_FOUND_GENERIC) && reference.users.row(id) == null) {
            throw WireDriver.WireFailure.generic("no account " + id);
        }
        return reference.users.read(id);
    }

    private void send(WireDriver.Sink sink, String id) {
        sink.output(reference.account(reference.users.read(id)));
    }

    void create(CommandRequest request, WireDriver.Sink sink) {
        var attributes = Inputs.of(request).getJsonObject("attributes");
        if (attributes.isEmpty() && slips(Slip.CREATE_EMPTY_SUCCEEDS)) {
            attributes = Json.object().add("id", "nobody").add("name", "Nobody").build();
        }
        if (!attributes.containsKey("id") || !attributes.containsKey("name")) {
            throw WireDriver.WireFailure.generic("`id` and `name` are required");
        }
        var id = attributes.getString("id");
        var row = Attributes.empty();
        for (var member : attributes.entrySet()) {
            row = row.with(member.getKey(), created(member.getKey(), member.getValue()));
        }
        row = adjusted(row);
        if (reference.users.row(id) != null) {
            if (slips(Slip.CREATE_DUPLICATE_OVERWRITES)) {
                reference.users.update(id, row);
                send(sink, id);
                return;
            }
            if (slips(Slip.CREATE_DUPLICATE_CHANGES_BEFORE_REFUSING)) {
                reference.users.update(id, Map.of("name", "overwritten"));
            }
        }
        insert(row);
        if (slips(Slip.CREATE_ECHOES)) {
            sink.output(Inputs.with(reference.account(row), "disabled", JsonValue.TRUE));
            return;
        }
        send(sink, id);
        if (slips(Slip.CREATE_NOT_WRITTEN)) {
            reference.users.delete(id);
        }
    }

    private Attributes adjusted(Attributes row) {
        var department = row.text("department");
        if (slips(Slip.CREATE_LOWERS_CASE) && department != null) {
            return row.with("department", department.toLowerCase(Locale.ROOT));
        }
        if (slips(Slip.CREATE_DROPS_DEPARTMENT)) {
            return row.without("department");
        }
        return slips(Slip.CREATE_DROPS_FALSE) && Boolean.FALSE.equals(row.get("contractor"))
                ? row.without("contractor")
                : row;
    }

    private void insert(Attributes row) {
        try {
            reference.users.insert(row);
        } catch (SourceException e) {
            if (!slips(Slip.CREATE_REPEATED) || e.status() != 500) {
                throw e;
            }
            reference.users.insert(row);
        }
    }

    private @Nullable Object created(String name, JsonValue value) {
        if (!MULTI.contains(name)) {
            return Json.toPlain(value);
        }
        if (slips(Slip.CREATE_SINGLE_TEXT_SPLITS) && value instanceof JsonString text) {
            return text.getString()
                    .chars()
                    .mapToObj(c -> String.valueOf((char) c))
                    .toList();
        }
        return plain(Listing.elements(value));
    }

    private static List<@Nullable Object> plain(List<JsonValue> values) {
        List<@Nullable Object> plain = new ArrayList<>();
        values.forEach(value -> plain.add(Json.toPlain(value)));
        return plain;
    }

    void update(CommandRequest request, WireDriver.Sink sink) {
        if (slips(Slip.UPDATE_REFUSED)) {
            throw WireDriver.WireFailure.generic("updates are not implemented");
        }
        var id = Reference.id(Inputs.of(request));
        if (reference.users.row(id) == null) {
            unknownUpdated(request, sink, id);
            return;
        }
        var row = existing(request);
        var before = reference.account(row);
        var changes = SpecView.objects(Inputs.of(request).get("changes"));
        if (slips(Slip.CHANGES_REVERSED)) {
            changes = Reference.reversed(changes);
        } else if (slips(Slip.FIRST_CHANGE_ONLY)) {
            changes = changes.subList(0, Math.min(1, changes.size()));
        }
        Map<String, @Nullable Object> changed = new LinkedHashMap<>();
        for (var change : changes) {
            var name = change.getString("attribute");
            var held = changed.containsKey(name) ? changed.get(name) : row.get(name);
            changed.put(name, changed(name, change, held));
        }
        if (slips(Slip.UPDATE_CLEARS_REST)) {
            changed.putIfAbsent("email", null);
        }
        var adds = changes.stream().anyMatch(change -> change.getString("op").equals("Add"));
        if (slips(Slip.UPDATE_ENABLES) || (slips(Slip.ADD_LOCKS) && adds)) {
            changed.put("locked", true);
        }
        reference.users.update(id, changed);
        if (slips(Slip.UPDATE_TOUCHES_OTHERS)) {
            reference.users.update("u0", Map.of("department", "Touched by " + id));
        }
        if (slips(Slip.UPDATE_SAYS_UNCHANGED)) {
            sink.output(JsonValue.EMPTY_JSON_OBJECT);
        } else if (slips(Slip.UPDATE_OUTPUT_BEFORE)) {
            sink.output(before);
        } else {
            send(sink, id);
        }
    }

    private void unknownUpdated(CommandRequest request, WireDriver.Sink sink, String id) {
        if (slips(Slip.UPDATE_UNKNOWN_SUCCEEDS)) {
            sink.output(JsonValue.EMPTY_JSON_OBJECT);
        } else if (slips(Slip.UPDATE_UNKNOWN_CREATES)) {
            reference.users.insert(Reference.row("id", id, "name", id));
            throw WireDriver.WireFailure.notFound("account " + id);
        } else {
            existing(request);
        }
    }

    private @Nullable Object changed(String name, JsonObject change, @Nullable Object held) {
        var value = change.get("value");
        var op = change.getString("op");
        if (!MULTI.contains(name)) {
            return changedSingle(op, value, held);
        }
        var values = plain(Listing.elements(value));
        List<@Nullable Object> result = new ArrayList<>(held instanceof List<?> list ? list : List.of());
        switch (op) {
            case "Set" -> {
                result.clear();
                if (slips(Slip.SET_NESTS) && value instanceof JsonArray) {
                    result.add(values);
                } else {
                    result.addAll(values);
                }
            }
            case "Add" -> add(value, values, result);
            default -> remove(values, result);
        }
        return result;
    }

    private void add(@Nullable JsonValue value, List<@Nullable Object> values, List<@Nullable Object> result) {
        if (slips(Slip.ADD_REPLACES)) {
            result.clear();
        }
        if (slips(Slip.ADD_NESTS) && value instanceof JsonArray) {
            result.add(values);
            return;
        }
        for (var one : slips(Slip.ADD_FIRST_ONLY) ? values.subList(0, 1) : values) {
            if (slips(Slip.ADD_DUPLICATES) || !result.contains(one)) {
                result.add(one);
            }
        }
    }

    private void remove(List<@Nullable Object> values, List<@Nullable Object> result) {
        if (slips(Slip.REMOVE_CLEARS_ALL)) {
            result.clear();
        } else if (!slips(Slip.REMOVE_SEVERAL_IGNORED) || values.size() == 1) {
            result.removeAll(values);
        }
    }

    private @Nullable Object changedSingle(String op, @Nullable JsonValue value, @Nullable Object held) {
        if (op.equals("Remove")) {
            return slips(Slip.REMOVE_SINGLE_IGNORED) ? held : slips(Slip.REMOVE_SINGLE_EMPTY_TEXT) ? "" : null;
        }
        var plain = value == null ? null : Json.toPlain(value);
        var ignored = slips(Slip.SET_IGNORED)
                || (slips(Slip.SET_ZERO_IGNORED) && plain instanceof Long number && number == 0)
                || (slips(Slip.SET_FALSE_IGNORED) && Boolean.FALSE.equals(plain));
        return ignored ? held : plain;
    }

    void delete(CommandRequest request, WireDriver.Sink sink) {
        var id = Reference.id(Inputs.of(request));
        var unknown = reference.users.row(id) == null;
        if (reference.isSoftDelete()) {
            existing(request);
            reference.users.update(id, Map.of("disabled", true));
        } else if (slips(Slip.DELETE_DISABLES)) {
            existing(request);
            reference.users.update(id, Map.of("disabled", true));
        } else if (!slips(Slip.DELETE_DOES_NOTHING) && !(unknown && slips(Slip.DELETE_UNKNOWN_SUCCEEDS))) {
            existing(request);
            reference.users.delete(id);
        }
        if (slips(Slip.DELETE_TOO_MANY)) {
            reference.users.delete("u0");
        }
        sink.output(JsonValue.EMPTY_JSON_OBJECT);
    }

    void enable(CommandRequest request, WireDriver.Sink sink) {
        var row = existing(request);
        if (slips(Slip.ENABLE_FAILS_TWICE) && !Boolean.TRUE.equals(row.get("disabled"))) {
            throw WireDriver.WireFailure.generic("the account is enabled already");
        }
        if (slips(Slip.ENABLE_ALL)) {
            reference.users.update("u1", Map.of("disabled", false));
        }
        disable(request, sink, slips(Slip.SWITCHES_SWAPPED));
    }

    void disable(CommandRequest request, WireDriver.Sink sink) {
        var id = Reference.id(Inputs.of(request));
        if (slips(Slip.DISABLE_UNKNOWN_SUCCEEDS) && reference.users.row(id) == null) {
            sink.output(reference.account(Reference.row("id", id)));
            return;
        }
        var row = existing(request);
        if (slips(Slip.DISABLE_DOES_NOTHING)) {
            sink.output(reference.account(row));
            return;
        }
        if (slips(Slip.DISABLE_ALL)) {
            for (var other : List.of("u0", "u1", "u2")) {
                reference.users.update(other, Map.of("disabled", true));
            }
        }
        if (slips(Slip.DISABLE_LOCKS)) {
            reference.users.update(id, Map.of("locked", true));
        }
        if (slips(Slip.DISABLE_CLEARS_GROUPS)) {
            reference.users.update(id, Map.of("groups", List.of()));
        }
        disable(
                request,
                sink,
                !slips(Slip.SWITCHES_SWAPPED)
                        && !(slips(Slip.DISABLE_TOGGLES) && Boolean.TRUE.equals(row.get("disabled"))));
    }

    private void disable(CommandRequest request, WireDriver.Sink sink, boolean disabled) {
        var id = Reference.id(Inputs.of(request));
        reference.users.update(id, Map.of("disabled", disabled));
        send(sink, id);
    }

    void unlock(CommandRequest request, WireDriver.Sink sink) {
        var row = existing(request);
        var id = Reference.id(Inputs.of(request));
        if (slips(Slip.UNLOCK_FAILS_TWICE) && Boolean.FALSE.equals(row.get("locked"))) {
            throw WireDriver.WireFailure.generic("the account is unlocked already");
        }
        if (slips(Slip.UNLOCK_ALL)) {
            reference.users.update("u2", Map.of("locked", false));
        }
        if (!slips(Slip.UNLOCK_DOES_NOTHING)) {
            reference.users.update(id, Map.of("locked", false));
        }
        if (slips(Slip.UNLOCK_ENABLES)) {
            reference.users.update(id, Map.of("disabled", true));
        }
        send(sink, id);
    }

    void changePassword(CommandRequest request, WireDriver.Sink sink) {
        var id = Reference.id(Inputs.of(request));
        var password = Inputs.of(request).getString("password");
        if (slips(Slip.PASSWORD_LOGGED)) {
            System.err.println("new password of " + id + ": " + password);
        }
        if (slips(Slip.PASSWORD_UNKNOWN_SUCCEEDS) && reference.users.row(id) == null) {
            sink.output(JsonValue.EMPTY_JSON_OBJECT);
            return;
        }
        existing(request);
        if (!slips(Slip.PASSWORD_DOES_NOTHING)) {
            reference.users.update(id, Map.of("password", password));
        }
        if (slips(Slip.PASSWORD_LOCKS)) {
            reference.users.update(id, Map.of("locked", true));
        }
        sink.output(
                slips(Slip.PASSWORD_IN_OUTPUT)
                        ? Json.object().add("password", password).build()
                        : JsonValue.EMPTY_JSON_OBJECT);
    }

    void authenticate(CommandRequest request, WireDriver.Sink sink) {
        var row = reference.users.read(Inputs.of(request).getString("username"));
        if (!Inputs.of(request).getString("password").equals(row.text("password"))) {
            throw WireDriver.WireFailure.generic("the password is wrong");
        }
        sink.output(reference.account(row));
    }
}
