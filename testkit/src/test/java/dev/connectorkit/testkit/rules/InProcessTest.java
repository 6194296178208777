package dev.connectorkit.testkit.rules;

import static dev.connectorkit.dsl.command.Commands.ACCOUNT_LIST;
import static dev.connectorkit.dsl.command.Commands.ACCOUNT_READ;
import static dev.connectorkit.dsl.spec.SchemaAttribute.string;
import static dev.connectorkit.testkit.assertj.ConnectorAssertions.assertThat;

import dev.connectorkit.dsl.Connector;
import dev.connectorkit.dsl.command.Account;
import dev.connectorkit.dsl.command.AccountListInput;
import dev.connectorkit.dsl.command.Attributes;
import dev.connectorkit.dsl.command.Response;
import dev.connectorkit.testkit.contract.ConnectorContract;
import dev.connectorkit.testkit.junit.ConnectorExtension;
import dev.connectorkit.testkit.simulation.FakeSource;
import dev.connectorkit.testkit.simulation.FakeTable;
import dev.connectorkit.testkit.simulation.VirtualClock;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A connector of the DSL under the kit. */
class InProcessTest {
    private final FakeSource source = new FakeSource(new VirtualClock()).pageSize(3);
    private final AtomicInteger highest = new AtomicInteger();
    private final FakeTable users = source.accounts("users", this::user);

    @RegisterExtension
    final ConnectorExtension people = ConnectorExtension.of(connector());

    private Attributes user(int number) {
        highest.accumulateAndGet(number, Math::max);
        return Attributes.of(Map.of("id", "u" + number, "name", "User " + number));
    }

    private Connector connector() {
        return Connector.named("people")
                .accounts(string("id", "Id").identity(), string("name", "Name").display())
                .on(ACCOUNT_LIST, (context, input, response) -> {
                    var filter = context.objectFilter();
                    var page = users.page(null);
                    while (true) {
                        page.rows().stream()
                                .map(InProcessTest::account)
                                .filter(filter::keeps)
                                .forEach(response::send);
                        if (page.next() == null) {
                            return;
                        }
                        page = users.page(page.next());
                    }
                })
                .on(ACCOUNT_READ, (context, input, response) -> response.send(account(users.read(input.id()))))
                .build();
    }

    private static Account account(Attributes row) {
        return Account.of(String.valueOf(row.text("id"))).withAttributes(row);
    }

    @Test
    void a_test_reads_as_a_sentence() {
        source.reset(3);

        var run = people.withConfig("filterString", "( id == \"u1\" )").run(ACCOUNT_LIST, AccountListInput.full());

        assertThat(run).succeeded().sentIds("u0", "u2");
    }

    @Test
    void the_runtime_breaks_silences_on_the_virtual_clock() {
        var report = ConnectorContract.of(connector())
                .source(source)
                .only("limits.silence", "filter.kept-alive", "list.complete", "list.streams", "list.concurrent")
                .run();

        assertThat(report.rules()).allSatisfy(rule -> assertThat(rule).passed());
    }

    @Test
    void a_page_of_thousands_is_not_taken_for_memory_that_grows() {
        var report = ConnectorContract.of(connector())
                .source(source.pageSize(2000))
                .only("limits.memory")
                .run();

        assertThat(report).passed();
    }

    @Test
    void a_page_without_end_is_filled_only_so_far_and_the_rules_say_so() {
        var capped = "a page of the source has 100000 objects; this was tried as if it had 2000, so what goes wrong"
                + " between two pages was not seen";

        var report = ConnectorContract.of(connector())
                .source(source.pageSize(100_000))
                .only("list.complete", "list.streams")
                .run();

        assertThat(report).passed();
        assertThat(report.rule("list.complete").notes()).contains(capped);
        assertThat(report.rule("list.streams")).wasSkipped().says("the connector fetched 1 pages");
        assertThat(report.rule("list.streams").notes()).contains(capped);
        assertThat(highest).hasValue(101 * 2_000);
    }

    @Test
    void what_is_written_when_the_handler_has_returned_is_found() {
        var lists = new ArrayList<Response<Account>>();
        var late = Connector.named("late")
                .accounts(string("id", "Id").identity(), string("name", "Name").display())
                .on(ACCOUNT_LIST, (context, input, response) -> {
                    response.send(Account.of("ada"));
                    lists.add(response);
                })
                .on(ACCOUNT_READ, (context, input, response) -> lists.get(0).send(Account.of("late")))
                .build();

        var report =
                ConnectorContract.of(late).only("life.nothing-after-return").run();

        assertThat(report.rule("life.nothing-after-return")).failed().says("a line of type `output` was written");
    }

    @Test
    void a_not_found_of_the_source_that_is_not_translated_is_found() {
        var report = ConnectorContract.of(connector())
                .source(source)
                .only("not-found.read")
                .run();

        assertThat(report.rule("not-found.read")).failed().says("the error type of any failure");
    }
}
