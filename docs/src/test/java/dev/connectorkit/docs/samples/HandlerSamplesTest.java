package dev.connectorkit.docs.samples;

import static dev.connectorkit.docs.samples.HandlerSamples.BADGES;
import static dev.connectorkit.dsl.command.AttributeChange.add;
import static dev.connectorkit.dsl.command.AttributeChange.set;
import static dev.connectorkit.dsl.command.Commands.ACCOUNT_CREATE;
import static dev.connectorkit.dsl.command.Commands.ACCOUNT_LIST;
import static dev.connectorkit.dsl.command.Commands.ACCOUNT_READ;
import static dev.connectorkit.dsl.command.Commands.ACCOUNT_UPDATE;
import static dev.connectorkit.testkit.assertj.ConnectorAssertions.assertThat;

import dev.connectorkit.docs.samples.HandlerSamples.BadgeClient;
import dev.connectorkit.dsl.Config;
import dev.connectorkit.dsl.Partitions;
import dev.connectorkit.dsl.command.Account;
import dev.connectorkit.dsl.command.AccountCreateInput;
import dev.connectorkit.dsl.command.AccountListInput;
import dev.connectorkit.dsl.command.AccountReference;
import dev.connectorkit.dsl.command.AccountUpdateInput;
import dev.connectorkit.dsl.command.AttributeChange;
import dev.connectorkit.dsl.command.Attributes;
import dev.connectorkit.testkit.junit.ConnectorExtension;
import dev.connectorkit.testkit.run.InProcessDriver;
import dev.connectorkit.testkit.run.Invocation;
import jakarta.json.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HandlerSamplesTest {
    private final Map<String, Account> table = new TreeMap<>();

    @RegisterExtension
    final ConnectorExtension badges = ConnectorExtension.of(HandlerSamples.connector(HandlerSamples.over(table)));

    private final Invocation configured = badges.withConfig("token", "secret");

    private static Account ada() {
        return Account.of("ada").with("number", "ada").with("floor", 3).with("doors", List.of("lab"));
    }

    @Test
    void a_badge_is_created_with_typed_values() {
        var input = AccountCreateInput.of(Map.of("number", "ada", "floor", "3", "doors", "lab"));

        assertThat(configured.run(ACCOUNT_CREATE, input))
                .sentOnlyWhatFits(BADGES)
                .sentIds("ada");
        assertThat(table).containsEntry("ada", ada());
    }

    @Test
    void what_cannot_become_a_badge_is_refused_by_name() {
        assertThat(configured.run(ACCOUNT_CREATE, AccountCreateInput.of(Map.of("number", "ada", "shoe", "44"))))
                .failedWithMessageContaining("the schema has no attribute `shoe`");
        assertThat(configured.run(ACCOUNT_CREATE, AccountCreateInput.of(Map.of("floor", 3))))
                .failedWithMessageContaining("the attribute `number` is required");
        assertThat(configured.run(ACCOUNT_CREATE, AccountCreateInput.of(Map.of("number", "ada", "floor", "roof"))))
                .failedWithMessageContaining("attribute `floor` holds a whole number of 32 bits");
    }

    @Test
    void an_update_says_what_became_of_the_badge_or_that_nothing_changed() {
        table.put("ada", ada().with("floor", 3L));

        assertThat(update(add("doors", "lab"), set("floor", "3"))).isEqualTo(Account.unchanged());
        assertThat(update(add("doors", "roof"))).hasAttribute("doors", List.of("lab", "roof"));
    }

    private Account update(AttributeChange... changes) {
        return configured
                .run(ACCOUNT_UPDATE, AccountUpdateInput.of("ada", changes))
                .output();
    }

    @Test
    void a_badge_is_read_with_a_client_of_the_invocation() {
        table.put("ada", ada());

        assertThat(configured.run(ACCOUNT_READ, AccountReference.of("ada"))).sentIds("ada");
        assertThat(badges.withConfig("token", "other").run(ACCOUNT_READ, AccountReference.of("ada")))
                .failedWithMessageContaining("the token is refused");
    }

    @Test
    void values_take_the_declared_shape_and_type() {
        // region types
        var sent = Attributes.of(Map.of("number", 17, "floor", "3", "doors", "lab"));

        assertThat(sent.shapedBy(BADGES))
                .isEqualTo(Attributes.of(Map.of("number", "17", "floor", 3, "doors", List.of("lab"))));
        // endregion
    }

    @Test
    void a_partitioned_list_sends_every_badge_once() {
        table.put("ada", ada());
        table.put("bob", Account.of("bob").with("number", "bob").with("floor", 1));
        var floors =
                Invocation.through(InProcessDriver.of(HandlerSamples.partitioned(new BadgeClient(table, "secret"))));

        for (var enabled : List.of(true, false)) {
            var run = floors.withConfig(Partitions.ENABLED_KEY, enabled).run(ACCOUNT_LIST, AccountListInput.full());

            assertThat(run).succeeded();
            assertThat(run.outputs()).extracting(Account::id).containsExactlyInAnyOrder("ada", "bob");
        }
    }

    @Test
    void a_token_is_fetched_once_for_each_source() throws Exception {
        var logins = new AtomicInteger();
        var here = Config.of(
                Json.createObjectBuilder().add("baseUrl", "https://here").build());
        var there = Config.of(
                Json.createObjectBuilder().add("baseUrl", "https://there").build());

        for (var config : List.of(here, here, there)) {
            assertThat(HandlerSamples.token(config, () -> "t" + logins.incrementAndGet()))
                    .isEqualTo(config == here ? "t1" : "t2");
        }
    }
}
