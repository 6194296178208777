package dev.connectorkit.filter.internal.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Ranks names by how easily one is mistyped as another. */
final class NearestNames {

    private static final int MOST = 3;
    private static final int LONGEST = 100;

    private NearestNames() {}

    /** Returns at most three of {@code names} that are near to {@code name}, nearest first. */
    static List<String> of(String name, Collection<String> names) {
        record Ranked(String name, int distance) {}
        if (name.length() > LONGEST) {
            return List.of();
        }
        int tolerance = Math.max(1, (name.length() + 1) / 3);
        var near = new ArrayList<Ranked>();
        for (String candidate : names) {
            int distance = distance(name, candidate, tolerance);
            if (distance <= tolerance) {
                near.add(new Ranked(candidate, distance));
            }
        }
        near.sort(Comparator.comparingInt(Ranked::distance).thenComparing(Ranked::name));
        return near.stream().limit(MOST).map(Ranked::name).toList();
    }

    /** Counts insertions, deletions, replacements and swaps of neighbours; letter case costs nothing. */
    private static int distance(String first, String second, int tolerance) {
        if (Math.abs(first.length() - second.length()) > tolerance) {
            return tolerance + 1;
        }
        String a = first.toLowerCase(Locale.ROOT);
        String b = second.toLowerCase(Locale.ROOT);
        var rows = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    rows[i][j] = i + j;
                    continue;
                }
                int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int best = Math.min(rows[i - 1][j] + 1, Math.min(rows[i][j - 1] + 1, rows[i - 1][j - 1] + same));
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                rows[i][j] = swapped ? Math.min(best, rows[i - 2][j - 2] + 1) : best;
            }
        }
        return rows[a.length()][b.length()];
    }
}
