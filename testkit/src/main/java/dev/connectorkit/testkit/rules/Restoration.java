package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.CommandTypes.DISABLE;
import static dev.connectorkit.testkit.rules.CommandTypes.ENABLE;
import static dev.connectorkit.testkit.rules.CommandTypes.LIST;
import static dev.connectorkit.testkit.rules.CommandTypes.READ;
import static dev.connectorkit.testkit.rules.CommandTypes.UPDATE;

import dev.connectorkit.testkit.run.Exchange;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Changes an account of the source back to what it was before rules were tried on it. */
final class Restoration {
    private final Session session;
    private final ResourceObject original;

    Restoration(Session session, ResourceObject original) {
        this.session = session;
        this.original = original;
    }

    /** Makes the attempt, and returns what is different still, in words. */
    Optional<String> attempt() {
        var changed = now();
        if (changed != null) {
            restoreAttributes(changed);
            if (changed.flag("disabled") != original.flag("disabled")) {
                send(original.flag("disabled") ? DISABLE : ENABLE, original.reference());
            }
        }
        var left = now();
        if (left == null) {
            return Optional.of(original + " is gone");
        }
        var differences = Compare.differences("the account before", original, "the account now", left);
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of("account " + original + ": " + String.join("; ", differences));
    }

    private void restoreAttributes(ResourceObject changed) {
        var schema = session.accountSchema();
        var changes = new ArrayList<JsonObject>();
        for (var attribute : schema == null ? List.<SpecView.Attribute>of() : schema.attributes()) {
            var before = original.attribute(attribute.name());
            var after = changed.attribute(attribute.name());
            if (Compare.equal(before, after)) {
                continue;
            }
            changes.add(
                    before == null
                            ? Inputs.change("Remove", attribute.name(), after)
                            : Inputs.change("Set", attribute.name(), before));
        }
        // One by one, so that an attribute that cannot be restored does not keep the others from it.
        changes.forEach(change -> send(UPDATE, Inputs.update(original, List.of(change))));
    }

    private @Nullable ResourceObject now() {
        if (session.spec().commands().contains(READ)) {
            var output = send(READ, original.reference()).output();
            return output == null ? null : new ResourceObject(output);
        }
        return Trial.objects(send(LIST, JsonValue.EMPTY_JSON_OBJECT)).stream()
                .filter(account -> account.id().equals(original.id()))
                .findFirst()
                .orElse(null);
    }

    private Exchange send(String command, JsonObject input) {
        return session.ask(command, input);
    }
}
