package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.CommandTypes.CREATE;
import static dev.connectorkit.testkit.rules.CommandTypes.DELETE;
import static dev.connectorkit.testkit.rules.CommandTypes.DISABLE;
import static dev.connectorkit.testkit.rules.CommandTypes.ENABLE;
import static dev.connectorkit.testkit.rules.CommandTypes.PASSWORD;
import static dev.connectorkit.testkit.rules.CommandTypes.UPDATE;
import static dev.connectorkit.testkit.rules.Rule.rule;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.testkit.rules.Inputs.Extent;
import dev.connectorkit.testkit.simulation.SourceControl.Ability;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** People of the same name are told apart: a command that looks an account up by anything but its id takes the wrong one. */
final class NamesakeRules {
    static final List<Rule> RULES = List.of(rule(
                    "accounts.namesakes",
                    "Of two accounts that are alike but for their ids, a command takes the one that is meant",
                    NamesakeRules::toldApart)
            .needs(CREATE)
            .changingData());

    private NamesakeRules() {}

    private static void toldApart(Trial trial) {
        emptyToldApart(trial);
        var attributes = trial.inputs().attributes(Extent.MAXIMAL);
        var one = trial.create(trial.inputs().create(attributes));
        var other = namesake(trial, attributes);
        if (other == null || other.id().equals(one.id())) {
            throw new RuleSkipped("the source does not take two accounts that are alike but for their ids");
        }
        update(trial, other, one);
        update(trial, one, other);
        for (var command : List.of(DISABLE, ENABLE)) {
            if (trial.has(command)) {
                leaves(trial, command, other, one, other.reference());
                leaves(trial, command, one, other, one.reference());
            }
        }
        if (trial.has(PASSWORD)) {
            password(trial, other, one);
        }
        if (trial.has(DELETE)) {
            leaves(trial, DELETE, other, one, other.reference());
        }
        trial.exercised(one);
        trial.exercised(other);
    }

    /** What one account without values is given, another does not get: their lists are not one and the same. */
    private static void emptyToldApart(Trial trial) {
        if (!trial.has(UPDATE)) {
            return;
        }
        var one = trial.tryCreate(trial.inputs().create(Extent.MINIMAL)).output();
        var other = trial.tryCreate(trial.inputs().create(Extent.MINIMAL)).output();
        if (one == null || other == null) {
            return;
        }
        var meant = trial.existing(new ResourceObject(one));
        for (var attribute : new Updates(trial, meant).attributes()) {
            var values = attribute.multi() ? trial.inputs().many(attribute) : List.<JsonValue>of();
            if (!values.isEmpty()) {
                var add = Inputs.change("Add", attribute.name(), values.get(0));
                leaves(trial, UPDATE, meant, new ResourceObject(other), Inputs.update(meant, List.of(add)));
            }
        }
    }

    /** Creates an account like another; null if the source takes none. */
    private static @Nullable ResourceObject namesake(Trial trial, Map<String, JsonValue> attributes) {
        var like = trial.tryCreate(trial.inputs().create(alike(trial, attributes, false)));
        if (!like.succeeded()) {
            like = trial.tryCreate(trial.inputs().create(alike(trial, attributes, true)));
        }
        var output = like.output();
        return output == null ? null : new ResourceObject(output);
    }

    private static Map<String, JsonValue> alike(Trial trial, Map<String, JsonValue> attributes, boolean unlikeAddress) {
        var alike = new LinkedHashMap<>(trial.inputs().attributes(Extent.MAXIMAL));
        alike.replaceAll((name, value) -> {
            var unlike = isUnique(trial, name)
                    || (unlikeAddress
                            && (name.toLowerCase(Locale.ROOT).contains("mail")
                                    || name.equals(trial.accountSchema().displayAttribute())));
            return unlike ? value : attributes.getOrDefault(name, value);
        });
        return alike;
    }

    private static boolean isUnique(Trial trial, String name) {
        var template = trial.spec().template();
        return name.equals(trial.accountSchema().identityAttribute())
                || (template != null
                        && template.stream()
                                .anyMatch(field -> field.unique() && field.key().equals(name)));
    }

    private static void update(Trial trial, ResourceObject meant, ResourceObject other) {
        if (!trial.has(UPDATE)) {
            return;
        }
        for (var attribute : new Updates(trial, meant).attributes()) {
            var value = attribute.multi() || attribute.entitlement()
                    ? null
                    : trial.inputs().value(attribute);
            if (value != null && set(trial, meant, other, attribute.name(), value)) {
                // They must stay alike.
                set(
                        trial,
                        meant,
                        other,
                        attribute.name(),
                        meant.attributes().getOrDefault(attribute.name(), JsonValue.NULL));
                return;
            }
        }
    }

    private static boolean set(
            Trial trial, ResourceObject meant, ResourceObject other, String attribute, JsonValue value) {
        var change = Inputs.change("Set", attribute, value);
        return leaves(trial, UPDATE, meant, other, Inputs.update(meant, List.of(change)));
    }

    /** Sends a command for one account, and fails unless it leaves the other alone; returns whether it was taken. */
    private static boolean leaves(
            Trial trial, String command, ResourceObject meant, ResourceObject other, JsonObject input) {
        var before = trial.existing(other);
        var exchange = trial.run(command, input);
        var after = trial.find(other);
        if (after == null) {
            throw trial.failure(
                    "after `" + command + "` of " + meant + ", " + other + ", which is alike but for the id, is gone",
                    exchange);
        }
        var differences = trial.changes(before, after, Set.of());
        trial.check(
                differences.isEmpty(),
                "`" + command + "` of " + meant + " changed " + other + ", which is alike but for the id: "
                        + String.join("; ", differences),
                exchange);
        return exchange.succeeded();
    }

    private static void password(Trial trial, ResourceObject meant, ResourceObject other) {
        var password = trial.inputs().password();
        leaves(trial, PASSWORD, meant, other, Inputs.with(meant.reference(), "password", Json.text(password)));
        if (trial.can(Ability.PASSWORDS)) {
            trial.check(
                    !PasswordRules.isPasswordOf(trial, other, password),
                    "the password of " + meant + " was changed, and that of " + other
                            + " too, which is alike but for the id");
        }
    }
}
