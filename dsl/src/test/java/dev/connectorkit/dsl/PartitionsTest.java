package dev.connectorkit.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connectorkit.dsl.command.Account;
import dev.connectorkit.dsl.command.AccountListInput;
import dev.connectorkit.dsl.command.NoContext;
import dev.connectorkit.dsl.command.SentOutputs;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PartitionsTest {
    private static final String ON = "{\"partitionAggregationEnabled\": \"true\"}";

    private final SentOutputs<Account> sent = new SentOutputs<>();

    @Test
    void each_partition_is_listed_once() throws Exception {
        list(
                ON,
                3,
                partitions(20),
                (context, input, partition, response) -> response.send(Account.of(partition.name())
                        .with("region", partition.attributes().get("region"))));

        assertThat(sent.outputs())
                .containsExactlyInAnyOrderElementsOf(partitions(20).stream()
                        .map(partition -> Account.of(partition.name()).with("region", "eu"))
                        .toList());
    }

    @Test
    void partitions_are_listed_side_by_side_and_no_more_than_allowed() throws Exception {
        var running = new AtomicInteger();
        var tooMany = new AtomicBoolean();
        // Breaks unless two partitions at a time wait for each other.
        var pair = new CyclicBarrier(2);

        list(ON, 2, partitions(6), (context, input, partition, response) -> {
            tooMany.compareAndSet(false, running.incrementAndGet() > 2);
            pair.await();
            running.decrementAndGet();
        });

        assertThat(tooMany).isFalse();
    }

    @Test
    void the_first_failure_interrupts_the_others_and_is_reported() {
        var interrupted = new AtomicBoolean();
        var started = new CountDownLatch(1);

        assertThatThrownBy(() -> list(ON, 2, partitions(2), (context, input, partition, response) -> {
                    if (partition.name().equals("0")) {
                        started.await();
                        throw new IOException("region 0 is down");
                    }
                    started.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        interrupted.set(true);
                        throw e;
                    }
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("region 0 is down")
                .satisfies(e -> assertThat(e.getSuppressed()).hasOnlyElementsOfType(InterruptedException.class));
        assertThat(interrupted).isTrue();
    }

    @Test
    void partitions_that_have_not_started_when_one_fails_never_start() {
        var started = new AtomicInteger();

        assertThatThrownBy(() -> list(ON, 1, partitions(1000), (context, input, partition, response) -> {
                    started.incrementAndGet();
                    new CountDownLatch(partition.name().equals("0") ? 0 : 1).await();
                    throw new IOException("down");
                }))
                .isInstanceOf(IOException.class);
        assertThat(started).hasValueLessThanOrEqualTo(2);
    }

    @Test
    void an_error_is_reported_as_it_is() {
        assertThatThrownBy(() -> list(ON, 2, partitions(1), (context, input, partition, response) -> {
                    throw new AssertionError("boom");
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessage("boom");
    }

    @Test
    void the_source_is_listed_as_a_whole_where_partitions_are_off_or_none() throws Exception {
        var thread = Thread.currentThread();
        Partitions.Lister<AccountListInput, Account> lister = (context, input, partition, response) -> {
            assertThat(Thread.currentThread()).isSameAs(thread);
            assertThat(partition.isWhole()).isTrue();
            response.send(Account.of("all"));
        };

        list("{}", 2, partitions(5), lister);
        list("{\"partitionAggregationEnabled\": false}", 2, partitions(5), lister);
        list(ON, 2, List.of(), lister);

        assertThat(sent.outputs()).hasSize(3);
    }

    @Test
    void no_concurrency_at_all_is_refused() {
        assertThatThrownBy(() -> list(ON, 0, List.of(), (context, input, partition, response) -> {}))
                .hasMessage("concurrency: expected 1 or more, but got 0");
    }

    private static List<Partition> partitions(int count) {
        return IntStream.range(0, count)
                .mapToObj(number ->
                        Partition.of(String.valueOf(number)).withSize(10).with("region", "eu"))
                .toList();
    }

    private void list(
            String config,
            int concurrency,
            List<Partition> partitions,
            Partitions.Lister<AccountListInput, Account> lister)
            throws Exception {
        Partitions.<AccountListInput, Account>upTo(concurrency, (context, input) -> partitions, lister)
                .handle(NoContext.of(config), AccountListInput.full(), sent);
    }
}
