package dev.connectorkit.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connectorkit.dsl.command.Account;
import dev.connectorkit.dsl.command.AccountListInput;
import dev.connectorkit.dsl.command.ConnectorException;
import dev.connectorkit.dsl.command.Context;
import dev.connectorkit.dsl.command.Entitlement;
import dev.connectorkit.dsl.command.EntitlementListInput;
import dev.connectorkit.dsl.command.NoContext;
import dev.connectorkit.dsl.command.SentOutputs;
import dev.connectorkit.dsl.internal.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeltaTest {
    private static final Instant START = Instant.parse("2026-01-01T10:00:00Z");
    private static final JsonObject SAVED =
            Json.object().add("watermark", "2026-01-01T09:00:00Z").build();

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final Context context = NoContext.of(JsonValue.EMPTY_JSON_OBJECT, now::get);
    private final SentOutputs<Account> response = new SentOutputs<>();
    private final List<@Nullable Object> listedSince = new ArrayList<>();

    @Test
    void the_watermark_is_taken_before_the_list_and_saved_after_it() throws Exception {
        Delta.run(context, AccountListInput.since(SAVED), response, since -> {
            assertThat(response.state()).isNull();
            now.set(START.plusSeconds(600));
            listedSince.add(since);
        });

        assertThat(listedSince).containsExactly(Instant.parse("2026-01-01T09:00:00Z"));
        assertThat(response.state())
                .isEqualTo(Json.object().add("watermark", START.toString()).build());
    }

    @Test
    void the_first_stateful_run_lists_everything_and_saves() throws Exception {
        Delta.run(context, AccountListInput.firstStateful(), response, listedSince::add);

        assertThat(listedSince).isEqualTo(Arrays.asList((Object) null));
        assertThat(response.state()).isNotNull();
    }

    @Test
    void a_source_that_is_not_stateful_lists_everything_and_saves_nothing() throws Exception {
        Delta.run(context, new AccountListInput(false, SAVED, null), response, listedSince::add);

        assertThat(listedSince).isEqualTo(Arrays.asList((Object) null));
        assertThat(response.state()).isNull();
    }

    @Test
    void a_list_that_fails_saves_nothing() {
        assertThatThrownBy(() -> Delta.run(context, AccountListInput.firstStateful(), response, since -> {
                    throw new IOException("down");
                }))
                .isInstanceOf(IOException.class);
        assertThat(response.state()).isNull();
    }

    @Test
    void a_cursor_of_the_sources_own_is_a_watermark_too() throws Exception {
        var entitlements = new SentOutputs<Entitlement>();
        var state = Json.object().add("watermark", "41").build();

        Delta.runFrom(EntitlementListInput.since("group", state), entitlements, () -> "42", listedSince::add);

        assertThat(listedSince).containsExactly("41");
        assertThat(entitlements.state())
                .isEqualTo(Json.object().add("watermark", "42").build());
    }

    @Test
    void a_saved_watermark_that_is_no_time_is_named() {
        var state = Json.object().add("watermark", "41").build();

        assertThatThrownBy(() -> Delta.run(context, AccountListInput.since(state), response, listedSince::add))
                .isInstanceOf(ConnectorException.class)
                .hasMessage("the saved watermark `41` is no time such as 2026-01-31T12:00:00Z");
    }
}
