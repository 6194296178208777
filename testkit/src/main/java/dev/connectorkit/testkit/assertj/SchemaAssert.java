package dev.connectorkit.testkit.assertj;

import dev.connectorkit.dsl.spec.Schema;
import dev.connectorkit.dsl.spec.SchemaAttribute;
import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about a schema, declared or discovered. Every failure shows the schema.
 *
 * <pre>{@code
 * assertThat(schema).hasAttributes("id", "email", "groups").isIdentifiedBy("id").declares(string("email"));
 *
 * // fails: expected the attributes [id, mail], but they are [id, email]
 * assertThat(schema).hasAttributes("id", "mail");
 * }</pre>
 */
public final class SchemaAssert extends AbstractAssert<SchemaAssert, Schema> {

    SchemaAssert(@Nullable Schema schema) {
        super(schema, SchemaAssert.class);
    }

    private SchemaAssert require(boolean holds, String problem) {
        if (!holds) {
            throw failure("%s", problem + "\n\n" + actual.toJson());
        }
        return this;
    }

    /** Verifies the names of all attributes, in order. */
    public SchemaAssert hasAttributes(String... names) {
        isNotNull();
        var found = actual.attributes().stream().map(SchemaAttribute::name).toList();
        return require(
                found.equals(List.of(names)), "expected the attributes " + List.of(names) + ", but they are " + found);
    }

    /** Verifies that an attribute of that name is there, with the same type and traits; descriptions may differ. */
    public SchemaAssert declares(SchemaAttribute attribute) {
        isNotNull();
        var found = actual.attribute(attribute.name());
        if (found == null) {
            return require(false, "expected an attribute `" + attribute.name() + "`, but there is none");
        }
        return require(
                words(found).equals(words(attribute)),
                "expected `" + attribute.name() + "` to be " + words(attribute) + ", but it is " + words(found));
    }

    private static String words(SchemaAttribute attribute) {
        var type = attribute.schemaObjectType();
        return attribute.type().text()
                + attribute.traits().stream().sorted().toList()
                + (type == null ? "" : " of type " + type);
    }

    /** Verifies which attribute identifies an object. */
    public SchemaAssert isIdentifiedBy(String attribute) {
        isNotNull();
        return require(
                actual.identityAttribute().equals(attribute),
                "expected the identity attribute `" + attribute + "`, but it is `" + actual.identityAttribute() + "`");
    }

    /** Verifies by which attribute people know an object. */
    public SchemaAssert isDisplayedBy(String attribute) {
        isNotNull();
        return require(
                actual.displayAttribute().equals(attribute),
                "expected the display attribute `" + attribute + "`, but it is `" + actual.displayAttribute() + "`");
    }
}
