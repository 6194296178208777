package dev.connectorkit.testkit.rules;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;

/**
 * What became of every rule. The same connector and seed give the same report.
 *
 * @param target what was validated, in words
 * @param seed the seed of everything that was made up
 * @param rules what became of each rule, in the order in which they ran
 * @param leftBehind the test accounts that could not be removed
 * @param notRestored what could not be changed back on accounts that were there already, in words
 */
public record ValidationReport(
        String target, long seed, List<RuleReport> rules, List<String> leftBehind, List<String> notRestored) {

    /** Checks and copies. */
    public ValidationReport {
        requireNonNull(target, "target");
        rules = List.copyOf(rules);
        leftBehind = List.copyOf(leftBehind);
        notRestored = List.copyOf(notRestored);
    }

    /** Returns whether no required rule failed, and every rule that there was something to try on could be tried. */
    public boolean passed() {
        return !hasFaults() && count(RuleStatus.ERROR) == 0;
    }

    /** Returns whether a required rule failed. */
    public boolean hasFaults() {
        return rules.stream().anyMatch(RuleReport::isFault);
    }

    /** Returns the rules of one status, in the order in which they ran. */
    public List<RuleReport> with(RuleStatus status) {
        return rules.stream().filter(rule -> rule.status() == status).toList();
    }

    /** Returns how many rules have a status. */
    public int count(RuleStatus status) {
        return with(status).size();
    }

    /**
     * Returns what became of one rule.
     *
     * @throws IllegalArgumentException if there is no rule of that id
     */
    public RuleReport rule(String id) {
        return rules.stream()
                .filter(rule -> rule.rule().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no rule `" + id + "`"));
    }

    /** Returns all that failed for people to read; one line that says so if nothing did. */
    public String summary() {
        var failed = with(RuleStatus.FAILED);
        var errors = with(RuleStatus.ERROR);
        var text = new StringBuilder(target)
                .append(": ")
                .append(count(RuleStatus.PASSED))
                .append(" passed, ")
                .append(failed.size())
                .append(" failed, ")
                .append(count(RuleStatus.SKIPPED))
                .append(" skipped, ")
                .append(count(RuleStatus.BYPASSED))
                .append(" bypassed, ")
                .append(errors.isEmpty() ? "" : errors.size() + " could not be tried, ")
                .append("seed ")
                .append(seed);
        if (failed.isEmpty() && count(RuleStatus.PASSED) == 0) {
            text.append("\n\nno rule could be tried, so this says nothing about the connector");
        }
        var told = new HashMap<String, String>();
        for (var rule : failed) {
            var same = told.putIfAbsent(rule.message(), rule.rule());
            text.append("\n\n").append(same == null ? rule.explanation() : sameReason(rule, same));
        }
        errors.forEach(
                rule -> text.append("\n\n").append(rule.rule()).append(": ").append(rule.message()));
        if (!leftBehind.isEmpty()) {
            text.append("\n\ntest accounts left behind: ").append(String.join(", ", leftBehind));
        }
        notRestored.forEach(account -> text.append("\n\nnot changed back: ").append(account));
        return text.toString();
    }

    /** Where everything fails for one reason, the reason is told once. */
    private static String sameReason(RuleReport rule, String first) {
        return rule.rule() + ": " + rule.title() + "\nfails for the same reason as " + first;
    }
}
