package dev.connectorkit.testkit.jqwik;

import static dev.connectorkit.testkit.assertj.ConnectorAssertions.assertThat;

import dev.connectorkit.dsl.command.Account;
import dev.connectorkit.dsl.command.AccountCreateInput;
import dev.connectorkit.dsl.command.AccountUpdateInput;
import dev.connectorkit.dsl.command.AttributeChange.Op;
import dev.connectorkit.dsl.command.Attributes;
import dev.connectorkit.dsl.command.Entitlement;
import dev.connectorkit.dsl.command.Key;
import dev.connectorkit.dsl.spec.ConnectorSpec;
import dev.connectorkit.dsl.spec.KeyType;
import dev.connectorkit.dsl.spec.TemplateField;
import dev.connectorkit.filter.Filter;
import dev.connectorkit.testkit.rules.SchemaFit;
import dev.connectorkit.testkit.simulation.CreateExtent;
import dev.connectorkit.testkit.simulation.FakeSource;
import dev.connectorkit.testkit.simulation.SourceEdit;
import dev.connectorkit.testkit.simulation.VirtualClock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** What the arbitraries promise, for any specification. */
class SchemaArbitrariesProperties {
    private static final int TRIES = 200;

    /** A specification and something that was made from it. */
    record Sample<T>(ConnectorSpec spec, T value) {}

    private static <T> Arbitrary<Sample<T>> samples(Function<ConnectorSpec, Arbitrary<T>> make) {
        return Specs.valid().flatMap(spec -> make.apply(spec).map(value -> new Sample<>(spec, value)));
    }

    @Provide
    Arbitrary<Sample<Account>> accounts() {
        return samples(Accounts::fitting);
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void accounts_fit_their_schema(@ForAll("accounts") Sample<Account> sample) {
        var spec = sample.spec();
        var account = sample.value();

        assertThat(account).fits(spec.accountSchema());
        assertThat(account.attributes().text(spec.accountSchema().identityAttribute()))
                .isEqualTo(account.identity());
        assertThat(account.key() instanceof Key.Compound).isEqualTo(spec.keyType() == KeyType.COMPOUND);
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void accounts_vary(@ForAll("accounts") Sample<Account> sample) {
        var account = sample.value();
        Statistics.label("flags")
                .collect(account.disabled() == null, account.locked() == null)
                .coverage(flags -> {
                    flags.check(true, true).count(count -> count > 0);
                    flags.check(false, false).count(count -> count > 0);
                });
        var attributes = account.attributes().size();
        var declared = sample.spec().accountSchema().attributes().size();
        Statistics.label("left out")
                .collect(attributes < declared)
                .coverage(left -> left.check(true).count(count -> count > 0));
    }

    @Provide
    Arbitrary<Sample<List<Account>>> sources() {
        return samples(Accounts::several);
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void accounts_of_one_source_have_different_ids(@ForAll("sources") Sample<List<Account>> sample) {
        assertThat(sample.value()).extracting(Account::identity).doesNotHaveDuplicates();
    }

    @Provide
    Arbitrary<Sample<Entitlement>> entitlements() {
        return samples(Entitlements::fitting);
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void entitlements_fit_their_schema(@ForAll("entitlements") Sample<Entitlement> sample) {
        var schema = Objects.requireNonNull(
                sample.spec().entitlementSchema(sample.value().type()));

        assertThat(sample.value()).fits(schema);
    }

    @Provide
    Arbitrary<Sample<AccountCreateInput>> minimalCreates() {
        return samples(CreateInputs::minimal);
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void a_minimal_create_has_what_the_template_requires_and_no_more(
            @ForAll("minimalCreates") Sample<AccountCreateInput> sample) {
        var required = sample.spec().accountCreateTemplate().stream()
                .filter(TemplateField::isRequired)
                .map(TemplateField::key)
                .toList();

        if (required.isEmpty()) {
            assertThat(sample.value().attributes()).isNotEmpty();
        } else {
            assertThat(sample.value().attributes()).containsOnlyKeys(required);
        }
    }

    @Provide
    Arbitrary<Sample<AccountCreateInput>> createsWithEverything() {
        return samples(spec -> Arbitraries.oneOf(CreateInputs.maximal(spec), CreateInputs.hostile(spec)));
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void a_maximal_or_hostile_create_has_everything_and_values_of_the_declared_types(
            @ForAll("createsWithEverything") Sample<AccountCreateInput> sample) {
        var schema = sample.spec().accountSchema();
        var attributes = sample.value().attributes();

        assertThat(attributes).containsOnlyKeys(CreateExtent.MAXIMAL.attributes(sample.spec()));
        assertThat(SchemaFit.problems(
                        schema,
                        Account.unchanged()
                                .withAttributes(attributes.shapedBy(schema))
                                .toJson()
                                .asJsonObject()))
                .isEmpty();
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void a_single_value_is_bare_as_the_platform_sends_it(
            @ForAll("createsWithEverything") Sample<AccountCreateInput> sample) {
        assertThat(sample.value().attributes().values())
                .noneMatch(value -> value instanceof Collection<?> values && values.size() < 2);
    }

    @Provide
    Arbitrary<Sample<Update>> updates() {
        return Specs.valid()
                .filter(spec -> spec.accountSchema().attributes().size() > 1)
                .flatMap(spec -> Accounts.fitting(spec)
                        .flatMap(account -> UpdateInputs.to(account, spec.accountSchema())
                                .map(input -> new Sample<>(spec, new Update(account, input)))));
    }

    record Update(Account account, AccountUpdateInput input) {}

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void updates_lead_to_accounts_that_fit_the_schema(@ForAll("updates") Sample<Update> sample) {
        var update = sample.value();
        var schema = sample.spec().accountSchema();
        var after = update.input().applyTo(update.account().attributes(), schema);

        assertThat(update.account().withAttributes(after)).fits(schema);
        assertThat(update.input().key()).isEqualTo(update.account().key());
        assertThat(update.input().changes())
                .noneMatch(change -> change.attribute().equals(schema.identityAttribute()));
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void updates_set_add_and_remove_one_value_and_several(@ForAll("updates") Sample<Update> sample) {
        for (var change : sample.value().input().changes()) {
            Statistics.collect(change.op(), change.values().size() > 1);
        }
        Statistics.coverage(kinds -> {
            for (var op : Op.values()) {
                kinds.check(op, true).count(count -> count > 0);
                kinds.check(op, false).count(count -> count > 0);
            }
        });
    }

    @Provide
    Arbitrary<Sample<FilteredAccount>> filters() {
        return samples(spec -> Combinators.combine(Filters.fitting(spec.accountSchema()), Accounts.fitting(spec))
                .as(FilteredAccount::new));
    }

    record FilteredAccount(Filter filter, Account account) {}

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void filters_compile_against_their_schema_and_tell_accounts_apart(
            @ForAll("filters") Sample<FilteredAccount> sample) {
        var compiler = sample.spec().accountSchema().filterCompiler();
        var filter = sample.value().filter();

        assertThat(compiler.compile(filter.text())).compilesSilently();
        Statistics.collect(filter.matches(sample.value().account().attributes()));
        Statistics.coverage(matches -> {
            matches.check(true).percentage(share -> share > 10);
            matches.check(false).percentage(share -> share > 10);
        });
    }

    @Provide
    Arbitrary<List<SourceEdit>> histories() {
        return SourceEdits.histories(3);
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void every_edit_of_a_history_can_be_made(@ForAll("histories") List<SourceEdit> history) {
        var source = new FakeSource(new VirtualClock());
        source.accounts("users", n -> Attributes.of(Map.of("id", "u" + n, "name", "User " + n)));
        source.reset(3);

        history.forEach(edit -> edit.apply(source));

        assertThat(history.get(history.size() - 1).what()).isEqualTo(SourceEdit.What.AGGREGATE);
        history.forEach(edit -> Statistics.collect(edit.what()));
        Statistics.coverage(kinds -> {
            for (var what : SourceEdit.What.values()) {
                kinds.check(what).count(count -> count > 0);
            }
        });
    }
}
