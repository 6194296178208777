package dev.connectorkit.testkit.jqwik;

/**
 * One step of a {@link StoreRun}. Keys and values are given by their place in the run's pools, so that a few of them
 * meet often.
 */
public sealed interface StoreCommand {

    /** Sets a key to a value. */
    record Put(int key, int value) implements StoreCommand {}

    /** Sets a key to what it holds already, with members in another order and numbers in another spelling. */
    record PutSame(int key) implements StoreCommand {}

    /** Gets a key's value, changes the very object that came back, and sets it. */
    record ChangeInPlace(int key) implements StoreCommand {}

    /** Changes the very object that was last passed to set for this key, and sets it again. */
    record PutAgain(int key) implements StoreCommand {}

    /** Deletes a key. */
    record Delete(int key) implements StoreCommand {}

    /** Flushes. */
    record Flush() implements StoreCommand {}

    /** Flushes while the platform fails. */
    record FailingFlush() implements StoreCommand {}

    /** Reloads. */
    record Reload() implements StoreCommand {}

    /** Reloads while the platform fails. */
    record FailingReload() implements StoreCommand {}

    /** An administrator sets a key, and the store reloads, unless the edit is to stay unseen. */
    record ExternalPut(int key, int value, boolean isSeen) implements StoreCommand {}

    /** An administrator removes a key, and the store reloads, unless the edit is to stay unseen. */
    record ExternalDelete(int key, boolean isSeen) implements StoreCommand {}
}
