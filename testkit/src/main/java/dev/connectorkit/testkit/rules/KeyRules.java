package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.Rule.rule;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.testkit.run.Exchange;
import dev.connectorkit.testkit.simulation.SourceControl.Ability;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every object has a key of the declared type or an identity, which is its own and nobody else's. */
final class KeyRules {
    private static final String DECLARED_TYPE = "keys.declared-type";
    private static final String IDENTITY_ATTRIBUTE = "keys.identity-attribute";
    private static final String UNIQUE = "keys.unique";

    static final List<Rule> RULES = List.of(
            rule(
                    DECLARED_TYPE,
                    "Every object has a key of the declared type, or an identity",
                    Observations.report(DECLARED_TYPE)),
            rule(
                    IDENTITY_ATTRIBUTE,
                    "The key of an object is the value of its identity attribute",
                    Observations.report(IDENTITY_ATTRIBUTE)),
            rule(UNIQUE, "No two objects of a list have the same key", Observations.report(UNIQUE)),
            rule("keys.either-will-do", "Key or identity alone names an account", KeyRules::eitherWillDo)
                    .needs(CommandTypes.LIST, CommandTypes.READ)
                    .optional(),
            rule("keys.either-changes", "Key or identity alone names an account to change", KeyRules::eitherChanges)
                    .needs(CommandTypes.CREATE)
                    .changingData()
                    .optional(),
            rule("keys.any-text", "An id of any characters that the source takes can be read", KeyRules::anyText)
                    .needs(CommandTypes.CREATE, CommandTypes.READ)
                    .needs(Ability.FILL)
                    .changingData()
                    .optional());

    private static final List<String> CHANGES_WITHOUT_VALUES = List.of(
            CommandTypes.UPDATE, CommandTypes.DISABLE, CommandTypes.ENABLE, CommandTypes.UNLOCK, CommandTypes.DELETE);
    private static final List<String> UNUSUAL_ENDINGS = List.of(" b", "/c", "é%2f", "+?#&=");

    static final List<Observations.Check> CHECKS = List.of(
            check(DECLARED_TYPE, KeyRules::declaredType),
            check(IDENTITY_ATTRIBUTE, KeyRules::identityAttribute),
            new UniqueKeys());

    private KeyRules() {}

    private static void eitherWillDo(Trial trial) {
        for (var account : trial.sample(trial.accounts()).stream().limit(2).toList()) {
            var reference = account.reference();
            var identity = account.identity();
            if (account.key() != null) {
                readBy(trial, CommandTypes.READ, account, Inputs.without(reference, "identity"), "`key`");
            }
            if (account.key() == null || (identity != null && account.keyIds().equals(List.of(identity)))) {
                readBy(trial, CommandTypes.READ, account, Inputs.without(reference, "key"), "`identity`");
            }
        }
        if (trial.has(CommandTypes.ENTITLEMENT_LIST) && trial.has(CommandTypes.ENTITLEMENT_READ)) {
            EntitlementRules.types(trial).forEach(type -> eitherWillDo(trial, type));
        }
    }

    private static void eitherWillDo(Trial trial, String type) {
        for (var entitlement : trial.entitlements(type).stream().limit(1).toList()) {
            var input = Inputs.with(entitlement.reference(), "type", Json.text(type));
            var identity = entitlement.identity();
            if (identity != null && entitlement.keyIds().equals(List.of(identity))) {
                var command = CommandTypes.ENTITLEMENT_READ;
                readBy(trial, command, entitlement, Inputs.without(input, "identity"), "`key`");
                readBy(trial, command, entitlement, Inputs.without(input, "key"), "`identity`");
            }
        }
    }

    private static void eitherChanges(Trial trial) {
        for (var command : CHANGES_WITHOUT_VALUES) {
            if (trial.has(command)) {
                for (var left : List.of("key", "identity")) {
                    changeBy(trial, command, left);
                }
            }
        }
    }

    private static void changeBy(Trial trial, String command, String left) {
        var account = trial.subject();
        var other = left.equals("key") ? "identity" : "key";
        var identity = account.identity();
        // An identity that is not the key's id is a name, which no command need know.
        if (account.key() == null || identity == null || !account.keyIds().equals(List.of(identity))) {
            return;
        }
        var exchange = trial.run(command, Inputs.without(input(command, account), other));
        trial.check(
                exchange.succeeded()
                        || !trial.run(command, input(command, account)).succeeded(),
                "`" + command + "` of " + account + " by its `" + left
                        + "` alone fails, though documented inputs lack the other: " + exchange.failure(),
                exchange);
        trial.exercised(account);
    }

    private static JsonObject input(String command, ResourceObject account) {
        return command.equals(CommandTypes.UPDATE) ? Inputs.update(account, List.of()) : account.reference();
    }

    private static void readBy(Trial trial, String command, ResourceObject account, JsonObject input, String what) {
        var exchange = trial.run(command, input);
        trial.check(
                exchange.succeeded(),
                "reading " + account + " by its " + what + " alone fails, though documented inputs lack the other: "
                        + exchange.failure(),
                exchange);
        trial.exercised(account);
    }

    private static void anyText(Trial trial) {
        var identity = trial.accountSchema().identityAttribute();
        for (var ending : UNUSUAL_ENDINGS) {
            var attributes = trial.inputs().attributes(Inputs.Extent.MAXIMAL);
            var id = identity == null ? null : attributes.get(identity);
            if (!(id instanceof JsonString text) || trial.session().options().isGiven(identity)) {
                throw new RuleSkipped("the source chooses the identity of an account");
            }
            attributes.put(identity, Json.text(text.getString() + ending));
            var created = trial.tryCreate(trial.inputs().create(attributes)).output();
            if (created == null) {
                continue;
            }
            var account = new ResourceObject(created);
            var exchange = trial.run(CommandTypes.READ, account.reference());
            trial.check(
                    exchange.succeeded()
                            && Trial.objects(exchange).stream()
                                    .allMatch(read -> read.id().equals(account.id())),
                    "account " + account
                            + " was created, but reading it fails: is its id escaped where it is part of a URL? "
                            + exchange.failure(),
                    exchange);
            trial.exercised(account);
        }
    }

    /** Something that must hold of each object. */
    @FunctionalInterface
    interface ObjectCheck {
        @Nullable
        String problem(Session session, Exchange exchange, ResourceObject object);
    }

    static Observations.Check check(String rule, ObjectCheck check) {
        return new EachObject(rule, check);
    }

    private record EachObject(String rule, ObjectCheck check) implements Observations.Check {
        @Override
        public @Nullable String problem(Session session, Exchange exchange, Observations.Count count) {
            for (var object : Observations.objects(exchange)) {
                if (object.json().isEmpty() && exchange.request().type().equals(CommandTypes.UPDATE)) {
                    // Which says that nothing changed.
                    continue;
                }
                count.add(object.json().isEmpty() ? 0 : 1, object.attributes().size());
                var problem = check.problem(session, exchange, object);
                if (problem != null) {
                    return "`" + exchange.request().type() + "` sent " + object + ": " + problem;
                }
            }
            return null;
        }
    }

    private static @Nullable String declaredType(Session session, Exchange exchange, ResourceObject object) {
        var isUpdate = exchange.request().type().equals(CommandTypes.UPDATE);
        var declared = session.spec().keyType();
        if (object.key() == null) {
            return object.identity() == null && !isUpdate ? "it has neither `key` nor `identity`" : null;
        }
        var found = object.keyType();
        if (found == null) {
            return "its key is " + Compare.show(object.json().get("key"))
                    + ", but keys are {\"simple\":{\"id\":…}} or {\"compound\":{\"lookupId\":…,\"uniqueId\":…}} of texts";
        }
        if (object.keyIds().stream().anyMatch(String::isEmpty)) {
            return "its key has an empty id";
        }
        var expected = declared == null ? "simple" : declared;
        return found.equals(expected)
                ? null
                : "its key is " + found + ", but the specification declares " + expected + " keys";
    }

    private static @Nullable String identityAttribute(Session session, Exchange exchange, ResourceObject object) {
        var schema = SchemaRules.schemaOf(session, exchange, object);
        return identityProblem(schema == null ? null : schema.identityAttribute(), object);
    }

    /** Returns why an attribute is not the identity of an object, or null if it is. */
    static @Nullable String identityProblem(@Nullable String name, ResourceObject object) {
        if (name == null || object.flag("deleted") || object.attributes().isEmpty()) {
            return null;
        }
        var value = object.attribute(name);
        if (value == null) {
            return "its identity attribute `" + name + "` has no value";
        }
        var text = value instanceof JsonString string ? string.getString() : Json.toText(value);
        var ids = object.keyIds();
        var identity = object.identity();
        if (!ids.isEmpty() && !ids.contains(text)) {
            return "its identity attribute `" + name + "` is \"" + text + "\", but its key is "
                    + String.join(" and ", ids);
        }
        if (identity == null || identity.equals(text) || ids.contains(identity)) {
            return null;
        }
        return ids.isEmpty() || !isAttributeValue(object, identity)
                ? "its identity attribute `" + name + "` is \"" + text + "\", but its `identity` is \"" + identity
                        + "\""
                : null;
    }

    /** Returns whether a text is some attribute's value: an object with a key may have its name as identity. */
    private static boolean isAttributeValue(ResourceObject object, String text) {
        return object.attributes().values().stream()
                .anyMatch(value ->
                        value instanceof JsonString string && string.getString().equals(text));
    }

    private static final class UniqueKeys implements Observations.Check {
        @Override
        public String rule() {
            return UNIQUE;
        }

        @Override
        public boolean looksAtEachOutput() {
            return false;
        }

        @Override
        public @Nullable String problem(Session session, Exchange exchange, Observations.Count count) {
            var type = exchange.request().type();
            var isList = type.equals(CommandTypes.LIST) || type.equals(CommandTypes.ENTITLEMENT_LIST);
            // A list of changes may well tell of an object as often as it changed, and pages that the source counts off
            // may well overlap where something comes in between.
            if (!isList || Inputs.of(exchange.request()).containsKey("state") || session.sourceMoved()) {
                return null;
            }
            var seen = new HashSet<String>();
            for (var object : Trial.objects(exchange)) {
                count.add(object.id().isEmpty() ? 0 : 1, 0);
                var partial = object.flag("incomplete") || object.flag("finalUpdate");
                if (!seen.add(object.id()) && !partial && !object.id().isEmpty()) {
                    return "`" + type + "` sent " + object + " twice in one list";
                }
            }
            return null;
        }
    }
}
