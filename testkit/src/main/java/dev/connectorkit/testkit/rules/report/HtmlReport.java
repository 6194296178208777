package dev.connectorkit.testkit.rules.report;

import dev.connectorkit.testkit.rules.RuleStatus;
import dev.connectorkit.testkit.rules.ValidationReport;
import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes one HTML page that needs no other file and no network. */
final class HtmlReport {
    private static final Configuration TEMPLATES = templates();

    private HtmlReport() {}

    private static Configuration templates() {
        var templates = new Configuration(Configuration.VERSION_2_3_34);
        templates.setClassForTemplateLoading(HtmlReport.class, "");
        templates.setDefaultEncoding("UTF-8");
        templates.setOutputFormat(HTMLOutputFormat.INSTANCE);
        templates.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        templates.setLogTemplateExceptions(false);
        templates.setNumberFormat("computer");
        return templates;
    }

    static String write(ValidationReport report, String repeat) {
        var page = new StringWriter();
        try {
            TEMPLATES.getTemplate("report.ftlh").process(model(report, repeat), page);
        } catch (IOException e) {
            throw new UncheckedIOException("the template of the report cannot be read", e);
        } catch (TemplateException e) {
            throw new IllegalStateException("the template of the report does not fit its data", e);
        }
        return page.toString();
    }

    private static Map<String, Object> model(ValidationReport report, String repeat) {
        var model = new LinkedHashMap<String, Object>();
        model.put("target", report.target());
        model.put("seed", Long.toString(report.seed()));
        model.put("repeat", repeat);
        model.put("ok", report.passed());
        model.put("faulty", report.hasFaults());
        model.put("leftBehind", report.leftBehind());
        model.put("notRestored", report.notRestored());
        for (var status : RuleStatus.values()) {
            model.put(status.name(), report.count(status));
        }
        List<Map<String, Object>> rules = report.rules().stream()
                .map(rule -> {
                    Map<String, Object> row = new LinkedHashMap<>();
                    row.put("id", rule.rule());
                    row.put("title", rule.title());
                    row.put("status", status(rule.status(), rule.isFault()));
                    row.put("message", rule.message());
                    row.put("objects", rule.objects());
                    row.put("attributes", rule.attributes());
                    row.put("notes", rule.notes());
                    row.put("failingCase", rule.failingCase());
                    row.put("exchanges", rule.exchanges());
                    row.put("failed", rule.status() == RuleStatus.FAILED);
                    return row;
                })
                .toList();
        model.put("rules", rules);
        return model;
    }

    private static String status(RuleStatus status, boolean fault) {
        return switch (status) {
            case PASSED -> "passed";
            case FAILED -> fault ? "failed" : "advice";
            case SKIPPED -> "skipped";
            case ERROR -> "error";
            case BYPASSED -> "bypassed";
        };
    }
}
