package dev.connectorkit.cli.validate;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns the end of the process, by Ctrl-C or by a signal, into an interruption of the thread that made this, and gives that
 * thread a little time to tidy up. Close it when there is nothing to tidy up any more.
 */
final class Interruption implements AutoCloseable {
    // A source that hangs must not keep the process from ending.
    private static final int SECONDS_TO_TIDY_UP = 20;

    private final Thread worker = Thread.currentThread();
    private final CountDownLatch tidied = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupt, "connectorkit-interruption");
    private volatile boolean happened;

    Interruption() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Returns whether the process is about to end. */
    boolean happened() {
        return happened;
    }

    private void interrupt() {
        happened = true;
        worker.interrupt();
        try {
            if (!tidied.await(SECONDS_TO_TIDY_UP, TimeUnit.SECONDS)) {
                worker.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        tidied.countDown();
        if (!happened) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
