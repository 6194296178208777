package dev.connectorkit.testkit.rules;

import static java.util.Objects.requireNonNull;

import dev.connectorkit.dsl.Connector;
import dev.connectorkit.dsl.runtime.CommandRequest;
import dev.connectorkit.testkit.run.Driver;
import dev.connectorkit.testkit.run.InProcessDriver;
import dev.connectorkit.testkit.simulation.SourceControl;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A connector to hold against the rules, and how. Immutable; every method that sets something returns a new value.
 *
 * <p>Without a {@link #source hand on the source}, rules that edit or disturb the source are skipped and say so.
 */
public final class Validation {
    private final Driver driver;
    private final Options options;
    private final Set<String> only;

    private Validation(Driver driver, Options options, Set<String> only) {
        this.driver = driver;
        this.options = options;
        this.only = only;
    }

    /** Returns the validation of whatever {@code driver} talks to, with an empty configuration. */
    public static Validation of(Driver driver) {
        return new Validation(requireNonNull(driver, "driver"), Options.standard(), Set.of());
    }

    /** Returns the validation of a connector in this process. */
    public static Validation of(Connector connector) {
        return of(InProcessDriver.of(connector)).spec(connector.spec().toJson());
    }

    private Validation with(Options options) {
        return new Validation(driver, options, only);
    }

    /** Sets the source's configuration; its secrets are shown nowhere. */
    public Validation config(JsonObject config) {
        return with(options.withConfig(requireNonNull(config, "config")));
    }

    /** Sets the specification, for a connector that does not answer {@code std:spec:read}. */
    public Validation spec(JsonObject spec) {
        return with(options.withSpec(requireNonNull(spec, "spec")));
    }

    /** Gives the rules a hand on the source behind the connector, which then runs by the source's clock. */
    public Validation source(SourceControl source) {
        requireNonNull(source, "source");
        var clocked = driver instanceof InProcessDriver inProcess ? inProcess.withClock(source.clock()) : driver;
        return new Validation(clocked, options.withSource(source), only);
    }

    /** Sets the seed of everything that is made up; 1 otherwise. */
    public Validation seed(long seed) {
        return with(options.withSeed(seed));
    }

    /** Sets how many objects a rule looks at one by one; 20 otherwise. */
    public Validation limit(int objects) {
        if (objects < 1) {
            throw new IllegalArgumentException("a limit is at least 1, but is " + objects);
        }
        return with(options.withLimit(objects));
    }

    /** Leaves out every rule that changes data. */
    public Validation readOnly() {
        return with(options.withReadOnly());
    }

    /** Says that a deleted account stays, disabled. */
    public Validation softDelete() {
        return with(options.withSoftDelete());
    }

    /** Says that updates of these attributes are ignored, since the source maintains them. */
    public Validation readOnlyAttributes(String... names) {
        return with(options.withReadOnlyAttributes(Set.of(names)));
    }

    /** Gives an attribute a value that the source takes, or an array of several, instead of made-up ones. */
    public Validation value(String attribute, JsonValue value) {
        return with(options.withValue(attribute, value));
    }

    /**
     * Leaves a rule out; the report shows the reason.
     *
     * @throws IllegalArgumentException if there is no such rule, or the reason is blank
     */
    public Validation bypass(String rule, String reason) {
        requireRule(rule);
        if (reason.isBlank()) {
            throw new IllegalArgumentException("the bypass of `" + rule + "` needs a reason");
        }
        return with(options.withBypass(rule, reason));
    }

    /**
     * Tries these rules and no others.
     *
     * @throws IllegalArgumentException if there is no such rule
     */
    public Validation only(String... rules) {
        Arrays.stream(rules).forEach(Validation::requireRule);
        return new Validation(driver, options, new LinkedHashSet<>(List.of(rules)));
    }

    private static void requireRule(String id) {
        var ids = Rule.all().stream().map(Rule::id).toList();
        if (!ids.contains(id)) {
            var group = id.contains(".") ? id.substring(0, id.indexOf('.') + 1) : id;
            var near = ids.stream().filter(other -> other.startsWith(group)).collect(Collectors.joining(", "));
            throw new IllegalArgumentException(
                    "there is no rule `" + id + "`" + (near.isEmpty() ? "" : "; there are " + near));
        }
    }

    /** Returns the rules to try, in order. */
    public List<Rule> rules() {
        return Rule.all().stream()
                .filter(rule -> only.isEmpty() || only.contains(rule.id()))
                .toList();
    }

    /** Returns the seed. */
    public long seed() {
        return options.seed();
    }

    /**
     * Starts to try rules one by one. Close what is returned.
     *
     * @throws SpecUnavailableException if no specification was given and the connector does not answer
     *     {@code std:spec:read}
     */
    public ValidationRun start() {
        return new ValidationRun(new Session(driver, options, specification()), rules());
    }

    private JsonObject specification() {
        var given = options.spec();
        if (given != null) {
            return given;
        }
        var request = CommandRequest.of(CommandTypes.SPEC, JsonValue.EMPTY_JSON_OBJECT)
                .withConfig(options.config());
        var exchange = driver.execute(request);
        var output = exchange.output();
        if (output != null && output.get("specification") instanceof JsonObject spec) {
            return spec;
        }
        throw new SpecUnavailableException(
                exchange.failure() == null
                        ? "`std:spec:read` does not answer with {\"specification\": …}"
                        : "`std:spec:read` fails: " + exchange.failure());
    }

    /** Tries every rule. */
    public ValidationReport run() {
        return run(report -> {});
    }

    /** Tries every rule, and tells {@code listener} of each as soon as it is done. */
    public ValidationReport run(Consumer<RuleReport> listener) {
        try (var run = start()) {
            for (var rule : rules()) {
                listener.accept(run.attempt(rule));
            }
            return run.report();
        }
    }
}
