package dev.connectorkit.dsl.server;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The commands that run at this moment. Safe for concurrent use. */
final class Invocations {
    private static final Duration TIME_TO_CANCEL = Duration.ofSeconds(5);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition oneEnded = lock.newCondition();
    private final Set<Invocation> running = new HashSet<>();
    private final ServerLimits limits;
    private boolean stopping;

    Invocations(ServerLimits limits) {
        this.limits = limits;
    }

    /** Lets one more command run on the calling thread, which must {@link #end} it. */
    Invocation begin() throws Refusal {
        lock.lock();
        try {
            if (stopping) {
                throw new Refusal(503, "this server is stopping; send the command to another one");
            }
            if (running.size() >= limits.invocations()) {
                throw new Refusal(
                        503, "%d commands run already, which is this server's limit".formatted(running.size()));
            }
            var invocation = new Invocation();
            running.add(invocation);
            return invocation;
        } finally {
            lock.unlock();
        }
    }

    void end(Invocation invocation) {
        lock.lock();
        try {
            running.remove(invocation);
            oneEnded.signalAll();
        } finally {
            lock.unlock();
        }
    }

    int count() {
        lock.lock();
        try {
            return running.size();
        } finally {
            lock.unlock();
        }
    }

    boolean stopping() {
        lock.lock();
        try {
            return stopping;
        } finally {
            lock.unlock();
        }
    }

    /** Lets nothing more begin, and returns when all has ended or nothing more can be done about it. */
    void stop(Duration grace) {
        List<Invocation> late;
        lock.lock();
        try {
            stopping = true;
            awaitNone(grace);
            late = List.copyOf(running);
        } finally {
            lock.unlock();
        }
        late.forEach(invocation -> invocation.cancel("the server was stopped"));
        lock.lock();
        try {
            awaitNone(TIME_TO_CANCEL);
        } finally {
            lock.unlock();
        }
    }

    private void awaitNone(Duration atMost) {
        long left = atMost.toNanos();
        try {
            while (!running.isEmpty() && left > 0) {
                left = oneEnded.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            // Whoever stops the server is in a hurry.
            Thread.currentThread().interrupt();
        }
    }
}
