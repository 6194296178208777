package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.CommandTypes.LIST;
import static dev.connectorkit.testkit.rules.CommandTypes.UNLOCK;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.testkit.run.Line;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Correct connectors that answer in a way of their own. */
final class UnusualAnswers {
    private static final String DOMAIN = "@example.com";
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    private static final Pattern ID_IN_FILTER = Pattern.compile("(\\( id [=!]= \"u\\d+)" + DOMAIN);

    private UnusualAnswers() {}

    static Map<String, Consumer<Reference>> all() {
        var all = new LinkedHashMap<String, Consumer<Reference>>();
        all.put("no state where nothing changed", UnusualAnswers::savesChangesOnly);
        all.put("state of the first list only", UnusualAnswers::savesOnce);
        all.put("one list at a time", UnusualAnswers::oneAtATime);
        all.put("errors that say nothing", Reference::quiet);
        all.put("a standard command refused in other words than a custom one", UnusualAnswers::refusesUnlock);
        all.put("schemas that the administrator makes", UnusualAnswers::customSchemas);
        all.put("an entitlement that no list is behind", UnusualAnswers::rolesOfAccountsOnly);
        all.put("more attributes discovered than declared", UnusualAnswers::discoversBadge);
        all.put("ids that are mail addresses, and no others are looked for", UnusualAnswers::mailAddresses);
        all.put("commands that few connectors have", RareCommands::on);
        all.put("a password among the attributes that nobody is told", UnusualAnswers::declaresPassword);
        all.put("times in a form of the source", UnusualAnswers::times);
        return all;
    }

    private static void savesChangesOnly(Reference reference) {
        reference.around(LIST, (request, sink, inner) -> {
            var sent = new int[1];
            var isFirst = !Inputs.of(request).containsKey("state");
            inner.handle(request, (type, data) -> {
                sent[0] += type.equals(Line.OUTPUT) ? 1 : 0;
                if (!type.equals(Line.STATE) || isFirst || sent[0] > 0) {
                    sink.line(type, data);
                }
            });
        });
    }

    private static void savesOnce(Reference reference) {
        reference.around(
                LIST,
                (request, sink, inner) -> inner.handle(request, (type, data) -> {
                    if (!type.equals(Line.STATE) || !Inputs.of(request).containsKey("state")) {
                        sink.line(type, data);
                    }
                }));
    }

    private static void oneAtATime(Reference reference) {
        var turn = new Semaphore(1);
        reference.around(LIST, (request, sink, inner) -> {
            turn.acquireUninterruptibly();
            try {
                inner.handle(request, sink);
            } finally {
                turn.release();
            }
        });
    }

    private static void refusesUnlock(Reference reference) {
        reference.spec(spec -> Mutants.remove(spec, "/commands/8")).handler(UNLOCK, (request, sink) -> {
            throw WireDriver.WireFailure.generic(UNLOCK + " is nothing that this source knows");
        });
    }

    private static void customSchemas(Reference reference) {
        reference.spec(spec -> Inputs.with(
                withoutType(withoutType(Mutants.remove(spec, "/entitlementSchemas"), 9), 10),
                "supportsCustomSchemas",
                JsonValue.TRUE));
    }

    /** Lets an attribute of accounts not say which entitlements it refers to. */
    private static JsonObject withoutType(JsonObject spec, int attribute) {
        return Mutants.remove(spec, "/accountSchema/attributes/" + attribute + "/schemaObjectType");
    }

    private static void rolesOfAccountsOnly(Reference reference) {
        reference.spec(spec -> withoutType(Mutants.remove(spec, "/entitlementSchemas/1"), 10));
    }

    private static void discoversBadge(Reference reference) {
        RareCommands.on(reference).spec(spec -> Mutants.remove(spec, "/accountSchema/attributes/5"));
    }

    private static void mailAddresses(Reference reference) {
        UnusualSources.ABOUT_ONE.forEach(command -> UnusualSources.renamed(reference, command, id -> {
            if (id.equals("connectorkit-no-such-object")) {
                throw WireDriver.WireFailure.generic("an id is a mail address, unlike " + id);
            }
            return id.endsWith(DOMAIN) ? id.substring(0, id.length() - DOMAIN.length()) : id;
        }));
        reference.around(LIST, (request, sink, inner) -> {
            var filter = ID_IN_FILTER.matcher(request.config().getString("filterString", ""));
            var config = Inputs.with(request.config(), "filterString", Json.text(filter.replaceAll("$1")));
            inner.handle(request.withConfig(config), sink);
        });
        reference.output((command, object) -> {
            var id = object.getString("identity", "");
            return id.matches("u\\d+") && !object.containsKey("type") ? renamed(object, id + DOMAIN) : object;
        });
    }

    private static void declaresPassword(Reference reference) {
        reference.spec(spec ->
                Mutants.add(spec, "/accountSchema/attributes/-", "{\"name\":\"password\",\"type\":\"string\"}"));
    }

    private static void times(Reference reference) {
        reference
                .spec(spec -> Mutants.add(
                        Mutants.add(spec, "/accountSchema/attributes/-", "{\"name\":\"hired\",\"type\":\"string\"}"),
                        "/accountCreateTemplate/fields/-",
                        "{\"key\":\"hired\",\"label\":\"Hired\",\"type\":\"string\",\"required\":false}"))
                .output((command, object) -> object.containsKey("attributes") && !object.containsKey("type")
                        ? withHired(reference, object)
                        : object);
        UnusualSources.refusing(
                reference,
                (name, text) -> name.equals("hired") && !TIME.matcher(text).matches());
    }

    private static JsonObject withHired(Reference reference, JsonObject account) {
        var row = reference.users.row(account.getString("identity"));
        var isUser = row != null
                && row.get("hired") == null
                && !account.getString("identity").startsWith("ck");
        var hired = isUser ? "2020-02-03T00:00:00.000Z" : row == null ? null : row.text("hired");
        return hired == null
                ? account
                : Inputs.with(
                        account,
                        "attributes",
                        Inputs.with(account.getJsonObject("attributes"), "hired", Json.text(hired)));
    }

    private static JsonObject renamed(JsonObject account, String id) {
        var key = Json.object().add("simple", Json.object().add("id", id)).build();
        var attributes = Inputs.with(account.getJsonObject("attributes"), "id", Json.text(id));
        return Inputs.with(
                Inputs.with(Inputs.with(account, "attributes", attributes), "identity", Json.text(id)), "key", key);
    }
}
