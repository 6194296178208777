package dev.connectorkit.testkit.assertj;

import static dev.connectorkit.dsl.command.Commands.ACCOUNT_LIST;
import static dev.connectorkit.testkit.assertj.ConnectorAssertions.assertThat;
import static dev.connectorkit.testkit.assertj.ConnectorAssertions.assertThatThrownBy;

import dev.connectorkit.dsl.command.Account;
import dev.connectorkit.dsl.command.AccountListInput;
import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.runtime.CommandRequest;
import dev.connectorkit.dsl.spec.Schema;
import dev.connectorkit.dsl.spec.SchemaAttribute;
import dev.connectorkit.testkit.run.CommandRun;
import dev.connectorkit.testkit.run.Driver;
import dev.connectorkit.testkit.run.Ending;
import dev.connectorkit.testkit.run.Failure;
import dev.connectorkit.testkit.run.Invocation;
import dev.connectorkit.testkit.run.Line;
import dev.connectorkit.testkit.run.LineListener;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CommandRunAssertTest {

    private static CommandRun<Account> run(@Nullable Failure failure, String... ids) {
        return run(failure, Stream.of(ids).map(Account::of).toList());
    }

    private static CommandRun<Account> runOf(Account account) {
        return run(null, List.of(account));
    }

    private static CommandRun<Account> run(@Nullable Failure failure, List<Account> accounts) {
        return run(failure, Line.OUTPUT, accounts.stream().map(Account::toJson).toList());
    }

    private static CommandRun<Account> runSaving(String... states) {
        return run(null, Line.STATE, Stream.of(states).map(Json::parse).toList());
    }

    private static CommandRun<Account> run(@Nullable Failure failure, String type, List<? extends JsonValue> data) {
        Driver driver = new Driver() {
            @Override
            public String describe() {
                return "scripted";
            }

            @Override
            public Ending stream(CommandRequest request, LineListener listener) {
                for (var value : data) {
                    listener.received(new Line(type, value, Duration.ofSeconds(1), 10));
                }
                return new Ending(failure, null, Duration.ofMinutes(2));
            }
        };
        return Invocation.through(driver)
                .withConfig("token", "top-secret-token")
                .withStored("cursor", "7")
                .run(ACCOUNT_LIST, AccountListInput.full());
    }

    @Test
    void a_run_that_is_as_expected_passes() {
        assertThat(run(null, "ada", "grace"))
                .succeeded()
                .sent(2)
                .sentIds("ada", "grace")
                .savedNoState();
        assertThat(run(new Failure(Failure.NOT_FOUND, "no such account")))
                .failedAsNotFound()
                .failedWithMessageContaining("no such")
                .sentNothing();
    }

    @Test
    void a_failure_shows_the_exchange_without_secrets() {
        assertThatThrownBy(() -> assertThat(run(null, "ada")).sentIds("grace"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("expected the ids [grace], but these were sent: [ada]")
                .hasMessageContaining("→ std:account:list")
                .hasMessageContaining("\"cursor\":\"7\"")
                .hasMessageContaining("← output {\"identity\":\"ada\"")
                .hasMessageNotContaining("top-secret-token");
    }

    @Test
    void a_failed_command_says_why() {
        assertThatThrownBy(() -> assertThat(run(new Failure(Failure.GENERIC, "the source is down")))
                        .succeeded())
                .hasMessageContaining("but it failed: generic error: the source is down");
    }

    @Test
    void a_long_silence_is_measured() {
        assertThatThrownBy(() -> assertThat(run(null, "ada")).wasNeverSilentFor(Duration.ofMinutes(1)))
                .hasMessageContaining("but there is one of 119 s");
    }

    @Test
    void a_run_leads_to_the_objects_it_sent() {
        assertThat(run(null, "ada", "grace")).account("grace").hasId("grace").isEnabled();
        assertThatThrownBy(() -> assertThat(run(null, "ada", "ada")).account("ada"))
                .hasMessageContaining("expected `ada` to be sent once, but it was sent 2 times")
                .hasMessageContaining("→ std:account:list");
        assertThatThrownBy(() -> assertThat(run(null, "ada")).entitlement("ada"))
                .hasMessageContaining("but it was sent 0 times");
    }

    @Test
    void a_run_without_state_and_patch_leads_to_neither() {
        assertThat(run(null, "ada")).sentNoPatch();
        assertThatThrownBy(() -> assertThat(run(null, "ada")).state())
                .hasMessageContaining("expected one state, but there is []");
        assertThatThrownBy(() -> assertThat(run(null, "ada")).patch())
                .hasMessageContaining("expected one patch, but there is []");
    }

    @Test
    void the_state_that_was_saved_is_compared_by_value() {
        assertThat(runSaving("{\"since\":1,\"page\":2}")).savedState(state("{\"page\":2,\"since\":1.0}"));
        assertThatThrownBy(() -> assertThat(runSaving("{\"since\":1}")).savedState(state("{\"since\":2}")))
                .hasMessageContaining("expected the state {\"since\":2} to be saved, but there is [{\"since\":1}]")
                .hasMessageContaining("→ std:account:list");
        assertThatThrownBy(() -> assertThat(runSaving("{}", "{}")).savedState(state("{}")))
                .hasMessageContaining("but there is [{}, {}]");
        assertThatThrownBy(() -> assertThat(run(null)).savedState(state("{}"))).hasMessageContaining("but there is []");
    }

    private static JsonObject state(String json) {
        return Json.parse(json).asJsonObject();
    }

    @Test
    void outputs_that_do_not_fit_the_schema_are_shown() {
        var schema = Schema.account(SchemaAttribute.string("id").identity());

        assertThat(run(null, "ada")).sentOnlyWhatFits(schema);
        assertThatThrownBy(() ->
                        assertThat(runOf(Account.of("ada").with("tel", "1"))).sentOnlyWhatFits(schema))
                .hasMessageContaining("attribute `tel` is not declared in the schema")
                .hasMessageContaining("\"tel\":\"1\"");
    }

    @Test
    void an_account_is_compared_by_value() {
        var ada = Account.of("ada")
                .with("age", 36)
                .with("groups", List.of("b", "a"))
                .withDisabled(true);

        assertThat(ada)
                .hasId("ada")
                .hasAttribute("age", 36L)
                .hasAttribute("groups", List.of("a", "b"))
                .isDisabled()
                .isUnlocked();
        assertThatThrownBy(() -> assertThat(ada).hasAttribute("age", 37))
                .hasMessageContaining("expected attribute `age` to be 37, but it is 36");
    }

    @Test
    void the_config_of_an_invocation_is_its_own() {
        var invocation = Invocation.through(request());

        assertThat(invocation.withConfig("a", 1).config()).isEqualTo(Json.parse("{\"a\":1}"));
        assertThat(invocation.config()).isEmpty();
    }

    private static Driver request() {
        return new Driver() {
            @Override
            public String describe() {
                return "silent";
            }

            @Override
            public Ending stream(CommandRequest request, LineListener listener) {
                return new Ending(null, null, Duration.ZERO);
            }
        };
    }
}
