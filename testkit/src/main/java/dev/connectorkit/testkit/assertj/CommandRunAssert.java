package dev.connectorkit.testkit.assertj;

import dev.connectorkit.dsl.command.Account;
import dev.connectorkit.dsl.command.Entitlement;
import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.internal.json.JsonEquality;
import dev.connectorkit.dsl.spec.Schema;
import dev.connectorkit.testkit.rules.SchemaFit;
import dev.connectorkit.testkit.run.CommandRun;
import dev.connectorkit.testkit.run.Line;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.ListAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about one command that was run. Every failure shows the whole exchange, with its secrets masked.
 *
 * @param <O> the command's output
 */
public final class CommandRunAssert<O> extends AbstractAssert<CommandRunAssert<O>, CommandRun<O>> {

    CommandRunAssert(@Nullable CommandRun<O> run) {
        super(run, CommandRunAssert.class);
    }

    private AssertionError wrong(String message) {
        return failure("%s", message + "\n\n" + actual);
    }

    /** Verifies that the command ended without a failure. */
    public CommandRunAssert<O> succeeded() {
        isNotNull();
        if (!actual.succeeded()) {
            throw wrong("expected `" + actual.command() + "` to succeed, but it failed: " + actual.failure());
        }
        return this;
    }

    /** Verifies that the command failed, with whatever type. */
    public CommandRunAssert<O> failed() {
        isNotNull();
        if (actual.succeeded()) {
            throw wrong("expected `" + actual.command() + "` to fail, but it succeeded");
        }
        return this;
    }

    /** Verifies that the command failed since the object does not exist. */
    public CommandRunAssert<O> failedAsNotFound() {
        failed();
        var failure = actual.failure();
        if (failure == null || !failure.isNotFound()) {
            throw wrong("expected `" + actual.command() + "` to fail as not found, but it failed with: " + failure);
        }
        return this;
    }

    /** Verifies that the command failed with a message that contains {@code part}. */
    public CommandRunAssert<O> failedWithMessageContaining(String part) {
        failed();
        var failure = actual.failure();
        if (failure == null || !failure.message().contains(part)) {
            throw wrong("expected a failure that says \"" + part + "\", but it says: " + failure);
        }
        return this;
    }

    /** Verifies that nothing was sent: no output. */
    public CommandRunAssert<O> sentNothing() {
        return sent(0);
    }

    /** Verifies how many outputs were sent. */
    public CommandRunAssert<O> sent(int outputs) {
        isNotNull();
        var found = actual.exchange().data(Line.OUTPUT).size();
        if (found != outputs) {
            throw wrong("expected " + outputs + " outputs, but there are " + found);
        }
        return this;
    }

    /** Verifies the ids of the accounts or entitlements that were sent, in order: the key's id, or else the identity. */
    public CommandRunAssert<O> sentIds(String... ids) {
        isNotNull();
        var found = new ArrayList<String>();
        actual.outputs().forEach(output -> found.add(idOf(output)));
        if (!found.equals(List.of(ids))) {
            throw wrong("expected the ids " + List.of(ids) + ", but these were sent: " + found);
        }
        return this;
    }

    private static String idOf(Object output) {
        if (output instanceof Account account) {
            return ObjectCheck.id(account.key(), account.identity());
        }
        if (output instanceof Entitlement entitlement) {
            return ObjectCheck.id(entitlement.key(), entitlement.identity());
        }
        throw new IllegalArgumentException("only accounts and entitlements have ids, but this is a "
                + output.getClass().getName());
    }

    /** Verifies that state was saved, once, and equals {@code state}. */
    public CommandRunAssert<O> savedState(JsonObject state) {
        isNotNull();
        var states = actual.exchange().states();
        if (states.size() != 1 || !JsonEquality.equal(states.get(0), state)) {
            throw wrong("expected the state " + state + " to be saved, but there is " + states);
        }
        return this;
    }

    /** Verifies that no state was saved. */
    public CommandRunAssert<O> savedNoState() {
        isNotNull();
        if (!actual.exchange().states().isEmpty()) {
            throw wrong("expected no state, but this was saved: "
                    + actual.exchange().states());
        }
        return this;
    }

    /** Verifies that no time between two lines, or before the first or after the last, was longer than {@code limit}. */
    public CommandRunAssert<O> wasNeverSilentFor(Duration limit) {
        isNotNull();
        var last = Duration.ZERO;
        for (var line : actual.exchange().lines()) {
            checkGap(line.at().minus(last), limit);
            last = line.at();
        }
        checkGap(actual.exchange().ending().took().minus(last), limit);
        return this;
    }

    private void checkGap(Duration gap, Duration limit) {
        if (gap.compareTo(limit) > 0) {
            throw wrong("expected no silence longer than " + limit.toSeconds() + " s, but there is one of "
                    + gap.toSeconds() + " s");
        }
    }

    /** Verifies that every output that has attributes fits a schema; see {@link AccountAssert#fits}. */
    public CommandRunAssert<O> sentOnlyWhatFits(Schema schema) {
        isNotNull();
        for (var output : actual.exchange().outputs()) {
            var problems = SchemaFit.problems(schema, output);
            if (!problems.isEmpty()) {
                throw wrong("expected every output to fit the schema, but " + String.join("\nand ", problems) + "\nin "
                        + Json.toText(output));
            }
        }
        return this;
    }

    /** Navigates to the account of that id, which was sent exactly once. */
    public AccountAssert account(String id) {
        return new AccountAssert(one(id, Account.class));
    }

    /** Navigates to the entitlement of that id, which was sent exactly once. */
    public EntitlementAssert entitlement(String id) {
        return new EntitlementAssert(one(id, Entitlement.class));
    }

    private <T> T one(String id, Class<T> type) {
        isNotNull();
        var found = actual.outputs().stream()
                .filter(output -> type.isInstance(output) && idOf(output).equals(id))
                .map(type::cast)
                .toList();
        if (found.size() != 1) {
            throw wrong("expected `" + id + "` to be sent once, but it was sent " + found.size() + " times");
        }
        return found.get(0);
    }

    /** Navigates to the state that was saved, once. */
    public JsonObjectAssert state() {
        isNotNull();
        var state = actual.state();
        if (state == null || actual.exchange().states().size() != 1) {
            throw wrong("expected one state, but there is " + actual.exchange().states());
        }
        return new JsonObjectAssert(state);
    }

    /** Navigates to the one patch of the source's configuration that was sent. */
    public PatchAssert patch() {
        isNotNull();
        var patches = actual.exchange().data(Line.CONFIG);
        if (patches.size() != 1 || !(patches.get(0) instanceof JsonArray operations)) {
            throw wrong("expected one patch, but there is " + patches);
        }
        return new PatchAssert(Json.provider().createPatch(operations));
    }

    /** Verifies that no patch of the source's configuration was sent. */
    public CommandRunAssert<O> sentNoPatch() {
        isNotNull();
        var patches = actual.exchange().data(Line.CONFIG);
        if (!patches.isEmpty()) {
            throw wrong("expected no patch, but this was sent: " + patches);
        }
        return this;
    }

    /** Navigates to the outputs. */
    public ListAssert<O> outputs() {
        isNotNull();
        return new ListAssert<>(actual.outputs()).as("outputs of %s", actual.command());
    }
}
