package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.Rule.rule;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.testkit.run.Exchange;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The specification is sound in itself, and says what the connector does. */
final class SpecRules {
    static final List<Rule> RULES = List.of(
            rule("spec.complete", "The specification has a name, commands and a source config", SpecRules::complete),
            rule("spec.commands-answered", "Every declared command has a handler", SpecRules::commandsAnswered),
            rule("spec.handlers-declared", "Every handler's command is declared", SpecRules::handlersDeclared),
            rule("spec.unknown-command-fails", "A command that nobody knows fails", SpecRules::unknownCommandFails),
            rule(
                    "spec.schemas-for-commands",
                    "Commands about accounts and entitlements have schemas to be about",
                    SpecRules::schemasForCommands),
            rule(
                    "spec.named-attributes-exist",
                    "Identity, display and group attribute are attributes of their schema",
                    SpecRules::namedAttributesExist),
            rule("spec.attributes-unique", "No schema has an attribute twice", SpecRules::attributesUnique),
            rule("spec.attribute-types", "Every attribute has a documented type", SpecRules::attributeTypes),
            rule(
                    "spec.entitlement-references",
                    "Entitlement attributes refer to entitlement schemas",
                    SpecRules::entitlementReferences),
            rule("spec.key-type", "The key type is simple or compound", SpecRules::keyType));

    private static final Pattern NOT_IMPLEMENTED =
            Pattern.compile("not (yet )?implemented|NotImplemented|UnsupportedOperation", Pattern.CASE_INSENSITIVE);
    private static final Set<String> TYPES = Set.of("string", "boolean", "long", "int");
    private static final String NO_SUCH_COMMAND = "connectorkit:no-such-command";

    /** Commands that can be sent without harm: what they name does not exist. */
    private static final List<String> HARMLESS = List.of(
            CommandTypes.TEST,
            CommandTypes.LIST,
            CommandTypes.READ,
            CommandTypes.CREATE,
            CommandTypes.UPDATE,
            CommandTypes.DELETE,
            CommandTypes.ENABLE,
            CommandTypes.DISABLE,
            CommandTypes.UNLOCK,
            CommandTypes.DISCOVER,
            CommandTypes.PASSWORD,
            CommandTypes.AUTHENTICATE,
            CommandTypes.ENTITLEMENT_LIST,
            CommandTypes.ENTITLEMENT_READ,
            CommandTypes.CONFIG_OPTIONS,
            CommandTypes.SOURCE_DATA_DISCOVER,
            CommandTypes.SOURCE_DATA_READ,
            CommandTypes.SPEC);

    private SpecRules() {}

    private static void complete(Trial trial) {
        var spec = trial.spec();
        trial.check(!spec.name().isBlank(), "the specification has no `name`");
        if (!(spec.json().get("commands") instanceof JsonArray commands)) {
            throw trial.failure("the specification has no array `commands`");
        }
        trial.check(!commands.isEmpty(), "the specification declares no command in `commands`");
        var seen = new HashSet<String>();
        for (var command : commands) {
            if (!(command instanceof JsonString type)) {
                throw trial.failure("`commands` holds " + Compare.show(command) + ", which is no command type");
            }
            trial.check(seen.add(type.getString()), "`commands` holds `" + type.getString() + "` twice");
        }
        trial.check(
                spec.json().get("sourceConfig") instanceof JsonArray, "the specification has no array `sourceConfig`");
        trial.exercised(1, seen.size());
    }

    private static void commandsAnswered(Trial trial) {
        var unknown = unknownCommandText(trial);
        var left = new ArrayList<String>();
        for (var command : trial.spec().commands()) {
            if (!mayProbe(trial, command)) {
                left.add(command);
                continue;
            }
            var exchange = probe(trial, command);
            if (command.equals(CommandTypes.LIST) && exchange.succeeded()) {
                trial.session().firstList(Trial.objects(exchange));
            }
            trial.check(
                    !unknown.equals(textOf(exchange, command)),
                    "`" + command + "` is declared in the specification's `commands`, but no handler answers it",
                    exchange);
            trial.check(
                    !NOT_IMPLEMENTED.matcher(textOf(exchange, command)).find(),
                    "`" + command + "` is declared in the specification's `commands`, but its handler does nothing but"
                            + " say so: " + exchange.failure(),
                    exchange);
            trial.exercised(1, 0);
        }
        if (!left.isEmpty()) {
            trial.note("not asked, since it might change something: " + String.join(", ", left));
        }
    }

    private static void handlersDeclared(Trial trial) {
        var unknown = unknownCommandText(trial);
        for (var command : HARMLESS) {
            if (trial.has(command) || command.equals(CommandTypes.SPEC) || !mayProbe(trial, command)) {
                continue;
            }
            var exchange = probe(trial, command);
            trial.check(
                    !isAnswered(exchange, command, unknown),
                    "a handler answers `" + command
                            + "`, but the specification's `commands` does not declare it: the platform will not send it",
                    exchange);
            trial.exercised(1, 0);
        }
    }

    private static void unknownCommandFails(Trial trial) {
        var exchange = trial.run(NO_SUCH_COMMAND, JsonValue.EMPTY_JSON_OBJECT);
        trial.check(
                !exchange.succeeded(),
                "`" + NO_SUCH_COMMAND + "`, a command that no connector has, succeeds: the platform takes that for an"
                        + " answer; fail with an error that names the command",
                exchange);
        trial.exercised(1, 0);
    }

    private static boolean mayProbe(Trial trial, String command) {
        return HARMLESS.contains(command)
                && !(trial.session().options().readOnly() && CommandTypes.CHANGING.contains(command));
    }

    private static String unknownCommandText(Trial trial) {
        var exchange = trial.run(NO_SUCH_COMMAND, JsonValue.EMPTY_JSON_OBJECT);
        var failure = exchange.failure();
        if (failure == null) {
            throw new RuleSkipped("the server answers even a command that nobody knows, so nothing tells whether a"
                    + " command has a handler");
        }
        var text = textOf(exchange, NO_SUCH_COMMAND);
        if (!failure.message().contains(NO_SUCH_COMMAND) && saysTheSameOfOtherErrors(trial, text)) {
            throw new RuleSkipped("the server says the same of any error, so nothing tells whether a command has a"
                    + " handler: " + failure);
        }
        return text;
    }

    private static boolean saysTheSameOfOtherErrors(Trial trial, String text) {
        return Stream.of(CommandTypes.TEST, CommandTypes.LIST)
                .filter(trial::has)
                .filter(command -> probe(trial, command).succeeded())
                .map(command -> trial.run(command, JsonValue.EMPTY_JSON_OBJECT, JsonValue.EMPTY_JSON_OBJECT))
                .anyMatch(exchange ->
                        text.equals(textOf(exchange, exchange.request().type())));
    }

    /** Returns whether a handler answered: a refusal says what it says of any unknown command, or names the command. */
    private static boolean isAnswered(Exchange exchange, String command, String unknown) {
        var failure = exchange.failure();
        return failure == null
                || failure.isNotFound()
                || !(textOf(exchange, command).equals(unknown)
                        || failure.message().contains(command));
    }

    /** Returns what a failure says whichever command it names; empty if there is no failure. */
    private static String textOf(Exchange exchange, String command) {
        var failure = exchange.failure();
        return failure == null ? "" : failure.toString().replace(command, "…");
    }

    private static Exchange probe(Trial trial, String command) {
        var unknown = trial.inputs().unknown(List.of());
        return switch (command) {
            case CommandTypes.CREATE ->
                trial.run(
                        command, Json.object().add("attributes", Json.object()).build());
            case CommandTypes.UPDATE ->
                trial.run(command, Inputs.with(unknown, "changes", Json.array().build()));
            case CommandTypes.PASSWORD, CommandTypes.AUTHENTICATE -> {
                var input = Inputs.with(
                        unknown, "password", Json.text(trial.inputs().password()));
                yield trial.run(command, Inputs.with(input, "username", Json.text("connectorkit-no-such-user")));
            }
            case CommandTypes.ENTITLEMENT_LIST -> trial.run(command, Trial.entitlementInput(someType(trial)));
            case CommandTypes.ENTITLEMENT_READ ->
                trial.run(command, Inputs.with(unknown, "type", Json.text(someType(trial))));
            case CommandTypes.CONFIG_OPTIONS ->
                trial.run(command, Json.object().add("key", UnknownIds.NOBODY).build());
            case CommandTypes.SOURCE_DATA_READ ->
                trial.run(
                        command,
                        Json.object().add("sourceDataKey", UnknownIds.NOBODY).build());
            case CommandTypes.SOURCE_DATA_DISCOVER,
                    CommandTypes.TEST,
                    CommandTypes.LIST,
                    CommandTypes.DISCOVER,
                    CommandTypes.SPEC -> trial.run(command, JsonValue.EMPTY_JSON_OBJECT);
            default -> trial.run(command, unknown);
        };
    }

    private static String someType(Trial trial) {
        var schemas = trial.spec().entitlementSchemas();
        var type = schemas.isEmpty() ? null : schemas.get(0).type();
        return type == null ? "group" : type;
    }

    private static void schemasForCommands(Trial trial) {
        var spec = trial.spec();
        var aboutAccounts = spec.commands().stream()
                .filter(command -> command.startsWith("std:account:") && !command.equals(CommandTypes.DISCOVER))
                .findFirst();
        var aboutEntitlements = spec.commands().stream()
                .filter(command -> command.startsWith("std:entitlement:"))
                .findFirst();
        if (aboutAccounts.isEmpty() && aboutEntitlements.isEmpty()) {
            throw new RuleSkipped("no command is about accounts or entitlements");
        }
        if (spec.json().get("supportsCustomSchemas") == JsonValue.TRUE) {
            throw new RuleSkipped("the schemas are the administrator's: the specification has `supportsCustomSchemas`");
        }
        if (aboutAccounts.isPresent()) {
            trial.check(
                    spec.accountSchema() != null || trial.has(CommandTypes.DISCOVER),
                    "`" + aboutAccounts.get() + "` is declared, but the specification has no `accountSchema`, and no `"
                            + CommandTypes.DISCOVER + "` either");
            trial.exercised(1, 0);
        }
        if (aboutEntitlements.isPresent()) {
            trial.check(
                    !spec.entitlementSchemas().isEmpty(),
                    "`" + aboutEntitlements.get() + "` is declared, but the specification has no `entitlementSchemas`");
            trial.exercised(1, 0);
        }
    }

    private static Map<String, SpecView.Schema> schemas(Trial trial) {
        var schemas = new LinkedHashMap<String, SpecView.Schema>();
        var accounts = trial.session().accountSchema();
        if (accounts != null) {
            schemas.put("the account schema", accounts);
        }
        trial.spec()
                .entitlementSchemas()
                .forEach(schema -> schemas.put("the entitlement schema `" + schema.type() + "`", schema));
        if (schemas.isEmpty()) {
            throw new RuleSkipped("the specification has no schema");
        }
        return schemas;
    }

    private static void namedAttributesExist(Trial trial) {
        schemas(trial).forEach((name, schema) -> {
            required(trial, name, schema, "identityAttribute", schema.identityAttribute());
            required(trial, name, schema, "displayAttribute", schema.displayAttribute());
            hasOneValue(trial, name, schema);
            exists(trial, name, schema, "groupAttribute", schema.groupAttribute());
            trial.exercised(1, 3);
        });
    }

    private static void required(
            Trial trial, String name, SpecView.Schema schema, String member, @Nullable String attribute) {
        trial.check(attribute != null && !attribute.isBlank(), name + " has no `" + member + "`");
        exists(trial, name, schema, member, attribute);
    }

    private static void hasOneValue(Trial trial, String name, SpecView.Schema schema) {
        for (var attribute : schema.attributes()) {
            trial.check(
                    !attribute.multi() || !attribute.name().equals(schema.identityAttribute()),
                    "`" + attribute.name() + "`, the `identityAttribute` of " + name
                            + ", has several values, but an identity is one");
        }
    }

    private static void exists(
            Trial trial, String name, SpecView.Schema schema, String member, @Nullable String attribute) {
        if (attribute != null && !attribute.isBlank()) {
            trial.check(
                    schema.attribute(attribute) != null,
                    "the `" + member + "` of " + name + " is `" + attribute
                            + "`, which is none of its attributes: "
                            + schema.attributes().stream()
                                    .map(SpecView.Attribute::name)
                                    .collect(Collectors.joining(", ")));
        }
    }

    private static void attributesUnique(Trial trial) {
        Set<@Nullable String> types = new HashSet<>();
        for (var schema : trial.spec().entitlementSchemas()) {
            trial.check(types.add(schema.type()), "there are two entitlement schemas of type `" + schema.type() + "`");
        }
        schemas(trial).forEach((name, schema) -> {
            var names = new HashSet<String>();
            for (var attribute : schema.attributes()) {
                trial.check(!attribute.name().isBlank(), name + " has an attribute without a name");
                trial.check(names.add(attribute.name()), name + " has the attribute `" + attribute.name() + "` twice");
                trial.exercised(0, 1);
            }
            trial.exercised(1, 0);
        });
    }

    private static void attributeTypes(Trial trial) {
        schemas(trial).forEach((name, schema) -> {
            for (var attribute : schema.attributes()) {
                trial.check(
                        TYPES.contains(attribute.type()),
                        "attribute `" + attribute.name() + "` of " + name + " has the type `" + attribute.type()
                                + "`, but types are string, boolean, long and int");
                trial.exercised(0, 1);
            }
            trial.exercised(1, 0);
        });
    }

    private static void entitlementReferences(Trial trial) {
        var types = trial.spec().entitlementSchemas().stream()
                .map(SpecView.Schema::type)
                .collect(Collectors.toSet());
        var schema = trial.accountSchema();
        var attributes = schema.attributes().stream()
                .filter(attribute -> attribute.entitlement() || attribute.schemaObjectType() != null)
                .toList();
        if (attributes.isEmpty()) {
            throw new RuleSkipped("no account attribute is an entitlement");
        }
        for (var attribute : attributes) {
            var type = attribute.schemaObjectType();
            trial.check(
                    type == null || types.contains(type),
                    "account attribute `" + attribute.name() + "` refers to entitlements of type `" + type
                            + "`, for which there is no entitlement schema; there are: " + types);
            trial.exercised(0, 1);
        }
        trial.exercised(1, 0);
    }

    private static void keyType(Trial trial) {
        var type = trial.spec().json().get("keyType");
        if (type == null) {
            throw new RuleSkipped("the specification has no `keyType`; then keys are simple");
        }
        trial.check(
                type instanceof JsonString text && Set.of("simple", "compound").contains(text.getString()),
                "`keyType` is " + Compare.show(type) + ", but key types are \"simple\" and \"compound\"");
        trial.exercised(1, 0);
    }
}
