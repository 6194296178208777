package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.CommandTypes.CREATE;
import static dev.connectorkit.testkit.rules.CommandTypes.UPDATE;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.testkit.run.Exchange;
import dev.connectorkit.testkit.run.Failure;
import dev.connectorkit.testkit.run.Secrets;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A series of updates to one account, each held against what it should come to. */
final class Updates {
    /** What a program says when it falls over, rather than refuses. */
    private static final Pattern CRASH = Pattern.compile(
            "TypeError|ReferenceError|NullPointerException|ClassCastException|IndexOutOfBounds|is not a function"
                    + "|is not iterable|Cannot read propert|undefined|class java\\.|cannot be cast"
                    + "|KeyError|AttributeError|IndexError|UnboundLocalError|NameError|NoneType|unhashable type"
                    + "|object is not|Traceback \\(most recent call last\\)|NullReferenceException"
                    + "|KeyNotFoundException|nil pointer dereference|index out of range");

    private static final Set<String> NAMES_OF_NOTHING =
            Set.of("None", "null", "NULL", "nil", "undefined", "NaN", "nan");

    private final Trial trial;
    private final Set<String> accepted = new HashSet<>();
    private final List<String> steps = new ArrayList<>();
    private final List<Step> made = new ArrayList<>();
    private final boolean again;
    private final List<String> refusals = new ArrayList<>();
    private ResourceObject account;
    private String doubt = "";

    /** What became of an update. */
    enum Outcome {
        /** The connector made it, and it took effect. */
        MADE,
        /** The connector refused it, as it may for this attribute. */
        REFUSED
    }

    /** Changes that were sent together, and whether any connector may refuse them. */
    private record Step(boolean refusable, List<JsonObject> changes) {}

    Updates(Trial trial, ResourceObject account) {
        this(trial, account, false);
    }

    private Updates(Trial trial, ResourceObject account, boolean again) {
        this.trial = trial;
        this.account = trial.existing(account);
        this.again = again;
    }

    /** Has this say, where a value is not as it should be, what else than the connector may be behind it. */
    void doubting(String question) {
        doubt = ": " + question;
    }

    /** Returns the account as it was read after the last update. */
    ResourceObject account() {
        return account;
    }

    /** Returns the values of an attribute that the account does not have by itself. */
    List<JsonValue> notGiven(SpecView.Attribute attribute) {
        return GivenValues.of(trial).leaveOut(account, attribute.name(), account.values(attribute.name()));
    }

    /** Reads the account again. */
    ResourceObject refresh() {
        account = trial.existing(account);
        return account;
    }

    /** Returns the attributes that an update may be about: all but the identity, secrets, and what is read-only. */
    List<SpecView.Attribute> attributes() {
        var schema = trial.accountSchema();
        return schema.attributes().stream()
                .filter(attribute -> !attribute.name().equals(schema.identityAttribute())
                        && !account.keyIds().contains(textOf(attribute))
                        && !Secrets.isSecretName(attribute.name())
                        && !trial.session().derived().contains(attribute.name())
                        && !trial.inputs().isReadOnly(attribute.name()))
                .toList();
    }

    private String textOf(SpecView.Attribute attribute) {
        var value = account.attribute(attribute.name());
        return value instanceof JsonString text ? text.getString() : "";
    }

    boolean isAccepted(SpecView.Attribute attribute) {
        return accepted.contains(attribute.name());
    }

    /** Returns whether no update was made. */
    boolean isUntouched() {
        return accepted.isEmpty();
    }

    /** Sends changes and checks that the attributes they name are what the changes should have made of them. */
    Outcome make(JsonObject... changes) {
        return make(new Step(false, List.of(changes)));
    }

    /** Does the same with changes that any connector may refuse, but none may get wrong. */
    Outcome makeIfTaken(JsonObject... changes) {
        return make(new Step(true, List.of(changes)));
    }

    private Outcome make(Step step) {
        made.add(step);
        try {
            var outcome = attempt(step.refusable(), step.changes());
            if (outcome == Outcome.REFUSED) {
                made.remove(made.size() - 1);
            }
            return outcome;
        } catch (RuleFailure failure) {
            throw shortest(failure);
        }
    }

    /** Returns the failure of as few of the updates so far as fail on a new account, or else the one there is. */
    private RuleFailure shortest(RuleFailure failure) {
        if (again || !trial.has(CREATE)) {
            return failure;
        }
        var fewest = Shrinker.shrink(made, fewer -> failureOf(fewer) != null);
        var shown = failureOf(fewest);
        return shown == null ? failure : shown;
    }

    private @Nullable RuleFailure failureOf(List<Step> steps) {
        ResourceObject fresh;
        try {
            fresh = trial.subject();
        } catch (RuleFailure | RuleSkipped unavailable) {
            return null;
        }
        var updates = new Updates(trial, fresh, true);
        updates.doubt = doubt;
        updates.steps.add("create an account");
        try {
            steps.forEach(updates::make);
            return null;
        } catch (RuleFailure failure) {
            return failure;
        }
    }

    private Outcome attempt(boolean refusable, List<JsonObject> changes) {
        var emptied = new HashSet<String>();
        var expected = expected(changes, emptied);
        var exchange = send(changes);
        var failure = exchange.failure();
        if (failure != null) {
            for (var name : expected.keySet()) {
                if (refusable
                        ? failure.isNotFound() || isCrash(failure)
                        : !mayRefuse(name, failure, emptied.contains(name))) {
                    throw trial.failure(
                            "the update of `" + name + "` with " + show(changes) + " fails: " + failure,
                            steps,
                            exchange);
                }
            }
            if (!refusable) {
                refusals.add(failure.toString());
            }
            steps.remove(steps.size() - 1);
            return Outcome.REFUSED;
        }
        var before = account;
        refresh();
        checkRest(before, expected.keySet(), exchange, changes);
        expected.forEach((name, values) -> {
            if (!(values.isEmpty() && (holdsNothing(name) || holdsDefault(name)))
                    && !GivenValues.of(trial).isAsAsked(trial, account, name, values)) {
                throw trial.failure(
                        "after " + show(changes) + ", attribute `" + name + "` should " + shouldBe(name, values)
                                + " but is " + Compare.show(account.attribute(name)) + doubt,
                        steps,
                        exchange);
            }
            accepted.add(name);
        });
        trial.exercised(1, expected.size());
        return Outcome.MADE;
    }

    /** Returns whether an attribute holds an empty text, where that is the source's way to show that it holds nothing. */
    private boolean holdsNothing(String name) {
        var habits = trial.session().habits();
        return habits != null && habits.blank() && account.values(name).equals(List.of(Json.text("")));
    }

    /** Returns whether an attribute holds what every account has in it that was created without. */
    private boolean holdsDefault(String name) {
        var attribute = Objects.requireNonNull(trial.accountSchema().attribute(name));
        var value = account.attribute(name);
        var input = trial.inputs().attributes(Inputs.Extent.MINIMAL);
        if (attribute.multi()
                || value == null
                || isNameOfNothing(value)
                || input.containsKey(name)
                || !trial.has(CREATE)) {
            return false;
        }
        var output = trial.tryCreate(trial.inputs().create(input)).output();
        var fresh = output == null ? null : trial.find(new ResourceObject(output));
        var isDefault = fresh != null && Compare.equal(value, fresh.attribute(name));
        if (isDefault) {
            trial.note("`" + name + "` is " + Compare.show(value) + " where it has no value, as in a new account");
        }
        return isDefault;
    }

    /** Returns whether a text is what a program makes of no value when it takes it for a text. */
    private static boolean isNameOfNothing(JsonValue value) {
        return value instanceof JsonString text && NAMES_OF_NOTHING.contains(text.getString());
    }

    private String shouldBe(String name, List<JsonValue> values) {
        var attribute = Objects.requireNonNull(trial.accountSchema().attribute(name));
        if (attribute.multi() || values.size() > 1) {
            return "be " + Compare.show(Inputs.array(values));
        }
        return values.isEmpty() ? "have no value" : "be " + Compare.show(values.get(0));
    }

    private void checkRest(ResourceObject before, Set<String> changed, Exchange exchange, List<JsonObject> changes) {
        var differences = trial.changes(before, account, changed);
        if (!differences.isEmpty()) {
            if (new Derived(trial, changed).follows(before, account)) {
                refresh();
                return;
            }
            throw trial.failure(
                    "after " + show(changes) + " more has changed: " + String.join("; ", differences), steps, exchange);
        }
    }

    Exchange send(JsonObject... changes) {
        return send(List.of(changes));
    }

    private Exchange send(List<JsonObject> changes) {
        steps.add("update " + account + " with " + show(changes));
        return trial.run(UPDATE, Inputs.update(account, changes));
    }

    private static String show(List<JsonObject> changes) {
        return Json.toText(Inputs.array(changes));
    }

    /** Returns what the changes come to, and notes the attributes that have no value at the end or on the way to it. */
    private Map<String, List<JsonValue>> expected(List<JsonObject> changes, Set<String> emptied) {
        var expected = new LinkedHashMap<String, List<JsonValue>>();
        for (var change : changes) {
            var name = change.getString("attribute");
            var attribute = Objects.requireNonNull(trial.accountSchema().attribute(name));
            var held = expected.computeIfAbsent(name, key -> new ArrayList<>(account.values(key)));
            apply(change.getString("op"), attribute.multi(), values(change.get("value")), held);
            if (held.isEmpty()) {
                emptied.add(name);
            }
        }
        return expected;
    }

    private static List<JsonValue> values(@Nullable JsonValue value) {
        return value == null || value == JsonValue.NULL
                ? List.of()
                : value instanceof JsonArray array ? List.copyOf(array) : List.of(value);
    }

    private static void apply(String op, boolean multi, List<JsonValue> values, List<JsonValue> held) {
        if (op.equals("Set") || (op.equals("Add") && !multi)) {
            held.clear();
            held.addAll(values);
        } else if (op.equals("Add")) {
            values.stream()
                    .filter(value -> held.stream().noneMatch(other -> Compare.equal(value, other)))
                    .forEach(held::add);
        } else if (multi) {
            held.removeIf(value -> values.stream().anyMatch(other -> Compare.equal(value, other)));
        } else {
            held.clear();
        }
    }

    /** Returns whether a failure is that of a program that fell over. */
    static boolean isCrash(Failure failure) {
        return CRASH.matcher(failure.message()).find();
    }

    /** Returns whether a connector may refuse to change an attribute: it may be one that the source maintains itself. */
    private boolean mayRefuse(String name, Failure failure, boolean emptied) {
        if (failure.isNotFound() || isCrash(failure)) {
            return false;
        }
        if (emptied) {
            // A source may insist on a value: on a last role, say.
            return true;
        }
        if (accepted.contains(name)) {
            return false;
        }
        var schema = trial.accountSchema();
        var attribute = schema.attribute(name);
        if (attribute == null || (attribute.entitlement() && attribute.multi())) {
            return false;
        }
        var template = trial.spec().template();
        return template == null
                || name.equals(schema.displayAttribute())
                || template.stream().noneMatch(field -> field.key().equals(name) && !field.unique());
    }

    /** Fails if the connector refused every update, and skips if there was none to make. */
    void requireSome(String what) {
        if (accepted.isEmpty() && !refusals.isEmpty()) {
            throw trial.failure("no attribute can be " + what + "; the first one fails: " + refusals.get(0));
        }
        if (!refusals.isEmpty()) {
            trial.note("refused: " + String.join("; ", new LinkedHashSet<>(refusals)));
        }
    }

    /** Returns the multi-valued attributes that take an added value. */
    List<SpecView.Attribute> acceptedMultiValued() {
        for (var attribute : attributes()) {
            var values = attribute.multi() ? trial.inputs().many(attribute) : List.<JsonValue>of();
            if (values.size() > 1) {
                var exchange = send(Inputs.change("Add", attribute.name(), values.get(0)));
                if (exchange.succeeded()) {
                    accepted.add(attribute.name());
                }
            }
        }
        return attributes().stream()
                .filter(attribute -> attribute.multi() && isAccepted(attribute))
                .toList();
    }
}
