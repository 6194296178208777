package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.CommandTypes.CREATE;
import static dev.connectorkit.testkit.rules.CommandTypes.ENTITLEMENT_LIST;
import static dev.connectorkit.testkit.rules.CommandTypes.LIST;
import static dev.connectorkit.testkit.rules.CommandTypes.READ;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.runtime.CommandRequest;
import dev.connectorkit.testkit.run.Exchange;
import dev.connectorkit.testkit.run.LineListener;
import dev.connectorkit.testkit.simulation.SourceControl;
import dev.connectorkit.testkit.simulation.SourceControl.Ability;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One try of one rule: what the rule's body asks, does, counts and finds. */
final class Trial {
    private static final int EXCHANGES_SHOWN = 4;

    private final Session session;
    private final Random random;
    private final Inputs inputs;
    private final List<Exchange> exchanges = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private long objects;
    private long attributes;

    Trial(Session session, Rule rule) {
        this.session = session;
        random = new Random(session.options().seed() * 31 + rule.id().hashCode());
        inputs = new Inputs(this);
    }

    Session session() {
        return session;
    }

    SpecView spec() {
        return session.spec();
    }

    JsonObject config() {
        return session.options().config();
    }

    Random random() {
        return random;
    }

    Inputs inputs() {
        return inputs;
    }

    int limit() {
        return session.options().limit();
    }

    boolean has(String command) {
        return spec().commands().contains(command);
    }

    boolean mayChange(String command) {
        return has(command) && !session.options().readOnly();
    }

    boolean can(Ability ability) {
        var source = session.options().source();
        return source != null && source.abilities().contains(ability);
    }

    SourceControl source() {
        var source = session.options().source();
        if (source == null) {
            throw new RuleSkipped("there is no hand on the source");
        }
        return source;
    }

    SpecView.Schema accountSchema() {
        var schema = session.accountSchema();
        if (schema == null) {
            throw new RuleSkipped("the specification has no account schema");
        }
        return schema;
    }

    /** Returns the schema of one type of entitlements; of the only type there is if the type is null. */
    SpecView.@Nullable Schema entitlementSchema(@Nullable String type) {
        var schemas = spec().entitlementSchemas();
        return schemas.stream()
                .filter(schema -> type == null ? schemas.size() == 1 : type.equals(schema.type()))
                .findFirst()
                .orElse(null);
    }

    Exchange run(String command, JsonObject input) {
        return run(command, input, config(), line -> {});
    }

    Exchange run(String command, JsonObject input, JsonObject config) {
        return run(command, input, config, line -> {});
    }

    Exchange run(String command, JsonObject input, JsonObject config, LineListener listener) {
        var exchange = session.execute(CommandRequest.of(command, input).withConfig(config), listener);
        if (exchanges.size() == EXCHANGES_SHOWN) {
            exchanges.remove(0);
        }
        exchanges.add(exchange);
        return exchange;
    }

    /** Runs a command that must succeed. */
    Exchange succeed(String command, JsonObject input) {
        var exchange = run(command, input);
        check(exchange.succeeded(), "`" + command + "` fails: " + exchange.failure(), exchange);
        return exchange;
    }

    /** Runs a command that must succeed with one object. */
    ResourceObject one(String command, JsonObject input) {
        var exchange = succeed(command, input);
        var output = exchange.output();
        if (output == null) {
            throw failure(
                    "`" + command + "` sends one output, but sent "
                            + exchange.outputs().size(),
                    exchange);
        }
        return new ResourceObject(output);
    }

    /** Lists all accounts, as they are now. */
    List<ResourceObject> accounts() {
        return listed(LIST, JsonValue.EMPTY_JSON_OBJECT, Session.ACCOUNTS);
    }

    List<ResourceObject> entitlements(String type) {
        return listed(ENTITLEMENT_LIST, entitlementInput(type), "entitlements " + type);
    }

    static JsonObject entitlementInput(String type) {
        return Json.object().add("type", type).build();
    }

    private List<ResourceObject> listed(String command, JsonObject input, String what) {
        var known = session.listed(what);
        if (known == null) {
            known = objects(succeed(command, input));
            session.remember(what, known);
        }
        return known;
    }

    /** Lists all accounts again, whatever is known already. */
    List<ResourceObject> freshAccounts() {
        session.accountsChanged();
        return accounts();
    }

    static List<ResourceObject> objects(Exchange exchange) {
        return exchange.outputs().stream().map(ResourceObject::new).toList();
    }

    /** Returns the objects to look at one by one: all, or so many as the limit allows, drawn at random. */
    List<ResourceObject> sample(List<ResourceObject> all) {
        if (all.size() <= limit()) {
            return all;
        }
        var shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        return List.copyOf(shuffled.subList(0, limit()));
    }

    /** Returns an account as it is now, or null if it is not there. */
    @Nullable
    ResourceObject find(ResourceObject account) {
        if (has(READ)) {
            var exchange = run(READ, account.reference());
            if (exchange.isNotFound()) {
                return null;
            }
            check(exchange.succeeded(), "`" + READ + "` of " + account + " fails: " + exchange.failure(), exchange);
            var output = exchange.output();
            return output == null ? null : new ResourceObject(output);
        }
        return findInList(account);
    }

    @Nullable
    ResourceObject findInList(ResourceObject account) {
        if (!has(LIST)) {
            throw new RuleSkipped("the connector has neither account read nor account list to look with");
        }
        return freshAccounts().stream()
                .filter(other -> other.id().equals(account.id()))
                .findFirst()
                .orElse(null);
    }

    /** Returns an account that must be there. */
    ResourceObject existing(ResourceObject account) {
        var found = find(account);
        if (found == null) {
            throw failure(account + " is not found, though nothing removed it");
        }
        return found;
    }

    /**
     * Returns an account to change: one made for the purpose if the connector can create, or else one that is there, which
     * is changed back in the end.
     */
    ResourceObject subject() {
        if (has(CREATE)) {
            return create(inputs.create(Inputs.Extent.MAXIMAL));
        }
        if (!has(LIST)) {
            throw new RuleSkipped("the connector has neither account create nor account list to get an account from");
        }
        var all = accounts();
        if (all.isEmpty()) {
            throw new RuleSkipped("the source has no account");
        }
        var account = all.get(0);
        if (!can(Ability.FILL)) {
            note("tried on " + account + ", an account of the source, since the connector cannot create one");
            session.borrow(existing(account));
        }
        return account;
    }

    /**
     * Returns an account to change whose id is the beginning of another's, which is there too, if the source can be
     * brought to have them or the connector creates them.
     */
    ResourceObject lookalike() {
        return lookalike(account -> !account.flag("disabled"), other -> true);
    }

    /** Does the same with an account and another that are as asked for. */
    ResourceObject lookalike(Predicate<ResourceObject> one, Predicate<ResourceObject> another) {
        if (can(Ability.FILL) && has(LIST)) {
            Filling.lookalikes(this);
            var others = accounts().stream().filter(another).toList();
            for (var account : accounts()) {
                if (one.test(account) && others.stream().anyMatch(other -> isBeginning(account, other))) {
                    return account;
                }
            }
        }
        var account = subject();
        if (has(CREATE)) {
            createLonger(account);
        }
        return account;
    }

    /** Creates an account whose id begins with that of another, if the source lets its accounts be named. */
    private void createLonger(ResourceObject account) {
        var name = accountSchema().identityAttribute();
        var attributes = inputs.attributes(Inputs.Extent.MAXIMAL);
        if (name != null
                && attributes.containsKey(name)
                && !session.options().isGiven(name)
                && account.keyIds().size() < 2
                && !session.idsAreNumbers()) {
            attributes.put(name, Json.text(account.id() + "0"));
            tryCreate(inputs.create(attributes));
        }
    }

    private static boolean isBeginning(ResourceObject account, ResourceObject other) {
        return !account.id().isEmpty()
                && !other.id().equals(account.id())
                && other.id().startsWith(account.id());
    }

    /** Returns the attributes that the source maintains itself, as far as that is known or was said. */
    Set<String> maintained() {
        var known = new HashSet<>(session.options().readOnlyAttributes());
        var habits = session.habits();
        if (habits != null) {
            known.addAll(habits.maintained());
        }
        return known;
    }

    /** Finds out what the source does with the values that it is given, once in a validation. */
    void learnHabits() {
        if (session.habits() == null) {
            session.habits(SourceHabits.of(this));
        }
    }

    /** Returns what a command changed, in words, apart from some attributes and what the source maintains itself. */
    List<String> changes(ResourceObject before, ResourceObject after, Set<String> apartFrom) {
        var apart = maintained();
        apart.addAll(apartFrom);
        return Compare.changes(before, after, apart);
    }

    /** Creates a test account, which is removed in the end; skips if that is refused, for other rules say so. */
    ResourceObject create(JsonObject input) {
        var exchange = tryCreate(input);
        var output = exchange.output();
        if (output == null) {
            throw new RuleSkipped("no test account could be created: "
                    + (exchange.succeeded() ? "create sends no account" : exchange.failure()));
        }
        return new ResourceObject(output);
    }

    Exchange tryCreate(JsonObject input) {
        var exchange = run(CREATE, input);
        if (exchange.succeeded()) {
            objects(exchange).forEach(session::created);
        }
        return exchange;
    }

    /** Makes sure that the connector has sent what it can, once in a validation. */
    void lookAround() {
        if (session.startsLooking()) {
            lookAgain();
        }
    }

    /** Has the connector send what it can. */
    void lookAgain() {
        new LookAround(this).run();
    }

    void check(boolean holds, String message, Exchange... shown) {
        if (!holds) {
            throw failure(message, shown);
        }
    }

    RuleFailure failure(String message, Exchange... shown) {
        return failure(message, List.of(), shown);
    }

    RuleFailure failure(String message, List<String> failingCase, Exchange... shown) {
        return new RuleFailure(message, shown.length == 0 ? exchanges : List.of(shown), failingCase);
    }

    /** Counts an object and its attributes as looked at; one without any member is no object. */
    void exercised(ResourceObject object) {
        objects += object.json().isEmpty() ? 0 : 1;
        attributes += object.attributes().size();
    }

    void exercised(long moreObjects, long moreAttributes) {
        objects += moreObjects;
        attributes += moreAttributes;
    }

    void note(String note) {
        if (!notes.contains(note)) {
            notes.add(note);
        }
    }

    long objects() {
        return objects;
    }

    long attributes() {
        return attributes;
    }

    List<String> notes() {
        return notes;
    }
}
