package dev.connectorkit.dsl;

import static dev.connectorkit.dsl.spec.SchemaAttribute.bool;
import static dev.connectorkit.dsl.spec.SchemaAttribute.integer;
import static dev.connectorkit.dsl.spec.SchemaAttribute.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connectorkit.dsl.command.Account;
import dev.connectorkit.dsl.command.Entitlement;
import dev.connectorkit.dsl.command.Key;
import dev.connectorkit.dsl.spec.Schema;
import dev.connectorkit.dsl.spec.SchemaAttribute;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ObjectMappingTest {
    record Person(String id, @Nullable String email, int logins, boolean left, List<String> groups) {}

    private static final Person ADA = new Person("ada", null, 3, true, List.of("math", "poetry"));

    private static final ObjectMapping<Person> PEOPLE = ObjectMapping.of(Person.class)
            .attribute(string("id", "Id").identity(), Person::id)
            .attribute(string("email", "Primary email").display(), Person::email)
            .attribute(integer("logins"), Person::logins)
            .attribute(string("groups").multi().entitlement().managed().group(), Person::groups)
            .disabled(Person::left);

    @Test
    void schema_and_accounts_come_from_the_same_attributes() {
        var account = PEOPLE.account(ADA);

        assertThat(account)
                .isEqualTo(Account.of("ada")
                        .withDisabled(true)
                        .with("id", "ada")
                        .with("email", null)
                        .with("logins", 3)
                        .with("groups", List.of("math", "poetry")));
        assertThat(PEOPLE.accountSchema().attributes())
                .extracting(SchemaAttribute::name)
                .containsExactlyElementsOf(account.attributes().keySet());
        assertThat(PEOPLE.accountSchema().displayAttribute()).isEqualTo("email");
        assertThat(PEOPLE.accountSchema().groupAttribute()).isEqualTo("groups");
    }

    @Test
    void a_connector_takes_its_schemas_from_mappings() {
        var connector = Connector.named("hr")
                .accounts(PEOPLE)
                .entitlements(
                        "group",
                        ObjectMapping.of(String.class).attribute(string("id").identity(), group -> group))
                .build();

        assertThat(connector.spec().accountSchema()).isEqualTo(PEOPLE.accountSchema());
        assertThat(connector.spec().entitlementSchema("group"))
                .isEqualTo(Schema.entitlement("group", string("id").identity()));
    }

    @Test
    void entitlements_are_mapped_too() {
        var groups = ObjectMapping.of(String.class).attribute(string("id").identity(), group -> group);

        assertThat(groups.entitlement("group", "math"))
                .isEqualTo(Entitlement.of("group", "math").with("id", "math"));
    }

    @Test
    void a_key_of_ones_own_replaces_the_identity_attribute() {
        assertThat(PEOPLE.key(person -> "p-" + person.id()).account(ADA).key()).isEqualTo(Key.simple("p-ada"));
        assertThat(PEOPLE.compoundKey(Person::id, person -> "7").account(ADA))
                .extracting(Account::key, Account::uuid)
                .containsExactly(Key.compound("ada", "7"), "7");
    }

    @Test
    void a_value_that_is_not_of_its_declared_type_is_named() {
        var people = ObjectMapping.of(Person.class).attribute(string("id").identity(), Person::id);

        assertMistyped(people.attribute(string("logins"), Person::logins), "string", "Integer", "logins");
        assertMistyped(people.attribute(bool("left"), Person::id), "boolean", "String", "left");
        assertMistyped(people.attribute(integer("logins"), person -> 3L), "int", "Long", "logins");
        assertMistyped(people.attribute(string("groups").multi(), Person::id), "several values", "String", "groups");
        assertMistyped(
                people.attribute(string("groups").multi(), person -> Arrays.<@Nullable Object>asList(null, 1)),
                "string",
                "Integer",
                "groups");
    }

    @Test
    void an_object_without_a_key_says_how_to_get_one() {
        var keyless = ObjectMapping.of(Person.class).attribute(string("id"), Person::id);

        assertThatThrownBy(() -> keyless.account(ADA))
                .hasMessage("a Person has no key: mark the attribute that identifies it identity(), or call key(…)");
    }

    private static void assertMistyped(ObjectMapping<Person> mapping, String declared, String given, String attribute) {
        assertThatThrownBy(() -> mapping.account(ADA))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("attribute `%s` is declared as %s, but a Person gives a %s"
                        .formatted(attribute, declared, given));
    }
}
