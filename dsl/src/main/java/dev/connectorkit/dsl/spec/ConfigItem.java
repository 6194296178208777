package dev.connectorkit.dsl.spec;

import static java.util.Objects.requireNonNull;

import dev.connectorkit.dsl.spec.ItemDetails.Condition;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One input of the form in which an administrator configures a source.
 *
 * <p>The factories take what every input has and are meant for a static import; modifiers return new values:
 *
 * <pre>{@code
 * menu("Connection",
 *     section("Airtable base",
 *         text("baseUrl", "Base URL").required().placeholder("https://api.airtable.com"),
 *         secret("token", "Access token").required()))
 * }</pre>
 *
 * <p>Immutable; safe to share.
 *
 * @since 0.1
 */
public sealed interface ConfigItem
        permits ConfigItem.Text,
                ConfigItem.NumberItem,
                ConfigItem.Secret,
                ConfigItem.TextArea,
                ConfigItem.SecretTextArea,
                ConfigItem.Checkbox,
                ConfigItem.Url,
                ConfigItem.Toggle,
                ConfigItem.Radio,
                ConfigItem.Select,
                ConfigItem.ListItem,
                KeyValue,
                CardList,
                ConfigItem.Unknown {
    /** Returns what every item has. */
    ItemDetails details();

    /** Returns the word {@code connector-spec.json} uses for this type of item. */
    String type();

    /** Returns this item with other details. */
    ConfigItem with(ItemDetails details);

    /** Returns the name under which the config holds the value. */
    default String key() {
        return details().key();
    }

    /** Returns the text shown beside the input. */
    default String label() {
        return details().label();
    }

    /** Tells whether a value has to be given. */
    default boolean isRequired() {
        return details().isRequired();
    }

    /** Returns the condition under which the item is shown, or null when it always is. */
    default @Nullable Condition visibleWhen() {
        return details().visibleWhen();
    }

    /** Returns the value the form starts with, or null when it starts empty. */
    default @Nullable JsonValue initialValue() {
        return details().initialValue();
    }

    /** Demands a value before the form can be left. */
    default ConfigItem required() {
        return with(details().required());
    }

    /** Shows {@code text} while the input is empty. */
    default ConfigItem placeholder(String text) {
        return with(details().placeholder(text));
    }

    /** Shows {@code text}, or its translation, as help. */
    default ConfigItem helpKey(String text) {
        return with(details().helpKey(text));
    }

    /**
     * Shows this item only while the item {@code parentKey} of the same form, or of the same card, has the value {@code
     * parentValue}. Several items may share a key if they are shown under different values.
     */
    default ConfigItem visibleWhen(String parentKey, String parentValue) {
        return with(details().visibleWhen(new Condition(parentKey, parentValue)));
    }

    /** Shows this item only while the checkbox or toggle {@code parentKey} is on. */
    default ConfigItem visibleWhen(String parentKey) {
        return visibleWhen(parentKey, "true");
    }

    /** Starts the form with this value. */
    default ConfigItem initially(JsonValue value) {
        return with(details().initially(requireNonNull(value, "value")));
    }

    /** Starts the form with this text, or with the option of this value. */
    default ConfigItem initially(String value) {
        return initially(Members.JSON.createValue(value));
    }

    /** Starts the form with this number. */
    default ConfigItem initially(long value) {
        return initially(Members.JSON.createValue(value));
    }

    /** Starts the form with the checkbox or toggle on or off. */
    default ConfigItem initially(boolean value) {
        return initially(value ? JsonValue.TRUE : JsonValue.FALSE);
    }

    /** Adds a member the platform does not document; it is written as it is. */
    default ConfigItem with(String member, JsonValue value) {
        return with(details().withExtras(Members.with(details().extras(), member, value)));
    }

    /** Returns a menu: one entry of the form's side bar, with sections. */
    static Menu menu(String label, Section... sections) {
        return new Menu(label, List.of(sections), JsonValue.EMPTY_JSON_OBJECT);
    }

    /** Returns a titled group of items. */
    static Section section(String title, ConfigItem... items) {
        return new Section(title, null, null, null, List.of(items), JsonValue.EMPTY_JSON_OBJECT);
    }

    /** Returns a line of text. */
    static Text text(String key, String label) {
        return new Text(ItemDetails.of(key, label));
    }

    /** Returns a number. */
    static NumberItem number(String key, String label) {
        return new NumberItem(ItemDetails.of(key, label));
    }

    /** Returns a line of text that is masked and stored encrypted. */
    static Secret secret(String key, String label) {
        return new Secret(ItemDetails.of(key, label));
    }

    /** Returns several lines of text. */
    static TextArea textArea(String key, String label) {
        return new TextArea(ItemDetails.of(key, label));
    }

    /** Returns several lines of text that are masked and stored encrypted, such as a private key. */
    static SecretTextArea secretTextArea(String key, String label) {
        return new SecretTextArea(ItemDetails.of(key, label));
    }

    /** Returns a checkbox. */
    static Checkbox checkbox(String key, String label) {
        return new Checkbox(ItemDetails.of(key, label));
    }

    /** Returns a URL. */
    static Url url(String key, String label) {
        return new Url(ItemDetails.of(key, label));
    }

    /** Returns a switch. */
    static Toggle toggle(String key, String label) {
        return new Toggle(ItemDetails.of(key, label));
    }

    /** Returns a choice of one option, all of them shown. */
    static Radio radio(String key, String label, Option... options) {
        return new Radio(ItemDetails.of(key, label), List.of(options));
    }

    /** Returns a choice of one option from a drop-down list. */
    static Select select(String key, String label, Option... options) {
        return new Select(ItemDetails.of(key, label), List.of(options));
    }

    /** Returns an option of a {@link #radio} or {@link #select}: the value the config gets, then the text shown. */
    static Option option(String value, String label) {
        return new Option(label, value, JsonValue.EMPTY_JSON_OBJECT);
    }

    /** Returns a list of texts; the config holds an array of strings. */
    static ListItem list(String key, String label) {
        return new ListItem(ItemDetails.of(key, label));
    }

    /** Returns a list of pairs of texts; the config holds an array of {@code {"key", "value"}}. */
    static KeyValue keyValue(String key, String label) {
        return keyValue(key, label, "Key", "Value");
    }

    /** Returns a list of pairs of texts whose two columns have these labels. */
    static KeyValue keyValue(String key, String label, String keyLabel, String valueLabel) {
        return new KeyValue(
                ItemDetails.of(key, label),
                new KeyValue.Part("key", keyLabel, "text", true, "4096", JsonValue.EMPTY_JSON_OBJECT),
                new KeyValue.Part("value", valueLabel, "text", true, "4096", JsonValue.EMPTY_JSON_OBJECT));
    }

    /**
     * Returns a list of cards, each filled in on a form of its own; the config holds an array of objects.
     *
     * @param titleKey the key of the sub-item shown as a card's title
     * @param subtitleKey the key of the sub-item shown below the title
     */
    static CardList cardList(
            String key, String label, String titleKey, String subtitleKey, CardList.SubMenu... subMenus) {
        return new CardList(
                ItemDetails.of(key, label),
                titleKey,
                subtitleKey,
                null,
                null,
                CardList.Action.SHOWN_UNLESS_SAID_OTHERWISE,
                List.of(subMenus));
    }

    /** Returns a titled group of items on a card's form. */
    static CardList.SubMenu subMenu(String label, ConfigItem... items) {
        return new CardList.SubMenu(label, List.of(items), JsonValue.EMPTY_JSON_OBJECT);
    }

    /** A line of text. */
    record Text(ItemDetails details) implements ConfigItem {
        @Override
        public String type() {
            return "text";
        }

        @Override
        public Text with(ItemDetails other) {
            return new Text(other);
        }
    }

    /** A number. */
    record NumberItem(ItemDetails details) implements ConfigItem {
        @Override
        public String type() {
            return "number";
        }

        @Override
        public NumberItem with(ItemDetails other) {
            return new NumberItem(other);
        }
    }

    /** A masked line of text. */
    record Secret(ItemDetails details) implements ConfigItem {
        @Override
        public String type() {
            return "secret";
        }

        @Override
        public Secret with(ItemDetails other) {
            return new Secret(other);
        }
    }

    /** Several lines of text. */
    record TextArea(ItemDetails details) implements ConfigItem {
        @Override
        public String type() {
            return "textarea";
        }

        @Override
        public TextArea with(ItemDetails other) {
            return new TextArea(other);
        }
    }

    /** Several masked lines of text. */
    record SecretTextArea(ItemDetails details) implements ConfigItem {
        @Override
        public String type() {
            return "secrettextarea";
        }

        @Override
        public SecretTextArea with(ItemDetails other) {
            return new SecretTextArea(other);
        }
    }

    /** A checkbox. */
    record Checkbox(ItemDetails details) implements ConfigItem {
        @Override
        public String type() {
            return "checkbox";
        }

        @Override
        public Checkbox with(ItemDetails other) {
            return new Checkbox(other);
        }
    }

    /** A URL. */
    record Url(ItemDetails details) implements ConfigItem {
        @Override
        public String type() {
            return "url";
        }

        @Override
        public Url with(ItemDetails other) {
            return new Url(other);
        }
    }

    /** A switch. */
    record Toggle(ItemDetails details) implements ConfigItem {
        @Override
        public String type() {
            return "toggle";
        }

        @Override
        public Toggle with(ItemDetails other) {
            return new Toggle(other);
        }
    }

    /** A choice of one option, all of them shown. */
    record Radio(ItemDetails details, List<Option> options) implements ConfigItem {
        /** Copies the options. */
        public Radio {
            options = List.copyOf(options);
        }

        @Override
        public String type() {
            return "radio";
        }

        @Override
        public Radio with(ItemDetails other) {
            return new Radio(other, options);
        }
    }

    /** A choice of one option from a drop-down list. */
    record Select(ItemDetails details, List<Option> options) implements ConfigItem {
        /** Copies the options. */
        public Select {
            options = List.copyOf(options);
        }

        @Override
        public String type() {
            return "select";
        }

        @Override
        public Select with(ItemDetails other) {
            return new Select(other, options);
        }
    }

    /**
     * An option of a {@link Radio} or {@link Select}.
     *
     * @param label the text shown
     * @param value the value the config gets
     * @param extras members this model does not know
     */
    record Option(String label, String value, JsonObject extras) {
        /** Checks that nothing is null. */
        public Option {
            requireNonNull(label, "label");
            requireNonNull(value, "value");
            requireNonNull(extras, "extras");
        }

        Option withExtras(JsonObject unknown) {
            return new Option(label, value, unknown);
        }
    }

    /** A list of texts. */
    record ListItem(ItemDetails details) implements ConfigItem {
        @Override
        public String type() {
            return "list";
        }

        @Override
        public ListItem with(ItemDetails other) {
            return new ListItem(other);
        }

        /** Starts the form with these texts. */
        public ListItem initially(String first, String... more) {
            var all = Members.JSON.createArrayBuilder().add(first);
            List.of(more).forEach(all::add);
            return with(details.initially(all.build()));
        }

        @Override
        public ListItem initially(String only) {
            return initially(only, new String[0]);
        }

        /** Returns the texts the form starts with. */
        public List<String> initialTexts() {
            return details.initialValue() instanceof JsonArray array
                    ? array.stream()
                            .filter(JsonString.class::isInstance)
                            .map(text -> ((JsonString) text).getString())
                            .toList()
                    : List.of();
        }
    }

    /** An item of a type the platform does not document; only reading produces it. */
    record Unknown(ItemDetails details) implements ConfigItem {
        @Override
        public String type() {
            return Members.textOrEmpty(details.extras(), "type");
        }

        @Override
        public Unknown with(ItemDetails other) {
            return new Unknown(other);
        }
    }
}
