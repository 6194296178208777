package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.CommandTypes.CREATE;
import static dev.connectorkit.testkit.rules.CommandTypes.DISABLE;
import static dev.connectorkit.testkit.rules.CommandTypes.ENABLE;
import static dev.connectorkit.testkit.rules.CommandTypes.ENTITLEMENT_LIST;
import static dev.connectorkit.testkit.rules.CommandTypes.ENTITLEMENT_READ;
import static dev.connectorkit.testkit.rules.CommandTypes.LIST;
import static dev.connectorkit.testkit.rules.CommandTypes.READ;
import static dev.connectorkit.testkit.rules.CommandTypes.UNLOCK;
import static dev.connectorkit.testkit.rules.CommandTypes.UPDATE;

import dev.connectorkit.testkit.run.Exchange;
import dev.connectorkit.testkit.run.Line;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks at every exchange of a validation, whichever rule caused it, for what must hold of all of them. Keeps each output
 * once, and no exchange but the first bad one of each check.
 */
final class Observations {
    private static final Set<String> ACCOUNT_COMMANDS = Set.of(LIST, READ, CREATE, UPDATE, ENABLE, DISABLE, UNLOCK);
    private static final Set<String> ENTITLEMENT_COMMANDS = Set.of(ENTITLEMENT_LIST, ENTITLEMENT_READ);

    private final Session session;
    private final Map<String, Finding> findings = new LinkedHashMap<>();
    private final Map<String, Count> counts = new LinkedHashMap<>();
    private final List<Check> checks = new ArrayList<>();
    private final Set<Answer> seen = new HashSet<>();

    /** What a check found, and where. */
    record Finding(String message, Exchange exchange) {}

    /** How much a check looked at. */
    static final class Count {
        private long objects;
        private long attributes;

        void add(long moreObjects, long moreAttributes) {
            objects += moreObjects;
            attributes += moreAttributes;
        }

        long objects() {
            return objects;
        }

        long attributes() {
            return attributes;
        }
    }

    /** Something that must hold of every exchange. */
    interface Check {
        /** Returns the id of the rule that reports it. */
        String rule();

        /** Returns what is wrong with an exchange, or null; counts what it looked at. */
        @Nullable
        String problem(Session session, Exchange exchange, Count count);

        /** Returns whether it looks at each output by itself, so that there is no use in showing it the same one twice. */
        default boolean looksAtEachOutput() {
            return true;
        }
    }

    /** An output and the question it answers: the same one will do or not do again. */
    private record Answer(String command, @Nullable JsonValue type, JsonValue output) {}

    Observations(Session session) {
        this.session = session;
        checks.addAll(KeyRules.CHECKS);
        checks.addAll(SchemaRules.checks());
        checks.addAll(LifeRules.checks());
    }

    void observe(Exchange exchange) {
        var withNewOutputs = withNewOutputs(exchange);
        for (var check : checks) {
            var count = counts.computeIfAbsent(check.rule(), rule -> new Count());
            if (findings.containsKey(check.rule())) {
                continue;
            }
            var problem = check.problem(session, check.looksAtEachOutput() ? withNewOutputs : exchange, count);
            if (problem != null) {
                findings.put(check.rule(), new Finding(problem, exchange));
            }
        }
    }

    /** Leaves out the outputs that were seen before: a list of thousands of accounts comes again and again. */
    private Exchange withNewOutputs(Exchange exchange) {
        var request = exchange.request();
        var lines = exchange.lines().stream()
                .filter(line -> !line.type().equals(Line.OUTPUT)
                        || seen.add(
                                new Answer(request.type(), Inputs.of(request).get("type"), line.data())))
                .toList();
        return new Exchange(request, lines, exchange.ending());
    }

    @Nullable
    Finding finding(String rule) {
        return findings.get(rule);
    }

    /** Returns the attributes that objects had, as {@code account/email} or {@code group/name}. */
    Set<String> seen() {
        return checks.stream()
                .map(SchemaRules::seenBy)
                .filter(seen -> !seen.isEmpty())
                .findFirst()
                .orElse(Set.of());
    }

    Count count(String rule) {
        return counts.computeIfAbsent(rule, key -> new Count());
    }

    /** Returns the objects that an exchange carries, and none if its command sends none. */
    static List<ResourceObject> objects(Exchange exchange) {
        return isAboutAccounts(exchange) || isAboutEntitlements(exchange) ? Trial.objects(exchange) : List.of();
    }

    static boolean isAboutAccounts(Exchange exchange) {
        return ACCOUNT_COMMANDS.contains(exchange.request().type());
    }

    static boolean isAboutEntitlements(Exchange exchange) {
        return ENTITLEMENT_COMMANDS.contains(exchange.request().type());
    }

    /** Makes a rule that reports what a check found in all exchanges, after making sure that there are some. */
    static Rule.Body report(String rule) {
        return trial -> {
            trial.lookAround();
            var observations = trial.session().observations();
            var finding = observations.finding(rule);
            var count = observations.count(rule);
            trial.exercised(count.objects(), count.attributes());
            if (finding != null) {
                throw trial.failure(finding.message(), finding.exchange());
            }
        };
    }
}
