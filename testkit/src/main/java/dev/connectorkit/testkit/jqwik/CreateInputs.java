package dev.connectorkit.testkit.jqwik;

import dev.connectorkit.dsl.command.AccountCreateInput;
import dev.connectorkit.dsl.command.Attributes;
import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.spec.AttributeType;
import dev.connectorkit.dsl.spec.ConnectorSpec;
import dev.connectorkit.dsl.spec.InitialValue;
import dev.connectorkit.dsl.spec.SchemaAttribute;
import dev.connectorkit.dsl.spec.TemplateField;
import dev.connectorkit.testkit.jqwik.SchemaValues.Member;
import dev.connectorkit.testkit.run.Secrets;
import dev.connectorkit.testkit.simulation.CreateExtent;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.jspecify.annotations.Nullable;

/**
 * Arbitraries of what the platform sends to create an account. Several values of an attribute are a list and a single one
 * is bare, as the platform has it; fixed values of the create template are what they are.
 *
 * <p>Entitlement attributes hold made-up ids; map them to ids of your source where that minds.
 */
public final class CreateInputs {
    private static final int PASSWORDS = 999;

    private CreateInputs() {}

    /** Returns inputs of each of the three kinds. */
    public static Arbitrary<AccountCreateInput> fitting(ConnectorSpec spec) {
        return Arbitraries.oneOf(minimal(spec), maximal(spec), hostile(spec));
    }

    /** Returns inputs with what the create template requires, or the account's names where there is no template. */
    public static Arbitrary<AccountCreateInput> minimal(ConnectorSpec spec) {
        return inputs(spec, CreateExtent.MINIMAL, CreateInputs::ordinary);
    }

    /** Returns inputs with everything that the create template and the schema allow. */
    public static Arbitrary<AccountCreateInput> maximal(ConnectorSpec spec) {
        return inputs(spec, CreateExtent.MAXIMAL, CreateInputs::ordinary);
    }

    /**
     * Returns inputs with everything, where each value but the account's name is of the declared type and such as
     * careless code gets wrong: quotes, markup, control characters, 5,000 characters, the limits of numbers.
     */
    public static Arbitrary<AccountCreateInput> hostile(ConnectorSpec spec) {
        var identity = spec.accountSchema().identityAttribute();
        return inputs(
                spec,
                CreateExtent.MAXIMAL,
                attribute -> attribute.name().equals(identity)
                        ? ordinary(attribute)
                        : sent(attribute, SchemaValues.hostileValue(attribute)));
    }

    private static Arbitrary<Object> ordinary(SchemaAttribute attribute) {
        return sent(attribute, SchemaValues.ordinaryValue(attribute));
    }

    private static Arbitrary<Object> sent(SchemaAttribute attribute, Arbitrary<Object> value) {
        return attribute.isMulti() ? SchemaValues.sent(value) : value;
    }

    private static Arbitrary<AccountCreateInput> inputs(
            ConnectorSpec spec, CreateExtent extent, Function<SchemaAttribute, Arbitrary<Object>> values) {
        var members = extent.attributes(spec).stream()
                .map(name -> value(spec, name, values).map(value -> new Member(name, value)))
                .toList();
        return SchemaValues.all(members).map(all -> input(spec, all));
    }

    private static AccountCreateInput input(ConnectorSpec spec, List<Member> members) {
        var attributes = Attributes.builder();
        members.forEach(member -> attributes.set(member.name(), member.value()));
        var built = attributes.build();
        return AccountCreateInput.of(built)
                .withIdentity(built.text(spec.accountSchema().identityAttribute()));
    }

    private static Arbitrary<Object> value(
            ConnectorSpec spec, String name, Function<SchemaAttribute, Arbitrary<Object>> values) {
        var field = field(spec, name);
        var fixed = field != null && field.initialValue() instanceof InitialValue.Fixed initial
                ? Json.toPlain(initial.value())
                : null;
        if (fixed != null) {
            return Arbitraries.just(fixed);
        }
        if (isPassword(field) || Secrets.isSecretName(name)) {
            return Arbitraries.integers().between(0, PASSWORDS).map("Ck-%03d-aZ!"::formatted);
        }
        return values.apply(attribute(spec, name, field));
    }

    private static boolean isPassword(@Nullable TemplateField field) {
        return field != null
                && field.initialValue() instanceof InitialValue.Generated generated
                && generated.name().equals(TemplateField.CREATE_PASSWORD);
    }

    private static @Nullable TemplateField field(ConnectorSpec spec, String name) {
        return spec.accountCreateTemplate().stream()
                .filter(field -> field.key().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** Returns the attribute of that name; one that the schema lacks has the type of the template's field. */
    private static SchemaAttribute attribute(ConnectorSpec spec, String name, @Nullable TemplateField field) {
        var declared = spec.accountSchema().attribute(name);
        if (declared != null) {
            return declared;
        }
        var type = field == null ? AttributeType.STRING : field.type();
        return switch (type) {
            case BOOLEAN -> SchemaAttribute.bool(name);
            case INT -> SchemaAttribute.integer(name);
            case LONG -> SchemaAttribute.longInteger(name);
            case STRING, UNKNOWN -> SchemaAttribute.string(name);
        };
    }
}
