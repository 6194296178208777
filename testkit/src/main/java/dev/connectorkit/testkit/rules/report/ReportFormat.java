package dev.connectorkit.testkit.rules.report;

import dev.connectorkit.testkit.rules.ValidationReport;

/** A form in which a validation report can be written. */
public enum ReportFormat {
    /** Columns of plain text, failures explained below them. */
    TABLE("txt"),
    /** One JSON object. */
    JSON("json"),
    /** The XML of JUnit, as build servers read it. */
    JUNIT("xml"),
    /** One HTML page that needs nothing else. */
    HTML("html");

    private final String extension;

    ReportFormat(String extension) {
        this.extension = extension;
    }

    /** Returns the extension of files of this format, without the dot. */
    public String extension() {
        return extension;
    }

    /**
     * Returns the report in this form.
     *
     * @param report what became of the rules
     * @param repeat the command line, or whatever else repeats the validation; empty if there is none
     */
    public String write(ValidationReport report, String repeat) {
        return switch (this) {
            case TABLE -> TableReport.write(report, repeat);
            case JSON -> JsonReport.write(report, repeat);
            case JUNIT -> JunitReport.write(report, repeat);
            case HTML -> HtmlReport.write(report, repeat);
        };
    }
}
