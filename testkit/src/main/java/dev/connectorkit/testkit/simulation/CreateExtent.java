package dev.connectorkit.testkit.simulation;

import dev.connectorkit.dsl.spec.ConnectorSpec;
import dev.connectorkit.dsl.spec.SchemaAttribute;
import dev.connectorkit.dsl.spec.TemplateField;
import java.util.LinkedHashSet;
import java.util.Set;

/** How much of an account the platform fills in when it creates one. */
public enum CreateExtent {
    /** What the create template requires, or all of it where it requires nothing; without a template, the account's names. */
    MINIMAL,
    /** All of the create template and the entitlements; without a template, every attribute of the schema. */
    MAXIMAL;

    /** Returns the names of the attributes that are filled in, those of the template first. */
    public Set<String> attributes(ConnectorSpec spec) {
        var names = new LinkedHashSet<String>();
        var schema = spec.accountSchema();
        var template = spec.accountCreateTemplate();
        var requiresSome = template.stream().anyMatch(TemplateField::isRequired);
        for (var field : template) {
            if (this == MAXIMAL || field.isRequired() || !requiresSome) {
                names.add(field.key());
            }
        }
        for (var attribute : schema.attributes()) {
            if (template.isEmpty() ? this == MAXIMAL || isName(attribute, spec) : isGranted(attribute)) {
                names.add(attribute.name());
            }
        }
        return names;
    }

    private static boolean isName(SchemaAttribute attribute, ConnectorSpec spec) {
        var schema = spec.accountSchema();
        return attribute.name().equals(schema.identityAttribute())
                || attribute.name().equals(schema.displayAttribute());
    }

    private boolean isGranted(SchemaAttribute attribute) {
        return this == MAXIMAL && attribute.isEntitlement();
    }
}
