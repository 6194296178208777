package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.CommandTypes.CREATE;
import static dev.connectorkit.testkit.rules.CommandTypes.LIST;
import static dev.connectorkit.testkit.rules.CommandTypes.READ;
import static dev.connectorkit.testkit.rules.CommandTypes.UPDATE;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a source does with the values that it is given, found out before any rule changes an account: a connector is not
 * to blame for what its source does.
 *
 * @param maintained the attributes that the source gives values of its own, whatever a create or an update asks for
 * @param choosy whether it refuses made-up values and takes those that accounts have already
 * @param times a value of each attribute that holds dates or times, in the source's form
 * @param blank whether it shows an empty text where an attribute has no value
 * @param given the values that it gives every account, asked for or not
 * @param copies the attributes that take no value and show that of another one, which is named
 */
record SourceHabits(
        Set<String> maintained,
        boolean choosy,
        Map<String, String> times,
        boolean blank,
        GivenValues given,
        Map<String, String> copies) {
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(T.+)?");
    private static final int DAYS = 28;
    private static final int FEWEST_ACCOUNTS = 4;
    private static final int CHANGES_TO_TELL = 3;
    private static final Pattern STAMP = Pattern.compile("\\d{4}");

    /** Finds out, with the help of one test account. */
    static SourceHabits of(Trial trial) {
        var times = times(trial);
        // What is asked meanwhile must not lead here again.
        var none = new SourceHabits(Set.of(), false, times, false, GivenValues.NONE, Map.of());
        trial.session().habits(none);
        if (!trial.mayChange(CREATE) || trial.session().accountSchema() == null) {
            return none;
        }
        // What all accounts have is not asked for here, to see whether it comes by itself.
        var common = trial.has(LIST) ? GivenValues.common(trial.accounts(), trial.accountSchema()) : GivenValues.NONE;
        for (var choosy : List.of(false, true)) {
            var assumed = new SourceHabits(Set.of(), choosy, times, false, common, Map.of());
            var asked = assumed.askedFor(trial);
            var created = trial.tryCreate(trial.inputs().create(asked));
            if (created.succeeded()) {
                return assumed.afterCreating(trial, created.output(), asked);
            }
        }
        return none;
    }

    private Map<String, JsonValue> askedFor(Trial trial) {
        trial.session().habits(this);
        try {
            return trial.inputs().attributes(Inputs.Extent.MAXIMAL);
        } finally {
            // What is given is a guess until an account that was created shows it.
            trial.session().habits(new SourceHabits(maintained, choosy, times, blank, GivenValues.NONE, copies));
        }
    }

    private SourceHabits afterCreating(Trial trial, @Nullable JsonObject created, Map<String, JsonValue> asked) {
        var blank = created != null && showsBlanks(trial, new ResourceObject(created), asked.keySet());
        var unasked = unasked(trial, created, asked);
        var copies = new TreeMap<String, String>();
        return new SourceHabits(maintained(trial, created, asked, copies), choosy, times, blank, unasked, copies);
    }

    /** Returns which of the values that all accounts have came by themselves. */
    private GivenValues unasked(Trial trial, @Nullable JsonObject created, Map<String, JsonValue> asked) {
        var account = created == null || given.isEmpty() ? null : trial.find(new ResourceObject(created));
        return account == null ? GivenValues.NONE : given.unaskedOf(account, asked);
    }

    private static boolean showsBlanks(Trial trial, ResourceObject created, Set<String> asked) {
        return trial.accountSchema().attributes().stream()
                .filter(attribute -> !attribute.multi() && !asked.contains(attribute.name()))
                .anyMatch(attribute -> created.attribute(attribute.name()) instanceof JsonString text
                        && text.getString().isEmpty());
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

    private static Set<String> maintained(
            Trial trial, @Nullable JsonObject created, Map<String, JsonValue> asked, Map<String, String> copies) {
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
            var ear = earFor(trial, account, attribute, value);
            var other = ear == Ear.DEAF ? copied(trial, asked, attribute, value) : null;
            if (other != null) {
                copies.put(attribute.name(), other);
            }
            // Who writes an attribute into the create template says that it is taken. That a login is the id by another
            // name is common.
            var isMixedUp =
                    other != null && !other.equals(schema.identityAttribute()) && isInTemplate(trial, attribute);
            if (ear != Ear.HEARS && !isMixedUp) {
                maintained.add(attribute.name());
            }
        }
        maintained.addAll(stamps(trial, new ResourceObject(created)));
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

    /** Returns the attributes that grow when another one changes, as versions and times of changes do. */
    private static Set<String> stamps(Trial trial, ResourceObject created) {
        var schema = trial.accountSchema();
        var changed = schema.displayAttribute() == null ? null : schema.attribute(schema.displayAttribute());
        if (changed == null || changed.name().equals(schema.identityAttribute())) {
            return Set.of();
        }
        var unsteady = new HashSet<String>();
        var grown = new HashSet<String>();
        for (var change = 0; change < CHANGES_TO_TELL; change++) {
            var value = trial.inputs().value(changed);
            var before = trial.find(created);
            if (value == null || before == null) {
                return Set.of();
            }
            trial.run(UPDATE, Inputs.update(before, List.of(Inputs.change("Set", changed.name(), value))));
            var after = trial.find(created);
            if (after == null) {
                return Set.of();
            }
            for (var attribute : schema.attributes()) {
                var was = before.attribute(attribute.name());
                var is = after.attribute(attribute.name());
                if (!attribute.equals(changed) && !Compare.equal(was, is)) {
                    (hasGrown(was, is) ? grown : unsteady).add(attribute.name());
                }
            }
        }
        grown.removeAll(unsteady);
        return grown;
    }

    private static boolean hasGrown(@Nullable JsonValue before, @Nullable JsonValue after) {
        if (before instanceof JsonNumber one && after instanceof JsonNumber other) {
            return one.bigDecimalValue().compareTo(other.bigDecimalValue()) < 0;
        }
        return before instanceof JsonString one
                && after instanceof JsonString other
                && STAMP.matcher(one.getString()).lookingAt()
                && STAMP.matcher(other.getString()).lookingAt()
                && one.getString().compareTo(other.getString()) < 0;
    }

    /** Returns the attribute that was given the very value that another one shows; null if there is none. */
    private static @Nullable String copied(
            Trial trial, Map<String, JsonValue> asked, SpecView.Attribute attribute, JsonValue value) {
        return asked.entrySet().stream()
                .filter(other -> !other.getKey().equals(attribute.name())
                        && value instanceof JsonString
                        && !trial.session().options().isGiven(other.getKey())
                        && Compare.equal(other.getValue(), value))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private static boolean isInTemplate(Trial trial, SpecView.Attribute attribute) {
        var template = trial.spec().template();
        return template != null
                && template.stream().anyMatch(field -> field.key().equals(attribute.name()));
    }

    /** How an attribute that shows another value than it was created with takes an update. */
    private enum Ear {
        HEARS,
        REFUSES,
        DEAF
    }

    private static Ear earFor(Trial trial, ResourceObject account, SpecView.Attribute attribute, JsonValue value) {
        var other = attribute.type().equals("boolean")
                ? (value == JsonValue.TRUE ? JsonValue.FALSE : JsonValue.TRUE)
                : trial.inputs().value(attribute);
        if (other == null || Compare.equal(other, value)) {
            return Ear.HEARS;
        }
        var change = Inputs.change("Set", attribute.name(), other);
        var exchange = trial.run(UPDATE, Inputs.update(account, List.of(change)));
        var failure = exchange.failure();
        if (failure != null) {
            return failure.isNotFound() || Updates.isCrash(failure) ? Ear.HEARS : Ear.REFUSES;
        }
        var after = trial.find(account);
        return after != null && Compare.equal(after.attribute(attribute.name()), value) ? Ear.DEAF : Ear.HEARS;
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
