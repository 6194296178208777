package dev.connectorkit.dsl.internal.spec;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds what somebody may have meant. */
public final class Nearest {
    private Nearest() {}

    /** Returns the candidate closest to {@code word} if a slip of the keyboard explains the difference, else null. */
    public static @Nullable String to(String word, Collection<String> candidates) {
        var lower = word.toLowerCase(Locale.ROOT);
        return candidates.stream()
                .filter(candidate -> !candidate.equals(word))
                .filter(candidate -> distance(lower, candidate.toLowerCase(Locale.ROOT)) <= allowed(word, candidate))
                .min(Comparator.comparingInt((String candidate) -> distance(lower, candidate.toLowerCase(Locale.ROOT))))
                .orElse(null);
    }

    /** Returns {@code  (did you mean `x`?)} with a leading space, or the empty string when nothing is close. */
    public static String question(String word, Collection<String> candidates) {
        var nearest = to(word, candidates);
        return nearest == null ? "" : " (did you mean `" + nearest + "`?)";
    }

    private static int allowed(String word, String candidate) {
        return Math.max(word.length(), candidate.length()) < 5 ? 1 : Math.max(2, candidate.length() / 6);
    }

    /** Insertions, deletions, replacements and swaps of neighbours that turn one text into the other. */
    private static int distance(String from, String to) {
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, from, to, i, j);
            }
        }
        return cost[from.length()][to.length()];
    }

    private static int cheapest(int[][] cost, String from, String to, int i, int j) {
        boolean same = from.charAt(i - 1) == to.charAt(j - 1);
        int best = Math.min(cost[i - 1][j - 1] + (same ? 0 : 1), Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
