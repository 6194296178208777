package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.Mutants.add;
import static dev.connectorkit.testkit.rules.Mutants.remove;
import static dev.connectorkit.testkit.rules.Mutants.replace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.runtime.CommandRequest;
import dev.connectorkit.testkit.run.Line;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Connectors that are correct, though not as one would expect, keep every rule. */
class UnusualConnectorsTest {
    private static final String NO_TEMPLATE = "/accountCreateTemplate";

    private record Unusual(
            String name, Consumer<Reference> change, UnaryOperator<Validation> options, Set<String> skipped) {}

    @TestFactory
    Stream<DynamicTest> an_unusual_connector_passes_whole() {
        return unusual()
                .map(unusual -> DynamicTest.dynamicTest(unusual.name(), () -> {
                    var reference = new Reference();
                    unusual.change().accept(reference);

                    // Measuring memory takes longer than all the rest, and none of these keeps anything.
                    var validation = reference.validation().bypass("limits.memory", "measured on the reference");
                    var report = unusual.options().apply(validation).run();

                    assertThat(report.with(RuleStatus.FAILED))
                            .as(report.summary())
                            .isEmpty();
                    assertThat(report.with(RuleStatus.ERROR)).isEmpty();
                    assertThat(report.with(RuleStatus.SKIPPED))
                            .extracting(RuleReport::rule)
                            .containsAll(unusual.skipped());
                    assertThat(report.with(RuleStatus.SKIPPED))
                            .allSatisfy(rule -> assertThat(rule.message()).isNotBlank());
                }));
    }

    private static Unusual of(String name, Consumer<Reference> change, String... skipped) {
        return new Unusual(name, change, options -> options, Set.of(skipped));
    }

    private static Stream<Unusual> unusual() {
        var sources = Stream.of(
                        UnusualSources.all(),
                        UnusualAnswers.all(),
                        UnusualPages.all(),
                        SourcesWithHabits.all(),
                        SourcesThatGive.all(),
                        SourcesThatDerive.all())
                .flatMap(some -> some.entrySet().stream())
                .map(source -> of(source.getKey(), source.getValue()))
                .toList();
        return Stream.of(data(), commands(), keys(), state(), sources).flatMap(List::stream);
    }

    private static List<Unusual> data() {
        return List.of(
                of(
                        "numbers without a value are left out",
                        reference -> reference.output((command, object) ->
                                object.getString("identity", "").matches("u\\d*1")
                                        ? Listing.without(object, "age")
                                        : object)),
                of(
                        "empty multi-values are left out",
                        reference -> reference.output((command, object) -> withoutEmpty(object))),
                of(
                        "values that are missing are null",
                        reference -> reference.output((command, object) -> isAccount(object)
                                        && !object.getJsonObject("attributes").containsKey("email")
                                ? withAttribute(object, "email", JsonValue.NULL)
                                : object)),
                of("multi-values in another order each time", reference -> {
                    var calls = new AtomicInteger();
                    reference.output((command, object) ->
                            isAccount(object) && calls.incrementAndGet() % 2 == 0 ? turned(object, "groups") : object);
                }),
                of("a time of the last change that nobody can set", UnusualConnectorsTest::tellsLastChange),
                of(
                        "entitlements with permissions",
                        reference -> reference.output((command, object) -> object.containsKey("type")
                                ? Inputs.with(object, "permissions", Json.parse("""
                                [{"target":"vault","rights":["open"]}]"""))
                                : object)),
                of(
                        "accounts with permissions",
                        reference -> reference.output((command, object) ->
                                isAccount(object) ? Inputs.with(object, "permissions", Json.parse("""
                                [{"target":"vault","rights":["open","close"],"annotation":"bank"}]""")) : object)),
                of(
                        "no flags where they are false",
                        reference -> reference.output((command, object) -> {
                            var shorter = object;
                            for (var flag : List.of("disabled", "locked")) {
                                shorter = shorter.get(flag) == JsonValue.FALSE ? remove(shorter, "/" + flag) : shorter;
                            }
                            return shorter;
                        })),
                of(
                        "a uuid beside the key",
                        reference -> reference.output((command, object) -> isAccount(object)
                                ? Inputs.with(object, "uuid", Json.text("uuid-" + object.getString("identity")))
                                : object)),
                of(
                        "an identity that is the name, beside a key",
                        reference -> reference.output((command, object) -> isAccount(object)
                                        && object.getJsonObject("attributes").containsKey("name")
                                ? Inputs.with(
                                        object,
                                        "identity",
                                        object.getJsonObject("attributes").getJsonString("name"))
                                : object)));
    }

    private static void tellsLastChange(Reference reference) {
        reference
                .spec(spec ->
                        add(spec, "/accountSchema/attributes/-", "{\"name\":\"lastModified\",\"type\":\"string\"}"))
                .output((command, object) -> isAccount(object)
                        ? withAttribute(
                                object,
                                "lastModified",
                                Json.text(
                                        "revision " + Compare.canonical(object).hashCode()))
                        : object);
    }

    private static boolean isAccount(JsonObject object) {
        return object.containsKey("attributes") && !object.containsKey("type");
    }

    private static JsonObject withAttribute(JsonObject object, String name, JsonValue value) {
        return Inputs.with(object, "attributes", Inputs.with(object.getJsonObject("attributes"), name, value));
    }

    private static JsonObject withoutEmpty(JsonObject object) {
        if (!isAccount(object)) {
            return object;
        }
        var result = object;
        for (var member : object.getJsonObject("attributes").entrySet()) {
            if (member.getValue() instanceof JsonArray array && array.isEmpty()) {
                result = Listing.without(result, member.getKey());
            }
        }
        return result;
    }

    private static JsonObject turned(JsonObject object, String name) {
        var values = new ArrayList<>(
                Listing.elements(object.getJsonObject("attributes").get(name)));
        Collections.reverse(values);
        return withAttribute(object, name, Inputs.array(values));
    }

    private static List<Unusual> commands() {
        return List.of(
                of(
                        "no entitlements at all",
                        reference -> reference
                                .without(CommandTypes.ENTITLEMENT_LIST, CommandTypes.ENTITLEMENT_READ)
                                .spec(spec -> undeclare(
                                        plain(plain(remove(spec, "/entitlementSchemas"), 9), 10),
                                        CommandTypes.ENTITLEMENT_LIST,
                                        CommandTypes.ENTITLEMENT_READ)),
                        "entitlements.type"),
                of("no read", reference -> without(reference, CommandTypes.READ), "list.equals-read"),
                of("no list", reference -> without(reference, CommandTypes.LIST), "list.complete"),
                of("no create", reference -> without(reference, CommandTypes.CREATE), "create.minimal"),
                of(
                        "nothing but list and test connection",
                        reference -> without(
                                reference,
                                CommandTypes.READ,
                                CommandTypes.CREATE,
                                CommandTypes.UPDATE,
                                CommandTypes.DELETE,
                                CommandTypes.ENABLE,
                                CommandTypes.DISABLE,
                                CommandTypes.UNLOCK,
                                CommandTypes.PASSWORD,
                                CommandTypes.AUTHENTICATE),
                        "update.set"),
                of("ids that the source chooses", UnusualConnectorsTest::choosesIds),
                of("ids that the source chooses, and no template", reference -> {
                    choosesIds(reference);
                    reference.spec(spec -> remove(spec, "/accountCreateTemplate"));
                }),
                of(
                        "a list that goes on where it was cut off",
                        reference -> ForeignMutants.resumes(reference, false, false)),
                of("pages that are counted off", UnusualConnectorsTest::countsOff),
                of("changes that are told twice", UnusualConnectorsTest::tellsTwice),
                of("entitlements in another order each time", UnusualConnectorsTest::turnsEntitlements),
                of("create without a template", reference -> reference.spec(spec -> remove(spec, NO_TEMPLATE))),
                of(
                        "a template whose types are texts",
                        reference ->
                                reference.spec(spec -> replace(spec, NO_TEMPLATE + "/fields/2/type", "\"string\""))),
                of(
                        "custom commands",
                        reference -> reference
                                .spec(spec -> add(spec, "/commands/-", "\"custom:dryrun\""))
                                .handler("custom:dryrun", (request, sink) -> sink.output(JsonValue.EMPTY_JSON_OBJECT))),
                of("update sends {} where nothing changed", UnusualConnectorsTest::sendsNothingUnchanged),
                new Unusual("soft delete", Reference::softDelete, Validation::softDelete, Set.of("delete.twice")),
                of("a schema that is only discovered", reference -> {
                    var schema = ReferenceSpec.SPEC.getJsonObject("accountSchema");
                    reference
                            .spec(spec -> add(
                                    remove(spec, "/accountSchema"), "/commands/-", "\"std:account:discover-schema\""))
                            .handler(CommandTypes.DISCOVER, (request, sink) -> sink.output(schema));
                }));
    }

    private static void countsOff(Reference reference) {
        var listing = new Listing(reference);
        reference.around(CommandTypes.LIST, (request, sink, inner) -> {
            var input = Inputs.of(request);
            if (input.containsKey("state") && input.getBoolean("stateful", false)) {
                inner.handle(request, sink);
                return;
            }
            reference.requireConfig(request);
            var filter = listing.filter(request, true);
            var token = reference.retrying(sink, reference.users::token);
            var offset = 0;
            while (true) {
                var from = offset;
                var rows = reference
                        .retrying(sink, () -> reference.users.rows(from, Reference.PAGE_SIZE))
                        .rows();
                rows.stream().map(reference::account).filter(filter).forEach(sink::output);
                sink.line(Line.KEEP_ALIVE, JsonValue.EMPTY_JSON_OBJECT);
                if (rows.size() < Reference.PAGE_SIZE) {
                    break;
                }
                offset += rows.size();
            }
            if (input.getBoolean("stateful", false)) {
                sink.line(Line.STATE, Json.object().add("token", token).build());
            }
        });
    }

    private static void tellsTwice(Reference reference) {
        reference.around(CommandTypes.LIST, (request, sink, inner) -> {
            var twice = Inputs.of(request).containsKey("state")
                    && Inputs.of(request).getBoolean("stateful", false);
            inner.handle(request, (type, data) -> {
                sink.line(type, data);
                if (twice && type.equals(Line.OUTPUT)) {
                    sink.line(type, data);
                }
            });
        });
    }

    static void choosesIds(Reference reference) {
        var provisioning = new Provisioning(reference);
        var created = new AtomicInteger();
        reference
                .spec(spec -> remove(spec, NO_TEMPLATE + "/fields/0"))
                .handler(CommandTypes.CREATE, (request, sink) -> {
                    var attributes = Inputs.of(request).getJsonObject("attributes");
                    var withId = Inputs.with(attributes, "id", Json.text("chosen" + created.incrementAndGet()));
                    var input =
                            Inputs.with(Inputs.of(request), "attributes", attributes.isEmpty() ? attributes : withId);
                    provisioning.create(CommandRequest.of(request.type(), input).withConfig(request.config()), sink);
                });
    }

    private static void turnsEntitlements(Reference reference) {
        var listing = new Listing(reference);
        var calls = new AtomicInteger();
        reference.handler(CommandTypes.ENTITLEMENT_LIST, (request, sink) -> {
            var outputs = new ArrayList<JsonValue>();
            listing.entitlements(request, (type, data) -> {
                if (type.equals(Line.OUTPUT)) {
                    outputs.add(data);
                }
                sink.line(Line.KEEP_ALIVE, JsonValue.EMPTY_JSON_OBJECT);
            });
            if (calls.incrementAndGet() % 2 == 0) {
                Collections.reverse(outputs);
            }
            outputs.forEach(sink::output);
        });
    }

    private static void sendsNothingUnchanged(Reference reference) {
        var seen = new ArrayList<String>();
        reference.output((command, object) -> {
            if (!command.equals(CommandTypes.UPDATE)) {
                seen.clear();
                seen.add(Json.toText(object));
                return object;
            }
            return seen.contains(Json.toText(object)) ? JsonValue.EMPTY_JSON_OBJECT : object;
        });
    }

    private static void without(Reference reference, String... commands) {
        reference.without(commands).spec(spec -> undeclare(spec, commands));
    }

    private static JsonObject undeclare(JsonObject spec, String... commands) {
        var left = Json.array();
        spec.getJsonArray("commands").stream()
                .filter(command -> !List.of(commands).contains(((JsonString) command).getString()))
                .forEach(left::add);
        return Inputs.with(spec, "commands", left.build());
    }

    /** Makes an attribute of the account schema no entitlement. */
    private static JsonObject plain(JsonObject spec, int attribute) {
        var path = "/accountSchema/attributes/" + attribute;
        return remove(remove(remove(spec, path + "/entitlement"), path + "/managed"), path + "/schemaObjectType");
    }

    private static List<Unusual> keys() {
        return List.of(
                of(
                        "compound keys",
                        reference -> reference
                                .spec(spec -> replace(spec, "/keyType", "\"compound\""))
                                .output((command, object) -> object.containsKey("key")
                                        ? Inputs.with(
                                                object, "key", Json.parse("""
                                        {"compound":{"lookupId":"%1$s","uniqueId":"unique-%1$s"}}""".formatted(object.getString("identity"))))
                                        : object)),
                of(
                        "an identity without a key",
                        reference -> reference.output(
                                (command, object) -> object.containsKey("key") ? remove(object, "/key") : object)),
                of(
                        "a key without an identity",
                        reference -> reference.output((command, object) ->
                                object.containsKey("identity") ? remove(object, "/identity") : object)),
                of("no key type", reference -> reference.spec(spec -> remove(spec, "/keyType")), "spec.key-type"));
    }

    private static List<Unusual> state() {
        return List.of(
                of("state though not stateful", reference -> {
                    var list = new Listing(reference);
                    reference.handler(CommandTypes.LIST, (request, sink) -> {
                        list.accounts(request, sink);
                        if (!Inputs.of(request).getBoolean("stateful", false)) {
                            sink.line(
                                    Line.STATE, Json.object().add("token", "0").build());
                        }
                    });
                }),
                of("state with numbers", reference -> {
                    var list = new Listing(reference);
                    reference.handler(
                            CommandTypes.LIST,
                            (request, sink) -> list.accounts(
                                    request,
                                    (type, data) -> sink.line(
                                            type,
                                            type.equals(Line.STATE)
                                                    ? Inputs.with(
                                                            data.asJsonObject(),
                                                            "count",
                                                            Json.provider().createValue(3))
                                                    : data)));
                }),
                of(
                        "not stateful",
                        reference -> reference.spec(spec ->
                                remove(remove(spec, "/supportsStatefulCommands"), "/sourceConfig/0/items/0/items/2")),
                        "state.saved"));
    }
}
