package dev.connectorkit.dsl.server;

import dev.connectorkit.dsl.runtime.Scheduler;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** The commands that run at this moment. Safe for concurrent use. */
final class Invocations {
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition oneEnded = lock.newCondition();
    private final Set<Invocation> running = new HashSet<>();
    private final Set<Invocation> answering = new HashSet<>();
    private final ServerLimits limits;
    private final Duration timeToCancel;
    private boolean stopping;

    /** Takes {@code timeToCancel} as the time that a cancelled handler may take before its answer ends without it. */
    Invocations(ServerLimits limits, Duration timeToCancel) {
        this.limits = limits;
        this.timeToCancel = timeToCancel;
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
            answering.add(invocation);
            return invocation;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Makes room for another command when the handler of this one has returned. Must come before the end of the answer:
     * a client that has read it may send its next command at once.
     */
    void makeRoom(Invocation invocation) {
        lock.lock();
        try {
            running.remove(invocation);
        } finally {
            lock.unlock();
        }
    }

    void end(Invocation invocation) {
        lock.lock();
        try {
            running.remove(invocation);
            answering.remove(invocation);
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

    /** Cancels one invocation, and ends its answer if its handler does not. */
    void cancel(Invocation invocation, String reason) {
        invocation.cancel(reason);
        Scheduler.system().schedule(timeToCancel, () -> abandon(invocation));
    }

    private void abandon(Invocation invocation) {
        invocation.abandon();
        lock.lock();
        try {
            oneEnded.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Lets nothing more begin, and returns when all has ended or nothing more can be done about it. */
    void stop(Duration grace) {
        lock.lock();
        try {
            stopping = true;
            await(grace, answering::isEmpty);
            for (var late : answering) {
                cancel(late, "the server was stopped");
            }
            await(timeToCancel.plus(LAST_WORDS), () -> answering.stream().allMatch(Invocation::isAnswered));
        } finally {
            lock.unlock();
        }
    }

    private void await(Duration atMost, BooleanSupplier done) {
        long left = atMost.toNanos();
        try {
            while (!done.getAsBoolean() && left > 0) {
                left = oneEnded.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            // Whoever stops the server is in a hurry.
            Thread.currentThread().interrupt();
        }
    }
}
