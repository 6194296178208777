package dev.connectorkit.docs.samples;

import static dev.connectorkit.docs.samples.BadgeConnector.BADGE;
import static dev.connectorkit.dsl.command.Commands.ACCOUNT_LIST;
import static dev.connectorkit.dsl.command.Commands.ACCOUNT_READ;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connectorkit.dsl.Connector;
import dev.connectorkit.testkit.contract.ConnectorContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BadgeFaultTest {
    private static final Path UNKNOWN_BADGE = Path.of("src/test/resources/samples/unknown-badge.report");

    /** Reads with a search, which finds some badge whatever is asked for. */
    private static Connector guessing(BadgeSystem system) {
        return Connector.named("badges")
                .accounts(BADGE)
                .on(ACCOUNT_LIST, (context, input, response) -> {
                    for (var badge : system.badges()) {
                        response.send(BADGE.account(badge));
                    }
                })
                .on(ACCOUNT_READ, (context, input, response) -> {
                    var badge = system.find(input.id());
                    response.send(BADGE.account(
                            badge == null ? system.badges().iterator().next() : badge));
                })
                .build();
    }

    @Test
    void a_read_that_finds_what_is_not_there_is_told_so() throws IOException {
        var report =
                ConnectorContract.of(guessing(BadgeSystem.withAdaAndGrace())).run();

        assertThat(withoutTime(report.rule("not-found.read").explanation() + "\n"))
                .isEqualTo(withoutTime(Files.readString(UNKNOWN_BADGE)));
    }

    private static String withoutTime(String text) {
        return text.replaceAll("after \\d+ ms", "after some time");
    }
}
