package dev.connectorkit.dsl.spec.lint;

import static dev.connectorkit.dsl.spec.lint.Words.didYouMean;
import static dev.connectorkit.dsl.spec.lint.Words.list;
import static dev.connectorkit.dsl.spec.lint.Words.quoted;

import dev.connectorkit.dsl.spec.lint.Located.Kind;
import dev.connectorkit.dsl.spec.lint.SpecView.Scope;
import java.util.HashSet;
import java.util.List;

/** Rules about {@code parentKey} and {@code parentValue}. */
final class ConditionRules {
    private ConditionRules() {}

    static void complete(SpecView spec, Findings findings) {
        for (var item : spec.items()) {
            if (item.has("parentKey") != item.has("parentValue")) {
                var present = item.has("parentKey") ? "parentKey" : "parentValue";
                var missing = item.has("parentKey") ? "parentValue" : "parentKey";
                findings.add(
                        LintRule.INCOMPLETE_CONDITION,
                        item.at(present),
                        quoted(item.text("key")) + " has " + quoted(present) + " without " + quoted(missing),
                        "add " + quoted(missing));
            }
        }
    }

    static void parents(SpecView spec, Findings findings) {
        for (var scope : spec.scopes()) {
            for (var item : scope.items()) {
                var parentKey = item.text("parentKey");
                if (parentKey.isEmpty()) {
                    continue;
                }
                var parents = scope.named(parentKey);
                if (parents.isEmpty()) {
                    unknown(spec, scope, item, findings);
                } else {
                    value(item, parents, findings);
                }
            }
        }
    }

    private static void unknown(SpecView spec, Scope scope, Located item, Findings findings) {
        var parentKey = item.text("parentKey");
        boolean outside =
                scope.cards() != null && !spec.scopes().get(0).named(parentKey).isEmpty();
        var keys = SpecView.distinct(scope.items(), "key");
        findings.add(
                LintRule.UNKNOWN_PARENT,
                item.at("parentKey"),
                quoted(item.text("key")) + " depends on " + quoted(parentKey)
                        + (outside ? ", which is not on the same card" : ", which is no item of the form"),
                didYouMean(parentKey, keys, "name the key of an item " + (outside ? "of the card" : "of the form")));
    }

    private static void value(Located item, List<Located> parents, Findings findings) {
        var value = item.get("parentValue");
        if (value == null) {
            return;
        }
        if (!value.is(Kind.STRING)) {
            findings.add(
                    LintRule.PARENT_VALUE_TYPE,
                    value,
                    "`parentValue` is " + value.kind().words() + ", but should be a string",
                    value.scalar().isEmpty() ? null : "write \"" + value.scalar() + "\"");
        }
        boolean scalar = !value.is(Kind.OBJECT) && !value.is(Kind.ARRAY) && !value.is(Kind.NULL);
        if (scalar && parents.stream().noneMatch(parent -> canHave(parent, value.scalar()))) {
            var parent = parents.get(0);
            var values = isSwitch(parent) ? List.of("true", "false") : options(parent);
            findings.add(
                    LintRule.IMPOSSIBLE_PARENT_VALUE,
                    value,
                    quoted(item.text("key")) + " is shown when " + quoted(parent.text("key")) + " is "
                            + quoted(value.scalar()) + ", which the " + parent.text("type") + " never is",
                    didYouMean(value.scalar(), values, "use one of " + list(values)));
        }
    }

    private static boolean canHave(Located parent, String value) {
        if (isSwitch(parent)) {
            return value.equals("true") || value.equals("false");
        }
        var options = options(parent);
        return options.isEmpty() || options.contains(value);
    }

    private static boolean isSwitch(Located item) {
        return item.text("type").equals("checkbox") || item.text("type").equals("toggle");
    }

    private static List<String> options(Located item) {
        return item.objects("options").stream()
                .map(option -> option.get("value"))
                .map(value -> value == null ? "" : value.scalar())
                .toList();
    }

    static void checkboxes(SpecView spec, Findings findings) {
        for (var scope : spec.scopes()) {
            for (var item : scope.items()) {
                var parents = scope.named(item.text("parentKey"));
                if (parents.stream().anyMatch(parent -> parent.text("type").equals("checkbox"))) {
                    findings.add(
                            LintRule.CHECKBOX_PARENT,
                            item.at("parentKey"),
                            quoted(item.text("key")) + " depends on the checkbox " + quoted(item.text("parentKey"))
                                    + "; the platform documents this for select, radio and toggle",
                            null);
                }
            }
        }
    }

    static void circles(SpecView spec, Findings findings) {
        for (var scope : spec.scopes()) {
            for (var item : scope.items()) {
                if (!item.text("key").isEmpty() && leadsBack(item, scope)) {
                    findings.add(
                            LintRule.CIRCULAR_CONDITION,
                            item.at("parentKey"),
                            quoted(item.text("key")) + " is shown depending on itself, so it never is",
                            "let it depend on another item");
                }
            }
        }
    }

    private static boolean leadsBack(Located item, Scope scope) {
        var seen = new HashSet<String>();
        var next = item.text("parentKey");
        while (!next.isEmpty() && seen.add(next)) {
            if (next.equals(item.text("key"))) {
                return true;
            }
            var parents = scope.named(next);
            // Of several items with one key, another may be the one that is shown.
            next = parents.size() == 1 ? parents.get(0).text("parentKey") : "";
        }
        return false;
    }
}
