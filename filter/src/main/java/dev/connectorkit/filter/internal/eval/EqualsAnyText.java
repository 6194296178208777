package dev.connectorkit.filter.internal.eval;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code a == "x" || a == "y" || …}: one look into a table instead of one comparison for each text. */
final class EqualsAnyText implements Condition {

    private final String name;
    private final @Nullable String[] table;
    private final int mask;
    private final String[] texts;
    /** The whole numbers that some of the texts are, sorted. */
    private final long[] numbers;

    EqualsAnyText(String name, List<String> texts) {
        this.name = name;
        this.texts = texts.stream().distinct().toArray(String[]::new);
        this.numbers = this.texts.length == 0 ? new long[0] : wholeNumbers(this.texts);
        this.table = new String[Integer.highestOneBit(this.texts.length) * 4];
        this.mask = table.length - 1;
        for (String text : this.texts) {
            int slot = slot(text);
            while (table[slot] != null) {
                slot = slot + 1 & mask;
            }
            table[slot] = text;
        }
    }

    private static long[] wholeNumbers(String[] texts) {
        var numbers = new long[texts.length];
        int count = 0;
        for (String text : texts) {
            BigDecimal value = Numbers.parse(text);
            if (value != null) {
                var constant = new NumberConstant(value);
                if (constant.whole) {
                    numbers[count++] = constant.asLong();
                }
            }
        }
        long[] sorted = Arrays.copyOf(numbers, count);
        Arrays.sort(sorted);
        return sorted;
    }

    private int slot(String text) {
        int hash = text.hashCode();
        return (hash ^ hash >>> 16) & mask;
    }

    @Override
    public boolean holds(Map<String, ? extends @Nullable Object> data) {
        Object value = data.get(name);
        if (value instanceof String text) {
            int slot = slot(text);
            String candidate = table[slot];
            while (candidate != null) {
                if (candidate.equals(text)) {
                    return true;
                }
                slot = slot + 1 & mask;
                candidate = table[slot];
            }
            return false;
        }
        return value != null && testOther(value);
    }

    private boolean testOther(Object value) {
        if (Numbers.isWhole(value)) {
            return numbers.length > 0 && Arrays.binarySearch(numbers, ((Number) value).longValue()) >= 0;
        }
        for (String text : texts) {
            if (Values.equal(value, Objects.requireNonNull(text), false)) {
                return true;
            }
        }
        return false;
    }
}
