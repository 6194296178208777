package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.CommandTypes.CHANGING;
import static dev.connectorkit.testkit.rules.CommandTypes.DELETE;
import static dev.connectorkit.testkit.rules.CommandTypes.DISCOVER;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.runtime.CommandRequest;
import dev.connectorkit.testkit.run.Driver;
import dev.connectorkit.testkit.run.Exchange;
import dev.connectorkit.testkit.run.LineListener;
import dev.connectorkit.testkit.run.Secrets;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the trials of one validation share: the connector, what is known of it, and what must be cleaned up. */
final class Session {
    /** The name under which the list of accounts is remembered. */
    static final String ACCOUNTS = "accounts";

    private final Driver driver;
    private final Patience patience;
    private final Options options;
    private final SpecView spec;
    private final Observations observations;
    private final List<ResourceObject> testAccounts = new ArrayList<>();
    private final Map<String, List<ResourceObject>> lists = new HashMap<>();
    private final Map<String, ResourceObject> borrowed = new LinkedHashMap<>();
    private final List<String> notRestored = new ArrayList<>();
    private final List<String> leftBehind = new ArrayList<>();
    private Secrets secrets;
    private SpecView.@Nullable Schema accountSchema;
    private SpecView.@Nullable Schema discoveredSchema;
    private boolean discovered;
    private @Nullable Boolean heedsFilters;
    private @Nullable Boolean idsAreNumbers;
    private @Nullable SourceHabits habits;
    private final Set<String> derived = new HashSet<>();
    private final String originalConfig;
    private @Nullable List<ResourceObject> firstList;
    private boolean lookedAround;
    private volatile boolean sourceMoved;
    private int made;

    Session(Driver driver, Options options, JsonObject spec) {
        this.driver = new BoundedDriver(driver);
        patience = new Patience(this.driver);
        this.options = options;
        this.spec = SpecView.of(spec);
        secrets = Secrets.none().and(options.config(), this.spec.secretItems());
        originalConfig = Json.toText(options.config());
        observations = new Observations(this);
    }

    Driver driver() {
        return driver;
    }

    Options options() {
        return options;
    }

    SpecView spec() {
        return spec;
    }

    Secrets secrets() {
        return secrets;
    }

    Observations observations() {
        return observations;
    }

    /** Returns the config as it was before any invocation. */
    String originalConfig() {
        return originalConfig;
    }

    /** Returns a number that was not handed out before. */
    int nextNumber() {
        return ++made;
    }

    /** Returns whether nobody has looked around yet; somebody does now. */
    boolean startsLooking() {
        var starts = !lookedAround;
        lookedAround = true;
        return starts;
    }

    /** Returns whether the connector looks at filters; null if nobody has found out yet. */
    @Nullable
    Boolean heedsFilters() {
        return heedsFilters;
    }

    void heedsFilters(boolean heeds) {
        heedsFilters = heeds;
    }

    /** Returns the attributes that were seen to change with another one, and back with it. */
    Set<String> derived() {
        return derived;
    }

    /** Returns what is known of the source's way with values; null if nobody has found out yet. */
    @Nullable
    SourceHabits habits() {
        return habits;
    }

    void habits(SourceHabits found) {
        habits = found;
    }

    /** Returns whether the ids of accounts are numbers; false until an account was seen. */
    boolean idsAreNumbers() {
        return Boolean.TRUE.equals(idsAreNumbers);
    }

    boolean knowsIds() {
        return idsAreNumbers != null;
    }

    void idsAreNumbers(boolean numbers) {
        idsAreNumbers = numbers;
    }

    Exchange execute(CommandRequest request, LineListener listener) {
        if (CHANGING.contains(request.type())) {
            accountsChanged();
        }
        // Requests hold secrets of their own: passwords that are set, and credentials that are wrong on purpose.
        secrets = secrets.and(Inputs.of(request), Set.of()).and(request.config(), spec.secretItems());
        sourceMoved = false;
        var exchange = patience.ask(request, listener);
        observations.observe(exchange);
        var failure = exchange.failure();
        if (failure != null && BoundedDriver.isEndless(failure)) {
            throw new RuleFailure("`" + request.type() + "`: " + failure.message(), List.of(exchange), List.of());
        }
        return exchange;
    }

    /** Sends a command with the configuration as it should be, for no rule to observe. */
    Exchange ask(String command, JsonObject input) {
        return patience.ask(CommandRequest.of(command, input).withConfig(options.config()), line -> {});
    }

    /** Returns that the connector answered once and does not any more, in words; null while it does. */
    @Nullable
    String connectorGone() {
        return patience.gone();
    }

    /** Remembers that the source was edited while the command that runs now was reading it. */
    void sourceMoves() {
        sourceMoved = true;
    }

    /** Returns whether the source was edited under the command that ran last, which may have seen it half and half. */
    boolean sourceMoved() {
        return sourceMoved;
    }

    /** Forgets what was listed: the source has changed. */
    void sourceChanged() {
        lists.clear();
    }

    /** Forgets which accounts were listed. Entitlements are not what the commands of rules change. */
    void accountsChanged() {
        lists.remove(ACCOUNTS);
    }

    @Nullable
    List<ResourceObject> listed(String what) {
        return lists.get(what);
    }

    void remember(String what, List<ResourceObject> objects) {
        lists.put(what, List.copyOf(objects));
    }

    /** Returns the account schema: the static one, or the one that the connector discovers; null if there is none. */
    SpecView.@Nullable Schema accountSchema() {
        if (accountSchema == null) {
            accountSchema = spec.accountSchema();
        }
        if (accountSchema == null) {
            accountSchema = discoveredSchema();
        }
        return accountSchema;
    }

    /** Returns the account schema that the connector discovers; null if it discovers none. */
    SpecView.@Nullable Schema discoveredSchema() {
        if (!discovered && spec.commands().contains(DISCOVER)) {
            discovered = true;
            var output = ask(DISCOVER, JsonValue.EMPTY_JSON_OBJECT).output();
            discoveredSchema = output == null ? null : SpecView.Schema.of(output);
        }
        return discoveredSchema;
    }

    void created(ResourceObject account) {
        testAccounts.add(account);
    }

    boolean isTestAccount(String id) {
        return testAccounts.stream().anyMatch(account -> account.id().equalsIgnoreCase(id));
    }

    void deleted(ResourceObject account) {
        testAccounts.removeIf(other -> other.id().equals(account.id()));
    }

    /** Removes the test accounts that are there still, the newest first, and changes back what was borrowed. */
    void cleanUp() {
        for (var i = testAccounts.size() - 1; i >= 0; i--) {
            remove(testAccounts.get(i));
            accountsChanged();
        }
        testAccounts.clear();
        for (var account : borrowed.values()) {
            new Restoration(this, account).attempt().ifPresent(notRestored::add);
            accountsChanged();
        }
        borrowed.clear();
    }

    private void remove(ResourceObject account) {
        if (!spec.commands().contains(DELETE)) {
            leftBehind.add(account.id());
            return;
        }
        var exchange = ask(DELETE, account.reference());
        if (!exchange.succeeded() && !exchange.isNotFound()) {
            leftBehind.add(account.id());
        }
    }

    /** Remembers an account that is about to be changed though it is none of ours, to be changed back in the end. */
    void borrow(ResourceObject account) {
        borrowed.putIfAbsent(account.id(), account);
    }

    /** Returns what is left of the changes to accounts that were not ours, in words. */
    List<String> notRestored() {
        return List.copyOf(notRestored);
    }

    /** Remembers what the very first list sent. */
    void firstList(List<ResourceObject> accounts) {
        firstList = List.copyOf(accounts);
    }

    /** Returns what the very first list sent; null if none was sent. */
    @Nullable
    List<ResourceObject> firstList() {
        return firstList;
    }

    /** Returns the test accounts that could not be removed. */
    List<String> leftBehind() {
        return List.copyOf(leftBehind);
    }
}
