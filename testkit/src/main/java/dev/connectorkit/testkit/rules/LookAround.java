package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.CommandTypes.CREATE;
import static dev.connectorkit.testkit.rules.CommandTypes.DELETE;
import static dev.connectorkit.testkit.rules.CommandTypes.DISABLE;
import static dev.connectorkit.testkit.rules.CommandTypes.ENABLE;
import static dev.connectorkit.testkit.rules.CommandTypes.ENTITLEMENT_LIST;
import static dev.connectorkit.testkit.rules.CommandTypes.ENTITLEMENT_READ;
import static dev.connectorkit.testkit.rules.CommandTypes.LIST;
import static dev.connectorkit.testkit.rules.CommandTypes.PASSWORD;
import static dev.connectorkit.testkit.rules.CommandTypes.READ;
import static dev.connectorkit.testkit.rules.CommandTypes.TEST;
import static dev.connectorkit.testkit.rules.CommandTypes.UNLOCK;
import static dev.connectorkit.testkit.rules.CommandTypes.UPDATE;

import dev.connectorkit.dsl.internal.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;

/** Has a connector send what it can, for the rules that look at every answer. */
final class LookAround {
    private static final int FEW = 3;

    private final Trial trial;

    LookAround(Trial trial) {
        this.trial = trial;
    }

    void run() {
        if (trial.has(TEST)) {
            trial.run(TEST, JsonValue.EMPTY_JSON_OBJECT);
        }
        if (trial.has(LIST)) {
            var all = Trial.objects(trial.run(LIST, JsonValue.EMPTY_JSON_OBJECT));
            if (trial.has(READ)) {
                all.stream().limit(FEW).forEach(account -> trial.run(READ, account.reference()));
            }
            if (trial.spec().isStateful()) {
                trial.run(LIST, StateRules.stateful(null));
            }
        }
        if (trial.has(ENTITLEMENT_LIST)) {
            for (var schema : trial.spec().entitlementSchemas()) {
                var type = String.valueOf(schema.type());
                var all = Trial.objects(trial.run(ENTITLEMENT_LIST, Trial.entitlementInput(type)));
                if (trial.spec().isStateful()) {
                    new Listed(type).run(trial, null);
                }
                if (trial.has(ENTITLEMENT_READ)) {
                    all.stream()
                            .limit(FEW)
                            .forEach(each -> trial.run(
                                    ENTITLEMENT_READ, Inputs.with(each.reference(), "type", Json.text(type))));
                }
            }
        }
        if (trial.mayChange(CREATE)) {
            var created = trial.tryCreate(trial.inputs().create(Inputs.Extent.MAXIMAL))
                    .output();
            if (created != null) {
                change(new ResourceObject(created));
            }
        }
    }

    /** Changes a test account by every command that there is. */
    private void change(ResourceObject created) {
        var account = created.reference();
        if (trial.has(UPDATE)) {
            var schema = trial.accountSchema();
            schema.attributes().stream()
                    .filter(each -> each.name().equals(schema.displayAttribute())
                            && !each.name().equals(schema.identityAttribute()))
                    .forEach(each -> rename(account, each));
        }
        if (trial.has(PASSWORD)) {
            trial.run(
                    PASSWORD,
                    Inputs.with(account, "password", Json.text(trial.inputs().password())));
        }
        for (var command : List.of(DISABLE, ENABLE, UNLOCK)) {
            if (trial.has(command)) {
                trial.run(command, account);
            }
        }
        if (trial.has(DELETE) && trial.run(DELETE, account).succeeded()) {
            trial.session().deleted(created);
        }
    }

    private void rename(JsonObject account, SpecView.Attribute display) {
        var changes = Inputs.array(
                List.of(Inputs.change("Set", display.name(), trial.inputs().value(display))));
        trial.run(UPDATE, Inputs.with(account, "changes", changes));
    }
}
