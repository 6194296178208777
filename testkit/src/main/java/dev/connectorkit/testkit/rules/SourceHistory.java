package dev.connectorkit.testkit.rules;

import dev.connectorkit.testkit.simulation.SourceControl;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/**
 * One step of a history of a source.
 *
 * @param what what happens
 * @param number the number of the account it happens to
 */
record Edit(What what, int number) {
    /** The number of an account that is not there at first. */
    static final int NEW_ACCOUNT = 1000;

    /** What happens. */
    enum What {
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
        String done() {
            return done;
        }
    }

    static int initialAccounts(int pageSize) {
        return Math.max(3, pageSize + 2);
    }

    /** Returns edits that make sense one after the other on so many accounts, with aggregations in between. */
    static List<Edit> random(Random random, int accounts, int rounds) {
        var present = new TreeSet<Integer>();
        for (var number = 0; number < accounts; number++) {
            present.add(number);
        }
        var absent = new ArrayList<>(List.of(NEW_ACCOUNT, NEW_ACCOUNT + 1));
        var edits = new ArrayList<Edit>();
        for (var round = 0; round < rounds; round++) {
            // Each round has one of each, so that no seed leaves a sort of edit out.
            var added = absent.remove(random.nextInt(absent.size()));
            edits.add(new Edit(What.ADD, added));
            present.add(added);
            edits.add(new Edit(What.CHANGE, pick(random, present)));
            var removed = pick(random, present);
            edits.add(new Edit(What.REMOVE, removed));
            present.remove(removed);
            absent.add(removed);
            if (random.nextBoolean()) {
                edits.add(new Edit(What.ADD, removed));
                present.add(removed);
                absent.remove(Integer.valueOf(removed));
                absent.add(NEW_ACCOUNT + 2 + round);
            }
            edits.add(new Edit(What.AGGREGATE, 0));
        }
        return edits;
    }

    private static int pick(Random random, TreeSet<Integer> numbers) {
        return List.copyOf(numbers).get(random.nextInt(numbers.size()));
    }

    /** Makes the edit; one that makes no sense, since an earlier one was left out, does nothing. */
    void apply(SourceControl source) {
        try {
            switch (what) {
                case ADD -> source.add(number);
                case CHANGE -> source.change(number);
                case REMOVE -> source.remove(number);
                case AGGREGATE -> {}
            }
        } catch (RuntimeException e) {
            // Only while a history is shortened: the step has lost what it stood on.
            return;
        }
    }

    @Override
    public String toString() {
        return what == What.AGGREGATE ? "list what changed" : "account number " + number + " is " + what.done();
    }
}
