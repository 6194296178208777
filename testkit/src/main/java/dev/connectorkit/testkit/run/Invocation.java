package dev.connectorkit.testkit.run;

import static java.util.Objects.requireNonNull;

import dev.connectorkit.dsl.command.Account;
import dev.connectorkit.dsl.command.AccountListInput;
import dev.connectorkit.dsl.command.Command;
import dev.connectorkit.dsl.command.Commands;
import dev.connectorkit.dsl.command.Entitlement;
import dev.connectorkit.dsl.command.EntitlementListInput;
import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.runtime.CommandRequest;
import dev.connectorkit.testkit.simulation.PatchRejectedException;
import dev.connectorkit.testkit.simulation.SimulatedPlatform;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * A source on a simulated platform, ready to be asked: what the connector stores in one run is there in the next, and so
 * is the state it saved.
 *
 * <pre>{@code
 * var source = Invocation.through(driver).withConfig("baseUrl", "https://api.example.com");
 * source.run(ACCOUNT_LIST, AccountListInput.full());        // may store a cursor
 * source.withConfig("filterString", "( type == \"Contractor\" )")
 *     .run(ACCOUNT_LIST, AccountListInput.full());          // sees the cursor
 * }</pre>
 *
 * <p>Every {@code with…} returns another source, set up alike and storing the same, that goes its own way from there. The
 * platform's limits hold: a run fails if it sends what the platform would not take. Safe for concurrent use if its driver
 * is.
 */
public final class Invocation {
    private static final String ATTRIBUTES = "connectorAttributes";

    private final Driver driver;
    private final SimulatedPlatform platform;

    private Invocation(Driver driver, SimulatedPlatform platform) {
        this.driver = driver;
        this.platform = platform;
    }

    /** Returns a source that sends commands through a driver, with an empty configuration. */
    public static Invocation through(Driver driver) {
        var platform = SimulatedPlatform.empty();
        platform.hideEmptyAttributes();
        return new Invocation(requireNonNull(driver, "driver"), platform);
    }

    /** Returns this source with another configuration; what it holds below {@code connectorAttributes} is stored. */
    public Invocation withConfig(JsonObject config) {
        var settings = Json.object();
        config.forEach((name, value) -> {
            if (!name.equals(ATTRIBUTES)) {
                settings.add(name, value);
            }
        });
        var copy = platform.copy();
        copy.setConfig(settings.build());
        if (config.get(ATTRIBUTES) instanceof JsonObject stored) {
            copy.setAttributes(stored);
        }
        return new Invocation(driver, copy);
    }

    /** Returns this source with one more member in its configuration: text, a number, a boolean, lists and maps of these. */
    public Invocation withConfig(String key, @Nullable Object value) {
        var settings = Json.object();
        platform.settings().forEach(settings::add);
        var copy = platform.copy();
        copy.setConfig(settings.add(key, json(value)).build());
        return new Invocation(driver, copy);
    }

    /** Returns this source with a value that a data store saved before, below {@code connectorAttributes}. */
    public Invocation withStored(String key, @Nullable Object value) {
        var copy = platform.copy();
        copy.setAttribute(key, json(value));
        return new Invocation(driver, copy);
    }

    private static JsonValue json(@Nullable Object value) {
        return Json.toValue(out -> Json.writePlain(out, value));
    }

    /** Returns the configuration as the connector is shown it now: the settings and what is stored. */
    public JsonObject config() {
        return platform.config();
    }

    /** Returns the platform's side: what is stored and saved, the patches so far, and failures to order. */
    public SimulatedPlatform platform() {
        return platform;
    }

    /** Runs a command. A failure of the connector is part of what is returned, not thrown. */
    public <I, O> CommandRun<O> run(Command<I, O> command, I input) {
        var config = platform.config();
        var rejection = new PatchRejection();
        var exchange = driver.execute(CommandRequest.of(command, input).withConfig(config), line -> {
            if (line.type().equals(Line.CONFIG)) {
                rejection.during(() -> patch(line.data()));
            }
        });
        var checked = PlatformLimits.check(exchange, rejection.message);
        var run = new CommandRun<>(command, checked, checked.secrets(driver.secretItems()));
        var state = run.state();
        if (run.succeeded() && state != null) {
            platform.saveState(listOf(command.type(), input), state);
        }
        return run;
    }

    private void patch(JsonValue data) {
        if (!(data instanceof JsonArray operations)) {
            throw new PatchRejectedException("it is " + Json.describe(data) + ", not an array of operations");
        }
        platform.patchConfig(operations);
    }

    /** Remembers why the platform would not take a patch, which the connector does not learn. */
    private static final class PatchRejection {
        private @Nullable String message;

        private void during(Runnable patch) {
            try {
                patch.run();
            } catch (PatchRejectedException e) {
                message = message == null ? "the platform rejects the patch: " + e.getMessage() : message;
            }
        }
    }

    /**
     * Runs a stateful account list: the first asks for everything, later ones give the connector the state that it saved
     * in the last one that succeeded.
     */
    public CommandRun<Account> listAccountChanges() {
        var state = platform.state(listOf(Commands.ACCOUNT_LIST.type(), null));
        return run(
                Commands.ACCOUNT_LIST,
                state == null ? AccountListInput.firstStateful() : AccountListInput.since(state));
    }

    /** Runs a stateful list of entitlements of one type, as {@link #listAccountChanges()} does of accounts. */
    public CommandRun<Entitlement> listEntitlementChanges(String type) {
        var first = EntitlementListInput.firstStateful(type);
        var state = platform.state(listOf(Commands.ENTITLEMENT_LIST.type(), first));
        return run(Commands.ENTITLEMENT_LIST, state == null ? first : EntitlementListInput.since(type, state));
    }

    private static String listOf(String command, @Nullable Object input) {
        return input instanceof EntitlementListInput list ? command + " " + list.type() : command;
    }
}
