package dev.connectorkit.dsl.spec;

import dev.connectorkit.dsl.spec.ConfigItem.Option;
import dev.connectorkit.dsl.spec.ConfigItem.Radio;
import dev.connectorkit.dsl.spec.ConfigItem.Select;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/** Writes values as the platform's JSON, members in the order of its documentation. */
final class SpecWriter {
    private SpecWriter() {}

    static JsonObject spec(ConnectorSpec spec) {
        return new MemberWriter()
                .textUnlessEmpty("name", spec.name())
                .text("keyType", spec.keyType() == null ? null : spec.keyType().text())
                .list("commands", spec.commands(), Members.JSON::createValue)
                .flag("supportsStatefulCommands", spec.supportsStatefulCommands())
                .flag("showDebugLoggingOption", spec.showDebugLoggingOption())
                .object(
                        "sourceConfigInitialValues",
                        Members.sorted(spec.sourceConfigInitialValues()).asJsonObject())
                .list("sourceConfig", spec.sourceConfig(), SpecWriter::element)
                .object("accountSchema", schema(spec.accountSchema()))
                .list("entitlementSchemas", spec.entitlementSchemas(), SpecWriter::schema)
                .object(
                        "accountCreateTemplate",
                        new MemberWriter()
                                .list("fields", spec.accountCreateTemplate(), SpecWriter::field)
                                .finish(JsonValue.EMPTY_JSON_OBJECT))
                .finish(spec.extras());
    }

    static JsonObject schema(Schema schema) {
        var members = new MemberWriter();
        if (schema instanceof Schema.Account account) {
            roles(members, schema).text("groupAttribute", account.groupAttribute());
        } else if (schema instanceof Schema.Entitlement entitlement) {
            roles(members.textUnlessEmpty("type", entitlement.type()), schema)
                    .flag("includePermissions", entitlement.includesPermissions());
        } else if (schema instanceof Schema.Dataset dataset) {
            roles(members.textUnlessEmpty("name", dataset.name()), schema)
                    .text("groupAttribute", dataset.groupAttribute())
                    .object(
                            "config",
                            new MemberWriter()
                                    .textUnlessEmpty("datasetType", dataset.datasetType())
                                    .textUnlessEmpty("datasetId", dataset.datasetId())
                                    .finish(JsonValue.EMPTY_JSON_OBJECT));
        }
        return members.list("attributes", schema.attributes(), SpecWriter::attribute)
                .finish(schema.extras());
    }

    private static MemberWriter roles(MemberWriter members, Schema schema) {
        return members.textUnlessEmpty("displayAttribute", schema.displayAttribute())
                .textUnlessEmpty("identityAttribute", schema.identityAttribute());
    }

    static JsonObject attribute(SchemaAttribute attribute) {
        return new MemberWriter()
                .textUnlessEmpty("name", attribute.name())
                .textUnlessEmpty("type", attribute.type().text())
                .text("description", attribute.description())
                .flag("required", attribute.isRequired())
                .flag("multi", attribute.isMulti())
                .flag("entitlement", attribute.isEntitlement())
                .flag("managed", attribute.isManaged())
                .text("schemaObjectType", attribute.schemaObjectType())
                .finish(attribute.extras());
    }

    static JsonObject element(ConfigElement element) {
        if (element instanceof Menu menu) {
            return menu(menu);
        }
        if (element instanceof Section section) {
            return section(section);
        }
        return ((JsonObject) Members.sorted(((ConfigElement.Unknown) element).json()));
    }

    static JsonObject menu(Menu menu) {
        return new MemberWriter()
                .text("type", "menu")
                .textUnlessEmpty("label", menu.label())
                .list("items", menu.sections(), SpecWriter::section)
                .finish(menu.extras());
    }

    static JsonObject section(Section section) {
        return new MemberWriter()
                .text("type", "section")
                .textUnlessEmpty("sectionTitle", section.title())
                .text("sectionHelpMessage", section.helpMessage())
                .text("docLinkLabel", section.docLinkLabel())
                .text("docLink", section.docLink())
                .list("items", section.items(), SpecWriter::item)
                .finish(section.extras());
    }

    static JsonObject item(ConfigItem item) {
        var details = item.details();
        var condition = details.visibleWhen();
        var members = new MemberWriter()
                .textUnlessEmpty("key", details.key())
                .textUnlessEmpty("label", details.label())
                .textUnlessEmpty("type", item.type())
                .flag("required", details.isRequired())
                .text("parentKey", condition == null ? null : condition.parentKey())
                .text("parentValue", condition == null ? null : condition.parentValue())
                .text("placeholder", details.placeholder())
                .text("helpKey", details.helpKey());
        if (item instanceof Radio radio) {
            members.list("options", radio.options(), SpecWriter::option);
        } else if (item instanceof Select select) {
            members.list("options", select.options(), SpecWriter::option);
        } else if (item instanceof KeyValue keyValue) {
            members.object("keyValueKey", part(keyValue.keyPart())).object("keyValueValue", part(keyValue.valuePart()));
        } else if (item instanceof CardList cards) {
            cards(members, cards);
        }
        return members.finish(details.extras());
    }

    private static void cards(MemberWriter members, CardList cards) {
        members.textUnlessEmpty("titleKey", cards.titleKey())
                .textUnlessEmpty("subtitleKey", cards.subtitleKey())
                .text("indexKey", cards.indexKey())
                .text("buttonLabel", cards.buttonLabel());
        for (var action : CardList.Action.values()) {
            members.flag(
                    action.member(),
                    cards.actions().contains(action),
                    CardList.Action.SHOWN_UNLESS_SAID_OTHERWISE.contains(action));
        }
        members.list("subMenus", cards.subMenus(), SpecWriter::subMenu);
    }

    static JsonObject subMenu(CardList.SubMenu subMenu) {
        return new MemberWriter()
                .textUnlessEmpty("label", subMenu.label())
                .list("items", subMenu.items(), SpecWriter::item)
                .finish(subMenu.extras());
    }

    static JsonObject option(Option option) {
        return new MemberWriter()
                .textUnlessEmpty("label", option.label())
                .textUnlessEmpty("value", option.value())
                .finish(option.extras());
    }

    static JsonObject part(KeyValue.Part part) {
        return new MemberWriter()
                .textUnlessEmpty("key", part.key())
                .textUnlessEmpty("label", part.label())
                .textUnlessEmpty("type", part.type())
                .flag("required", part.isRequired())
                .text("maxlength", part.maxLength())
                .finish(part.extras());
    }

    static JsonObject field(TemplateField field) {
        return new MemberWriter()
                .textUnlessEmpty("key", field.key())
                .textUnlessEmpty("label", field.label())
                .textUnlessEmpty("type", field.type().text())
                .flag("required", field.isRequired())
                .value("initialValue", field.initialValue() == null ? null : initialValue(field.initialValue()))
                .finish(field.extras());
    }

    private static JsonObject initialValue(InitialValue source) {
        if (source instanceof InitialValue.FromIdentity identity) {
            return initialValue("identityAttribute", new MemberWriter().text("name", identity.name()));
        }
        if (source instanceof InitialValue.Fixed fixed) {
            return initialValue("static", new MemberWriter().value("value", fixed.value()));
        }
        var generated = (InitialValue.Generated) source;
        return initialValue(
                "generator",
                new MemberWriter()
                        .text("name", generated.name())
                        .integer("maxSize", generated.maxSize())
                        .integer("maxUniqueChecks", generated.maxUniqueChecks())
                        .text("template", generated.template()));
    }

    private static JsonObject initialValue(String type, MemberWriter attributes) {
        return new MemberWriter()
                .text("type", type)
                .value("attributes", attributes.finish(JsonValue.EMPTY_JSON_OBJECT))
                .finish(JsonValue.EMPTY_JSON_OBJECT);
    }
}
