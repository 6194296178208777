package dev.connectorkit.dsl.command;

import dev.connectorkit.dsl.spec.AttributeType;
import dev.connectorkit.dsl.spec.SchemaAttribute;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Gives values the type that a schema declares; the platform sends numbers and booleans as text too. */
final class DeclaredTypes {
    private DeclaredTypes() {}

    /** Returns one value or a list of them, each of the attribute's type; blank text is no number and no boolean. */
    static @Nullable Object converted(@Nullable Object value, SchemaAttribute attribute) {
        if (value instanceof Collection<?> several) {
            List<@Nullable Object> list = new ArrayList<>(several.size());
            for (var element : several) {
                list.add(single(element, attribute));
            }
            return list;
        }
        return single(value, attribute);
    }

    private static @Nullable Object single(@Nullable Object value, SchemaAttribute attribute) {
        if (value == null || attribute.type() == AttributeType.UNKNOWN) {
            return value;
        }
        var text = AttributeValues.text(value);
        if (attribute.type() == AttributeType.STRING) {
            return value instanceof Number || value instanceof Boolean ? text : value;
        }
        if (text.isBlank()) {
            return null;
        }
        try {
            return switch (attribute.type()) {
                case INT -> new BigDecimal(text.strip()).intValueExact();
                case LONG -> new BigDecimal(text.strip()).longValueExact();
                default -> flag(text.strip());
            };
        } catch (IllegalArgumentException | ArithmeticException e) {
            // The cause would show the value.
            throw ConnectorException.invalidRequest("attribute `%s` holds %s, but is given another value"
                    .formatted(attribute.name(), described(attribute.type())));
        }
    }

    private static Boolean flag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("no boolean");
        };
    }

    private static String described(AttributeType type) {
        return switch (type) {
            case INT -> "a whole number of 32 bits";
            case LONG -> "a whole number of 64 bits";
            default -> "true or false";
        };
    }
}
