package dev.connectorkit.dsl.spec.lint;

import static java.util.Objects.requireNonNull;

import dev.connectorkit.dsl.internal.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Everything a check found. Immutable; safe to share.
 *
 * @param findings in the order of the text
 * @since 0.1
 */
public record LintReport(List<Finding> findings) {
    /** Copies the findings. */
    public LintReport {
        findings = List.copyOf(findings);
    }

    /** Tells whether anything found is an error. */
    public boolean hasErrors() {
        return count(Severity.ERROR) > 0;
    }

    /** Returns how many findings have that severity. */
    public long count(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    /**
     * Returns the findings as a compiler prints them, a line each, and a last line that counts them.
     *
     * @param origin what to call the text, such as its file name
     */
    public String toText(String origin) {
        requireNonNull(origin, "origin");
        return findings.stream()
                .map(finding -> origin + ":" + finding + "\n")
                .collect(Collectors.joining("", "", origin + ": " + summary() + "\n"));
    }

    private String summary() {
        if (findings.isEmpty()) {
            return "nothing found";
        }
        return Arrays.stream(Severity.values())
                .filter(severity -> count(severity) > 0)
                .map(severity -> plural(count(severity), severity))
                .collect(Collectors.joining(", "));
    }

    private static String plural(long count, Severity severity) {
        // "Information" has no plural.
        boolean plural = count > 1 && severity != Severity.INFORMATION;
        return count + " " + severity.text() + (plural ? "s" : "");
    }

    /**
     * Returns the findings as JSON: {@code {"file", "errors", "warnings", "information", "findings": [{"code", "severity",
     * "line", "column", "pointer", "message", "suggestion"?}]}}.
     *
     * @param origin what to call the text, such as its file name
     */
    public JsonObject toJson(String origin) {
        requireNonNull(origin, "origin");
        var list = Json.array();
        findings.forEach(finding -> list.add(toJson(finding)));
        return Json.object()
                .add("file", origin)
                .add("errors", count(Severity.ERROR))
                .add("warnings", count(Severity.WARNING))
                .add("information", count(Severity.INFORMATION))
                .add("findings", list)
                .build();
    }

    private static JsonValue toJson(Finding finding) {
        var json = Json.object()
                .add("code", finding.rule().code())
                .add("severity", finding.severity().text())
                .add("line", finding.line())
                .add("column", finding.column())
                .add("pointer", finding.pointer())
                .add("message", finding.message());
        if (finding.suggestion() != null) {
            json.add("suggestion", finding.suggestion());
        }
        return json.build();
    }
}
