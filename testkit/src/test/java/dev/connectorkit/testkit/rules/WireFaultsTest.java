package dev.connectorkit.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A server that does not keep to the protocol is told so in words of the protocol. */
class WireFaultsTest {

    @TestFactory
    Stream<DynamicTest> every_fault_of_the_wire_is_found_by_the_rule_it_breaks() {
        return WireFault.all().stream()
                .map(fault -> DynamicTest.dynamicTest(fault.toString(), () -> {
                    var rule = fault.report();

                    assertThat(rule.status()).as(rule.explanation()).isEqualTo(RuleStatus.FAILED);
                    assertThat(rule.message()).contains(fault.message());
                }));
    }
}
