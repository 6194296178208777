package dev.connectorkit.testkit.jqwik;

import static dev.connectorkit.dsl.spec.SchemaAttribute.integer;
import static dev.connectorkit.dsl.spec.SchemaAttribute.string;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connectorkit.dsl.command.AttributeChange;
import dev.connectorkit.dsl.command.AttributeChange.Op;
import dev.connectorkit.dsl.spec.ConnectorSpec;
import dev.connectorkit.testkit.simulation.SourceEdit;
import dev.connectorkit.testkit.simulation.SourceEdit.What;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.Shrinkable;

/** What failing samples shrink to: the case that an author of a connector would write down. */
class ShrinkingExamples {
    private static final ConnectorSpec SPEC = ConnectorSpec.named("people")
            .accounts(
                    string("id").identity(),
                    string("email").display(),
                    integer("age"),
                    string("groups").multi().entitlement())
            .entitlements("group", string("id").identity(), string("name").display())
            .build();

    /** Returns what a failing sample shrinks to, from whichever sample fails first. */
    private static <T> T shrunk(Arbitrary<T> arbitrary, Predicate<T> fails) {
        var generator = arbitrary.generator(1_000, false);
        var random = new Random(7);
        Shrinkable<T> sample = generator.next(random);
        while (!fails.test(sample.value())) {
            sample = generator.next(random);
        }
        while (true) {
            var simpler = sample.shrink()
                    .filter(candidate -> fails.test(candidate.value()))
                    .findFirst();
            if (simpler.isEmpty()) {
                return sample.value();
            }
            sample = simpler.get();
        }
    }

    @Example
    void an_account_shrinks_to_the_attribute_that_matters() {
        var account = shrunk(
                Accounts.fitting(SPEC), candidate -> candidate.attributes().containsKey("age"));

        assertThat(account.toJson())
                .hasToString(
                        "{\"identity\":\"id0\",\"key\":{\"simple\":{\"id\":\"id0\"}},\"attributes\":{\"id\":\"id0\","
                                + "\"email\":\"email0@example.com\",\"age\":0}}");
    }

    @Example
    void accounts_of_a_source_shrink_to_as_few_as_fail() {
        var accounts = shrunk(Accounts.several(SPEC), candidate -> candidate.size() > 1);

        assertThat(accounts)
                .hasSize(2)
                .allSatisfy(account -> assertThat(account.attributes()).hasSize(2));
    }

    @Example
    void an_entitlement_shrinks_to_its_names() {
        var entitlement = shrunk(Entitlements.fitting(SPEC), candidate -> true);

        assertThat(entitlement.attributes().toJson()).hasToString("{\"id\":\"id0\",\"name\":\"name0\"}");
    }

    @Example
    void a_create_shrinks_to_one_bare_value_of_an_attribute_of_several() {
        var input = shrunk(
                CreateInputs.maximal(SPEC), candidate -> candidate.attributes().containsKey("groups"));

        assertThat(input.attributes().get("groups")).isEqualTo("groups0");
    }

    @Example
    void a_hostile_create_shrinks_to_the_one_value_that_breaks_something() {
        var input = shrunk(
                CreateInputs.hostile(SPEC),
                candidate -> candidate.attributes().texts("email").contains("O'Brien"));

        assertThat(input.attributes().toJson())
                .hasToString("{\"id\":\"id0\",\"email\":\"O'Brien\",\"age\":0,\"groups\":\"\"}");
    }

    @Example
    void an_update_shrinks_to_one_change_of_one_value() {
        var input = shrunk(
                UpdateInputs.fitting(SPEC),
                candidate -> candidate.changes().stream().anyMatch(change -> change.op() == Op.ADD));

        assertThat(input.changes()).containsExactly(AttributeChange.add("groups", "groups0"));
    }

    @Example
    void a_filter_shrinks_to_one_comparison() {
        var filter = shrunk(
                Filters.fitting(SPEC.accountSchema()),
                candidate -> candidate.text().contains("age"));

        assertThat(filter.text()).isEqualTo("age == 0");
    }

    @Example
    void a_history_shrinks_to_the_edits_that_matter() {
        var history = shrunk(
                SourceEdits.histories(3), candidate -> candidate.stream().anyMatch(edit -> edit.what() == What.REMOVE));

        assertThat(history).isEqualTo(List.of(new SourceEdit(What.REMOVE, 0), new SourceEdit(What.AGGREGATE, 0)));
    }

    @Example
    void a_specification_shrinks_to_its_identity_attribute() {
        var spec = shrunk(Specs.valid(), candidate -> true);

        assertThat(spec.accountSchema().attributes()).hasSize(1);
    }
}
