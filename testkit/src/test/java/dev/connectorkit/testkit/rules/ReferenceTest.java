package dev.connectorkit.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
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
                        "protocol.media-type",
                        "data-store.patches-apply",
                        "data-store.bounded",
                        "data-store.resumes");
        assertThat(report.leftBehind()).isEmpty();
    }

    @Test
    void the_very_first_list_counts_too() {
        var calls = new AtomicInteger();
        var late = new Reference().around(CommandTypes.LIST, (request, sink, inner) -> {
            if (calls.incrementAndGet() > 1) {
                inner.handle(request, sink);
            }
        });

        var report = late.validation()
                .only("spec.commands-answered", "list.repeatable")
                .run();

        assertThat(report.rule("list.repeatable").message())
                .isEqualTo("the very first list that was asked for lacks `u0`");
    }

    @Test
    void the_same_seed_gives_the_same_report() {
        var once = new Reference().slip(Slip.ADD_NESTS).validation().seed(7).run();
        var again = new Reference().slip(Slip.ADD_NESTS).validation().seed(7).run();

        assertThat(again).isEqualTo(once);
    }
}
