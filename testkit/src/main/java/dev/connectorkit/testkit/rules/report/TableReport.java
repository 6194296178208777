package dev.connectorkit.testkit.rules.report;

import dev.connectorkit.testkit.rules.RuleReport;
import dev.connectorkit.testkit.rules.RuleStatus;
import dev.connectorkit.testkit.rules.ValidationReport;

/** Writes columns of plain text. */
final class TableReport {
    private static final String ROW = "%-9s %-38s %8s %10s  %s%n";

    private TableReport() {}

    static String write(ValidationReport report, String repeat) {
        var text = new StringBuilder(ROW.formatted("status", "rule", "objects", "attributes", "")
                        .stripTrailing())
                .append(System.lineSeparator());
        for (var rule : report.rules()) {
            text.append(ROW.formatted(
                            status(rule),
                            rule.rule(),
                            rule.objects(),
                            rule.attributes(),
                            rule.status() == RuleStatus.FAILED ? "see below" : rule.message())
                    .stripTrailing());
            text.append(System.lineSeparator());
            rule.notes()
                    .forEach(note -> text.append(" ".repeat(10))
                            .append("note: ")
                            .append(note)
                            .append(System.lineSeparator()));
        }
        text.append(System.lineSeparator()).append(report.summary()).append(System.lineSeparator());
        if (!repeat.isEmpty()) {
            text.append(System.lineSeparator())
                    .append("repeat with: ")
                    .append(repeat)
                    .append(System.lineSeparator());
        }
        return text.toString();
    }

    private static String status(RuleReport rule) {
        return switch (rule.status()) {
            case PASSED -> "passed";
            case FAILED -> rule.isFault() ? "FAILED" : "advice";
            case SKIPPED -> "skipped";
            case ERROR -> "ERROR";
            case BYPASSED -> "bypassed";
        };
    }
}
