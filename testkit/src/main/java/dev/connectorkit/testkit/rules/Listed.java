package dev.connectorkit.testkit.rules;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.testkit.run.Exchange;
import dev.connectorkit.testkit.simulation.SourceControl.Ability;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the lists that a connector sends.
 *
 * @param type the type of the entitlements; null for the list of accounts
 */
record Listed(@Nullable String type) {
    static final Listed ACCOUNTS = new Listed(null);
    private static final int USUAL_PAGE = 5;
    private static final int SEVERAL_PAGES = 3;

    /** What a list comes to when nothing goes wrong. */
    record Healthy(int calls, int objects) {}

    /** Returns the lists of entitlements, one for each type. */
    static List<Listed> entitlements(Trial trial) {
        var lists = new ArrayList<Listed>();
        EntitlementRules.types(trial).forEach(type -> lists.add(new Listed(type)));
        return lists;
    }

    /** Returns whether the source can be brought to have any number of these objects. */
    boolean canFill(Trial trial) {
        return type == null
                ? trial.can(Ability.FILL)
                : trial.can(Ability.FILL_ENTITLEMENTS)
                        && trial.source().entitlementTypes().contains(type);
    }

    /** Puts the source into its initial state, with several pages of these objects if it can have them. */
    void fill(Trial trial) {
        fill(trial, SEVERAL_PAGES);
    }

    void fill(Trial trial, int pages) {
        fillWith(trial, pages * Filling.page(trial, USUAL_PAGE) + 1);
    }

    /** Puts the source into its initial state, with exactly so many of these objects if it can have them. */
    void fillWith(Trial trial, int objects) {
        var source = trial.source();
        source.reset(type == null ? objects : USUAL_PAGE);
        if (type != null && canFill(trial)) {
            source.fillEntitlements(type, objects);
        }
        trial.session().sourceChanged();
    }

    Exchange run(Trial trial) {
        return type == null
                ? trial.run(CommandTypes.LIST, JsonValue.EMPTY_JSON_OBJECT)
                : trial.run(CommandTypes.ENTITLEMENT_LIST, Trial.entitlementInput(type));
    }

    /** Sends the list with state; null asks for the first run. */
    Exchange run(Trial trial, @Nullable JsonValue state) {
        var input = StateRules.stateful(state);
        return type == null
                ? trial.run(CommandTypes.LIST, input)
                : trial.run(CommandTypes.ENTITLEMENT_LIST, typed(input, type));
    }

    private static JsonObject typed(JsonObject input, String type) {
        return Inputs.with(input, "type", Json.text(type));
    }

    /** Fills the source, and lists everything with nothing going wrong. */
    Healthy healthy(Trial trial) {
        fill(trial);
        var exchange = run(trial);
        trial.check(exchange.succeeded(), this + " fails: " + exchange.failure(), exchange);
        var calls = trial.source().requests().size();
        if (calls == 0) {
            throw new RuleSkipped(this + " did not call the source");
        }
        return new Healthy(calls, exchange.outputs().size());
    }

    String objects() {
        return type == null ? "accounts" : "entitlements";
    }

    @Override
    public String toString() {
        return type == null ? "the list" : "the list of entitlements of type `" + type + "`";
    }
}
