package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.CommandTypes.AUTHENTICATE;
import static dev.connectorkit.testkit.rules.CommandTypes.CREATE;
import static dev.connectorkit.testkit.rules.CommandTypes.DELETE;
import static dev.connectorkit.testkit.rules.CommandTypes.DISABLE;
import static dev.connectorkit.testkit.rules.CommandTypes.ENABLE;
import static dev.connectorkit.testkit.rules.CommandTypes.ENTITLEMENT_LIST;
import static dev.connectorkit.testkit.rules.CommandTypes.LIST;
import static dev.connectorkit.testkit.rules.CommandTypes.PASSWORD;
import static dev.connectorkit.testkit.rules.CommandTypes.READ;
import static dev.connectorkit.testkit.rules.CommandTypes.UNLOCK;
import static dev.connectorkit.testkit.rules.CommandTypes.UPDATE;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.testkit.run.Line;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Correct connectors to sources that have a way of their own with what they are given. */
final class UnusualSources {
    private static final String ATTRIBUTES = "/accountSchema/attributes/-";
    private static final int FIRST_NUMBER = 5_000;
    static final List<String> ABOUT_ONE = List.of(READ, UPDATE, DELETE, ENABLE, DISABLE, UNLOCK, PASSWORD);

    private static final Pattern NUMBER_IN_FILTER = Pattern.compile("(?<=\\( id == )\\d+(?= \\))");

    private UnusualSources() {}

    static Map<String, Consumer<Reference>> all() {
        var all = new LinkedHashMap<String, Consumer<Reference>>();
        all.put("a status that says whether an account is disabled", UnusualSources::status);
        all.put("a summary that the source computes and nobody may set", UnusualSources::summary);
        all.put(
                "departments of a fixed choice",
                reference -> refusing(
                        reference,
                        (name, text) -> name.equals("department")
                                && !Set.of("Sales", "Research").contains(text)));
        all.put("names of at most 30 characters", reference -> refusing(reference, (name, text) -> text.length() > 30));
        all.put(
                "ages from 18",
                reference -> reference.around(UPDATE, (request, sink, inner) -> {
                    for (var change : SpecView.objects(Inputs.of(request).get("changes"))) {
                        if (change.get("value") instanceof JsonNumber number && number.longValue() < 18) {
                            throw WireDriver.WireFailure.generic("too young");
                        }
                    }
                    inner.handle(request, sink);
                }));
        all.put("ids that are numbers", UnusualSources::numbers);
        all.put(
                "ids whose case does not matter",
                reference ->
                        ABOUT_ONE.forEach(command -> renamed(reference, command, id -> id.toLowerCase(Locale.ROOT))));
        all.put("ids that are free but once", UnusualSources::idsOnce);
        all.put(
                "changes by time, from a little before",
                reference -> ListMutants.listsByTime(reference, Duration.ofMinutes(-5)));
        all.put(
                "entitlements of which only the changes are told",
                reference -> reference.around(ENTITLEMENT_LIST, (request, sink, inner) -> {
                    if (!Inputs.of(request).containsKey("state")) {
                        inner.handle(request, sink);
                    }
                    if (Inputs.of(request).getBoolean("stateful", false)) {
                        sink.line(Line.STATE, Json.object().add("at", "1").build());
                    }
                }));
        all.put("logins by mail address", UnusualSources::loginByMail);
        all.put(
                "a disable that leaves a disabled account alone",
                reference -> reference.around(DISABLE, (request, sink, inner) -> {
                    var row = reference.users.row(Reference.id(Inputs.of(request)));
                    if (row != null && Boolean.TRUE.equals(row.get("disabled"))) {
                        sink.output(reference.account(row));
                    } else {
                        inner.handle(request, sink);
                    }
                }));
        return all;
    }

    private static boolean isAccount(JsonObject object) {
        return object.containsKey("attributes") && !object.containsKey("type");
    }

    private static JsonObject with(JsonObject account, String name, JsonValue value) {
        return Inputs.with(account, "attributes", Inputs.with(account.getJsonObject("attributes"), name, value));
    }

    private static void status(Reference reference) {
        reference
                .spec(spec -> Mutants.add(spec, ATTRIBUTES, "{\"name\":\"status\",\"type\":\"string\"}"))
                .output((command, object) -> isAccount(object)
                        ? with(
                                object,
                                "status",
                                Json.text(object.getBoolean("disabled", false) ? "INACTIVE" : "ACTIVE"))
                        : object);
    }

    private static void summary(Reference reference) {
        reference
                .spec(spec -> Mutants.add(spec, ATTRIBUTES, "{\"name\":\"summary\",\"type\":\"string\"}"))
                .output((command, object) -> {
                    var name = isAccount(object)
                            ? object.getJsonObject("attributes").get("name")
                            : null;
                    return name instanceof JsonString text
                            ? with(object, "summary", Json.text("about " + text.getString()))
                            : object;
                });
        refusing(reference, (name, text) -> name.equals("summary"));
    }

    /** Lets the source refuse some values of some attributes. */
    static void refusing(Reference reference, BiPredicate<String, String> refused) {
        reference.around(UPDATE, (request, sink, inner) -> {
            for (var change : SpecView.objects(Inputs.of(request).get("changes"))) {
                refuse(change.getString("attribute"), change.get("value"), refused);
            }
            inner.handle(request, sink);
        });
        reference.around(CREATE, (request, sink, inner) -> {
            Inputs.of(request).getJsonObject("attributes").forEach((name, value) -> refuse(name, value, refused));
            inner.handle(request, sink);
        });
    }

    private static void refuse(String name, @Nullable JsonValue value, BiPredicate<String, String> refused) {
        if (value instanceof JsonString text && refused.test(name, text.getString())) {
            throw WireDriver.WireFailure.generic("the source does not take this " + name);
        }
    }

    static void renamed(Reference reference, String command, Function<String, String> renamed) {
        reference.around(command, (request, sink, inner) -> {
            var input = Inputs.without(Inputs.of(request), "key");
            var id = Json.text(renamed.apply(Reference.id(Inputs.of(request))));
            inner.handle(HandlerMutants.with(request, Inputs.with(input, "identity", id)), sink);
        });
    }

    private static void numbers(Reference reference) {
        Function<String, String> inside =
                id -> id.length() == 4 && id.startsWith("5") ? "u" + (Integer.parseInt(id) - FIRST_NUMBER) : id;
        ABOUT_ONE.forEach(command -> renamed(reference, command, inside));
        reference.around(AUTHENTICATE, (request, sink, inner) -> {
            var username = Json.text(inside.apply(Inputs.of(request).getString("username")));
            inner.handle(HandlerMutants.with(request, Inputs.with(Inputs.of(request), "username", username)), sink);
        });
        reference.around(LIST, (request, sink, inner) -> {
            var filter = request.config().getString("filterString", "");
            var ofTheSource = NUMBER_IN_FILTER
                    .matcher(filter)
                    .replaceAll(number -> "\"u" + (Integer.parseInt(number.group()) - FIRST_NUMBER) + "\"");
            inner.handle(
                    filter.equals(ofTheSource)
                            ? request
                            : request.withConfig(Inputs.with(request.config(), "filterString", Json.text(ofTheSource))),
                    sink);
        });
        reference
                .spec(spec -> Mutants.replace(spec, "/accountSchema/attributes/0/type", "\"int\""))
                .output((command, object) -> isAccount(object) ? numbered(object) : object);
    }

    private static JsonObject numbered(JsonObject account) {
        var id = account.getString("identity");
        var number =
                Integer.parseInt(id.startsWith("u") ? id.substring(1) : id) + (id.startsWith("u") ? FIRST_NUMBER : 0);
        var text = Json.text(Integer.toString(number));
        var key = Json.object().add("simple", Json.object().add("id", text)).build();
        return Inputs.with(
                Inputs.with(with(account, "id", Json.provider().createValue(number)), "identity", text), "key", key);
    }

    private static void idsOnce(Reference reference) {
        var used = new HashSet<String>();
        reference.around(CREATE, (request, sink, inner) -> {
            var id = Inputs.of(request).getJsonObject("attributes").getString("id", "");
            if (used.contains(id)) {
                throw WireDriver.WireFailure.generic("the id was in use before");
            }
            inner.handle(request, sink);
            used.add(id);
        });
    }

    private static void loginByMail(Reference reference) {
        reference.around(AUTHENTICATE, (request, sink, inner) -> {
            var mail = Inputs.of(request).getString("username");
            String id = null;
            String cursor = null;
            do {
                var page = reference.users.page(cursor);
                for (var row : page.rows()) {
                    id = mail.equals(row.text("email")) ? row.text("id") : id;
                }
                cursor = page.next();
            } while (cursor != null);
            if (id == null) {
                throw WireDriver.WireFailure.generic("nobody has this address");
            }
            inner.handle(
                    HandlerMutants.with(request, Inputs.with(Inputs.of(request), "username", Json.text(id))), sink);
        });
    }
}
