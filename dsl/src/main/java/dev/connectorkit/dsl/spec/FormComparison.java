package dev.connectorkit.dsl.spec;

import static dev.connectorkit.dsl.spec.DefinitionRules.quoted;

import dev.connectorkit.dsl.spec.ConfigItem.Option;
import dev.connectorkit.dsl.spec.ConfigItem.Radio;
import dev.connectorkit.dsl.spec.ConfigItem.Select;
import dev.connectorkit.dsl.spec.SpecDiff.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Compares two forms: what existing configurations hold must still be what the newer form asks for. */
final class FormComparison {
    private static final String FORM = "sourceConfig";

    private final Changes changes = new Changes();
    private final String place;
    private final List<ConfigItem> older;
    private final List<ConfigItem> newer;

    private FormComparison(String place, List<ConfigItem> older, List<ConfigItem> newer) {
        this.place = place;
        this.older = older;
        this.newer = newer;
    }

    static List<Change> compare(ConnectorSpec older, ConnectorSpec newer) {
        var comparison = new FormComparison(FORM, older.configItems(), newer.configItems());
        comparison.items();
        var changes = comparison.changes;
        if (!older.sourceConfigInitialValues().equals(newer.sourceConfigInitialValues())) {
            changes.compatible("sourceConfigInitialValues", "changed; existing sources keep their values");
        }
        if (changes.isEmpty() && !older.sourceConfig().equals(newer.sourceConfig())) {
            changes.compatible(FORM, "the layout of the form changed");
        }
        return changes.all();
    }

    private void items() {
        var unmatched = new ArrayList<>(newer);
        for (var was : older) {
            var now = counterpart(was, unmatched);
            if (now == null) {
                changes.compatible(place, quoted(was.key()) + " is gone; values that sources have are ignored");
            } else {
                unmatched.remove(now);
                item(was, now);
            }
        }
        for (var now : unmatched) {
            if (isDemanded(now)) {
                changes.breaking(place, quoted(now.key()) + " is new and required; existing sources do not have it");
            } else {
                changes.compatible(place, quoted(now.key()) + " is new");
            }
        }
    }

    /** Prefers the item under the same condition, since several may share a key. */
    private static @Nullable ConfigItem counterpart(ConfigItem item, List<ConfigItem> among) {
        Predicate<ConfigItem> sameKey = other -> other.key().equals(item.key());
        Predicate<ConfigItem> sameCondition = other -> Objects.equals(other.visibleWhen(), item.visibleWhen());
        return among.stream()
                .filter(sameKey.and(sameCondition))
                .findFirst()
                .or(() -> among.stream().filter(sameKey).findFirst())
                .orElse(null);
    }

    /** Tells whether an existing source would lack the value: an absent switch is off, and a hidden item is not asked for. */
    private boolean isDemanded(ConfigItem item) {
        boolean isSwitch = item instanceof ConfigItem.Checkbox || item instanceof ConfigItem.Toggle;
        if (!item.isRequired() || isSwitch) {
            return false;
        }
        var condition = item.visibleWhen();
        if (condition == null) {
            return true;
        }
        return older.stream()
                .anyMatch(parent -> parent.key().equals(condition.parentKey())
                        && (options(parent).isEmpty() || options(parent).contains(condition.parentValue())));
    }

    private void item(ConfigItem was, ConfigItem now) {
        var name = quoted(was.key());
        int before = changes.size();
        type(was, now);
        if (!was.isRequired() && isDemanded(now)) {
            changes.breaking(place, name + " is required now; existing sources may lack it");
        } else if (was.isRequired() && isDemanded(now) && was.visibleWhen() != null && now.visibleWhen() == null) {
            changes.breaking(place, name + " is always required now; existing sources may lack it");
        }
        for (var option : options(was)) {
            if (!options(now).isEmpty() && !options(now).contains(option)) {
                changes.breaking(place, name + " lost the option " + quoted(option) + "; sources may have chosen it");
            }
        }
        for (var option : options(now)) {
            if (!options(was).isEmpty() && !options(was).contains(option)) {
                changes.compatible(place, name + " has the new option " + quoted(option));
            }
        }
        if (was instanceof CardList oldCards && now instanceof CardList newCards) {
            var cards = new FormComparison(place + " " + name, oldCards.items(), newCards.items());
            cards.items();
            changes.addAll(cards.changes.all());
        }
        if (changes.size() == before && !SpecWriter.item(was).equals(SpecWriter.item(now))) {
            changes.compatible(place, name + " looks otherwise");
        }
    }

    private void type(ConfigItem was, ConfigItem now) {
        if (was.type().equals(now.type())) {
            return;
        }
        var message = quoted(was.key()) + " was " + quoted(was.type()) + ", is " + quoted(now.type());
        boolean free = options(was).isEmpty() && !options(now).isEmpty();
        if (!holds(was).equals(holds(now)) || free) {
            changes.breaking(place, message + "; the values that sources have no longer fit");
        } else {
            changes.compatible(place, message);
        }
    }

    private static String holds(ConfigItem item) {
        return switch (item.type()) {
            case "checkbox", "toggle" -> "boolean";
            case "number", "list", "keyValue", "cardList" -> item.type();
            default -> "text";
        };
    }

    private static List<String> options(ConfigItem item) {
        if (item instanceof Radio radio) {
            return radio.options().stream().map(Option::value).toList();
        }
        return item instanceof Select select
                ? select.options().stream().map(Option::value).toList()
                : List.of();
    }
}
