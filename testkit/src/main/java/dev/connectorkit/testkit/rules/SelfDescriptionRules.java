package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.CommandTypes.DISCOVER;
import static dev.connectorkit.testkit.rules.CommandTypes.LIST;
import static dev.connectorkit.testkit.rules.CommandTypes.SPEC;
import static dev.connectorkit.testkit.rules.Rule.rule;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a connector says of itself when it is asked, is what its specification and its accounts say. */
final class SelfDescriptionRules {
    static final List<Rule> RULES = List.of(
            rule(
                            "schema.discovered",
                            "The discovered schema is sound, and fits the accounts",
                            SelfDescriptionRules::discovered)
                    .needs(DISCOVER),
            rule(
                            "schema.discovered-equals-declared",
                            "The discovered schema has what the one in the specification has",
                            SelfDescriptionRules::equalsDeclared)
                    .needs(DISCOVER)
                    .optional(),
            rule("spec.read", "`std:spec:read` answers with the specification", SelfDescriptionRules::specRead));

    private static final Set<String> TYPES = Set.of("string", "boolean", "long", "int");

    /** The members of a specification that commands depend on. A server may well add others. */
    private static final List<String> TELLING_MEMBERS =
            List.of("keyType", "supportsStatefulCommands", "accountSchema", "entitlementSchemas");

    private SelfDescriptionRules() {}

    private static SpecView.Schema discover(Trial trial) {
        return SpecView.Schema.of(
                trial.one(DISCOVER, JsonValue.EMPTY_JSON_OBJECT).json());
    }

    private static void discovered(Trial trial) {
        var schema = discover(trial);
        trial.check(!schema.attributes().isEmpty(), "the discovered schema has no attributes");
        var names = new HashSet<String>();
        for (var attribute : schema.attributes()) {
            trial.check(!attribute.name().isBlank(), "the discovered schema has an attribute without a name");
            trial.check(
                    names.add(attribute.name()),
                    "the discovered schema has the attribute `" + attribute.name() + "` twice");
            trial.check(
                    TYPES.contains(attribute.type()),
                    "attribute `" + attribute.name() + "` of the discovered schema has the type `" + attribute.type()
                            + "`, but types are string, boolean, long and int");
        }
        for (var named : new String[] {schema.identityAttribute(), schema.displayAttribute()}) {
            trial.check(
                    named != null && names.contains(named),
                    "the discovered schema names `" + named + "`, which is none of its attributes");
        }
        for (var account : trial.has(LIST) ? trial.accounts() : List.<ResourceObject>of()) {
            misfits(schema, account).findFirst().ifPresent(problem -> {
                throw trial.failure("the discovered schema does not fit account " + account + ": " + problem);
            });
            trial.exercised(account);
        }
        trial.exercised(1, names.size());
    }

    private static Stream<String> misfits(SpecView.Schema schema, ResourceObject account) {
        return Stream.of(
                        SchemaFit.types(schema, account),
                        SchemaFit.multiValues(schema, account),
                        SchemaFit.undeclared(schema, account),
                        KeyRules.identityProblem(schema.identityAttribute(), account))
                .filter(Objects::nonNull)
                .map(String::valueOf);
    }

    private static void equalsDeclared(Trial trial) {
        var declared = trial.spec().accountSchema();
        if (declared == null) {
            throw new RuleSkipped("the specification has no account schema to compare with");
        }
        var discovered = discover(trial);
        var differences = new ArrayList<String>();
        differ(differences, "`identityAttribute`", declared.identityAttribute(), discovered.identityAttribute());
        differ(differences, "`displayAttribute`", declared.displayAttribute(), discovered.displayAttribute());
        for (var attribute : declared.attributes()) {
            var other = discovered.attribute(attribute.name());
            if (other == null) {
                differences.add("attribute `" + attribute.name() + "` is not discovered");
                continue;
            }
            differ(differences, "the type of `" + attribute.name() + "`", attribute.type(), other.type());
            differ(differences, "`multi` of `" + attribute.name() + "`", attribute.multi(), other.multi());
        }
        trial.check(
                differences.isEmpty(),
                "the discovered schema differs from that in the specification: " + String.join("; ", differences));
        trial.exercised(1, declared.attributes().size());
    }

    private static void differ(
            List<String> differences, String what, @Nullable Object declared, @Nullable Object discovered) {
        if (!Objects.equals(declared, discovered)) {
            differences.add(what + " is " + declared + " in the specification but " + discovered + " in the discovery");
        }
    }

    private static void specRead(Trial trial) {
        var given = trial.session().options().spec();
        if (given == null) {
            throw new RuleSkipped("the specification is the one that the connector answered with");
        }
        var exchange = trial.run(SPEC, JsonValue.EMPTY_JSON_OBJECT);
        if (!exchange.succeeded() && !trial.has(SPEC)) {
            throw new RuleSkipped("the connector does not answer `" + SPEC + "`");
        }
        trial.check(exchange.succeeded(), "`" + SPEC + "` fails: " + exchange.failure(), exchange);
        var output = exchange.output();
        if (output == null || !(output.get("specification") instanceof JsonObject specification)) {
            throw trial.failure("`" + SPEC + "` does not answer with {\"specification\": …}", exchange);
        }
        var differences = new LinkedHashSet<String>();
        var served = SpecView.of(specification);
        if (!trial.spec().commands().equals(served.commands())) {
            differences.add(
                    "`commands` are " + trial.spec().commands() + " in the specification but " + served.commands());
        }
        for (var member : TELLING_MEMBERS) {
            if (!Compare.equal(given.get(member), specification.get(member))) {
                differences.add("`" + member + "` is " + Compare.show(given.get(member)) + " in the specification but "
                        + Compare.show(specification.get(member)));
            }
        }
        trial.check(
                differences.isEmpty(),
                "what `" + SPEC + "` answers is not the specification of the connector: "
                        + String.join("; ", differences),
                exchange);
        trial.exercised(1, TELLING_MEMBERS.size());
    }
}
