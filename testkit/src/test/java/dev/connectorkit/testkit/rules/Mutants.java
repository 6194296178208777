package dev.connectorkit.testkit.rules;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.testkit.run.Line;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonPointer;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Faulty connectors, each a small change away from one that keeps every rule. */
final class Mutants {
    private static final String ACCOUNTS = "/accountSchema/attributes";

    private Mutants() {}

    static Stream<Mutant> all() {
        return Stream.of(
                        spec(),
                        connection(),
                        shapes(),
                        lists(),
                        filters(),
                        notFound(),
                        creates(),
                        updates(),
                        deletes(),
                        switches(),
                        entitlements(),
                        state(),
                        limits(),
                        life(),
                        HandlerMutants.all(),
                        ListMutants.all(),
                        HabitMutants.all(),
                        EndlessMutants.all(),
                        MixedUpMutants.all(),
                        SourcesThatGive.mutants(),
                        SourcesThatDerive.mutants(),
                        ChangeMutants.all(),
                        RareMutants.all(),
                        TextMutants.all(),
                        ForeignMutants.all(),
                        ReadMutants.all(),
                        WriteMutants.all(),
                        SecondMutants.all())
                .flatMap(List::stream);
    }

    private static List<Mutant> spec() {
        return List.of(
                spec("no name", "spec.complete", "no `name`", spec -> remove(spec, "/name")),
                spec(
                        "a command twice",
                        "spec.complete",
                        "twice",
                        spec -> add(spec, "/commands/-", "\"std:account:list\"")),
                spec("no source config", "spec.complete", "`sourceConfig`", spec -> remove(spec, "/sourceConfig")),
                Mutant.of(
                        "a declared command without a handler",
                        "spec.commands-answered",
                        "no handler answers it",
                        reference -> reference.without(CommandTypes.UNLOCK)),
                spec(
                        "a handler that is not declared",
                        "spec.handlers-declared",
                        "does not declare it",
                        spec -> remove(spec, "/commands/8")),
                spec(
                        "no account schema",
                        "spec.schemas-for-commands",
                        "no `accountSchema`",
                        spec -> remove(spec, "/accountSchema")),
                spec(
                        "no entitlement schemas",
                        "spec.schemas-for-commands",
                        "no `entitlementSchemas`",
                        spec -> remove(spec, "/entitlementSchemas")),
                spec(
                        "an identity attribute that is none",
                        "spec.named-attributes-exist",
                        "none of its attributes",
                        spec -> replace(spec, "/accountSchema/identityAttribute", "\"uid\"")),
                spec(
                        "a display attribute that is none",
                        "spec.named-attributes-exist",
                        "`displayName`",
                        spec -> replace(spec, "/accountSchema/displayAttribute", "\"displayName\"")),
                spec(
                        "a group attribute that is none",
                        "spec.named-attributes-exist",
                        "`groupAttribute`",
                        spec -> replace(spec, "/accountSchema/groupAttribute", "\"teams\"")),
                spec(
                        "an entitlement display attribute that is none",
                        "spec.named-attributes-exist",
                        "entitlement schema `role`",
                        spec -> replace(spec, "/entitlementSchemas/1/displayAttribute", "\"title\"")),
                spec(
                        "an identity attribute of several values",
                        "spec.named-attributes-exist",
                        "has several values",
                        spec -> add(spec, ACCOUNTS + "/0/multi", "true")),
                spec(
                        "an attribute twice",
                        "spec.attributes-unique",
                        "`email` twice",
                        spec -> add(spec, ACCOUNTS + "/-", "{\"name\":\"email\",\"type\":\"string\"}")),
                spec(
                        "a type that does not exist",
                        "spec.attribute-types",
                        "`integer`",
                        spec -> replace(spec, ACCOUNTS + "/4/type", "\"integer\"")),
                spec(
                        "a reference to no entitlement schema",
                        "spec.entitlement-references",
                        "`team`",
                        spec -> replace(spec, ACCOUNTS + "/9/schemaObjectType", "\"team\"")),
                spec(
                        "a key type that does not exist",
                        "spec.key-type",
                        "\"complex\"",
                        spec -> replace(spec, "/keyType", "\"complex\"")),
                spec(
                        "a template field twice",
                        "spec.create-template",
                        "`id` twice",
                        spec -> add(spec, "/accountCreateTemplate/fields/-", "{\"key\":\"id\",\"type\":\"string\"}")),
                spec(
                        "stateful without the checkbox",
                        "spec.stateful-switch",
                        "lacks the checkbox",
                        spec -> remove(spec, "/sourceConfig/0/items/0/items/2")),
                spec(
                        "the checkbox without stateful",
                        "spec.stateful-switch",
                        "lacks `\"supportsStatefulCommands\": true`",
                        spec -> remove(spec, "/supportsStatefulCommands")));
    }

    private static Mutant spec(String name, String rule, String message, UnaryOperator<JsonObject> change) {
        return Mutant.of(name, rule, message, reference -> reference.spec(change));
    }

    private static JsonPointer pointer(String path) {
        return Json.provider().createPointer(path);
    }

    static JsonObject remove(JsonObject json, String path) {
        return pointer(path).remove(json);
    }

    static JsonObject add(JsonObject json, String path, String value) {
        return pointer(path).add(json, Json.parse(value));
    }

    static JsonObject replace(JsonObject json, String path, String value) {
        return pointer(path).replace(json, Json.parse(value));
    }

    private static List<Mutant> connection() {
        return List.of(
                Mutant.of(
                        Slip.TEST_IGNORES_CONFIG,
                        "test-connection.empty-config-fails",
                        "succeeds with an empty config"),
                Mutant.of(Slip.TEST_ASKS_NOTHING, "test-connection.asks-source", "without a single call"),
                Mutant.of(Slip.TEST_SWALLOWS_ERROR, "test-connection.source-down-fails", "though the source is down"),
                Mutant.of(Slip.TEST_SENDS_TWICE, "test-connection.sends-one-empty-object", "sent 2"),
                output(
                        "test connection says ok",
                        "test-connection.sends-one-empty-object",
                        "sent {\"ok\"",
                        (command, object) -> command.equals(CommandTypes.TEST)
                                ? Inputs.with(object, "ok", JsonValue.TRUE)
                                : object));
    }

    private static Mutant output(
            String name, String rule, String message, BiFunction<String, JsonObject, JsonObject> change) {
        return Mutant.of(name, rule, message, reference -> reference.output(change));
    }

    private static Mutant accounts(String name, String rule, String message, UnaryOperator<JsonObject> change) {
        return output(
                name,
                rule,
                message,
                (command, object) -> object.containsKey("attributes") && !command.startsWith("std:entitlement:")
                        ? change.apply(object)
                        : object);
    }

    static JsonObject attribute(JsonObject account, String name, String value) {
        var attributes = account.getJsonObject("attributes");
        return attributes.containsKey(name)
                ? Inputs.with(account, "attributes", Inputs.with(attributes, name, Json.parse(value)))
                : account;
    }

    private static List<Mutant> shapes() {
        return List.of(
                accounts(
                        "compound key though simple is declared",
                        "keys.declared-type",
                        "its key is compound",
                        account -> Inputs.with(account, "key", Json.parse("""
                                {"compound":{"lookupId":"%s","uniqueId":"%s"}}""".formatted(
                                        account.getString("identity"), account.getString("identity"))))),
                accounts(
                        "neither key nor identity",
                        "keys.declared-type",
                        "neither `key` nor `identity`",
                        account -> remove(remove(account, "/key"), "/identity")),
                output(
                        "a list of empty objects",
                        "keys.declared-type",
                        "neither `key` nor `identity`",
                        (command, object) -> command.equals(CommandTypes.LIST) ? JsonValue.EMPTY_JSON_OBJECT : object),
                accounts(
                        "a key of no known form",
                        "keys.declared-type",
                        "keys are",
                        account -> Inputs.with(account, "key", Json.parse("{\"id\":\"x\"}"))),
                accounts(
                        "a key that is not the identity attribute",
                        "keys.identity-attribute",
                        "but its key is",
                        account -> Inputs.with(
                                account,
                                "key",
                                Json.parse("{\"simple\":{\"id\":\"x-%s\"}}".formatted(account.getString("identity"))))),
                accounts(
                        "an identity attribute without a value",
                        "keys.identity-attribute",
                        "has no value",
                        account -> Listing.without(account, "id")),
                Mutant.of(Slip.PAGES_OVERLAP, "keys.unique", "twice in one list"),
                accounts(
                        "a number as text",
                        "schema.types",
                        "`age` is declared int",
                        account -> attribute(account, "age", "\"21\"")),
                accounts(
                        "21.5 for an int",
                        "schema.types",
                        "21.5 is no whole number",
                        account -> attribute(account, "age", "21.5")),
                accounts(
                        "an int of more than 32 bits",
                        "schema.types",
                        "32 bits",
                        account -> attribute(account, "age", "4294967296")),
                accounts(
                        "a number for a text",
                        "schema.types",
                        "is a number",
                        account -> attribute(account, "name", "7")),
                accounts(
                        "a boolean as text",
                        "schema.types",
                        "`contractor`",
                        account -> attribute(account, "contractor", "\"true\"")),
                accounts(
                        "a second element of the wrong type",
                        "schema.types",
                        "`groups`",
                        account -> attribute(account, "groups", "[\"g1\",2]")),
                accounts(
                        "a null among the values",
                        "schema.types",
                        "null",
                        account -> attribute(account, "groups", "[\"g1\",null]")),
                accounts(
                        "a nested object",
                        "schema.types",
                        "an object",
                        account -> attribute(account, "department", "{\"name\":\"Sales\"}")),
                accounts(
                        "one value of several as text",
                        "schema.multi-values",
                        "is no array",
                        account -> attribute(account, "groups", "\"g1\"")),
                accounts(
                        "an array for one value",
                        "schema.multi-values",
                        "is an array",
                        account -> attribute(account, "department", "[\"Sales\"]")),
                accounts(
                        "an attribute that is not declared",
                        "schema.undeclared",
                        "`shoeSize`",
                        account -> Inputs.with(
                                account,
                                "attributes",
                                Inputs.with(account.getJsonObject("attributes"), "shoeSize", Json.text("42")))),
                accounts(
                        "a declared attribute that is never sent",
                        "schema.attributes-seen",
                        "badge",
                        account -> Listing.without(account, "badge")),
                Mutant.of(
                        "a discovered schema without its identity",
                        "schema.discovered",
                        "none of its attributes",
                        reference -> reference
                                .spec(spec -> add(spec, "/commands/-", "\"std:account:discover-schema\""))
                                .handler(
                                        CommandTypes.DISCOVER,
                                        (request, sink) -> sink.output(replace(
                                                reference.spec().getJsonObject("accountSchema"),
                                                "/identityAttribute",
                                                "\"uid\"")))),
                accounts("no attributes", "schema.shape", "no `attributes`", account -> remove(account, "/attributes")),
                accounts(
                        "disabled as text",
                        "schema.shape",
                        "`disabled` is \"false\"",
                        account -> Inputs.with(account, "disabled", Json.text("false"))),
                accounts(
                        "permissions of texts",
                        "schema.shape",
                        "a permission is",
                        account -> Inputs.with(account, "permissions", Json.parse("[\"read\"]"))),
                output(
                        "an entitlement attribute of the wrong type",
                        "schema.types",
                        "`rank`",
                        (command, object) ->
                                command.startsWith("std:entitlement:") ? attribute(object, "rank", "\"1\"") : object));
    }

    private static List<Mutant> lists() {
        return List.of(
                Mutant.of(Slip.LAST_PAGE_LOST, "list.complete", "but the list sends"),
                Mutant.of(Slip.FIRST_PAGE_ONLY, "list.complete", "pages have 3"),
                Mutant.of(Slip.BUFFERED, "list.streams", "kept in memory"),
                Mutant.of(Slip.LIST_ACCUMULATES, "list.repeatable", "a second list"),
                Mutant.of(Slip.FILTER_SHARED, "list.concurrent", "lacks"),
                Mutant.of(Slip.LIST_REMEMBERED, "list.complete", "but the list sends"),
                Mutant.of(Slip.FILTER_REMEMBERED, "list.isolated", "lacks"),
                Mutant.of(
                        Slip.LIST_WITHOUT_DISABLED, "list.equals-read", "`disabled` is false in list but true in read"),
                Mutant.of(Slip.READ_WITHOUT_DEPARTMENT, "list.equals-read", "`department`"),
                output(
                        "read has permissions that list lacks",
                        "list.equals-read",
                        "`permissions`",
                        (command, object) -> command.equals(CommandTypes.READ)
                                ? Inputs.with(
                                        object, "permissions", Json.parse("[{\"target\":\"t\",\"rights\":[\"r\"]}]"))
                                : object),
                output(
                        "read has another order of key and identity",
                        "list.equals-read",
                        "`identity`",
                        (command, object) -> command.equals(CommandTypes.READ)
                                ? Inputs.with(
                                        object,
                                        "identity",
                                        object.getJsonObject("attributes").getJsonString("name"))
                                : object));
    }

    private static List<Mutant> filters() {
        return List.of(
                Mutant.of(Slip.FILTER_IGNORED, "filter.applied", "does not look at"),
                Mutant.of(Slip.FILTER_INVERTED, "filter.leaves-out-matches", "these match and are sent"),
                Mutant.of(Slip.FILTER_STRING_IGNORED, "filter.leaves-out-matches", "`filterString`"),
                Mutant.of(Slip.ACCOUNT_FILTER_IGNORED, "filter.account-filter", "`account.filterString`"),
                Mutant.of(Slip.BAD_FILTER_SWALLOWED, "filter.bad-filter-fails", "which is no filter"),
                Mutant.of(Slip.BLANK_FILTER_FAILS, "filter.no-match-keeps-all", "the list fails"),
                Mutant.of(Slip.ACCOUNT_FILTER_ON_ENTITLEMENTS, "filter.entitlements", "for accounts only"),
                Mutant.of(Slip.DELTA_UNFILTERED, "filter.stateful", "a list of what changed sends `u0`"),
                Mutant.of(Slip.SILENT_WHEN_FILTERED, "filter.kept-alive", "silent for"));
    }

    private static List<Mutant> notFound() {
        return List.of(
                Mutant.of(Slip.READ_ANYONE, "not-found.read", "does not exist succeeds"),
                Mutant.of(Slip.NOT_FOUND_GENERIC, "not-found.read", "the error type of any failure"),
                Mutant.of(Slip.NOT_FOUND_GENERIC, "not-found.unlock", "the error type of any failure"),
                Mutant.of(Slip.UPDATE_UNKNOWN_SUCCEEDS, "not-found.update", "succeeds"),
                Mutant.of(Slip.UPDATE_UNKNOWN_CREATES, "not-found.update", "has more"),
                Mutant.of(Slip.DELETE_UNKNOWN_SUCCEEDS, "not-found.delete", "succeeds"),
                Mutant.of(Slip.NOT_FOUND_GENERIC, "not-found.enable", "the error type of any failure"),
                Mutant.of(Slip.DISABLE_UNKNOWN_SUCCEEDS, "not-found.disable", "succeeds"),
                Mutant.of(Slip.PASSWORD_UNKNOWN_SUCCEEDS, "not-found.change-password", "succeeds"),
                Mutant.of(Slip.ENTITLEMENT_UNKNOWN_EMPTY, "not-found.entitlement-read", "succeeds"));
    }

    private static List<Mutant> creates() {
        return List.of(
                Mutant.of(Slip.CREATE_EMPTY_SUCCEEDS, "create.empty-fails", "without any attribute succeeds"),
                Mutant.of(Slip.CREATE_DROPS_DEPARTMENT, "create.maximal", "`department`"),
                Mutant.of(Slip.CREATE_LOWERS_CASE, "create.maximal", "`department`"),
                Mutant.of(Slip.CREATE_DROPS_FALSE, "create.maximal", "`contractor`"),
                Mutant.of(Slip.CREATE_ECHOES, "create.equals-read", "`disabled`"),
                Mutant.of(Slip.CREATE_NOT_WRITTEN, "create.minimal", "not found afterwards"),
                Mutant.of(Slip.CREATE_NOT_WRITTEN, "create.equals-list", "the list does not have it"),
                Mutant.of(Slip.CREATE_DUPLICATE_OVERWRITES, "create.duplicate-fails", "succeeds"),
                Mutant.of(
                        Slip.CREATE_DUPLICATE_CHANGES_BEFORE_REFUSING, "create.duplicate-fails", "changed the account"),
                Mutant.of(Slip.CREATE_SINGLE_TEXT_SPLITS, "create.single-value", "was asked for"),
                Mutant.of(Slip.CREATE_REPEATED, "faults.create-not-repeated", "2 times"));
    }

    private static List<Mutant> updates() {
        return List.of(
                Mutant.of(Slip.UPDATE_REFUSED, "update.set", "updates are not implemented"),
                Mutant.of(Slip.SET_IGNORED, "update.set", "should be"),
                Mutant.of(Slip.SET_ZERO_IGNORED, "update.set", "should be 0"),
                Mutant.of(Slip.SET_FALSE_IGNORED, "update.set", "should be false"),
                Mutant.of(Slip.SET_NESTS, "update.set", "should be"),
                Mutant.of(Slip.ADD_LOCKS, "update.add", "more has changed: `locked` is"),
                Mutant.of(Slip.ADD_NESTS, "update.add", "should be"),
                Mutant.of(Slip.ADD_DUPLICATES, "update.add", "should be"),
                Mutant.of(Slip.ADD_REPLACES, "update.add", "should be"),
                Mutant.of(Slip.ADD_FIRST_ONLY, "update.add", "should be"),
                Mutant.of(Slip.ADD_DUPLICATES, "update.any-sequence", "should be"),
                Mutant.of(Slip.REMOVE_CLEARS_ALL, "update.remove", "should be"),
                Mutant.of(Slip.REMOVE_SEVERAL_IGNORED, "update.remove", "should be"),
                Mutant.of(Slip.REMOVE_SINGLE_EMPTY_TEXT, "update.remove-clears-single", "should have no value"),
                Mutant.of(Slip.REMOVE_SINGLE_IGNORED, "update.remove-clears-single", "should have no value"),
                Mutant.of(Slip.CHANGES_REVERSED, "update.in-order", "should be"),
                Mutant.of(Slip.FIRST_CHANGE_ONLY, "update.in-order", "should be"),
                Mutant.of(Slip.UPDATE_OUTPUT_BEFORE, "update.output-equals-read", "in update but"),
                Mutant.of(Slip.UPDATE_SAYS_UNCHANGED, "update.output-equals-read", "says that nothing changed"),
                Mutant.of(Slip.UPDATE_CLEARS_REST, "update.leaves-rest", "`email`"),
                Mutant.of(Slip.UPDATE_ENABLES, "update.no-change", "`locked`"),
                Mutant.of(Slip.UPDATE_TOUCHES_OTHERS, "update.leaves-rest", "the list of the others"));
    }

    private static List<Mutant> deletes() {
        return List.of(
                Mutant.of(Slip.DELETE_DISABLES, "delete.gone-from-read", "can be read still"),
                Mutant.of(Slip.DELETE_DOES_NOTHING, "delete.gone-from-list", "the list has it still"),
                Mutant.of(Slip.DELETE_UNKNOWN_SUCCEEDS, "delete.twice", "a second time succeeds"),
                Mutant.of(Slip.DELETE_TOO_MANY, "delete.gone-from-list", "lacks `u0`"));
    }

    private static List<Mutant> switches() {
        return List.of(
                Mutant.of(Slip.SWITCHES_SWAPPED, "disable.takes-effect", "says it is not"),
                Mutant.of(Slip.SWITCHES_SWAPPED, "enable.takes-effect", "says it is disabled"),
                Mutant.of(Slip.DISABLE_LOCKS, "disable.takes-effect", "changed `locked` from false to true"),
                Mutant.of(Slip.DISABLE_DOES_NOTHING, "disable.takes-effect", "says it is not"),
                Mutant.of(Slip.DISABLE_TOGGLES, "disable.idempotent", "not the same as once"),
                Mutant.of(Slip.DISABLE_ALL, "disable.leaves-others", "the list of the others"),
                Mutant.of(Slip.DISABLE_CLEARS_GROUPS, "enable.undoes-disable", "`groups`"),
                Mutant.of(Slip.ENABLE_FAILS_TWICE, "enable.idempotent", "fails"),
                Mutant.of(Slip.UNLOCK_DOES_NOTHING, "unlock.takes-effect", "says it is locked"),
                Mutant.of(Slip.UNLOCK_ENABLES, "unlock.takes-effect", "changed `disabled`"),
                Mutant.of(Slip.ENABLE_ALL, "enable.leaves-others", "the list of the others"),
                Mutant.of(Slip.UNLOCK_ALL, "unlock.leaves-others", "the list of the others"),
                Mutant.of(Slip.UNLOCK_FAILS_TWICE, "unlock.idempotent", "fails"),
                Mutant.of(Slip.PASSWORD_LOCKS, "password.leaves-rest", "`locked`"),
                Mutant.of(Slip.PASSWORD_DOES_NOTHING, "password.changes-source", "has another one"));
    }

    private static List<Mutant> entitlements() {
        return List.of(
                Mutant.of(Slip.ENTITLEMENT_WRONG_TYPE, "entitlements.type", "of type `group`"),
                Mutant.of("an entitlement list that changes", "entitlements.repeatable", "a second list", reference -> {
                    var calls = new AtomicInteger();
                    reference.output((command, object) -> command.equals(CommandTypes.ENTITLEMENT_LIST)
                            ? attribute(object, "name", "\"Name " + calls.incrementAndGet() + "\"")
                            : object);
                }),
                Mutant.of(Slip.ENTITLEMENT_READ_DIFFERS, "entitlements.equals-read", "`name`"),
                Mutant.of(Slip.ENTITLEMENT_UNKNOWN_TYPE_EMPTY, "entitlements.unknown-type-refused", "succeeds with 0"),
                Mutant.of(
                        Slip.ENTITLEMENT_READ_OF_ANY_TYPE,
                        "entitlements.unknown-type-refused",
                        "as an entitlement of type `connectorkit-no-such-type` succeeds"),
                Mutant.of(Slip.ENTITLEMENT_MISSING, "entitlements.references-resolve", "no entitlement list"));
    }

    private static List<Mutant> state() {
        return List.of(
                Mutant.of(Slip.STATE_TEXT, "state.once-after-last-output", "must be a JSON object"),
                Mutant.of(Slip.STATE_TWICE, "state.once-after-last-output", "a second time"),
                Mutant.of(Slip.STATE_BEFORE_OUTPUT, "state.once-after-last-output", "after the state was saved"),
                Mutant.of(Slip.STATE_NEVER, "state.saved", "saves no state"),
                Mutant.of(Slip.STATE_AFTER_FAILURE, "state.failed-run-saves-none", "fails after it saved state"),
                Mutant.of(Slip.FIRST_RUN_EMPTY, "state.first-run-full", "lacks"),
                Mutant.of(Slip.WATERMARK_AFTER_FETCH, "state.edit-during-run", "while a full list ran"),
                Mutant.of(Slip.DELTA_WITHOUT_DELETIONS, "state.deltas-converge", "no delta said so"),
                Mutant.of(Slip.DELTA_WITHOUT_NEW, "state.deltas-converge", "never sent"),
                Mutant.of(Slip.DELTA_EMPTY, "state.deltas-converge", "list of what changed"));
    }

    private static List<Mutant> limits() {
        return List.of(
                Mutant.of(Slip.SILENT, "limits.silence", "silent for"),
                Mutant.of(Slip.HUGE_MESSAGE, "limits.message-size", "more than the 262144"),
                Mutant.of(Slip.KEEPS_ACCOUNTS, "limits.memory", "bytes an account"),
                Mutant.of(Slip.TOO_MANY_FAILS, "faults.too-many-requests", "the list fails"),
                Mutant.of(Slip.TOO_MANY_SKIPS_PAGE, "faults.too-many-requests", "of 10 accounts"),
                Mutant.of(Slip.LONG_WAIT_SILENT, "faults.long-wait-kept-alive", "silent for 60"),
                Mutant.of(Slip.PAGE_ERROR_SWALLOWED, "faults.error-fails-list", "ends without an error"),
                Mutant.of(Slip.PAGE_ERROR_SWALLOWED, "faults.truncated-page-fails-list", "ends without an error"),
                Mutant.of(
                        "no timeout",
                        "faults.hang-times-out",
                        "calls need a timeout",
                        reference -> reference.source.clientTimeout(Duration.ofDays(1))));
    }

    private static List<Mutant> life() {
        return List.of(
                Mutant.of(Slip.TOKEN_IN_ERROR, "secrets.not-leaked", "in the error of"),
                Mutant.of(Slip.PASSWORD_IN_OUTPUT, "secrets.not-leaked", "`std:change-password`"),
                Mutant.of(Slip.PASSWORD_LOGGED, "secrets.not-logged", "new password of"),
                Mutant.of(Slip.LATE_WRITE, "life.nothing-after-return", "after the handler had returned"),
                Mutant.of(
                        "a config that is written to",
                        "life.config-unchanged",
                        "changed the config object",
                        reference -> reference.slip(Slip.CONFIG_CHANGED).config(new MutableJson(ReferenceSpec.CONFIG))),
                Mutant.of(Slip.PATCH_OF_NOTHING, "data-store.patches-apply", "changes nothing"),
                Mutant.of(Slip.PATCH_UNESCAPED, "data-store.patches-apply", "refuses the operation"),
                Mutant.of(
                        "a line of an unknown type",
                        "protocol.lines",
                        "of type `progress`",
                        reference -> reference.handler(CommandTypes.TEST, (request, sink) -> {
                            sink.line("progress", JsonValue.EMPTY_JSON_OBJECT);
                            sink.line(Line.OUTPUT, JsonValue.EMPTY_JSON_OBJECT);
                        })),
                Mutant.of(
                        "all accounts in one output",
                        "protocol.lines",
                        "which is no object",
                        reference -> reference.handler(
                                CommandTypes.LIST, (request, sink) -> sink.output(JsonArray.EMPTY_JSON_ARRAY))));
    }
}
