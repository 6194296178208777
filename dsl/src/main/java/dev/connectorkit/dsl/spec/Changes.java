package dev.connectorkit.dsl.spec;

import dev.connectorkit.dsl.spec.SpecDiff.Change;
import dev.connectorkit.dsl.spec.SpecDiff.Impact;
import java.util.ArrayList;
import java.util.List;

/** Collects changes. Belongs to one comparison; not safe for concurrent use. */
final class Changes {
    private final List<Change> found = new ArrayList<>();

    void breaking(String place, String message) {
        add(Impact.BREAKING, place, message);
    }

    void compatible(String place, String message) {
        add(Impact.COMPATIBLE, place, message);
    }

    void add(Impact impact, String place, String message) {
        found.add(new Change(impact, place, message));
    }

    void addAll(List<Change> others) {
        found.addAll(others);
    }

    /** Tells whether a change in that member of the spec has been found. */
    boolean mention(String member) {
        return found.stream().anyMatch(change -> change.place().startsWith(member));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    int size() {
        return found.size();
    }

    List<Change> all() {
        return List.copyOf(found);
    }
}
