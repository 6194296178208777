package dev.connectorkit.dsl;

import dev.connectorkit.dsl.spec.CardList;
import dev.connectorkit.dsl.spec.ConfigItem;
import dev.connectorkit.dsl.spec.ConnectorSpec;
import dev.connectorkit.dsl.spec.Menu;
import dev.connectorkit.dsl.spec.Section;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** What errors call the items of a configuration: the key, and the label and section where they are known. */
final class ConfigNames {
    static final ConfigNames KEYS = new ConfigNames("", Map.of(), Map.of());

    private final String prefix;
    private final Map<String, String> descriptions;
    private final Map<String, List<ConfigItem>> cardItems;

    private ConfigNames(String prefix, Map<String, String> descriptions, Map<String, List<ConfigItem>> cardItems) {
        this.prefix = prefix;
        this.descriptions = descriptions;
        this.cardItems = cardItems;
    }

    static ConfigNames of(ConnectorSpec spec) {
        var descriptions = new LinkedHashMap<String, String>();
        var cardItems = new LinkedHashMap<String, List<ConfigItem>>();
        forEachItem(spec, (section, item) -> {
            descriptions.putIfAbsent(item.key(), "%s, in section %s".formatted(item.label(), section.title()));
            if (item instanceof CardList list) {
                cardItems.putIfAbsent(item.key(), list.items());
            }
        });
        return new ConfigNames("", descriptions, cardItems);
    }

    static void forEachItem(ConnectorSpec spec, BiConsumer<Section, ConfigItem> action) {
        for (var element : spec.sourceConfig()) {
            if (element instanceof Menu menu) {
                menu.sections().forEach(section -> section.items().forEach(item -> action.accept(section, item)));
            } else if (element instanceof Section section) {
                section.items().forEach(item -> action.accept(section, item));
            }
        }
    }

    String of(String key) {
        var description = descriptions.get(key);
        var name = "`" + prefix + key + "`";
        return description == null ? name : name + " (" + description + ")";
    }

    /** Returns the names inside a card; cards count from 1. */
    ConfigNames card(String key, int number) {
        var labels = new LinkedHashMap<String, String>();
        cardItems.getOrDefault(key, List.of()).forEach(item -> labels.putIfAbsent(item.key(), item.label()));
        return new ConfigNames("%s%s[%d].".formatted(prefix, key, number), labels, Map.of());
    }
}
