package dev.connectorkit.dsl.internal.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;

class ThreadsTest {
    private static Thread thread() throws Exception {
        var threads = Threads.perTask("sample");
        try {
            return threads.submit(Thread::currentThread).get();
        } finally {
            threads.shutdown();
        }
    }

    private static boolean isVirtual(Thread thread) throws ReflectiveOperationException {
        return (boolean) Thread.class.getMethod("isVirtual").invoke(thread);
    }

    @Test
    void keep_no_process_alive() throws Exception {
        assertThat(thread().isDaemon()).isTrue();
        assertThat(thread().getName()).isEqualTo("sample-1");
    }

    @Test
    @EnabledForJreRange(minVersion = 24)
    void are_virtual_where_blocking_one_never_holds_a_carrier() throws Exception {
        assertThat(isVirtual(thread())).isTrue();
    }

    @Test
    @EnabledForJreRange(minVersion = 21, maxVersion = 23)
    void are_of_the_platform_where_it_may() throws Exception {
        assertThat(isVirtual(thread())).isFalse();
    }

    @Test
    void run_as_many_blocking_tasks_as_there_are() throws Exception {
        var threads = Threads.perTask("sample");
        var meeting = new CountDownLatch(100);
        var tasks = IntStream.range(0, 100)
                .mapToObj(i -> threads.submit(() -> {
                    meeting.countDown();
                    meeting.await();
                    return i;
                }))
                .toList();

        for (var task : tasks) {
            assertThat(task.get()).isNotNegative();
        }
        threads.shutdown();
    }
}
