package dev.connectorkit.testkit.contract;

/** What a data store promises, numbered as in the failure messages. */
public enum StoreProperty {
    /** Nothing is sent without need: no call without a change, no operation without an effect. */
    SOUNDNESS(1),
    /** What is sent makes the platform hold what the store showed. */
    COMPLETENESS(2),
    /** One operation for each changed key, and none above the keys. */
    MINIMALITY(3),
    /** {@code add} for what is new, {@code replace} for what is not, {@code remove} for what goes. */
    RIGHT_OPERATION(4),
    /** Pointers are escaped by RFC 6901, whatever the key. */
    POINTERS(5),
    /** Nothing else in the document changes. */
    FRAME(6),
    /** A get after a command shows its effect. */
    READ_YOUR_WRITES(7),
    /** {@code hasPendingChanges} tells exactly whether a flush would send something. */
    PENDING(8),
    /** A change that is taken back was none. */
    CANCELLATION(9),
    /** Of several changes of a key, the last one counts. */
    LAST_WRITE_WINS(10),
    /** The order of commands on different keys does not matter. */
    COMMUTATIVITY(11),
    /** Doing it all again sends nothing. */
    IDEMPOTENCE(12),
    /** Flushing often or once ends in the same document. */
    GROUPING(13),
    /** One flush is one patch. */
    ONE_PATCH(14),
    /** What is handed over, either way, is not shared. */
    NO_ALIASING(15),
    /** JSON is accepted and comes back; nothing else is accepted. */
    JSON_ONLY(16),
    /** A flush that fails changes nothing. */
    ATOMIC_FLUSH(17),
    /** A reload moves the baseline and keeps the changes. */
    RELOAD(18),
    /** Whatever happened in between, a reload and a flush lead to what the store shows. */
    CONVERGENCE(19),
    /** More than a message takes is refused before anything is sent. */
    MESSAGE_LIMIT(20);

    private final int number;

    StoreProperty(int number) {
        this.number = number;
    }

    /** Returns the number that failure messages show. */
    public int number() {
        return number;
    }

    /** Returns number and name, such as {@code property 4 (right operation)}. */
    @Override
    public String toString() {
        return "property " + number + " ("
                + name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + ")";
    }
}
