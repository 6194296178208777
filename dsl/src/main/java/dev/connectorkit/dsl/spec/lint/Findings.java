package dev.connectorkit.dsl.spec.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects findings. Belongs to one check; not safe for concurrent use. */
final class Findings {
    private final List<Finding> found = new ArrayList<>();

    void add(LintRule rule, Located at, String message, @Nullable String suggestion) {
        add(rule, rule.severity(), at, message, suggestion);
    }

    void add(LintRule rule, Severity severity, Located at, String message, @Nullable String suggestion) {
        found.add(new Finding(rule, severity, at.line(), at.column(), at.pointer(), message, suggestion));
    }

    /** Points at a member's name where the name, not the value, is what was found. */
    void add(LintRule rule, Severity severity, Located.Member at, String message, @Nullable String suggestion) {
        found.add(new Finding(rule, severity, at.line(), at.column(), at.value().pointer(), message, suggestion));
    }

    void add(Finding finding) {
        found.add(finding);
    }

    List<Finding> inOrder() {
        return found.stream()
                .sorted(Comparator.comparingInt(Finding::line).thenComparingInt(Finding::column))
                .toList();
    }
}
