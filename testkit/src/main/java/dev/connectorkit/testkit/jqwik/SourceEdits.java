package dev.connectorkit.testkit.jqwik;

import dev.connectorkit.testkit.simulation.SourceEdit;
import dev.connectorkit.testkit.simulation.SourceEdit.What;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Arbitraries of what happens at a source: accounts appear, change, vanish and come back, and the platform asks what
 * changed in between. Every edit of a history makes sense after the ones before it, also after shrinking, which leads to
 * few edits of accounts with low numbers.
 */
public final class SourceEdits {
    private static final int MAX_EDITS = 12;
    private static final int NEWCOMERS = 2;

    private record Draft(What what, int pick) {}

    private SourceEdits() {}

    /**
     * Returns histories of a source that holds the accounts numbered 0 to {@code accounts - 1} at first; two more may
     * come. The last edit is an aggregation.
     */
    public static Arbitrary<List<SourceEdit>> histories(int accounts) {
        if (accounts < 0) {
            throw new IllegalArgumentException("accounts must not be negative, but is " + accounts);
        }
        return Combinators.combine(
                        Arbitraries.of(What.class), Arbitraries.integers().between(0, accounts + NEWCOMERS - 1))
                .as(Draft::new)
                .list()
                .ofMaxSize(MAX_EDITS)
                .map(drafts -> history(accounts, drafts));
    }

    private static List<SourceEdit> history(int accounts, List<Draft> drafts) {
        var present = numbers(0, accounts);
        var absent = numbers(accounts, accounts + NEWCOMERS);
        var edits = new ArrayList<SourceEdit>();
        for (var draft : drafts) {
            var among = draft.what() == What.ADD ? absent : present;
            if (draft.what() == What.AGGREGATE) {
                edits.add(new SourceEdit(What.AGGREGATE, 0));
            } else if (!among.isEmpty()) {
                var number = List.copyOf(among).get(draft.pick() % among.size());
                edits.add(new SourceEdit(draft.what(), number));
                if (draft.what() != What.CHANGE) {
                    among.remove(number);
                    (draft.what() == What.ADD ? present : absent).add(number);
                }
            }
        }
        if (edits.isEmpty() || edits.get(edits.size() - 1).what() != What.AGGREGATE) {
            edits.add(new SourceEdit(What.AGGREGATE, 0));
        }
        return List.copyOf(edits);
    }

    private static Set<Integer> numbers(int from, int to) {
        Set<Integer> numbers = new TreeSet<>();
        for (var number = from; number < to; number++) {
            numbers.add(number);
        }
        return numbers;
    }
}
