package dev.connectorkit.dsl.spec.lint;

import static dev.connectorkit.dsl.spec.lint.Words.didYouMean;
import static dev.connectorkit.dsl.spec.lint.Words.list;
import static dev.connectorkit.dsl.spec.lint.Words.quoted;

import dev.connectorkit.dsl.spec.lint.Located.Kind;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rules about {@code sourceConfigInitialValues}. */
final class InitialValueRules {
    /** Keys the platform itself reads; they need no item. */
    private static final Set<String> RESERVED =
            Set.of("provisioningTimeout", "spConnDebugLoggingEnabled", "supportsStatefulCommands");

    private InitialValueRules() {}

    static void items(SpecView spec, Findings findings) {
        var values = spec.root().get("sourceConfigInitialValues");
        if (values == null) {
            return;
        }
        var formKeys = SpecView.distinct(spec.formItems(), "key");
        var allKeys = SpecView.distinct(spec.items(), "key");
        for (var member : values.members()) {
            var key = member.name();
            if (formKeys.contains(key) || RESERVED.contains(key)) {
                continue;
            }
            if (allKeys.contains(key)) {
                findings.add(
                        LintRule.INITIAL_VALUE_OF_CARD_ITEM,
                        Severity.INFORMATION,
                        member,
                        quoted(key) + " is the initial value of a card's sub-item",
                        null);
            } else {
                findings.add(
                        LintRule.INITIAL_VALUE_WITHOUT_ITEM,
                        Severity.WARNING,
                        member,
                        "there is an initial value for " + quoted(key) + ", but no item of that key",
                        didYouMean(key, allKeys, "remove it, or add the item"));
            }
        }
    }

    static void types(SpecView spec, Findings findings) {
        var values = spec.root().get("sourceConfigInitialValues");
        if (values == null) {
            return;
        }
        for (var member : values.members()) {
            var named = spec.items().stream()
                    .filter(item -> item.text("key").equals(member.name()))
                    .toList();
            var complaints =
                    named.stream().map(item -> complaint(item, member.value())).toList();
            if (!complaints.isEmpty() && !complaints.contains(null)) {
                findings.add(
                        LintRule.INITIAL_VALUE_TYPE,
                        member.value(),
                        quoted(member.name()) + " starts with "
                                + member.value().kind().words() + ", but " + complaints.get(0),
                        null);
            }
        }
    }

    private static @Nullable String complaint(Located item, Located value) {
        var type = item.text("type");
        return switch (type) {
            case "checkbox", "toggle" -> value.is(Kind.BOOLEAN) ? null : "a " + type + " starts with true or false";
            case "number" -> value.is(Kind.NUMBER) || isNumeric(value) ? null : "a number starts with a number";
            case "list", "keyValue", "cardList" -> value.is(Kind.ARRAY) ? null : "a " + type + " starts with an array";
            case "select", "radio" -> {
                var options = SpecView.texts(item.objects("options"), "value");
                boolean known = options.isEmpty() || options.contains(value.scalar());
                yield known ? null : "the options are " + list(options);
            }
            default ->
                List.of(Kind.OBJECT, Kind.ARRAY).contains(value.kind()) ? "a " + type + " starts with text" : null;
        };
    }

    private static boolean isNumeric(Located value) {
        return value.is(Kind.STRING) && value.scalar().matches("-?\\d+(\\.\\d+)?");
    }
}
