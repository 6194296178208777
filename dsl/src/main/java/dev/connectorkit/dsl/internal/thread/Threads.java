package dev.connectorkit.dsl.internal.thread;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;

/** Threads for work that may block: virtual ones where blocking one never holds on to a carrier, daemons elsewhere. */
public final class Threads {
    // Before 24 a virtual thread that blocks inside `synchronized`, as JDBC drivers do, keeps its carrier busy (JEP
    // 491): as many of them as there are cores would stop every invocation.
    private static final int FIRST_WITHOUT_PINNING = 24;

    private Threads() {}

    /** Returns an executor that runs every task at once on a thread of its own. */
    public static ExecutorService perTask(String name) {
        if (Runtime.version().feature() >= FIRST_WITHOUT_PINNING) {
            try {
                return (ExecutorService) Executors.class
                        .getMethod("newThreadPerTaskExecutor", ThreadFactory.class)
                        .invoke(null, virtualThreads(name));
            } catch (ReflectiveOperationException e) {
                throw new LinkageError("this JDK's virtual threads are not where Java 21 put them", e);
            }
        }
        return Executors.newCachedThreadPool(daemons(name));
    }

    private static ThreadFactory virtualThreads(String name) throws ReflectiveOperationException {
        var builder = Class.forName("java.lang.Thread$Builder");
        var virtual = Thread.class.getMethod("ofVirtual").invoke(null);
        var named = builder.getMethod("name", String.class, long.class).invoke(virtual, name + "-", 1L);
        return (ThreadFactory) builder.getMethod("factory").invoke(named);
    }

    /** Returns a factory of daemon threads. */
    public static ThreadFactory daemons(String name) {
        var count = new AtomicLong();
        return task -> {
            var thread = new Thread(task, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
