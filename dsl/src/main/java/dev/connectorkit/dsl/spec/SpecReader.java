package dev.connectorkit.dsl.spec;

import dev.connectorkit.dsl.spec.ConfigItem.Checkbox;
import dev.connectorkit.dsl.spec.ConfigItem.ListItem;
import dev.connectorkit.dsl.spec.ConfigItem.Option;
import dev.connectorkit.dsl.spec.ConfigItem.Radio;
import dev.connectorkit.dsl.spec.ConfigItem.Secret;
import dev.connectorkit.dsl.spec.ConfigItem.SecretTextArea;
import dev.connectorkit.dsl.spec.ConfigItem.Select;
import dev.connectorkit.dsl.spec.ConfigItem.Text;
import dev.connectorkit.dsl.spec.ConfigItem.TextArea;
import dev.connectorkit.dsl.spec.ConfigItem.Toggle;
import dev.connectorkit.dsl.spec.ConfigItem.Url;
import dev.connectorkit.dsl.spec.ItemDetails.Condition;
import dev.connectorkit.dsl.spec.SchemaAttribute.Trait;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the platform's JSON leniently: a member that is missing or has an unexpected shape reads as absent. Whatever writing
 * the value would not give back is kept in its extras, so that nothing is lost.
 */
final class SpecReader {
    private static final JsonObject NONE = JsonValue.EMPTY_JSON_OBJECT;

    private SpecReader() {}

    static ConnectorSpec spec(JsonObject json) {
        var spec = new ConnectorSpec(
                Members.textOrEmpty(json, "name"),
                keyType(json),
                Members.strings(json, "commands"),
                Members.flag(json, "supportsStatefulCommands"),
                Members.flag(json, "showDebugLoggingOption"),
                Members.object(json, "sourceConfigInitialValues"),
                InitialValues.spread(
                        Members.objects(json, "sourceConfig", SpecReader::element),
                        Members.object(json, "sourceConfigInitialValues")),
                account(Members.object(json, "accountSchema")),
                Members.objects(json, "entitlementSchemas", SpecReader::entitlement),
                Members.objects(Members.object(json, "accountCreateTemplate"), "fields", SpecReader::field),
                NONE);
        return spec.withExtras(Members.unwritten(json, SpecWriter.spec(spec)));
    }

    private static @Nullable KeyType keyType(JsonObject json) {
        var text = Members.text(json, "keyType");
        return Arrays.stream(KeyType.values())
                .filter(type -> type.text().equals(text))
                .findFirst()
                .orElse(null);
    }

    static Schema.Account account(JsonObject json) {
        var schema = new Schema.Account(
                attributes(json),
                Members.textOrEmpty(json, "identityAttribute"),
                Members.textOrEmpty(json, "displayAttribute"),
                Members.text(json, "groupAttribute"),
                NONE);
        return schema.withExtras(Members.unwritten(json, SpecWriter.schema(schema)));
    }

    static Schema.Entitlement entitlement(JsonObject json) {
        var schema = new Schema.Entitlement(
                Members.textOrEmpty(json, "type"),
                attributes(json),
                Members.textOrEmpty(json, "identityAttribute"),
                Members.textOrEmpty(json, "displayAttribute"),
                Members.flag(json, "includePermissions"),
                NONE);
        return schema.withExtras(Members.unwritten(json, SpecWriter.schema(schema)));
    }

    static Schema.Dataset dataset(JsonObject json) {
        var config = Members.object(json, "config");
        var schema = new Schema.Dataset(
                Members.textOrEmpty(json, "name"),
                Members.textOrEmpty(config, "datasetType"),
                Members.textOrEmpty(config, "datasetId"),
                attributes(json),
                Members.textOrEmpty(json, "identityAttribute"),
                Members.textOrEmpty(json, "displayAttribute"),
                Members.text(json, "groupAttribute"),
                NONE);
        return schema.withExtras(Members.unwritten(json, SpecWriter.schema(schema)));
    }

    private static List<SchemaAttribute> attributes(JsonObject schema) {
        return Members.objects(schema, "attributes", json -> attribute(json, schema));
    }

    private static SchemaAttribute attribute(JsonObject json, JsonObject schema) {
        var name = Members.textOrEmpty(json, "name");
        var traits = EnumSet.noneOf(Trait.class);
        addIf(name.equals(Members.text(schema, "identityAttribute")), Trait.IDENTITY, traits);
        addIf(name.equals(Members.text(schema, "displayAttribute")), Trait.DISPLAY, traits);
        addIf(name.equals(Members.text(schema, "groupAttribute")), Trait.GROUP, traits);
        addIf(Members.flag(json, "required"), Trait.REQUIRED, traits);
        addIf(Members.flag(json, "multi"), Trait.MULTI, traits);
        addIf(Members.flag(json, "entitlement"), Trait.ENTITLEMENT, traits);
        addIf(Members.flag(json, "managed"), Trait.MANAGED, traits);
        var attribute = new SchemaAttribute(
                name,
                attributeType(json),
                Members.text(json, "description"),
                Members.text(json, "schemaObjectType"),
                traits,
                NONE);
        return attribute.withExtras(Members.unwritten(json, SpecWriter.attribute(attribute)));
    }

    private static void addIf(boolean holds, Trait trait, Set<Trait> traits) {
        if (holds) {
            traits.add(trait);
        }
    }

    private static AttributeType attributeType(JsonObject json) {
        var text = Members.text(json, "type");
        return Arrays.stream(AttributeType.values())
                .filter(type -> type.text().equals(text))
                .findFirst()
                .orElse(AttributeType.UNKNOWN);
    }

    private static ConfigElement element(JsonObject json) {
        return switch (Members.textOrEmpty(json, "type")) {
            case "menu" -> menu(json);
            case "section" -> section(json);
            default -> new ConfigElement.Unknown(json);
        };
    }

    private static Menu menu(JsonObject json) {
        boolean onlySections = Members.objects(json, "items", item -> Members.textOrEmpty(item, "type")).stream()
                .allMatch("section"::equals);
        var menu = new Menu(
                Members.textOrEmpty(json, "label"),
                onlySections ? Members.objects(json, "items", SpecReader::section) : List.of(),
                NONE);
        return menu.withExtras(Members.unwritten(json, SpecWriter.menu(menu)));
    }

    private static Section section(JsonObject json) {
        var section = new Section(
                Members.textOrEmpty(json, "sectionTitle"),
                Members.text(json, "sectionHelpMessage"),
                Members.text(json, "docLinkLabel"),
                Members.text(json, "docLink"),
                Members.objects(json, "items", SpecReader::item),
                NONE);
        return section.withExtras(Members.unwritten(json, SpecWriter.section(section)));
    }

    private static ConfigItem item(JsonObject json) {
        var details = details(json);
        var item = switch (Members.textOrEmpty(json, "type")) {
            case "text" -> new Text(details);
            case "number" -> new ConfigItem.NumberItem(details);
            case "secret" -> new Secret(details);
            case "textarea" -> new TextArea(details);
            case "secrettextarea" -> new SecretTextArea(details);
            case "checkbox" -> new Checkbox(details);
            case "url" -> new Url(details);
            case "toggle" -> new Toggle(details);
            case "radio" -> new Radio(details, options(json));
            case "select" -> new Select(details, options(json));
            case "list" -> new ListItem(details);
            case "keyValue" -> new KeyValue(details, part(json, "keyValueKey"), part(json, "keyValueValue"));
            case "cardList" -> cards(details, json);
            default -> new ConfigItem.Unknown(details);
        };
        return item.with(details.withExtras(Members.unwritten(json, SpecWriter.item(item))));
    }

    private static ItemDetails details(JsonObject json) {
        var parentKey = Members.text(json, "parentKey");
        var parentValue = Members.scalar(json, "parentValue");
        return new ItemDetails(
                Members.textOrEmpty(json, "key"),
                Members.textOrEmpty(json, "label"),
                Members.flag(json, "required"),
                parentKey == null || parentValue == null ? null : new Condition(parentKey, parentValue),
                Members.text(json, "placeholder"),
                Members.text(json, "helpKey"),
                null,
                NONE);
    }

    private static List<Option> options(JsonObject json) {
        return Members.objects(json, "options", SpecReader::option);
    }

    private static Option option(JsonObject json) {
        var value = Members.scalar(json, "value");
        var option = new Option(Members.textOrEmpty(json, "label"), value == null ? "" : value, NONE);
        return option.withExtras(Members.unwritten(json, SpecWriter.option(option)));
    }

    private static KeyValue.Part part(JsonObject item, String member) {
        var json = Members.object(item, member);
        var part = new KeyValue.Part(
                Members.textOrEmpty(json, "key"),
                Members.textOrEmpty(json, "label"),
                Members.textOrEmpty(json, "type"),
                Members.flag(json, "required"),
                Members.scalar(json, "maxlength"),
                NONE);
        return part.withExtras(Members.unwritten(json, SpecWriter.part(part)));
    }

    private static CardList cards(ItemDetails details, JsonObject json) {
        var actions = EnumSet.noneOf(CardList.Action.class);
        for (var action : CardList.Action.values()) {
            boolean whenAbsent = CardList.Action.SHOWN_UNLESS_SAID_OTHERWISE.contains(action);
            if (Members.flag(json, action.member(), whenAbsent)) {
                actions.add(action);
            }
        }
        return new CardList(
                details,
                Members.textOrEmpty(json, "titleKey"),
                Members.textOrEmpty(json, "subtitleKey"),
                Members.text(json, "indexKey"),
                Members.text(json, "buttonLabel"),
                actions,
                Members.objects(json, "subMenus", SpecReader::subMenu));
    }

    private static CardList.SubMenu subMenu(JsonObject json) {
        var subMenu = new CardList.SubMenu(
                Members.textOrEmpty(json, "label"), Members.objects(json, "items", SpecReader::item), NONE);
        return subMenu.withExtras(Members.unwritten(json, SpecWriter.subMenu(subMenu)));
    }

    private static TemplateField field(JsonObject json) {
        var field = new TemplateField(
                Members.textOrEmpty(json, "key"),
                Members.textOrEmpty(json, "label"),
                attributeType(json),
                Members.flag(json, "required"),
                initialValue(Members.object(json, "initialValue")),
                NONE);
        return field.withExtras(Members.unwritten(json, SpecWriter.field(field)));
    }

    private static @Nullable InitialValue initialValue(JsonObject json) {
        var attributes = Members.object(json, "attributes");
        var name = Members.text(attributes, "name");
        var value = attributes.get("value");
        return switch (Members.textOrEmpty(json, "type")) {
            case "identityAttribute" -> name == null ? null : new InitialValue.FromIdentity(name);
            case "static" -> value == null ? null : new InitialValue.Fixed(value);
            case "generator" ->
                name == null
                        ? null
                        : new InitialValue.Generated(
                                name,
                                Members.text(attributes, "template"),
                                Members.integer(attributes, "maxSize"),
                                Members.integer(attributes, "maxUniqueChecks"));
            default -> null;
        };
    }
}
