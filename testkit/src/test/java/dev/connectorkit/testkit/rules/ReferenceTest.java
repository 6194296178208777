package dev.connectorkit.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReferenceTest {

    @Test
    void the_reference_connector_passes_every_rule_and_skips_only_what_it_does_not_have() {
        var report = new Reference().validation().run();

        assertThat(report.with(RuleStatus.FAILED)).as(report.summary()).isEmpty();
        assertThat(report.with(RuleStatus.SKIPPED))
                .extracting(RuleReport::rule)
                .containsExactly(
                        "schema.discovered",
                        "schema.discovered-equals-declared",
                        "config-options.shape",
                        "source-data.shape",
                        "source-data.read",
                        "source-data.limit",
                        "datasets.shape",
                        "applications.shape",
                        "data-store.patches-apply");
        assertThat(report.leftBehind()).isEmpty();
    }

    @Test
    void the_same_seed_gives_the_same_report() {
        var once = new Reference().slip(Slip.ADD_NESTS).validation().seed(7).run();
        var again = new Reference().slip(Slip.ADD_NESTS).validation().seed(7).run();

        assertThat(again).isEqualTo(once);
    }
}
