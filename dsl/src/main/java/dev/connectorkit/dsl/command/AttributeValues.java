package dev.connectorkit.dsl.command;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One value or several: the platform sends a single one bare and several in an array. */
final class AttributeValues {
    private AttributeValues() {}

    static List<@Nullable Object> list(@Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        if (value instanceof Collection<?> several) {
            return Collections.unmodifiableList(new ArrayList<@Nullable Object>(several));
        }
        return List.of(value);
    }

    static List<String> texts(@Nullable Object value) {
        var texts = new ArrayList<String>();
        for (var element : list(value)) {
            if (element != null) {
                texts.add(element instanceof BigDecimal decimal ? decimal.toPlainString() : element.toString());
            }
        }
        return Collections.unmodifiableList(texts);
    }
}
