package dev.connectorkit.testkit.rules;

import dev.connectorkit.testkit.simulation.SourceControl;
import dev.connectorkit.testkit.simulation.SourceEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;

/** Histories of a source, made up for rules about what changed. */
final class SourceHistory {
    /** The number of an account that is not there at first. */
    static final int NEW_ACCOUNT = 1000;

    private SourceHistory() {}

    /** Returns how many accounts there are at first: more than a page, as long as the new ones are others. */
    static int initialAccounts(Trial trial) {
        return Math.min(NEW_ACCOUNT, Math.max(3, Filling.page(trial, 1) + 2));
    }

    /** Returns edits that make sense one after the other on so many accounts, with aggregations in between. */
    static List<SourceEdit> random(Random random, int accounts, int rounds) {
        var present = new TreeSet<Integer>();
        for (var number = 0; number < accounts; number++) {
            present.add(number);
        }
        var absent = new ArrayList<>(List.of(NEW_ACCOUNT, NEW_ACCOUNT + 1));
        var edits = new ArrayList<SourceEdit>();
        for (var round = 0; round < rounds; round++) {
            // Each round has one of each, so that no seed leaves a sort of edit out.
            var added = absent.remove(random.nextInt(absent.size()));
            edits.add(new SourceEdit(SourceEdit.What.ADD, added));
            present.add(added);
            edits.add(new SourceEdit(SourceEdit.What.CHANGE, pick(random, present)));
            var removed = pick(random, present);
            edits.add(new SourceEdit(SourceEdit.What.REMOVE, removed));
            present.remove(removed);
            absent.add(removed);
            // What is removed last stays away, so that no history hides a deletion that nobody tells.
            if (round < rounds - 1 && random.nextBoolean()) {
                edits.add(new SourceEdit(SourceEdit.What.ADD, removed));
                present.add(removed);
                absent.remove(Integer.valueOf(removed));
                absent.add(NEW_ACCOUNT + 2 + round);
            }
            edits.add(new SourceEdit(SourceEdit.What.AGGREGATE, 0));
            // The second time, nothing has changed.
            edits.add(new SourceEdit(SourceEdit.What.AGGREGATE, 0));
        }
        return edits;
    }

    /** Returns as many edits as there are accounts, and more than fit a page, with one aggregation at the end. */
    static List<SourceEdit> many(int accounts) {
        var edits = new ArrayList<SourceEdit>();
        for (var number = 0; number < accounts; number++) {
            edits.add(new SourceEdit(SourceEdit.What.CHANGE, number));
            edits.add(new SourceEdit(SourceEdit.What.ADD, NEW_ACCOUNT + number));
        }
        edits.add(new SourceEdit(SourceEdit.What.REMOVE, 0));
        edits.add(new SourceEdit(SourceEdit.What.REMOVE, 1));
        edits.add(new SourceEdit(SourceEdit.What.AGGREGATE, 0));
        return List.copyOf(edits);
    }

    private static int pick(Random random, SortedSet<Integer> numbers) {
        return List.copyOf(numbers).get(random.nextInt(numbers.size()));
    }

    /** Makes the edit; one that makes no sense, since an earlier one was left out, does nothing. */
    static void apply(SourceEdit edit, SourceControl source) {
        try {
            edit.apply(source);
        } catch (RuntimeException e) {
            // Only while a history is shortened: the step has lost what it stood on.
            return;
        }
    }
}
