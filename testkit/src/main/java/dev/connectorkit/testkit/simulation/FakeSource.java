package dev.connectorkit.testkit.simulation;

import static java.util.Objects.requireNonNull;

import dev.connectorkit.dsl.command.Attributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A source in memory for connectors under test: tables with pages and a change log, whose calls take their time on a
 * virtual clock and go wrong when told to.
 *
 * <pre>{@code
 * var source = new FakeSource(new VirtualClock());
 * var users = source.accounts("users", n -> Attributes.of(Map.of("id", "u" + n, "email", "u" + n + "@example.com")));
 * }</pre>
 *
 * <p>Safe for concurrent use.
 */
public final class FakeSource implements SourceControl {
    private static final Duration USUAL_LATENCY = Duration.ofMillis(5);
    private static final Duration FOREVER = Duration.ofDays(1);
    private static final int DEFAULT_PAGE_SIZE = 10;
    private static final int INITIAL_ACCOUNTS = 5;
    private static final int FAILURES_TO_BEAR = 10_000;

    private final VirtualClock clock;
    private final Map<String, FakeTable> tables = new LinkedHashMap<>();
    private final Map<String, FakeTable> entitlements = new LinkedHashMap<>();
    private final List<SourceRequest> requests = new ArrayList<>();
    private @Nullable FakeTable accounts;
    private Consumer<SourceRequest> listener = request -> {};
    private @Nullable Fault fault;
    private int faultyCalls;
    private Duration listLatency = USUAL_LATENCY;
    private Duration clientTimeout = FOREVER;
    private int pageSize = DEFAULT_PAGE_SIZE;

    /** Creates a source without tables. */
    public FakeSource(VirtualClock clock) {
        this.clock = requireNonNull(clock, "clock");
    }

    /** Sets how many rows a page has; 10 otherwise. Returns this. */
    public FakeSource pageSize(int rows) {
        pageSize = rows;
        return this;
    }

    /**
     * Sets how long the connector's client waits for an answer. A call that hangs then fails with status 408 after that
     * time; without it, a call that hangs takes a day. Returns this.
     */
    public FakeSource clientTimeout(Duration timeout) {
        clientTimeout = requireNonNull(timeout, "timeout");
        return this;
    }

    /**
     * Adds the table of accounts, with five rows at first.
     *
     * @param row makes the row of a number, the same each time; its attribute {@code id} is the row's id
     */
    public FakeTable accounts(String name, IntFunction<Attributes> row) {
        var table = table(name, INITIAL_ACCOUNTS, row);
        accounts = table;
        return table;
    }

    /** Adds a table with so many rows at first; {@code row} is as in {@link #accounts}. */
    public FakeTable table(String name, int rows, IntFunction<Attributes> row) {
        var table = new FakeTable(this, name, rows, row);
        if (tables.putIfAbsent(name, table) != null) {
            throw new IllegalArgumentException("the source has a table `" + name + "` already");
        }
        return table;
    }

    /**
     * Adds the table of the entitlements of one type, with so many rows at first; {@code row} is as in {@link #accounts}.
     *
     * @param type the type, as in the connector's entitlement schema
     */
    public FakeTable entitlements(String type, String name, int rows, IntFunction<Attributes> row) {
        var table = table(name, rows, row);
        entitlements.put(requireNonNull(type, "type"), table);
        return table;
    }

    /** Returns a table by its name, or null if there is none. */
    public @Nullable FakeTable table(String name) {
        return tables.get(name);
    }

    /** Asks whether the source is there; a call like any other. */
    public void ping() {
        call(SourceRequest.Kind.READ, "ping", () -> true);
    }

    @Override
    public Set<Ability> abilities() {
        var abilities = accounts == null ? EnumSet.of(Ability.REQUESTS, Ability.FAULTS) : EnumSet.allOf(Ability.class);
        if (entitlements.isEmpty()) {
            abilities.remove(Ability.FILL_ENTITLEMENTS);
        }
        return abilities;
    }

    @Override
    public VirtualClock clock() {
        return clock;
    }

    @Override
    public synchronized void reset(int number) {
        heal();
        listener = request -> {};
        requests.clear();
        tables.values().forEach(FakeTable::reset);
        table().fill(number);
    }

    private FakeTable table() {
        if (accounts == null) {
            throw new IllegalStateException("this source has no table of accounts: call accounts(…) first");
        }
        return accounts;
    }

    @Override
    public Set<String> entitlementTypes() {
        return Set.copyOf(entitlements.keySet());
    }

    @Override
    public void fillEntitlements(String type, int number) {
        var table = entitlements.get(type);
        if (table == null) {
            throw new IllegalArgumentException("this source has no entitlements of type `" + type + "`");
        }
        table.fill(number);
    }

    @Override
    public int pageSize() {
        return pageSize;
    }

    @Override
    public void add(int number) {
        table().put(number);
    }

    @Override
    public void change(int number) {
        table().change(number);
    }

    @Override
    public void remove(int number) {
        table().remove(number);
    }

    @Override
    public synchronized List<SourceRequest> requests() {
        return List.copyOf(requests);
    }

    @Override
    public synchronized void whenAsked(Consumer<SourceRequest> listener) {
        this.listener = requireNonNull(listener, "listener");
    }

    @Override
    public synchronized void inject(Fault fault) {
        this.fault = requireNonNull(fault, "fault");
        faultyCalls = 0;
    }

    @Override
    public synchronized void heal() {
        fault = null;
        listLatency = USUAL_LATENCY;
    }

    @Override
    public synchronized void slowDown(Duration latency) {
        listLatency = requireNonNull(latency, "latency");
    }

    @Override
    public boolean hasPassword(String id, String password) {
        var row = table().row(id);
        return row != null && password.equals(row.text("password"));
    }

    <T> T call(SourceRequest.Kind kind, String target, Supplier<T> work) {
        SourceRequest request;
        Fault failing;
        synchronized (this) {
            request = new SourceRequest(kind, target, clock.instant());
            requests.add(request);
            failing = failing(kind);
        }
        clock.advance(kind == SourceRequest.Kind.LIST ? listLatency : USUAL_LATENCY);
        var result = failing == null ? work.get() : fail(failing, work);
        listener.accept(request);
        return result;
    }

    private @Nullable Fault failing(SourceRequest.Kind kind) {
        var current = fault;
        if (current == null || !current.calls().contains(kind)) {
            return null;
        }
        var before = faultyCalls++;
        var fails = before >= current.after() && before - current.after() < current.times();
        if (fails && before - current.after() >= FAILURES_TO_BEAR) {
            throw new EndlessCommandError("the source failed " + FAILURES_TO_BEAR
                    + " times, and is asked once more. Are failed calls repeated without end?");
        }
        return fails ? current : null;
    }

    private <T> T fail(Fault fault, Supplier<T> work) {
        var what = fault.what();
        throw switch (what) {
            case TOO_MANY_REQUESTS -> new SourceException(429, "too many requests", fault.retryAfter(), what, null);
            case UNAUTHORIZED -> failed(401, "the token is not accepted any more", what, null);
            case SERVER_ERROR -> failed(500, "internal server error", what, null);
            case TRUNCATED -> failed(502, "the answer breaks off in the middle", what, work.get());
            case DOWN -> failed(503, "the source is not there", what, null);
            case LOST_ANSWER -> failed(500, "internal server error", what, work.get());
            case HANG -> {
                clock.advance(clientTimeout);
                yield failed(408, "no answer within " + clientTimeout.toSeconds() + " s", what, null);
            }
        };
    }

    private static SourceException failed(int status, String message, Fault.What what, @Nullable Object lost) {
        return new SourceException(status, message, null, what, lost);
    }
}
