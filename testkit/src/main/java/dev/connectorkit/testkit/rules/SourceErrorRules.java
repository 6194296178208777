package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.CommandTypes.CREATE;
import static dev.connectorkit.testkit.rules.CommandTypes.DELETE;
import static dev.connectorkit.testkit.rules.CommandTypes.DISABLE;
import static dev.connectorkit.testkit.rules.CommandTypes.ENABLE;
import static dev.connectorkit.testkit.rules.CommandTypes.ENTITLEMENT_LIST;
import static dev.connectorkit.testkit.rules.CommandTypes.ENTITLEMENT_READ;
import static dev.connectorkit.testkit.rules.CommandTypes.LIST;
import static dev.connectorkit.testkit.rules.CommandTypes.PASSWORD;
import static dev.connectorkit.testkit.rules.CommandTypes.READ;
import static dev.connectorkit.testkit.rules.CommandTypes.UNLOCK;
import static dev.connectorkit.testkit.rules.CommandTypes.UPDATE;
import static dev.connectorkit.testkit.rules.Rule.rule;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.testkit.run.Exchange;
import dev.connectorkit.testkit.simulation.Fault;
import dev.connectorkit.testkit.simulation.SourceControl.Ability;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A command that the source does not carry out fails, and not as not found: the platform would take an account for gone,
 * and create it once more.
 */
final class SourceErrorRules {
    static final List<Rule> RULES = List.of(
            failing("read", READ, SourceErrorRules::read),
            failing("create", CREATE, SourceErrorRules::create).changingData(),
            failing("update", UPDATE, SourceErrorRules::update).changingData(),
            failing("delete", DELETE, SourceErrorRules::delete).changingData(),
            failing("enable", ENABLE, SourceErrorRules::enable).changingData(),
            failing("disable", DISABLE, SourceErrorRules::disable).changingData(),
            failing("unlock", UNLOCK, SourceErrorRules::unlock).changingData(),
            failing("change-password", PASSWORD, SourceErrorRules::password).changingData(),
            failing("entitlement-read", ENTITLEMENT_READ, SourceErrorRules::entitlementRead));

    private static final int MOST_CALLS = 6;
    private static final Duration SHORT_WAIT = Duration.ofSeconds(2);

    private SourceErrorRules() {}

    /**
     * A command that is about to be sent.
     *
     * @param input its input
     * @param gap returns, afterwards, what a connector that reports success has not done, in words; null if it did it all
     */
    private record Attempt(JsonObject input, Function<Exchange, @Nullable String> gap) {}

    private static Rule failing(String name, String command, Function<Trial, Attempt> attempts) {
        return rule("faults.error-fails-" + name, "`" + command + "` fails when the source does", trial -> {
                    var often = FaultRules.OFTEN;
                    each(trial, command, Fault.unauthorized().times(often), "answers 401", 1, attempts);
                    each(trial, command, Fault.serverError().times(often), "answers 500", MOST_CALLS, attempts);
                    // A change that is followed by a read must not hide behind the error of that read.
                    each(trial, command, Fault.serverError().times(1), "answers 500 once", MOST_CALLS, attempts);
                    each(trial, command, Fault.tooManyRequests(SHORT_WAIT), "answers 429 once", MOST_CALLS, attempts);
                })
                .needs(command)
                .needs(Ability.FAULTS, Ability.REQUESTS, Ability.FILL);
    }

    /** Lets the first call of a command fail, then the second, and so on until none is left. */
    private static void each(
            Trial trial, String command, Fault fault, String what, int most, Function<Trial, Attempt> attempts) {
        for (var after = 0; after < most; after++) {
            var attempt = attempts.apply(trial);
            var source = trial.source();
            var before = source.requests().size();
            source.inject(fault.after(after));
            var exchange = trial.run(command, attempt.input());
            var calls = source.requests().size() - before;
            source.heal();
            if (command.equals(CREATE)) {
                Trial.objects(exchange).forEach(trial.session()::created);
            }
            if (calls <= after) {
                return;
            }
            var when = "when the source " + what + (after == 0 ? "" : " after " + after + " calls") + ", `" + command
                    + "` ";
            trial.check(
                    !exchange.isNotFound(),
                    when + "fails as not found: the platform will take the object for gone: " + exchange.failure(),
                    exchange);
            var gap = exchange.succeeded() && !reportsErrors(exchange)
                    ? attempt.gap().apply(exchange)
                    : null;
            trial.check(gap == null, when + "succeeds, though " + gap, exchange);
            trial.exercised(1, 0);
        }
    }

    /** Returns whether an answer says itself what went wrong, attribute by attribute. */
    private static boolean reportsErrors(Exchange exchange) {
        return exchange.outputs().stream()
                .flatMap(output -> SpecView.objects(output.get("results")).stream())
                .anyMatch(result -> "error".equals(SpecView.text(result, "status")));
    }

    private static Attempt read(Trial trial) {
        if (!trial.has(LIST)) {
            throw new RuleSkipped("the connector has no account list to get an account from");
        }
        var accounts = trial.accounts();
        if (accounts.isEmpty()) {
            throw new RuleSkipped("the source has no account");
        }
        var account = accounts.get(0);
        return new Attempt(account.reference(), exchange -> {
            var output = exchange.output();
            var differences = output == null
                    ? List.of("it sends no account")
                    : Compare.differences("list", account, "read", new ResourceObject(output));
            return differences.isEmpty() ? null : "of account " + account + ", " + differences.get(0);
        });
    }

    private static Attempt entitlementRead(Trial trial) {
        for (var type : EntitlementRules.types(trial)) {
            for (var known : trial.has(ENTITLEMENT_LIST) ? trial.entitlements(type) : List.<ResourceObject>of()) {
                return new Attempt(Inputs.with(known.reference(), "type", Json.text(type)), exchange -> {
                    var output = exchange.output();
                    var same = output != null
                            && Compare.differences("list", known, "read", new ResourceObject(output))
                                    .isEmpty();
                    return same ? null : "it does not send entitlement " + known;
                });
            }
        }
        throw new RuleSkipped("no entitlement is known to read");
    }

    private static Attempt create(Trial trial) {
        var attributes = trial.inputs().attributes(Inputs.Extent.MAXIMAL);
        return new Attempt(trial.inputs().create(attributes), exchange -> {
            var output = exchange.output();
            var account = output == null ? null : new ResourceObject(output);
            var there = account == null || account.id().isEmpty() ? null : trial.find(account);
            return there == null ? "the account is not there" : incomplete(trial, there, attributes);
        });
    }

    private static @Nullable String incomplete(Trial trial, ResourceObject account, Map<String, JsonValue> attributes) {
        try {
            CreateRules.asAsked(trial, account, attributes, "a read afterwards");
            return null;
        } catch (RuleFailure failure) {
            return failure.text();
        }
    }

    private static Attempt update(Trial trial) {
        var account = trial.existing(trial.subject());
        for (var attribute : new Updates(trial, account).attributes()) {
            var value = attribute.multi() ? null : trial.inputs().value(attribute);
            var before = account.attribute(attribute.name());
            if (value == null || Compare.equal(value, before) || !takes(trial, account, attribute.name(), value)) {
                continue;
            }
            var other = attribute.type().equals("boolean")
                    ? opposite(value)
                    : trial.inputs().value(attribute);
            if (other != null && !Compare.equal(value, other)) {
                var change = Inputs.change("Set", attribute.name(), other);
                return new Attempt(
                        Inputs.update(account, List.of(change)),
                        exchange -> Compare.equal(other, trial.existing(account).attribute(attribute.name()))
                                ? null
                                : "`" + attribute.name() + "` of " + account + " is not changed");
            }
        }
        throw new RuleSkipped("no attribute could be set, see update.set");
    }

    private static JsonValue opposite(JsonValue value) {
        return value == JsonValue.TRUE ? JsonValue.FALSE : JsonValue.TRUE;
    }

    private static boolean takes(Trial trial, ResourceObject account, String attribute, JsonValue value) {
        return trial.run(UPDATE, Inputs.update(account, List.of(Inputs.change("Set", attribute, value))))
                .succeeded();
    }

    private static Attempt delete(Trial trial) {
        var account = trial.subject();
        return new Attempt(account.reference(), exchange -> {
            var left = trial.find(account);
            var gone = left == null || (trial.session().options().softDelete() && left.flag("disabled"));
            return gone ? null : account + " is there still";
        });
    }

    private static Attempt disable(Trial trial) {
        var before = trial.existing(trial.subject());
        return new Attempt(before.reference(), exchange -> {
            var after = trial.existing(before);
            return after.flag("disabled")
                            || !Compare.differences("before", before, "after", after)
                                    .isEmpty()
                    ? null
                    : before + " is not disabled";
        });
    }

    private static Attempt enable(Trial trial) {
        var account = trial.subject();
        if (trial.has(DISABLE)) {
            trial.succeed(DISABLE, account.reference());
        }
        return new Attempt(
                account.reference(),
                exchange -> trial.existing(account).flag("disabled") ? account + " is disabled still" : null);
    }

    private static Attempt unlock(Trial trial) {
        Filling.lookalikes(trial);
        var account = SwitchRules.toUnlock(trial);
        return new Attempt(
                account.reference(),
                exchange -> trial.existing(account).flag("locked") ? account + " is locked still" : null);
    }

    private static Attempt password(Trial trial) {
        var account = trial.subject();
        var password = trial.inputs().password();
        return new Attempt(
                Inputs.with(account.reference(), "password", Json.text(password)),
                exchange -> trial.can(Ability.PASSWORDS) && !PasswordRules.isPasswordOf(trial, account, password)
                        ? "the source has another password for " + account
                        : null);
    }
}
