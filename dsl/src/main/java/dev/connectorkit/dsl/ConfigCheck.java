package dev.connectorkit.dsl;

import dev.connectorkit.dsl.spec.CardList;
import dev.connectorkit.dsl.spec.ConfigItem;
import dev.connectorkit.dsl.spec.ConnectorSpec;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Holds a configuration against the form that it was filled in on. Belongs to one check. */
final class ConfigCheck {
    private final List<String> problems = new ArrayList<>();

    private ConfigCheck() {}

    /** Returns what is missing or mistyped, a sentence each, without any value. */
    static List<String> problems(ConnectorSpec spec, JsonObject config) {
        var check = new ConfigCheck();
        check.items(spec.configItems(), Config.of(config, spec));
        return List.copyOf(check.problems);
    }

    private void items(List<ConfigItem> items, Config config) {
        for (var item : items) {
            if (isVisible(item, items, config, Set.of())) {
                item(item, config);
            }
        }
    }

    private void item(ConfigItem item, Config config) {
        // A box that nobody ever ticked is off, not missing.
        var isBox = item instanceof ConfigItem.Checkbox || item instanceof ConfigItem.Toggle;
        if (!config.has(item.key())) {
            if (item.isRequired() && !isBox) {
                problems.add(config.name(item.key()) + " is missing");
            }
            return;
        }
        try {
            read(item, config);
        } catch (Config.InvalidException mistyped) {
            problems.add(mistyped.problem());
        }
    }

    private void read(ConfigItem item, Config config) {
        var key = item.key();
        switch (item.type()) {
            case "number" -> config.decimal(key);
            case "checkbox", "toggle" -> config.flag(key);
            case "list" -> config.list(key);
            case "keyValue" -> config.pairs(key);
            case "cardList" -> config.cards(key).forEach(card -> items(((CardList) item).items(), card));
            case "text", "secret", "textarea", "secrettextarea", "url", "radio", "select" -> config.text(key);
            default -> {
                // An item of a type that nobody documents may hold anything.
            }
        }
    }

    private static boolean isVisible(ConfigItem item, List<ConfigItem> form, Config config, Set<String> asked) {
        var condition = item.visibleWhen();
        // A copy for each branch: several parents may share a key, and only a circle ends the search.
        var path = new HashSet<>(asked);
        if (condition == null || !path.add(item.key())) {
            return true;
        }
        var parents = form.stream()
                .filter(candidate -> candidate.key().equals(condition.parentKey()))
                .toList();
        return holds(condition.parentKey(), condition.parentValue(), config)
                && (parents.isEmpty() || parents.stream().anyMatch(parent -> isVisible(parent, form, config, path)));
    }

    private static boolean holds(String key, String expected, Config config) {
        try {
            return expected.equals(config.text(key, "false"));
        } catch (Config.InvalidException noScalar) {
            return false;
        }
    }
}
