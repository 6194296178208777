package dev.connectorkit.testkit.simulation;

import static java.util.Objects.requireNonNull;

/**
 * One step of the history of a source.
 *
 * @param what what happens
 * @param number the number of the account that it happens to; 0 for an aggregation
 */
public record SourceEdit(What what, int number) {

    /** What happens. */
    public enum What {
        /** An account appears, or comes back. */
        ADD("added"),
        /** An account changes. */
        CHANGE("changed"),
        /** An account vanishes. */
        REMOVE("removed"),
        /** The platform asks for what changed. */
        AGGREGATE("aggregated");

        private final String done;

        What(String done) {
            this.done = done;
        }

        /** Returns what happened, as a participle. */
        public String done() {
            return done;
        }
    }

    /** Checks that nothing is null. */
    public SourceEdit {
        requireNonNull(what, "what");
    }

    /**
     * Makes the edit; an aggregation edits nothing.
     *
     * @throws RuntimeException what the source throws where the edit makes no sense, such as the removal of an account
     *     that is not there
     */
    public void apply(SourceControl source) {
        switch (what) {
            case ADD -> source.add(number);
            case CHANGE -> source.change(number);
            case REMOVE -> source.remove(number);
            case AGGREGATE -> {}
        }
    }

    @Override
    public String toString() {
        return what == What.AGGREGATE ? "list what changed" : "account number " + number + " is " + what.done();
    }
}
