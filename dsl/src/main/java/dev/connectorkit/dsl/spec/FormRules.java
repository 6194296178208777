package dev.connectorkit.dsl.spec;

import static dev.connectorkit.dsl.spec.DefinitionRules.quoted;
import static dev.connectorkit.dsl.spec.DefinitionRules.repeated;

import dev.connectorkit.dsl.internal.spec.Nearest;
import dev.connectorkit.dsl.spec.ConfigItem.Checkbox;
import dev.connectorkit.dsl.spec.ConfigItem.ListItem;
import dev.connectorkit.dsl.spec.ConfigItem.Option;
import dev.connectorkit.dsl.spec.ConfigItem.Radio;
import dev.connectorkit.dsl.spec.ConfigItem.Select;
import dev.connectorkit.dsl.spec.ConfigItem.Toggle;
import dev.connectorkit.dsl.spec.ItemDetails.Condition;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the mistakes in a definition's form: its keys, conditions, options, cards and initial values. */
final class FormRules {
    private final List<SpecProblem> problems = new ArrayList<>();
    private final String place;

    private FormRules(String place) {
        this.place = place;
    }

    static List<SpecProblem> check(ConnectorSpec spec) {
        var items = spec.configItems();
        var rules = new FormRules("config()");
        rules.scope(items);
        boolean declares = items.stream().anyMatch(item -> item.key().equals(ConnectorSpec.STATEFUL_KEY));
        if (declares && !spec.supportsStatefulCommands()) {
            rules.add(quoted(ConnectorSpec.STATEFUL_KEY)
                    + " is defined, but the connector is not stateful; call stateful(), which adds the item too.");
        }
        for (var item : items) {
            if (item instanceof CardList cards) {
                rules.problems.addAll(cards(cards));
            }
        }
        return rules.problems;
    }

    private static List<SpecProblem> cards(CardList cards) {
        var rules = new FormRules("config(): cardList " + quoted(cards.key()));
        var keys = cards.items().stream().map(ConfigItem::key).toList();
        if (keys.isEmpty()) {
            rules.add("it has no sub-menu with items; add subMenu(label, items…).");
        } else {
            rules.titleKey("title", cards.titleKey(), keys);
            rules.titleKey("subtitle", cards.subtitleKey(), keys);
        }
        rules.scope(cards.items());
        return rules.problems;
    }

    private void titleKey(String role, String key, List<String> keys) {
        if (!keys.contains(key)) {
            add("its " + role + " is " + quoted(key) + ", which none of its items is called"
                    + Nearest.question(key, keys) + "; name one of " + list(keys) + ".");
        }
    }

    /** Checks items whose keys share one object: the config, or one card. */
    private void scope(List<ConfigItem> items) {
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            if (item.key().isBlank()) {
                add("the item labelled " + quoted(item.label()) + " has a blank key; name it.");
            } else if (items.subList(0, i).stream().anyMatch(earlier -> collide(earlier, item))) {
                add(quoted(item.key()) + " is defined twice; keep one, or show them under different values with"
                        + " visibleWhen(…).");
            }
            condition(item, items);
            options(item);
            initialValue(item);
        }
    }

    /** Two items may share a key only if they are never shown together. */
    private static boolean collide(ConfigItem earlier, ConfigItem later) {
        if (!earlier.key().equals(later.key())) {
            return false;
        }
        var one = earlier.visibleWhen();
        var other = later.visibleWhen();
        return one == null || other == null || one.equals(other);
    }

    private void condition(ConfigItem item, List<ConfigItem> scope) {
        var condition = item.visibleWhen();
        if (condition == null) {
            return;
        }
        var shown = quoted(item.key()) + " is shown when " + quoted(condition.parentKey()) + " is "
                + quoted(condition.parentValue());
        var parents = scope.stream()
                .filter(other -> other.key().equals(condition.parentKey()))
                .toList();
        if (condition.parentKey().equals(item.key())) {
            add(shown + ", so it depends on itself; name another item.");
        } else if (parents.isEmpty()) {
            var keys = scope.stream().map(ConfigItem::key).distinct().toList();
            add(shown + ", but no item beside it is called " + quoted(condition.parentKey())
                    + Nearest.question(condition.parentKey(), keys) + ".");
        } else {
            var refusals =
                    parents.stream().map(parent -> refusal(parent, condition)).toList();
            if (!refusals.contains(null)) {
                add(shown + refusals.get(0));
            }
        }
    }

    private static @Nullable String refusal(ConfigItem parent, Condition condition) {
        if (parent instanceof Checkbox || parent instanceof Toggle) {
            boolean known = condition.parentValue().equals("true")
                    || condition.parentValue().equals("false");
            return known ? null : ", but a " + parent.type() + " is `true` or `false`.";
        }
        var options = optionValues(parent);
        return options.isEmpty() || options.contains(condition.parentValue())
                ? null
                : ", which is none of its options " + list(options) + ".";
    }

    private void options(ConfigItem item) {
        if (!(item instanceof Radio || item instanceof Select)) {
            return;
        }
        var values = optionValues(item);
        if (values.isEmpty()) {
            add(quoted(item.key()) + " has no options; add option(value, label).");
        }
        for (var value : repeated(values)) {
            add(quoted(item.key()) + " has the option " + quoted(value) + " twice; keep one.");
        }
    }

    private void initialValue(ConfigItem item) {
        var value = item.initialValue();
        if (value == null) {
            return;
        }
        var expected = expected(item, value);
        if (expected != null) {
            add(quoted(item.key()) + " starts with " + value + ", but " + expected + ".");
        }
    }

    private static @Nullable String expected(ConfigItem item, JsonValue value) {
        if (item instanceof Checkbox || item instanceof Toggle) {
            boolean fits = value == JsonValue.TRUE || value == JsonValue.FALSE;
            return fits ? null : "a " + item.type() + " starts with true or false";
        }
        if (item instanceof ConfigItem.NumberItem) {
            return value.getValueType() == ValueType.NUMBER ? null : "a number starts with a number";
        }
        if (item instanceof ListItem || item instanceof KeyValue || item instanceof CardList) {
            return value.getValueType() == ValueType.ARRAY ? null : "a " + item.type() + " starts with an array";
        }
        var options = optionValues(item);
        boolean known = value instanceof JsonString text && options.contains(text.getString());
        return options.isEmpty() || known ? null : "its options are " + list(options);
    }

    private static List<String> optionValues(ConfigItem item) {
        if (item instanceof Radio radio) {
            return radio.options().stream().map(Option::value).toList();
        }
        return item instanceof Select select
                ? select.options().stream().map(Option::value).toList()
                : List.of();
    }

    private static String list(List<String> names) {
        return names.stream().distinct().map(DefinitionRules::quoted).collect(Collectors.joining(", "));
    }

    private void add(String message) {
        problems.add(new SpecProblem(place, message));
    }
}
