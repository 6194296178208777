package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.CommandTypes.CREATE;
import static dev.connectorkit.testkit.rules.CommandTypes.LIST;
import static dev.connectorkit.testkit.rules.CommandTypes.PASSWORD;
import static dev.connectorkit.testkit.rules.CommandTypes.UPDATE;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.runtime.CommandRequest;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Sources that derive some of what they show of an account: correct connectors to them, and faulty ones. */
final class SourcesThatDerive {
    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    private static final Pattern TEXT = Pattern.compile("\"(sales|research)\"", Pattern.CASE_INSENSITIVE);

    private SourcesThatDerive() {}

    static Map<String, Consumer<Reference>> all() {
        var all = new LinkedHashMap<String, Consumer<Reference>>();
        all.put("permissions that follow from whether one is a contractor", SourcesThatDerive::permitsByContract);
        all.put("permissions that follow from the groups", SourcesThatDerive::permitsByGroups);
        all.put(
                "being looked at is being seen",
                reference -> seen(reference, n -> START.plusMillis(n).toString()));
        all.put(
                "being looked at is being seen, in seconds",
                reference ->
                        seen(reference, n -> START.plusSeconds(n).toString().replace("Z", "+00:00")));
        all.put("two names of one column", SourcesThatDerive::twoNames);
        all.put("a department for those who have none", reference -> withoutDepartment(reference, "none"));
        all.put("a change of the password leaves its time", SourcesThatDerive::passwordTimes);
        all.put(
                "being looked at is being seen, at whole seconds as well",
                reference -> seen(reference, n -> START.plusMillis(500L * n).toString()));
        return all;
    }

    static List<Mutant> mutants() {
        return List.of(
                Mutant.of(
                        "an update takes the permissions away",
                        "update.set",
                        "more has changed: `permissions`",
                        SourcesThatDerive::losesPermissions),
                Mutant.of(
                        "a time that is another one at each read, though nobody could have been seen",
                        "list.equals-read",
                        "`hired`",
                        reference -> times(
                                reference, "hired", n -> START.plusMillis(n).toString())),
                Mutant.of(
                        "last seen is one day in the list and another in a read",
                        "list.equals-read",
                        "`lastSeen`",
                        SourcesThatDerive::seenOnAnotherDay),
                Mutant.of(
                        "a filter that does not tell capitals",
                        "filter.typed-values",
                        "department == \"sALES\"",
                        SourcesThatDerive::filtersWithoutCase),
                Mutant.of(
                        "Python falls over an update",
                        "update.set",
                        "the update of `name`",
                        reference ->
                                failsToName(reference, "AttributeError: 'NoneType' object has no attribute 'strip'")),
                Mutant.of(
                        "C# falls over an update",
                        "update.set",
                        "the update of `name`",
                        reference -> failsToName(reference, "System.NullReferenceException: Object reference not set")),
                Mutant.of(
                        "what was changed is then said to be deleted",
                        "state.deltas-converge",
                        "was deleted, but the full list has it",
                        SourcesThatDerive::changedAndDeleted),
                Mutant.of(
                        "each list repeats the accounts once more",
                        "list.repeatable",
                        "is there more than once",
                        SourcesThatDerive::repeatsMore),
                Mutant.of(
                        "accounts that are created without groups share one list of them",
                        "accounts.namesakes",
                        "`groups`",
                        SourcesThatDerive::shareGroups),
                Mutant.of(
                        "Python's word for nothing where there is no department",
                        "update.remove-clears-single",
                        "should have no value but is \"None\"",
                        reference -> withoutDepartment(reference, "None")),
                Mutant.of(
                        "a field of the create template is misspelt",
                        "spec.template-attributes",
                        "none for the attribute `department`",
                        reference -> reference.spec(SourcesThatDerive::misspelt)),
                Mutant.of(
                        "a filter that knows no &&",
                        "filter.operators",
                        "which is one in the platform's language",
                        reference -> filters(reference, filter -> {
                            if (filter.contains("&&")) {
                                throw WireDriver.WireFailure.generic("SyntaxError: invalid syntax");
                            }
                            return filter;
                        })),
                Mutant.of(
                        "a filter of which all but the first comparison is ignored",
                        "filter.operators",
                        "&&",
                        reference -> filters(reference, filter -> filter.replaceAll(" (&&|\\|\\|) .*", " )"))),
                Mutant.of(
                        "a filter in which contains wants the whole text",
                        "filter.operators",
                        ".contains(",
                        reference -> filters(
                                reference, filter -> filter.replaceAll("\\.contains\\((\"[^\"]*\")\\)", " == $1"))),
                Mutant.of(
                        "an update changes another attribute once and for all",
                        "update.set",
                        "more has changed: attribute `department`",
                        SourcesThatDerive::movesToSales));
    }

    private static boolean isAccount(JsonObject object) {
        return object.containsKey("attributes")
                && !object.containsKey("type")
                && !new ResourceObject(object).flag("deleted");
    }

    private static JsonObject permitted(JsonObject object, String... rights) {
        var values = Stream.of(rights).map(Json::text).toList();
        var permission = Json.object().add("target", "payroll").add("rights", Inputs.array(values));
        return Inputs.with(object, "permissions", Json.array().add(permission).build());
    }

    private static void permitsByContract(Reference reference) {
        reference.output((command, object) -> !isAccount(object)
                ? object
                : object.getJsonObject("attributes").getBoolean("contractor", false)
                        ? permitted(object, "read")
                        : permitted(object, "read", "write"));
    }

    private static void permitsByGroups(Reference reference) {
        reference.output((command, object) -> isAccount(object)
                        && !new ResourceObject(object).values("groups").isEmpty()
                ? permitted(object, new ResourceObject(object).values("groups").toString())
                : object);
    }

    private static void losesPermissions(Reference reference) {
        var updated = new ArrayList<String>();
        reference.around(UPDATE, (request, sink, inner) -> {
            updated.add(HandlerMutants.id(request));
            inner.handle(request, sink);
        });
        reference.output((command, object) -> isAccount(object) && !updated.contains(new ResourceObject(object).id())
                ? permitted(object, "read")
                : object);
    }

    private interface Form {
        String of(int number);
    }

    private static void seen(Reference reference, Form form) {
        times(reference, "lastSeen", form);
    }

    private static void times(Reference reference, String attribute, Form form) {
        var looks = new AtomicInteger();
        declare(reference, attribute);
        reference.output((command, object) ->
                isAccount(object) ? with(object, attribute, form.of(looks.incrementAndGet())) : object);
    }

    private static void seenOnAnotherDay(Reference reference) {
        declare(reference, "lastSeen");
        reference.output((command, object) -> isAccount(object)
                ? with(object, "lastSeen", command.equals(LIST) ? "2026-01-05T08:00:00Z" : "2026-01-06T08:00:00Z")
                : object);
    }

    private static void declare(Reference reference, String attribute) {
        reference.spec(spec -> Mutants.add(
                spec, "/accountSchema/attributes/-", "{\"name\":\"" + attribute + "\",\"type\":\"string\"}"));
        // The source keeps this attribute by itself.
        reference.around(UPDATE, (request, sink, inner) -> {
            for (var change : SpecView.objects(Inputs.of(request).get("changes"))) {
                if (change.getString("attribute").equals(attribute)) {
                    throw WireDriver.WireFailure.generic(attribute + " is maintained by the source");
                }
            }
            inner.handle(request, sink);
        });
    }

    private static JsonObject with(JsonObject object, String attribute, String value) {
        return Inputs.with(
                object, "attributes", Inputs.with(object.getJsonObject("attributes"), attribute, Json.text(value)));
    }

    private static void filtersWithoutCase(Reference reference) {
        filters(reference, filter -> TEXT.matcher(filter).replaceAll(text -> "\"" + capitalised(text.group(1)) + "\""));
    }

    private static JsonObject misspelt(JsonObject spec) {
        var template = Json.toText(spec.getJsonObject("accountCreateTemplate"));
        return Inputs.with(
                spec, "accountCreateTemplate", Json.parse(template.replace("\"department\"", "\"departement\"")));
    }

    private static void filters(Reference reference, UnaryOperator<String> change) {
        reference.around(LIST, (request, sink, inner) -> {
            var filter = request.config().getString("filterString", "");
            inner.handle(
                    filter.isEmpty()
                            ? request
                            : request.withConfig(
                                    Inputs.with(request.config(), "filterString", Json.text(change.apply(filter)))),
                    sink);
        });
    }

    private static void twoNames(Reference reference) {
        reference.spec(spec ->
                Mutants.add(spec, "/accountSchema/attributes/-", "{\"name\":\"mailAddress\",\"type\":\"string\"}"));
        reference.output((command, object) -> {
            var email = isAccount(object) ? new ResourceObject(object).attribute("email") : null;
            return email == null ? object : with(object, "mailAddress", ((JsonString) email).getString());
        });
        ChangeMutants.changes(
                reference,
                changes -> changes.stream()
                        .map(change -> change.getString("attribute").equals("mailAddress")
                                ? Inputs.with(change, "attribute", Json.text("email"))
                                : change)
                        .toList());
    }

    private static void withoutDepartment(Reference reference, String shown) {
        reference.output(
                (command, object) -> isAccount(object) && new ResourceObject(object).attribute("department") == null
                        ? with(object, "department", shown)
                        : object);
    }

    private static void passwordTimes(Reference reference) {
        var changes = new HashMap<String, Integer>();
        declare(reference, "passwordChangedAt");
        reference.around(PASSWORD, (request, sink, inner) -> {
            inner.handle(request, sink);
            changes.merge(HandlerMutants.id(request), 1, Integer::sum);
        });
        reference.output((command, object) -> {
            var times = changes.get(new ResourceObject(object).id());
            return times == null || !isAccount(object)
                    ? object
                    : with(object, "passwordChangedAt", START.plusSeconds(times).toString());
        });
    }

    private static void shareGroups(Reference reference) {
        var sharing = new ArrayList<JsonObject>();
        reference.around(
                CREATE,
                (request, sink, inner) -> inner.handle(request, (type, data) -> {
                    if (new ResourceObject(data.asJsonObject()).values("groups").isEmpty()) {
                        sharing.add(new ResourceObject(data.asJsonObject()).reference());
                    }
                    sink.line(type, data);
                }));
        reference.around(UPDATE, (request, sink, inner) -> {
            inner.handle(request, sink);
            var input = Inputs.of(request);
            var isShared = sharing.stream().anyMatch(one -> Compare.equal(one.get("identity"), input.get("identity")));
            var adds = SpecView.objects(input.get("changes")).stream()
                    .allMatch(change -> change.getString("op").equals("Add")
                            && change.getString("attribute").equals("groups"));
            if (isShared && adds) {
                for (var other : sharing) {
                    if (reference.users.row(other.getString("identity")) != null) {
                        var same = Inputs.with(other, "changes", input.getJsonArray("changes"));
                        inner.handle(CommandRequest.of(UPDATE, same).withConfig(request.config()), (type, data) -> {});
                    }
                }
            }
        });
    }

    private static void movesToSales(Reference reference) {
        ChangeMutants.changes(
                reference,
                changes -> Stream.concat(
                                changes.stream(),
                                changes.stream()
                                        .filter(change ->
                                                change.getString("attribute").equals("name"))
                                        .map(change -> Inputs.change("Set", "department", Json.text("Sales"))))
                        .toList());
    }

    private static String capitalised(String text) {
        return text.toLowerCase(Locale.ROOT).startsWith("s") ? "Sales" : "Research";
    }

    private static void failsToName(Reference reference, String words) {
        reference.around(UPDATE, (request, sink, inner) -> {
            for (var change : SpecView.objects(Inputs.of(request).get("changes"))) {
                if (change.getString("attribute").equals("name")) {
                    throw WireDriver.WireFailure.generic(words);
                }
            }
            inner.handle(request, sink);
        });
    }

    private static void changedAndDeleted(Reference reference) {
        reference.around(LIST, (request, sink, inner) -> {
            var gone = new ArrayList<JsonObject>();
            inner.handle(request, (type, data) -> {
                if (type.equals("state")) {
                    gone.forEach(sink::output);
                }
                sink.line(type, data);
                if (isDelta(request) && type.equals("output") && isAccount(data.asJsonObject())) {
                    gone.add(Inputs.with(data.asJsonObject(), "deleted", JsonValue.TRUE));
                }
            });
        });
    }

    private static boolean isDelta(CommandRequest request) {
        return Inputs.of(request).containsKey("state") && Inputs.of(request).getBoolean("stateful", false);
    }

    private static void repeatsMore(Reference reference) {
        var lists = new HashMap<String, Integer>();
        reference.around(LIST, (request, sink, inner) -> {
            var times = lists.merge(LIST, 1, Integer::sum);
            inner.handle(request, (type, data) -> {
                sink.line(type, data);
                for (var time = 1; time < times && type.equals("output"); time++) {
                    sink.line(type, data);
                }
            });
        });
    }
}
