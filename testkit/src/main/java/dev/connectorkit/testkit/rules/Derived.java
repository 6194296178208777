package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.CommandTypes.UPDATE;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a source derives from some attributes of an account: a full name, permissions, another name of the same column.
 * It changes with them, and is what it was once they are; what a fault changed stays changed.
 */
final class Derived {
    private final Trial trial;
    private final Set<String> attributes;

    Derived(Trial trial, Set<String> attributes) {
        this.trial = trial;
        this.attributes = attributes;
    }

    /**
     * Returns whether all that changed with the attributes follows from them: it changes back with them. If so, the
     * attributes are left as they were found; if not, as they were before.
     */
    boolean follows(ResourceObject before, ResourceObject after) {
        if (!trial.run(UPDATE, Inputs.update(after, setting(before))).succeeded()) {
            return false;
        }
        var back = trial.find(after);
        if (back == null || !trial.changes(before, back, Set.of()).isEmpty()) {
            return false;
        }
        var again = trial.run(UPDATE, Inputs.update(back, setting(after))).succeeded() ? trial.find(back) : null;
        if (again == null || !trial.changes(after, again, Set.of()).isEmpty()) {
            return false;
        }
        trial.note("more changes with " + String.join(", ", attributes) + ", and back with it: it follows from it");
        if (attributes.stream().noneMatch(trial.session().derived()::contains)) {
            Stream.concat(before.attributes().keySet().stream(), after.attributes().keySet().stream())
                    .filter(name ->
                            !attributes.contains(name) && !Compare.equal(before.attribute(name), after.attribute(name)))
                    .forEach(trial.session().derived()::add);
        }
        return true;
    }

    private List<JsonObject> setting(ResourceObject as) {
        return attributes.stream()
                .map(name -> Inputs.change("Set", name, as.attributes().getOrDefault(name, JsonValue.NULL)))
                .toList();
    }
}
