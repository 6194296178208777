package dev.connectorkit.testkit.rules;

import static dev.connectorkit.dsl.command.Commands.ACCOUNT_LIST;
import static dev.connectorkit.dsl.spec.SchemaAttribute.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connectorkit.dsl.Connector;
import dev.connectorkit.dsl.command.Account;
import dev.connectorkit.dsl.command.Attributes;
import dev.connectorkit.testkit.simulation.EndlessCommandError;
import dev.connectorkit.testkit.simulation.FakeSource;
import dev.connectorkit.testkit.simulation.Fault;
import dev.connectorkit.testkit.simulation.SourceException;
import dev.connectorkit.testkit.simulation.VirtualClock;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A command that never ends takes no validation with it. */
class EndlessCommandTest {
    private static Connector listing(Stream<Account> accounts) {
        return Connector.named("people")
                .accounts(string("id", "Id").identity(), string("name", "Name").display())
                .on(ACCOUNT_LIST, (context, input, response) -> accounts.forEach(response::send))
                .build();
    }

    @Test
    void a_list_that_goes_round_in_circles_is_cut_off_and_the_account_is_named() {
        var circle = Stream.iterate(0, n -> (n + 1) % 700).map(n -> Account.of("u" + n));

        var list = Validation.of(listing(circle))
                .only("list.repeatable")
                .run()
                .rules()
                .get(0);

        assertThat(list.status()).isEqualTo(RuleStatus.FAILED);
        assertThat(list.message())
                .matches("`std:account:list`: it never ends: after \\d+ outputs it has sent .*\"u\\d+\".* once more.*"
                        + "Does it ask for the same page again and again\\?");
        assertThat(list.exchanges()).hasSize(1);
    }

    @Test
    void a_long_list_ends() {
        var validation = Validation.of(
                listing(Stream.iterate(0, n -> n + 1).limit(50_000).map(n -> Account.of("u" + n % 49_995))));

        var list = validation
                .only("test-connection.changes-nothing", "keys.unique")
                .run();

        assertThat(list.rule("keys.unique").message()).contains("twice in one list");
    }

    @Test
    void a_source_that_fails_is_not_asked_for_ever() {
        var source = new FakeSource(new VirtualClock());
        var users = source.accounts("users", n -> Attributes.of(Map.of("id", "u" + n)));
        source.inject(Fault.down());

        assertThatThrownBy(() -> {
                    while (true) {
                        try {
                            users.page(null);
                        } catch (SourceException e) {
                            source.clock().sleep(Duration.ofSeconds(1));
                        }
                    }
                })
                .isInstanceOf(EndlessCommandError.class)
                .hasMessageContaining("the source failed 10000 times");
    }
}
