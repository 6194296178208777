package dev.connectorkit.testkit.samples;

import static dev.connectorkit.dsl.command.Commands.ACCOUNT_LIST;
import static dev.connectorkit.dsl.spec.SchemaAttribute.integer;
import static dev.connectorkit.dsl.spec.SchemaAttribute.string;
import static dev.connectorkit.testkit.assertj.ConnectorAssertions.assertThat;

import dev.connectorkit.dsl.Connector;
import dev.connectorkit.dsl.command.Account;
import dev.connectorkit.dsl.command.AccountListInput;
import dev.connectorkit.filter.Filter;
import dev.connectorkit.testkit.jqwik.ConnectorDomain;
import dev.connectorkit.testkit.run.InProcessDriver;
import dev.connectorkit.testkit.run.Invocation;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

/** A property of a connector, for any account and any filter. */
class PeopleProperties {
    private static Connector people(Account... accounts) {
        return Connector.named("people")
                .accounts(
                        string("id").identity(),
                        string("email").display(),
                        integer("age"),
                        string("groups").multi())
                .on(ACCOUNT_LIST, (context, input, response) -> {
                    var filter = context.objectFilter();
                    for (var account : accounts) {
                        if (filter.keeps(account)) {
                            response.send(account);
                        }
                    }
                })
                .build();
    }

    // region property
    static final class PeopleDomain extends ConnectorDomain {
        PeopleDomain() {
            super(people().spec());
        }
    }

    @Property(tries = 100)
    @Domain(PeopleDomain.class)
    void a_list_leaves_out_exactly_what_the_filter_matches(@ForAll Account account, @ForAll Filter filter) {
        var run = Invocation.through(InProcessDriver.of(people(account)))
                .withConfig("filterString", filter.text())
                .run(ACCOUNT_LIST, AccountListInput.full());

        assertThat(run)
                .succeeded()
                .sentOnlyWhatFits(people().spec().accountSchema())
                .sent(filter.matches(account.attributes()) ? 0 : 1);
    }
    // endregion
}
