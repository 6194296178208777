package dev.connectorkit.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class MutantsTest {

    @TestFactory
    Stream<DynamicTest> every_faulty_connector_is_found_by_the_rule_it_breaks() {
        return Mutants.all()
                .map(mutant -> DynamicTest.dynamicTest(mutant.toString(), () -> {
                    var report =
                            mutant.connector().validation().only(mutant.rule()).run();

                    var rule = report.rule(mutant.rule());
                    assertThat(rule.status()).as(rule.explanation()).isEqualTo(RuleStatus.FAILED);
                    assertThat(rule.message()).contains(mutant.message());
                    assertThat(rule.explanation()).doesNotContain(ReferenceSpec.CONFIG.getString("token"));
                }));
    }

    @Test
    void every_rule_is_broken_by_some_faulty_connector() {
        var broken = Mutants.all().map(Mutant::rule).collect(Collectors.toSet());

        WireFault.all().forEach(fault -> broken.add(fault.rule()));
        var unbroken = Rule.all().stream().map(Rule::id).collect(Collectors.toCollection(TreeSet::new));
        unbroken.removeAll(broken);
        assertThat(unbroken).isEmpty();
    }
}
