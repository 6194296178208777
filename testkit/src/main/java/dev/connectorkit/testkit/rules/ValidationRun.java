package dev.connectorkit.testkit.rules;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.testkit.run.ConnectorUnreachableException;
import dev.connectorkit.testkit.run.Exchange;
import dev.connectorkit.testkit.simulation.SourceControl.Ability;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Rules being tried on one connector, one by one. Whatever a rule created is removed when it is done, the newest first,
 * even if it failed. Not safe for concurrent use.
 */
public final class ValidationRun implements AutoCloseable {
    private static final String OVER_THE_WIRE = "not tested over the wire: ";

    private final Session session;
    private final List<Rule> rules;
    private final List<RuleReport> reports = new ArrayList<>();

    ValidationRun(Session session, List<Rule> rules) {
        this.session = session;
        this.rules = rules;
    }

    /** Returns the rules to try, in order. */
    public List<Rule> rules() {
        return rules;
    }

    /** Returns the seed of everything that is made up. */
    public long seed() {
        return session.options().seed();
    }

    /**
     * Tries one rule.
     *
     * @throws ConnectorUnreachableException if the connector has never answered, or if the thread is interrupted
     */
    public RuleReport attempt(Rule rule) {
        var report = reportOf(rule);
        reports.add(report);
        return report;
    }

    /** Returns what became of the rules that were tried so far. */
    public ValidationReport report() {
        return new ValidationReport(
                session.driver().describe(),
                session.options().seed(),
                reports,
                session.leftBehind(),
                masked(session.notRestored()));
    }

    private RuleReport reportOf(Rule rule) {
        var bypass = session.options().bypasses().get(rule.id());
        if (bypass != null) {
            return untried(rule, RuleStatus.BYPASSED, bypass);
        }
        var gone = session.connectorGone();
        if (gone != null) {
            return withoutConnector(rule, gone);
        }
        var obstacle = obstacle(rule);
        return obstacle.isEmpty() ? attemptNow(rule) : untried(rule, RuleStatus.SKIPPED, obstacle);
    }

    /** Skips a rule, unless no other has told yet that the connector is gone. */
    private RuleReport withoutConnector(Rule rule, String gone) {
        var told = reports.stream()
                .anyMatch(report ->
                        report.status() == RuleStatus.FAILED && report.message().contains(gone));
        return told
                ? untried(rule, RuleStatus.SKIPPED, "the connector does not answer any more")
                : report(rule, new Trial(session, rule), RuleStatus.FAILED, gone);
    }

    private String obstacle(Rule rule) {
        if (session.options().readOnly() && rule.changesData()) {
            return "it changes data, and this is a read-only run";
        }
        var missing = rule.commands().stream()
                .filter(command -> !session.spec().commands().contains(command))
                .toList();
        if (!missing.isEmpty()) {
            return "the connector does not declare " + String.join(", ", missing);
        }
        if (rule.needsProcess() && !session.driver().isInProcess()) {
            return OVER_THE_WIRE + "it needs the connector in this process, with a clock and a source that the kit"
                    + " controls";
        }
        var source = session.options().source();
        var lacking = rule.abilities().stream()
                .filter(ability -> source == null || !source.abilities().contains(ability))
                .sorted()
                .toList();
        if (lacking.isEmpty()) {
            return "";
        }
        return source == null && !session.driver().isInProcess()
                ? OVER_THE_WIRE + "it needs a source that the kit "
                        + lacking.stream().map(ValidationRun::words).collect(Collectors.joining(", "))
                : "not tested: it needs a hand on the source that can "
                        + lacking.stream().map(Ability::name).collect(Collectors.joining(", "));
    }

    /** Returns an ability in the words of someone who has never seen a source under control. */
    private static String words(Ability ability) {
        return switch (ability) {
            case FILL -> "fills with accounts";
            case FILL_ENTITLEMENTS -> "fills with entitlements";
            case PAGES -> "divides into pages";
            case EDIT -> "edits behind the connector's back";
            case REQUESTS -> "sees being asked";
            case FAULTS -> "lets fail";
            case PASSWORDS -> "knows the passwords of";
        };
    }

    private RuleReport attemptNow(Rule rule) {
        var trial = new Trial(session, rule);
        try {
            if (rule.changesData()) {
                prepare(trial);
                trial.learnHabits();
            }
            prepare(trial);
            rule.attempt(trial);
            return trial.objects() + trial.attributes() == 0
                    ? report(rule, trial, RuleStatus.SKIPPED, "there was nothing to try it on")
                    : report(rule, trial, RuleStatus.PASSED, "");
        } catch (RuleSkipped skipped) {
            return report(rule, trial, RuleStatus.SKIPPED, skipped.reason());
        } catch (RuleFailure failure) {
            return failed(rule, trial, failure);
        } catch (ConnectorUnreachableException e) {
            throw e;
        } catch (RuntimeException e) {
            // A rule that stumbles, or the author's hand on the source, says nothing about the other rules.
            return report(rule, trial, RuleStatus.ERROR, "it could not be tried: " + e + at(e));
        } finally {
            settle(trial);
        }
    }

    private static String at(RuntimeException e) {
        var frames = e.getStackTrace();
        return frames.length == 0 ? "" : " at " + frames[0];
    }

    private void prepare(Trial trial) {
        if (trial.can(Ability.FILL)) {
            Filling.usual(trial);
        }
    }

    /** Cleans up even when somebody interrupts the validation, and passes the interruption on. */
    private void cleanUp() {
        var interrupted = Thread.interrupted();
        try {
            session.cleanUp();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void settle(Trial trial) {
        if (trial.can(Ability.FAULTS)) {
            trial.source().heal();
        }
        if (trial.can(Ability.REQUESTS)) {
            trial.source().whenAsked(request -> {});
        }
        cleanUp();
    }

    private static RuleReport untried(Rule rule, RuleStatus status, String reason) {
        return new RuleReport(
                rule.id(), rule.title(), rule.kind(), status, reason, 0, 0, List.of(), List.of(), List.of());
    }

    private RuleReport report(Rule rule, Trial trial, RuleStatus status, String message) {
        return new RuleReport(
                rule.id(),
                rule.title(),
                rule.kind(),
                status,
                session.secrets().mask(message),
                trial.objects(),
                trial.attributes(),
                masked(trial.notes()),
                List.of(),
                List.of());
    }

    private RuleReport failed(Rule rule, Trial trial, RuleFailure failure) {
        return new RuleReport(
                rule.id(),
                rule.title(),
                rule.kind(),
                RuleStatus.FAILED,
                session.secrets().mask(failure.text()),
                trial.objects(),
                trial.attributes(),
                masked(trial.notes()),
                masked(steps(failure)),
                failure.exchanges().stream()
                        .map(exchange -> exchange.toText(session.secrets()))
                        .toList());
    }

    /** Returns the steps that fail: those of a shortened case, or the requests that led to the failure. */
    private static List<String> steps(RuleFailure failure) {
        return failure.failingCase().isEmpty()
                ? failure.exchanges().stream().map(ValidationRun::step).toList()
                : failure.failingCase();
    }

    private static String step(Exchange exchange) {
        return exchange.request().type() + " " + Json.toText(exchange.request().input());
    }

    private List<String> masked(List<String> texts) {
        return texts.stream().map(session.secrets()::mask).toList();
    }

    @Override
    public void close() {
        cleanUp();
    }
}
