package dev.connectorkit.testkit.contract;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.testkit.jqwik.StoreRun;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** JSON whose numbers a double holds, so that it comes back the same from whoever reads numbers as doubles. */
final class DoubleNumbers {
    // Any decimal of so many digits survives being read as a double and written again.
    private static final MathContext DIGITS = new MathContext(15, RoundingMode.DOWN);
    private static final BigDecimal LARGEST = new BigDecimal("1E+300");
    private static final BigDecimal SMALLEST = new BigDecimal("1E-300");

    private DoubleNumbers() {}

    /** Returns {@code run} with every number in it near enough to what it was. */
    static StoreRun in(StoreRun run) {
        return new StoreRun(
                run.keys(),
                run.values().stream().map(DoubleNumbers::in).toList(),
                in(run.initial()).asJsonObject(),
                run.isShown(),
                run.isFrozen(),
                run.commands());
    }

    /** Returns {@code value} with every number in it near enough to what it was. */
    static JsonValue in(JsonValue value) {
        return switch (value.getValueType()) {
            case OBJECT -> {
                var object = Json.object();
                ((JsonObject) value).forEach((name, member) -> object.add(name, in(member)));
                yield object.build();
            }
            case ARRAY -> {
                var array = Json.array();
                ((JsonArray) value).forEach(element -> array.add(in(element)));
                yield array.build();
            }
            case NUMBER -> Json.provider().createValue(near(((JsonNumber) value).bigDecimalValue()));
            default -> value;
        };
    }

    private static BigDecimal near(BigDecimal number) {
        var size = number.abs();
        if (size.compareTo(LARGEST) > 0) {
            return number.signum() > 0 ? LARGEST : LARGEST.negate();
        }
        if (number.signum() != 0 && size.compareTo(SMALLEST) < 0) {
            return number.signum() > 0 ? SMALLEST : SMALLEST.negate();
        }
        return number.precision() > DIGITS.getPrecision() ? number.round(DIGITS) : number;
    }
}
