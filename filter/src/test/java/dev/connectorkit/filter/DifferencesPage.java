package dev.connectorkit.filter;

import dev.connectorkit.filter.Differences.Agreement;
import dev.connectorkit.filter.Differences.Example;
import dev.connectorkit.filter.Differences.Rule;
import java.util.List;

/** The page of the user guide on what changes for those who come from the TypeScript SDK. */
final class DifferencesPage {
    private static final String INTRODUCTION = """
            # Coming from the TypeScript SDK

            Documented filters over ordinary data mean here what they mean in the SDK. Where the SDK surprises, this
            library has a rule of its own. This page lists all of them, with an example or more of each; each example is
            run against both dialects whenever the library is built.

            A filter that must behave as in the SDK, surprises included, is compiled with `FilterCompiler.sdk()`.
            """;

    private final StringBuilder page = new StringBuilder(INTRODUCTION);

    private DifferencesPage() {}

    static String of(List<Rule> rules, List<Agreement> agreements) {
        var page = new DifferencesPage();
        page.answers(rules.stream().filter(rule -> !rule.refuses()).toList());
        page.refusals(rules.stream().filter(Rule::refuses).toList());
        page.agreements(agreements);
        return page.page.toString();
    }

    private void answers(List<Rule> rules) {
        page.append("\n## Other answers\n");
        for (Rule rule : rules) {
            page.append("\n### ").append(rule.code()).append("\n\n");
            page.append(rule.rule()).append(' ').append(rule.why()).append("\n\n");
            page.append("| filter | data | SDK | here |\n|---|---|---|---|\n");
            for (Example example : rule.examples()) {
                row(code(example.expr()), code(Differences.json(example.data())), example.sdk(), example.standard());
            }
        }
    }

    private void refusals(List<Rule> rules) {
        page.append("\n## Refused when compiled\n\n");
        page.append("With a position, the reason, and where there is one, the filter that was probably meant.\n\n");
        page.append("| code | rule | filter | data | SDK |\n|---|---|---|---|---|\n");
        for (Rule rule : rules) {
            String explanation = cell(rule.rule() + ' ' + rule.why());
            String code = code(rule.code());
            for (Example example : rule.examples()) {
                row(code, explanation, code(example.expr()), code(Differences.json(example.data())), example.sdk());
                explanation = "";
                code = "";
            }
        }
    }

    private void agreements(List<Agreement> agreements) {
        page.append("\n## The same in both\n\n");
        page.append("Every documented operator and method, and some answers that look like mistakes and are none.\n\n");
        page.append("| filter | data | answer |\n|---|---|---|\n");
        for (Agreement agreement : agreements) {
            row(code(agreement.expr()), code(Differences.json(agreement.data())), agreement.answer());
        }
    }

    private void row(String... cells) {
        page.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static String code(String content) {
        String fence = content.contains("`") ? "``" : "`";
        String padding = content.startsWith("`") || content.endsWith("`") ? " " : "";
        return fence + padding + cell(content).replace("\n", "⏎").replace("\u00A0", "␣") + padding + fence;
    }

    private static String cell(String content) {
        return content.replace("|", "\\|");
    }
}
