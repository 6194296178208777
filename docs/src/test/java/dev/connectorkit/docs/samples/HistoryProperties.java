package dev.connectorkit.docs.samples;

import static dev.connectorkit.dsl.command.Commands.ACCOUNT_LIST;
import static dev.connectorkit.dsl.spec.SchemaAttribute.string;
import static dev.connectorkit.testkit.assertj.ConnectorAssertions.assertThat;

import dev.connectorkit.dsl.Connector;
import dev.connectorkit.dsl.Delta;
import dev.connectorkit.dsl.command.Account;
import dev.connectorkit.dsl.command.Attributes;
import dev.connectorkit.dsl.command.Key;
import dev.connectorkit.testkit.jqwik.SourceEdits;
import dev.connectorkit.testkit.run.InProcessDriver;
import dev.connectorkit.testkit.run.Invocation;
import dev.connectorkit.testkit.simulation.FakeSource;
import dev.connectorkit.testkit.simulation.FakeTable;
import dev.connectorkit.testkit.simulation.SourceEdit;
import dev.connectorkit.testkit.simulation.VirtualClock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A connector that sends deltas, under any history of its source. */
class HistoryProperties {
    // region history
    @Provide
    Arbitrary<List<SourceEdit>> histories() {
        return SourceEdits.histories(3);
    }

    @Property(tries = 50)
    void after_any_history_the_platform_knows_what_the_source_has(@ForAll("histories") List<SourceEdit> history) {
        var source = new FakeSource(new VirtualClock());
        var users = source.accounts("users", n -> Attributes.of(Map.of("id", "u" + n, "name", "User " + n)));
        source.reset(3);
        var aggregated = Invocation.through(InProcessDriver.of(connector(users)));
        var known = new TreeMap<String, Account>();

        for (var edit : history) {
            edit.apply(source);
            if (edit.what() == SourceEdit.What.AGGREGATE) {
                aggregated.listAccountChanges().outputs().forEach(account -> apply(account, known));
            }
        }

        assertThat(known).hasSize(users.size()).allSatisfy((id, account) -> {
            assertThat(account.attributes()).isEqualTo(users.row(id));
        });
    }

    private static void apply(Account account, Map<String, Account> known) {
        if (account.isDeleted()) {
            known.remove(account.id());
        } else {
            known.put(account.id(), account);
        }
    }
    // endregion

    private static Connector connector(FakeTable users) {
        return Connector.named("people")
                .accounts(string("id").identity(), string("name").display())
                .stateful()
                .on(
                        ACCOUNT_LIST,
                        (context, input, response) -> Delta.runFrom(input, response, users::token, since -> {
                            if (since == null) {
                                for (var cursor = (String) null; ; ) {
                                    var page = users.page(cursor);
                                    page.rows().forEach(row -> response.send(account(row)));
                                    cursor = page.next();
                                    if (cursor == null) {
                                        return;
                                    }
                                }
                            }
                            var changes = users.changesSince(since);
                            changes.rows().forEach(row -> response.send(account(row)));
                            changes.deleted().forEach(id -> response.send(Account.deletion(Key.simple(id))));
                        }))
                .build();
    }

    private static Account account(Attributes row) {
        return Account.of(row.requiredText("id")).withAttributes(row);
    }
}
