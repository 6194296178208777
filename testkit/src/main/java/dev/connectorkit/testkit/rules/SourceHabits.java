package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.CommandTypes.CREATE;
import static dev.connectorkit.testkit.rules.CommandTypes.LIST;
import static dev.connectorkit.testkit.rules.CommandTypes.READ;
import static dev.connectorkit.testkit.rules.CommandTypes.UPDATE;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a source does with the values that it is given, found out before any rule changes an account: a connector is not
 * to blame for what its source does.
 *
 * @param maintained the attributes that the source gives values of its own, whatever a create or an update asks for
 * @param choosy whether it refuses made-up values and takes those that accounts have already
 * @param times a value of each attribute that holds dates or times, in the source's form
 */
record SourceHabits(Set<String> maintained, boolean choosy, Map<String, String> times) {
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(T.+)?");
    private static final int DAYS = 28;
    private static final int FEWEST_ACCOUNTS = 4;

    /** Finds out, with the help of one test account. */
    static SourceHabits of(Trial trial) {
        var times = times(trial);
        // What is asked meanwhile must not lead here again.
        trial.session().habits(new SourceHabits(Set.of(), false, times));
        if (!trial.mayChange(CREATE) || trial.session().accountSchema() == null) {
            return new SourceHabits(Set.of(), false, times);
        }
        var asked = trial.inputs().attributes(Inputs.Extent.MAXIMAL);
        var created = trial.tryCreate(trial.inputs().create(asked));
        if (created.succeeded()) {
            return new SourceHabits(maintained(trial, created.output(), asked), false, times);
        }
        trial.session().habits(new SourceHabits(Set.of(), true, times));
        var known = trial.inputs().attributes(Inputs.Extent.MAXIMAL);
        var again = trial.tryCreate(trial.inputs().create(known));
        return again.succeeded()
                ? new SourceHabits(maintained(trial, again.output(), known), true, times)
                : new SourceHabits(Set.of(), false, times);
    }

    private static Map<String, String> times(Trial trial) {
        var times = new HashMap<String, String>();
        for (var account : trial.has(LIST) ? trial.accounts() : List.<ResourceObject>of()) {
            account.attributes().forEach((name, value) -> {
                if (value instanceof JsonString text
                        && TIME.matcher(text.getString()).matches()) {
                    times.putIfAbsent(name, text.getString());
                }
            });
        }
        return times;
    }

    /** Returns a date or a time in the form of another one. */
    static String onAnotherDay(String time, int number) {
        return "2026-01-%02d".formatted(1 + number % DAYS) + time.substring("2026-01-01".length());
    }

    private static Set<String> maintained(Trial trial, @Nullable JsonObject created, Map<String, JsonValue> asked) {
        if (created == null || !(trial.has(READ) || trial.has(LIST))) {
            return Set.of();
        }
        var schema = trial.accountSchema();
        var maintained = new HashSet<String>();
        if (choosesIdentity(trial, new ResourceObject(created), asked)) {
            maintained.add(String.valueOf(schema.identityAttribute()));
        }
        if (!trial.has(UPDATE)) {
            return Set.copyOf(maintained);
        }
        for (var attribute : schema.attributes()) {
            var account = trial.find(new ResourceObject(created));
            var value = account == null ? null : account.attribute(attribute.name());
            if (account == null
                    || value == null
                    || attribute.multi()
                    || attribute.entitlement()
                    || attribute.name().equals(schema.identityAttribute())
                    || Compare.equal(value, asked.get(attribute.name()))) {
                continue;
            }
            if (isDeafTo(trial, account, attribute, value)) {
                maintained.add(attribute.name());
            }
        }
        return Set.copyOf(maintained);
    }

    /** Returns whether the source makes up the identity of an account; a template that has it would say otherwise. */
    private static boolean choosesIdentity(Trial trial, ResourceObject created, Map<String, JsonValue> asked) {
        var identity = trial.accountSchema().identityAttribute();
        var wanted = identity == null ? null : asked.get(identity);
        if (identity == null || wanted == null || trial.spec().template() != null) {
            return false;
        }
        var account = trial.find(created);
        var value = account == null ? null : account.attribute(identity);
        return value != null && !Compare.equal(value, wanted);
    }

    /** Returns whether an update leaves an attribute at the value that the source chose. */
    private static boolean isDeafTo(
            Trial trial, ResourceObject account, SpecView.Attribute attribute, JsonValue value) {
        var other = attribute.type().equals("boolean")
                ? (value == JsonValue.TRUE ? JsonValue.FALSE : JsonValue.TRUE)
                : trial.inputs().value(attribute);
        if (other == null || Compare.equal(other, value)) {
            return false;
        }
        var change = Inputs.change("Set", attribute.name(), other);
        var exchange = trial.run(UPDATE, Inputs.update(account, List.of(change)));
        var failure = exchange.failure();
        if (failure != null) {
            return !failure.isNotFound() && !Updates.isCrash(failure);
        }
        var after = trial.find(account);
        return after != null && Compare.equal(after.attribute(attribute.name()), value);
    }

    /** Returns the values of an attribute that accounts have in common, as if there were a choice of them. */
    static List<JsonValue> choice(List<ResourceObject> accounts, SpecView.Attribute attribute) {
        var held = accounts.stream()
                .flatMap(account -> account.values(attribute.name()).stream())
                .filter(JsonString.class::isInstance)
                .toList();
        var different = held.stream().distinct().toList();
        var isChoice = !attribute.multi() && held.size() >= FEWEST_ACCOUNTS && 2 * different.size() <= held.size();
        return isChoice ? different : List.of();
    }
}
