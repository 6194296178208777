package dev.connectorkit.testkit.junit;

import static dev.connectorkit.dsl.command.Commands.ACCOUNT_CREATE;
import static dev.connectorkit.dsl.command.Commands.ACCOUNT_LIST;
import static dev.connectorkit.dsl.spec.ConfigItem.menu;
import static dev.connectorkit.dsl.spec.ConfigItem.secret;
import static dev.connectorkit.dsl.spec.ConfigItem.section;
import static dev.connectorkit.dsl.spec.SchemaAttribute.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.connectorkit.dsl.Connector;
import dev.connectorkit.dsl.command.Account;
import dev.connectorkit.dsl.command.AccountCreateInput;
import dev.connectorkit.dsl.command.AccountListInput;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

class ConnectorExtensionTest {

    private static Connector connector() {
        return Connector.named("people")
                .config(menu("Connection", section("Access", secret("pat", "Personal access token"))))
                .accounts(string("id").identity())
                .on(ACCOUNT_LIST, (context, input, response) -> response.send(Account.of("ada")))
                .on(ACCOUNT_CREATE, (context, input, response) -> response.send(Account.of("bob")))
                .build();
    }

    /** A test that fails, as an author may write it; run by the test below only. */
    static final class Failing {
        @RegisterExtension
        final ConnectorExtension people = ConnectorExtension.of(connector());

        @Test
        void fails() {
            var source = people.withConfig("pat", "sesame-open");
            source.run(ACCOUNT_LIST, AccountListInput.full());
            source.run(ACCOUNT_CREATE, AccountCreateInput.of(Map.of("id", "bob", "password", "hunter2-hunter2")));
            Assertions.fail("as it should");
        }
    }

    @Test
    void a_failing_test_prints_the_whole_exchange_without_secrets() {
        var failure =
                EngineTestKit.engine("junit-jupiter")
                        .selectors(selectClass(Failing.class))
                        .execute()
                        .testEvents()
                        .failed()
                        .stream()
                        .findFirst()
                        .flatMap(event -> event.getPayload(TestExecutionResult.class))
                        .flatMap(TestExecutionResult::getThrowable)
                        .orElseThrow();
        var printed = new StringWriter();
        failure.printStackTrace(new PrintWriter(printed));

        assertThat(printed.toString())
                .contains("as it should")
                .contains("exchanged in this test:")
                .contains("→ std:account:list {}")
                .contains("← output {\"identity\":\"ada\"")
                .contains("→ std:account:create")
                .contains("\"pat\":\"•••\"")
                .contains("\"password\":\"•••\"")
                .contains("✓ ended after 0 ms: 1 output")
                .doesNotContain("sesame-open")
                .doesNotContain("hunter2");
    }
}
