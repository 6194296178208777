package dev.connectorkit.testkit.jqwik;

import dev.connectorkit.dsl.spec.ConnectorSpec;
import dev.connectorkit.dsl.spec.KeyType;
import dev.connectorkit.dsl.spec.Schema;
import dev.connectorkit.dsl.spec.SchemaAttribute;
import dev.connectorkit.dsl.spec.TemplateField;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Arbitraries of connector specifications and schemas without mistakes. They shrink towards few attributes. */
public final class Specs {
    private static final int MAX_ATTRIBUTES = 6;
    private static final String ENTITLEMENT_TYPE = "group";

    private static final List<String> COMMANDS = List.of(
            "std:test-connection",
            "std:account:list",
            "std:account:read",
            "std:account:create",
            "std:account:update",
            "std:account:delete",
            "std:entitlement:list",
            "std:entitlement:read");

    private static final List<String> NAMES = List.of(
            "email",
            "displayName",
            "department",
            "age",
            "lastLogin",
            "isAdmin",
            "aliases",
            "hireDate",
            "phone number",
            "größe",
            "e-mail",
            "manager.id",
            "1stLine",
            "not");

    private Specs() {}

    /**
     * Returns specifications of connectors with accounts and one type of entitlements, with or without a create template,
     * with keys of either type.
     */
    public static Arbitrary<ConnectorSpec> valid() {
        return Combinators.combine(
                        Arbitraries.of(KeyType.class),
                        accountSchemas(),
                        entitlementSchemas(),
                        Arbitraries.integers().between(0, MAX_ATTRIBUTES),
                        Arbitraries.of(true, false))
                .as(Specs::spec);
    }

    private static ConnectorSpec spec(
            KeyType keyType, Schema.Account accounts, Schema.Entitlement entitlements, int fields, boolean required) {
        var template = accounts.attributes().stream()
                .filter(attribute -> !attribute.isMulti())
                .limit(fields)
                .map(attribute -> TemplateField.field(attribute.name()).type(attribute.type()))
                .map(field -> required && field.key().equals(accounts.identityAttribute()) ? field.required() : field)
                .toArray(TemplateField[]::new);
        return ConnectorSpec.named("sample")
                .keyType(keyType)
                .commands(COMMANDS)
                .accounts(accounts)
                .entitlements(entitlements)
                .accountCreateTemplate(template)
                .build();
    }

    /**
     * Returns schemas of accounts: an id of text or of a number, up to six attributes of every type, with one value or
     * several, some with names that a filter has to quote, and perhaps an attribute that holds entitlements.
     */
    public static Arbitrary<Schema.Account> accountSchemas() {
        return Combinators.combine(identities(), attributes(), Arbitraries.of(false, true))
                .as((identity, others, hasGroups) -> {
                    var all = new ArrayList<SchemaAttribute>();
                    all.add(identity);
                    all.addAll(others);
                    if (hasGroups) {
                        all.add(SchemaAttribute.string("groups")
                                .multi()
                                .entitlement(ENTITLEMENT_TYPE)
                                .managed()
                                .group());
                    }
                    return Schema.account(all.toArray(SchemaAttribute[]::new));
                });
    }

    /** Returns schemas of entitlements of the type {@code group}, with attributes as those of accounts. */
    public static Arbitrary<Schema.Entitlement> entitlementSchemas() {
        return Combinators.combine(identities(), attributes()).as((identity, others) -> {
            var all = new ArrayList<SchemaAttribute>();
            all.add(identity);
            all.addAll(others);
            return Schema.entitlement(ENTITLEMENT_TYPE, all.toArray(SchemaAttribute[]::new));
        });
    }

    private static Arbitrary<SchemaAttribute> identities() {
        return Arbitraries.of(
                SchemaAttribute.string("id").identity(),
                SchemaAttribute.integer("id").identity(),
                SchemaAttribute.longInteger("id").identity());
    }

    private static Arbitrary<List<SchemaAttribute>> attributes() {
        return Combinators.combine(
                        Arbitraries.of(NAMES), Arbitraries.integers().between(0, 3), Arbitraries.of(false, true))
                .as(Specs::attribute)
                .list()
                .ofMaxSize(MAX_ATTRIBUTES)
                .uniqueElements(SchemaAttribute::name);
    }

    private static SchemaAttribute attribute(String name, int type, boolean isMulti) {
        var attribute = switch (type) {
            case 0 -> SchemaAttribute.string(name);
            case 1 -> SchemaAttribute.integer(name);
            case 2 -> SchemaAttribute.longInteger(name);
            default -> SchemaAttribute.bool(name);
        };
        return isMulti ? attribute.multi() : attribute;
    }
}
