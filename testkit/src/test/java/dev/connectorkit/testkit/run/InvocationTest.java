package dev.connectorkit.testkit.run;

import static dev.connectorkit.dsl.command.Commands.ACCOUNT_LIST;
import static dev.connectorkit.dsl.command.Commands.ENTITLEMENT_LIST;
import static dev.connectorkit.dsl.spec.SchemaAttribute.string;
import static dev.connectorkit.testkit.assertj.ConnectorAssertions.assertThat;

import dev.connectorkit.dsl.Connector;
import dev.connectorkit.dsl.command.Account;
import dev.connectorkit.dsl.command.AccountListInput;
import dev.connectorkit.dsl.command.Entitlement;
import dev.connectorkit.dsl.command.Handler;
import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.runtime.CommandRequest;
import dev.connectorkit.dsl.store.DataStore;
import dev.connectorkit.dsl.store.StoreKey;
import dev.connectorkit.testkit.simulation.VirtualClock;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What runs leave behind on the simulated platform, and what it does not take. */
class InvocationTest {
    private static final StoreKey<String> CURSOR = StoreKey.string("cursor");

    private static Connector connector(Handler<AccountListInput, Account> list) {
        return Connector.named("people")
                .accounts(string("id").identity())
                .on(ACCOUNT_LIST, list)
                .build();
    }

    private static Invocation source(Handler<AccountListInput, Account> list) {
        return Invocation.through(InProcessDriver.of(connector(list)));
    }

    /** Sends the cursor it finds as an account, and stores the next. */
    private static final Handler<AccountListInput, Account> COUNTING = (context, input, response) -> {
        var store = DataStore.of(context, response);
        var cursor = store.get(CURSOR);
        var next = cursor == null ? 1 : Integer.parseInt(cursor) + 1;
        response.send(Account.of(String.valueOf(cursor)));
        store.set(CURSOR, String.valueOf(next));
        store.flush();
    };

    @Test
    void what_one_run_stores_the_next_one_finds() {
        var source = source(COUNTING);

        assertThat(source.run(ACCOUNT_LIST, AccountListInput.full())).sentIds("null");
        assertThat(source.run(ACCOUNT_LIST, AccountListInput.full())).sentIds("1");
        assertThat(source.config()).isJson("{\"cursor\": \"2\", \"connectorAttributes\": {\"cursor\": \"2\"}}");
    }

    @Test
    void a_source_that_is_derived_starts_with_what_is_stored_and_goes_its_own_way() {
        var source = source(COUNTING);
        source.run(ACCOUNT_LIST, AccountListInput.full());
        var other = source.withConfig("region", "eu");

        assertThat(other.run(ACCOUNT_LIST, AccountListInput.full())).sentIds("1");
        assertThat(source.run(ACCOUNT_LIST, AccountListInput.full())).sentIds("1");
        assertThat(source.withStored("cursor", "7").run(ACCOUNT_LIST, AccountListInput.full()))
                .sentIds("7")
                .patch()
                .replacesKey("cursor", Json.text("8"));
    }

    @Test
    void a_whole_configuration_brings_what_is_stored_along() {
        var source = source(COUNTING)
                .withConfig(Json.parse("{\"region\": \"eu\", \"connectorAttributes\": {\"cursor\": \"3\"}}")
                        .asJsonObject());

        assertThat(source.run(ACCOUNT_LIST, AccountListInput.full())).sentIds("3");
        assertThat(source.config()).holds("region", "eu").holds("cursor", "4");
    }

    @Test
    void saved_state_is_given_to_the_next_list_of_changes() {
        var source = source((context, input, response) -> {
            response.send(
                    Account.of(input.state() == null ? "first" : input.state().getString("since")));
            response.saveState(state(input.state() == null ? "1" : "2"));
        });

        assertThat(source.listAccountChanges()).sentIds("first").state().holds("since", "1");
        assertThat(source.listAccountChanges()).sentIds("1").state().holds("since", "2");
    }

    private static JsonObject state(String since) {
        return Json.object().add("since", since).build();
    }

    @Test
    void a_run_that_fails_saves_no_state() {
        var fails = new AtomicInteger();
        var source = source((context, input, response) -> {
            response.send(Account.of(input.state() == null ? "first" : "later"));
            response.saveState(state("1"));
            if (fails.getAndIncrement() == 0) {
                throw new IllegalStateException("the source is gone");
            }
        });

        assertThat(source.listAccountChanges()).failed();
        assertThat(source.listAccountChanges()).succeeded().sentIds("first");
        assertThat(source.listAccountChanges()).sentIds("later");
    }

    @Test
    void each_type_of_entitlement_has_its_own_state() {
        var connector = Connector.named("people")
                .entitlements("group", string("id").identity())
                .entitlements("role", string("id").identity())
                .on(ENTITLEMENT_LIST, (context, input, response) -> {
                    response.send(Entitlement.of(input.type(), input.state() == null ? "all" : "changes"));
                    response.saveState(state(input.type()));
                })
                .build();
        var source = Invocation.through(InProcessDriver.of(connector));

        assertThat(source.listEntitlementChanges("group")).sentIds("all");
        assertThat(source.listEntitlementChanges("role")).sentIds("all");
        assertThat(source.listEntitlementChanges("group"))
                .sentIds("changes")
                .state()
                .holds("since", "group");
    }

    @Test
    void nothing_survives_in_the_memory_of_a_container_that_is_recycled() {
        var kept = Invocation.through(InProcessDriver.of(remembering()));
        var recycled = Invocation.through(InProcessDriver.recycling(InvocationTest::remembering));

        kept.run(ACCOUNT_LIST, AccountListInput.full());
        recycled.run(ACCOUNT_LIST, AccountListInput.full());

        assertThat(kept.run(ACCOUNT_LIST, AccountListInput.full())).sentIds("2");
        assertThat(recycled.run(ACCOUNT_LIST, AccountListInput.full())).sentIds("1");
    }

    private static Connector remembering() {
        var runs = new AtomicInteger();
        return connector(
                (context, input, response) -> response.send(Account.of(String.valueOf(runs.incrementAndGet()))));
    }

    @Test
    void a_patch_that_the_platform_rejects_fails_the_run() {
        var source = source((context, input, response) -> response.patchConfig(Json.provider()
                .createPatchBuilder()
                .replace("/connectorAttributes/cursor", "1")
                .build()));

        assertThat(source.run(ACCOUNT_LIST, AccountListInput.full()))
                .failedWithMessageContaining("the platform rejects the patch: operation 1 (replace")
                .failedWithMessageContaining("there is no `cursor`");
        assertThat(source.config()).isEmpty();
    }

    @Test
    void a_silence_that_the_platform_would_not_bear_fails_the_run() {
        Driver silent = new Driver() {
            @Override
            public String describe() {
                return "silent";
            }

            @Override
            public Ending stream(CommandRequest request, LineListener listener) {
                return new Ending(null, null, Duration.ofMinutes(4));
            }
        };

        assertThat(Invocation.through(silent).run(ACCOUNT_LIST, AccountListInput.full()))
                .failedWithMessageContaining("nothing was sent for 240 s: the platform gives up after 180 s");
    }

    @Test
    void a_message_that_is_too_large_fails_the_run() {
        var source = source((context, input, response) ->
                response.send(Account.of("ada").with("note", "x".repeat(256 * 1024))));

        assertThat(source.run(ACCOUNT_LIST, AccountListInput.full())).failed().sentNothing();
    }

    @Test
    void a_minute_of_waiting_is_bridged_on_the_virtual_clock() {
        var clock = new VirtualClock();
        var source = Invocation.through(InProcessDriver.of(connector((context, input, response) -> {
                    clock.sleep(Duration.ofMinutes(10));
                    response.send(Account.of(context.clock().instant().toString()));
                }))
                .withClock(clock));

        assertThat(source.run(ACCOUNT_LIST, AccountListInput.full()))
                .succeeded()
                .sentIds("2026-01-01T00:10:00Z")
                .wasNeverSilentFor(Duration.ofMinutes(1));
    }

    @Test
    void secrets_of_the_specification_and_of_the_input_are_masked() {
        var run = new CommandRun<>(
                ACCOUNT_LIST,
                new Exchange(
                        CommandRequest.of(ACCOUNT_LIST, AccountListInput.full())
                                .withConfig(
                                        Json.object().add("pat", "sesame-open").build()),
                        List.of(),
                        new Ending(null, null, Duration.ZERO)),
                Secrets.none().and("sesame-open"));

        assertThat(run.toString()).contains("\"pat\":\"•••\"").doesNotContain("sesame");
    }
}
