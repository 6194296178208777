package dev.connectorkit.testkit.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Finds short lists that fail. */
final class Shrinker {
    private static final int MOST_ATTEMPTS = 60;

    private Shrinker() {}

    /**
     * Returns a part of {@code list} that fails still, from which no single element can be left out, as far as a bounded
     * number of attempts tells.
     */
    static <T> List<T> shrink(List<T> list, Predicate<List<T>> fails) {
        var shortest = list;
        var attempts = 0;
        var index = 0;
        while (index < shortest.size() && attempts++ < MOST_ATTEMPTS) {
            var shorter = new ArrayList<>(shortest);
            shorter.remove(index);
            if (fails.test(shorter)) {
                shortest = shorter;
                index = 0;
            } else {
                index++;
            }
        }
        return List.copyOf(shortest);
    }
}
