package dev.connectorkit.testkit.rules.report;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.testkit.rules.RuleReport;
import dev.connectorkit.testkit.rules.RuleStatus;
import dev.connectorkit.testkit.rules.ValidationReport;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;

/** Writes one JSON object. */
final class JsonReport {
    private JsonReport() {}

    static String write(ValidationReport report, String repeat) {
        var rules = Json.array();
        report.rules().forEach(rule -> rules.add(rule(rule)));
        var summary = Json.object();
        for (var status : RuleStatus.values()) {
            summary.add(name(status), report.count(status));
        }
        var json = Json.object()
                .add("target", report.target())
                .add("seed", report.seed())
                .add("passed", report.passed())
                .add("summary", summary)
                .add("rules", rules)
                .add("leftBehind", texts(report.leftBehind()))
                .add("notRestored", texts(report.notRestored()))
                .add("repeat", repeat);
        return Json.toText(json.build());
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static JsonObject rule(RuleReport rule) {
        return Json.object()
                .add("rule", rule.rule())
                .add("title", rule.title())
                .add("kind", name(rule.kind()))
                .add("status", name(rule.status()))
                .add("message", rule.message())
                .add("objects", rule.objects())
                .add("attributes", rule.attributes())
                .add("notes", texts(rule.notes()))
                .add("failingCase", texts(rule.failingCase()))
                .add("exchanges", texts(rule.exchanges()))
                .build();
    }

    private static JsonArray texts(List<String> texts) {
        var array = Json.array();
        texts.forEach(array::add);
        return array.build();
    }
}
