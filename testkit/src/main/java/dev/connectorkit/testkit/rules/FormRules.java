package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.Rule.rule;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.internal.spec.Nearest;
import dev.connectorkit.dsl.spec.lint.Finding;
import dev.connectorkit.dsl.spec.lint.LintRule;
import dev.connectorkit.dsl.spec.lint.SpecLint;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an administrator fills in, and what the platform fills in for an account, can be filled in. */
final class FormRules {
    static final List<Rule> RULES = List.of(
            rule(
                    "spec.form",
                    "The commands exist, and the form of the source config can be filled in",
                    FormRules::form),
            rule("spec.create-template", "The create template's fields are sound", FormRules::createTemplate),
            rule(
                            "spec.template-attributes",
                            "The create template's fields are spelt as the attributes are that they mean",
                            FormRules::templateAttributes)
                    .optional(),
            rule(
                            "spec.stateful-switch",
                            "A stateful connector declares the flag and the checkbox that switches it on",
                            FormRules::statefulSwitch)
                    .optional());

    private static final Set<String> GENERATORS = Set.of("Create Password", "Create Unique Account ID");
    private static final Set<String> IDENTITY_ATTRIBUTES = Set.of("email", "firstname", "lastname", "displayname");
    private static final String STATEFUL_SWITCH = "spConnEnableStatefulCommands";

    /** Leaves out what the linter says beside: its other findings are advice, or other rules. */
    private static final Set<String> FORM_FAULTS = Stream.of(
                    LintRule.UNKNOWN_COMMAND,
                    LintRule.UNKNOWN_ITEM_TYPE,
                    LintRule.DUPLICATE_KEY,
                    LintRule.NO_OPTIONS,
                    LintRule.UNKNOWN_CARD_KEY,
                    LintRule.INCOMPLETE_CONDITION,
                    LintRule.UNKNOWN_PARENT,
                    LintRule.IMPOSSIBLE_PARENT_VALUE,
                    LintRule.CIRCULAR_CONDITION)
            .map(LintRule::code)
            .collect(Collectors.toUnmodifiableSet());

    private FormRules() {}

    private static void form(Trial trial) {
        var found = SpecLint.check(Json.toText(trial.spec().json())).findings().stream()
                .filter(finding -> FORM_FAULTS.contains(finding.rule().code()))
                .findFirst();
        trial.check(
                found.isEmpty(),
                "in the specification, " + found.map(Finding::message).orElse(""));
        trial.exercised(1, trial.spec().configKeys().size());
    }

    private static void createTemplate(Trial trial) {
        if (!(trial.spec().json().get("accountCreateTemplate") instanceof JsonObject template)) {
            throw new RuleSkipped("the specification has no create template");
        }
        var keys = new HashSet<String>();
        for (var field : SpecView.objects(template.get("fields"))) {
            var key = SpecView.text(field, "key");
            trial.check(key != null && !key.isBlank(), "a field of the create template has no `key`");
            trial.check(keys.add(String.valueOf(key)), "the create template has the field `" + key + "` twice");
            initialValue(trial, String.valueOf(key), field.get("initialValue"));
            trial.exercised(0, 1);
        }
        trial.exercised(1, 0);
    }

    private static void templateAttributes(Trial trial) {
        var template = trial.spec().template();
        if (template == null) {
            throw new RuleSkipped("the specification has no create template");
        }
        var attributes = trial.accountSchema().attributes().stream()
                .map(SpecView.Attribute::name)
                .toList();
        var keys = template.stream().map(SpecView.Field::key).toList();
        var without = attributes.stream().filter(name -> !keys.contains(name)).toList();
        for (var field : template) {
            var meant = field.password() || attributes.contains(field.key()) ? null : Nearest.to(field.key(), without);
            trial.check(
                    meant == null,
                    "the create template has a field `" + field.key()
                            + "`, which is no attribute of the account schema," + " and none for the attribute `"
                            + meant + "`: is it misspelt?");
            trial.exercised(0, 1);
        }
        trial.exercised(1, 0);
    }

    /** Returns what is wrong with the name in an initial value, which of two kinds it is mistaken for. */
    private static @Nullable String mistaken(String type, @Nullable String name) {
        if (name == null) {
            return null;
        }
        if (type.equals("identityAttribute") && GENERATORS.contains(name)) {
            return "`" + name + "` is no attribute of an identity, but a generator";
        }
        return type.equals("generator") && IDENTITY_ATTRIBUTES.contains(name.toLowerCase(Locale.ROOT))
                ? "`" + name + "` is no generator, but an attribute of an identity"
                : null;
    }

    private static void initialValue(Trial trial, String key, @Nullable JsonValue initial) {
        if (initial instanceof JsonObject value) {
            var type = SpecView.text(value, "type");
            trial.check(
                    Set.of("identityAttribute", "static", "generator").contains(String.valueOf(type)),
                    "field `" + key + "` of the create template has an initial value of type `" + type
                            + "`, but types are identityAttribute, static and generator");
            var attributes =
                    value.get("attributes") instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
            var mistaken = mistaken(String.valueOf(type), SpecView.text(attributes, "name"));
            trial.check(
                    mistaken == null, "the initial value of field `" + key + "` of the create template: " + mistaken);
        }
    }

    private static void statefulSwitch(Trial trial) {
        var stateful = trial.spec().isStateful();
        var hasSwitch = trial.spec().configKeys().contains(STATEFUL_SWITCH);
        if (!stateful && !hasSwitch) {
            throw new RuleSkipped("the connector is not stateful");
        }
        trial.check(
                stateful,
                "the source config has the checkbox `" + STATEFUL_SWITCH
                        + "`, but the specification lacks `\"supportsStatefulCommands\": true`");
        trial.check(
                hasSwitch,
                "the specification has `\"supportsStatefulCommands\": true`, but its source config lacks the checkbox `"
                        + STATEFUL_SWITCH + "`, so nobody can switch it on");
        trial.exercised(1, 0);
    }
}
