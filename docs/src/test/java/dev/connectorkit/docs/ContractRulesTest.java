package dev.connectorkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectorkit.testkit.rules.Rule;
import dev.connectorkit.testkit.rules.RuleKind;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Keeps the list of the contract's rules complete. */
class ContractRulesTest {
    @Test
    void the_page_lists_every_rule_as_the_report_names_it() throws IOException {
        var page = Files.readString(Page.PROJECT.resolve("docs/guide/contract-rules.md"));

        assertThat(page.lines().filter(line -> line.startsWith("| `")))
                .containsExactlyElementsOf(
                        Rule.all().stream().map(ContractRulesTest::row).toList());
    }

    private static String row(Rule rule) {
        var kind = rule.kind() == RuleKind.REQUIRED ? "" : rule.kind().name().toLowerCase(Locale.ROOT);
        var inProcess = rule.needsProcess() || !rule.abilities().isEmpty();
        return "| `%s` | %s | %s | %s | %s |"
                .formatted(
                        rule.id(), rule.title(), kind, rule.changesData() ? "yes" : "", inProcess ? "in process" : "");
    }
}
