package dev.connectorkit.dsl.spec;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Moves initial values between the items they belong to and {@code sourceConfigInitialValues}, which names items by key alone.
 * A key that only a card's sub-item has belongs to that sub-item.
 */
final class InitialValues {
    private InitialValues() {}

    static JsonObject collect(List<? extends ConfigElement> elements) {
        var values = new TreeMap<String, JsonValue>();
        for (var item : allItems(elements)) {
            var value = item.initialValue();
            if (value != null) {
                values.putIfAbsent(item.key(), value);
            }
        }
        var builder = Members.JSON.createObjectBuilder();
        values.forEach(builder::add);
        return builder.build();
    }

    static List<ConfigElement> spread(List<ConfigElement> elements, JsonObject values) {
        if (values.isEmpty()) {
            return elements;
        }
        var rootKeys = new HashSet<String>();
        items(elements).forEach(item -> rootKeys.add(item.key()));
        return elements.stream()
                .map(element -> spread(element, values, rootKeys))
                .toList();
    }

    /** Returns the items of the form, without those of cards. */
    static List<ConfigItem> items(List<? extends ConfigElement> elements) {
        return elements.stream()
                .flatMap(element -> sections(element).stream())
                .flatMap(section -> section.items().stream())
                .toList();
    }

    private static List<ConfigItem> allItems(List<? extends ConfigElement> elements) {
        var items = items(elements);
        var nested =
                items.stream().filter(CardList.class::isInstance).flatMap(cards -> ((CardList) cards).items().stream());
        return Stream.concat(items.stream(), nested).toList();
    }

    private static List<Section> sections(ConfigElement element) {
        if (element instanceof Menu menu) {
            return menu.sections();
        }
        return element instanceof Section section ? List.of(section) : List.of();
    }

    private static ConfigElement spread(ConfigElement element, JsonObject values, Set<String> rootKeys) {
        if (element instanceof Menu menu) {
            return menu.with(menu.sections().stream()
                    .map(section -> spread(section, values, rootKeys))
                    .toList());
        }
        return element instanceof Section section ? spread(section, values, rootKeys) : element;
    }

    private static Section spread(Section section, JsonObject values, Set<String> rootKeys) {
        return section.with(section.items().stream()
                .map(item -> {
                    var started = started(item, values);
                    return started instanceof CardList cards ? spread(cards, values, rootKeys) : started;
                })
                .toList());
    }

    private static CardList spread(CardList cards, JsonObject values, Set<String> rootKeys) {
        return cards.with(cards.subMenus().stream()
                .map(subMenu -> new CardList.SubMenu(
                        subMenu.label(),
                        subMenu.items().stream()
                                .map(item -> rootKeys.contains(item.key()) ? item : started(item, values))
                                .toList(),
                        subMenu.extras()))
                .toList());
    }

    private static ConfigItem started(ConfigItem item, JsonObject values) {
        var value = values.get(item.key());
        return value == null ? item : item.with(item.details().initially(value));
    }
}
