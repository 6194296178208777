package dev.connectorkit.docs.samples;

import static dev.connectorkit.dsl.command.Commands.ACCOUNT_LIST;
import static dev.connectorkit.dsl.spec.SchemaAttribute.string;
import static dev.connectorkit.testkit.assertj.ConnectorAssertions.assertThat;

import dev.connectorkit.docs.samples.PagedSystem.Page;
import dev.connectorkit.docs.samples.PagedSystem.Person;
import dev.connectorkit.dsl.Connector;
import dev.connectorkit.dsl.command.Account;
import dev.connectorkit.dsl.command.AccountListInput;
import dev.connectorkit.dsl.command.Handler;
import dev.connectorkit.testkit.junit.ConnectorExtension;
import dev.connectorkit.testkit.simulation.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StoreSamplesTest {
    private final VirtualClock clock = new VirtualClock();
    private final FivePeople system = new FivePeople();

    // region platform
    @RegisterExtension
    final ConnectorExtension people =
            ConnectorExtension.recycling(clock, () -> connector(StoreSamples.resumable(system)));

    @Test
    void a_list_that_is_cut_off_goes_on_where_it_was() {
        var source = people.withConfig("region", "eu");
        system.failAfterPage(2);

        assertThat(source.run(ACCOUNT_LIST, AccountListInput.full())).failed().sentIds("p0", "p1", "p2", "p3");
        assertThat(source.platform().attributes()).holds("userCursor", "4");

        assertThat(source.run(ACCOUNT_LIST, AccountListInput.full()))
                .succeeded()
                .sentIds("p4")
                .patch()
                .removesKey("userCursor");
    }

    @Test
    void a_cursor_that_an_administrator_removed_is_no_cursor() {
        var source = people.withStored("userCursor", "4");
        source.platform().removeAttribute("userCursor");

        assertThat(source.run(ACCOUNT_LIST, AccountListInput.full()))
                .succeeded()
                .sent(5);
    }
    // endregion

    // region clock
    @Test
    void a_stateful_list_sends_what_changed_since_the_last_one() {
        var source = ConnectorExtension.of(connector(StoreSamples.changesOnly(system)), clock)
                .withConfig("region", "eu");
        assertThat(source.listAccountChanges()).sent(5).state().holds("watermark", "2026-01-01T00:00:00Z");

        clock.advance(Duration.ofHours(1));
        system.change(3, clock.instant());

        assertThat(source.listAccountChanges()).succeeded().sentIds("p3");
    }
    // endregion

    private static Connector connector(Handler<AccountListInput, Account> list) {
        return Connector.named("people")
                .accounts(string("id").identity(), string("name").display())
                .stateful()
                .on(ACCOUNT_LIST, list)
                .build();
    }

    /** A system with two people a page, which can break off. */
    private static final class FivePeople implements PagedSystem {
        private final List<Instant> changed = new ArrayList<>();
        private int pages = Integer.MAX_VALUE;

        FivePeople() {
            for (var i = 0; i < 5; i++) {
                changed.add(Instant.EPOCH);
            }
        }

        void failAfterPage(int number) {
            pages = number;
        }

        void change(int number, Instant when) {
            changed.set(number, when);
        }

        private static Person person(int number) {
            return new Person("p" + number, "Person " + number);
        }

        @Override
        public Page pageAfter(@Nullable String cursor) {
            if (pages-- == 0) {
                throw new IllegalStateException("the system hung up");
            }
            var start = cursor == null ? 0 : Integer.parseInt(cursor);
            var end = Math.min(start + 2, changed.size());
            var people = new ArrayList<Person>();
            for (var i = start; i < end; i++) {
                people.add(person(i));
            }
            return new Page(people, end == changed.size() ? null : String.valueOf(end));
        }

        @Override
        public List<Person> changedSince(@Nullable Instant since) {
            var people = new ArrayList<Person>();
            for (var i = 0; i < changed.size(); i++) {
                if (since == null || !changed.get(i).isBefore(since)) {
                    people.add(person(i));
                }
            }
            return people;
        }
    }
}
