package dev.connectorkit.filter.internal.eval;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code a == 1 || a == 2 || …}: one search instead of one comparison for each number. */
final class EqualsAnyNumber implements Condition {

    private final String name;
    private final long[] whole;
    private final BigDecimal[] all;

    EqualsAnyNumber(String name, List<NumberConstant> numbers) {
        this.name = name;
        this.whole = numbers.stream()
                .filter(number -> number.whole)
                .mapToLong(NumberConstant::asLong)
                .sorted()
                .toArray();
        var values = new ArrayList<BigDecimal>();
        numbers.forEach(number -> values.add(number.value));
        this.all = values.toArray(new BigDecimal[0]);
        Arrays.sort(all);
    }

    @Override
    public boolean holds(Map<String, ? extends @Nullable Object> data) {
        Object value = data.get(name);
        if (value instanceof Integer number) {
            return Arrays.binarySearch(whole, number.longValue()) >= 0;
        }
        return value != null && testOther(value);
    }

    private boolean testOther(Object value) {
        if (Numbers.isWhole(value)) {
            return Arrays.binarySearch(whole, ((Number) value).longValue()) >= 0;
        }
        Object normal = Values.normal(value);
        if (normal instanceof Number number) {
            return Arrays.binarySearch(all, Numbers.decimal(number)) >= 0;
        }
        if (normal instanceof String text) {
            BigDecimal number = Numbers.parse(text);
            return number != null && Arrays.binarySearch(all, number) >= 0;
        }
        for (BigDecimal number : all) {
            if (Values.equal(normal, number, false)) {
                return true;
            }
        }
        return false;
    }
}
