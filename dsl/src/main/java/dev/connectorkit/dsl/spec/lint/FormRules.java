package dev.connectorkit.dsl.spec.lint;

import static dev.connectorkit.dsl.spec.lint.Words.didYouMean;
import static dev.connectorkit.dsl.spec.lint.Words.list;
import static dev.connectorkit.dsl.spec.lint.Words.quoted;

import dev.connectorkit.dsl.internal.spec.Credentials;
import dev.connectorkit.dsl.spec.lint.Located.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rules about the form: menus, sections, and each item by itself. */
final class FormRules {
    private static final List<String> ITEM_TYPES = List.of(
            "text",
            "number",
            "secret",
            "textarea",
            "secrettextarea",
            "checkbox",
            "url",
            "toggle",
            "radio",
            "select",
            "list",
            "keyValue",
            "cardList");

    /** What people write for an item type when they guess it. */
    private static final Map<String, String> TYPE_GUESSES = Map.ofEntries(
            Map.entry("password", "secret"),
            Map.entry("hidden", "secret"),
            Map.entry("string", "text"),
            Map.entry("input", "text"),
            Map.entry("email", "text"),
            Map.entry("boolean", "checkbox"),
            Map.entry("bool", "checkbox"),
            Map.entry("switch", "toggle"),
            Map.entry("int", "number"),
            Map.entry("integer", "number"),
            Map.entry("long", "number"),
            Map.entry("dropdown", "select"),
            Map.entry("combobox", "select"),
            Map.entry("enum", "select"),
            Map.entry("multiselect", "list"),
            Map.entry("array", "list"),
            Map.entry("map", "keyValue"),
            Map.entry("card", "cardList"),
            Map.entry("cards", "cardList"));

    private FormRules() {}

    static void elements(SpecView spec, Findings findings) {
        for (var element : spec.root().objects("sourceConfig")) {
            switch (element.text("type")) {
                case "menu" ->
                    element.objects("items").stream()
                            .filter(item -> !item.text("type").equals("section"))
                            .forEach(item -> inMenu(item, findings));
                case "section" ->
                    findings.add(
                            LintRule.ROOT_SECTION,
                            element,
                            section(element) + " stands at the root",
                            "put it into a menu");
                default -> atRoot(element, findings);
            }
        }
    }

    static void nested(SpecView spec, Findings findings) {
        for (var section : spec.sections()) {
            for (var item : section.objects("items")) {
                if (SpecView.isPartOfForm(item)) {
                    findings.add(
                            LintRule.UNKNOWN_FORM_ELEMENT,
                            item,
                            "a section holds " + described(item) + ", but should hold items only",
                            "move it out of the section");
                }
            }
        }
    }

    private static void inMenu(Located item, Findings findings) {
        findings.add(
                LintRule.UNKNOWN_FORM_ELEMENT,
                item,
                "a menu holds " + described(item) + ", but should hold sections only",
                isItem(item) ? "put the item into a section" : "give it \"type\": \"section\"");
    }

    private static void atRoot(Located element, Findings findings) {
        findings.add(
                LintRule.UNKNOWN_FORM_ELEMENT,
                element,
                "`sourceConfig` holds " + described(element) + ", which the platform does not show",
                isItem(element)
                        ? "put the item into a section of a menu"
                        : "write a menu: {\"type\": \"menu\", \"label\": …, \"items\": [sections]}");
    }

    private static String described(Located element) {
        var type = element.text("type");
        return type.isEmpty() ? "an object without a type" : "an object of type " + quoted(type);
    }

    private static String section(Located section) {
        var title = section.text("sectionTitle");
        return title.isBlank() ? "a section without a title" : "the section " + quoted(title);
    }

    private static boolean isItem(Located element) {
        return ITEM_TYPES.contains(element.text("type"));
    }

    static void empty(SpecView spec, Findings findings) {
        var form = spec.root().get("sourceConfig");
        if (form == null) {
            return;
        }
        emptyArray(form, "the form is empty, so a source has nothing to configure", findings);
        for (var menu : spec.root().objects("sourceConfig")) {
            emptyArray(menu.get("items"), "the menu " + quoted(menu.text("label")) + " is empty", findings);
        }
        spec.sections().forEach(section -> emptyArray(section.get("items"), section(section) + " is empty", findings));
    }

    private static void emptyArray(@Nullable Located array, String message, Findings findings) {
        if (array != null && array.is(Kind.ARRAY) && array.elements().isEmpty()) {
            findings.add(LintRule.EMPTY_FORM, array, message, null);
        }
    }

    static void titles(SpecView spec, Findings findings) {
        for (var section : spec.sections()) {
            if (section.text("sectionTitle").isBlank()) {
                findings.add(LintRule.NO_SECTION_TITLE, section, "a section has no title", "add `sectionTitle`");
            }
            if (section.text("sectionHelpMessage").isBlank()) {
                findings.add(
                        LintRule.NO_SECTION_HELP,
                        section,
                        section(section) + " has no help message",
                        "add `sectionHelpMessage`");
            }
        }
    }

    static void types(SpecView spec, Findings findings) {
        for (var item : spec.items()) {
            var type = item.text("type");
            if (!type.isBlank() && !ITEM_TYPES.contains(type)) {
                var guess = TYPE_GUESSES.get(type.toLowerCase(Locale.ROOT));
                findings.add(
                        LintRule.UNKNOWN_ITEM_TYPE,
                        item.at("type"),
                        quoted(item.text("key")) + " has the type " + quoted(type)
                                + ", which the platform does not know",
                        guess == null
                                ? didYouMean(type, ITEM_TYPES, "use one of " + list(ITEM_TYPES))
                                : "did you mean " + quoted(guess) + "?");
            }
        }
    }

    /** The same key under different values of a parent is legal: only one of the items is shown at a time. */
    static void duplicateKeys(SpecView spec, Findings findings) {
        for (var scope : spec.scopes()) {
            var items = scope.items();
            for (int i = 0; i < items.size(); i++) {
                var item = items.get(i);
                var earlier = items.subList(0, i);
                if (!item.text("key").isBlank() && earlier.stream().anyMatch(other -> collide(other, item))) {
                    findings.add(
                            LintRule.DUPLICATE_KEY,
                            item.at("key"),
                            quoted(item.text("key")) + " is the key of two items that can be shown together",
                            "rename one, or show them under different values of one parent");
                }
            }
        }
    }

    private static boolean collide(Located one, Located other) {
        if (!one.text("key").equals(other.text("key"))) {
            return false;
        }
        boolean alwaysShown = !one.has("parentKey") || !other.has("parentKey");
        return alwaysShown || parent(one).equals(parent(other));
    }

    private static String parent(Located item) {
        return item.text("parentKey") + "=" + item.at("parentValue").scalar();
    }

    static void dottedKeys(SpecView spec, Findings findings) {
        for (var item : spec.items()) {
            if (item.text("key").contains(".")) {
                findings.add(
                        LintRule.DOTTED_KEY,
                        item.at("key"),
                        "the key " + quoted(item.text("key")) + " contains a dot; the config has it as one name, not as"
                                + " nested objects",
                        null);
            }
        }
    }

    static void credentials(SpecView spec, Findings findings) {
        for (var item : spec.items()) {
            var type = item.text("type");
            boolean shown = type.equals("text") || type.equals("textarea");
            if (shown && Credentials.isNameOfOne(item.text("key"))) {
                findings.add(
                        LintRule.UNMASKED_CREDENTIAL,
                        item.at("type"),
                        quoted(item.text("key")) + " looks like a credential, but is shown and stored as plain text",
                        "use the type " + quoted(type.equals("text") ? "secret" : "secrettextarea"));
            }
        }
    }

    static void options(SpecView spec, Findings findings) {
        for (var item : spec.items()) {
            var type = item.text("type");
            if (!type.equals("radio") && !type.equals("select")) {
                continue;
            }
            if (Objects.requireNonNullElse(item.get("options"), item).elements().isEmpty()) {
                findings.add(
                        LintRule.NO_OPTIONS,
                        item.at("options"),
                        quoted(item.text("key")) + " is a " + type + " without options",
                        "add \"options\": [{\"label\": …, \"value\": …}]");
            }
            var seen = new HashSet<String>();
            for (var option : item.objects("options")) {
                var value = option.get("value");
                if (value != null && !seen.add(value.scalar())) {
                    findings.add(
                            LintRule.DUPLICATE_OPTION,
                            value,
                            quoted(item.text("key")) + " has the option " + quoted(value.scalar()) + " twice",
                            "remove one");
                }
            }
        }
    }

    static void cards(SpecView spec, Findings findings) {
        for (var scope : spec.scopes()) {
            var cards = scope.cards();
            if (cards == null || scope.items().isEmpty()) {
                continue;
            }
            var keys = SpecView.texts(scope.items(), "key");
            for (var role : List.of("titleKey", "subtitleKey")) {
                var key = cards.text(role);
                if (!key.isEmpty() && !keys.contains(key)) {
                    findings.add(
                            LintRule.UNKNOWN_CARD_KEY,
                            cards.at(role),
                            quoted(role) + " names " + quoted(key) + ", which is no item of the card",
                            didYouMean(key, keys, "name one of " + list(keys)));
                }
            }
        }
    }
}
