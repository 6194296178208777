package dev.connectorkit.testkit.rules;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Points in time among the values of attributes. Some move while they are looked at: when an account was last seen may
 * be the time of the very read that asks.
 */
final class Moments {
    private static final Duration WHILE_LOOKED_AT = Duration.ofHours(1);
    private static final BigDecimal SECONDS_OF_A_CLOCK = new BigDecimal("1e9");
    private static final BigDecimal MILLISECONDS_OF_A_CLOCK = new BigDecimal("1e12");

    private static final Pattern FRACTION = Pattern.compile("\\.\\d+");

    private Moments() {}

    /** Returns whether two values are times, written in one way, that are at most an hour apart. */
    static boolean areNear(@Nullable JsonValue one, @Nullable JsonValue other) {
        var a = moment(one);
        var b = moment(other);
        return a != null
                && b != null
                && precision(one) == precision(other)
                && Duration.between(a, b).abs().compareTo(WHILE_LOOKED_AT) <= 0;
    }

    /** A clock that writes no more digits than it needs leaves the fraction of a whole second out. */
    private static int precision(@Nullable JsonValue value) {
        return value instanceof JsonString text
                ? FRACTION.matcher(text.getString()).replaceFirst("").length()
                : 0;
    }

    private static @Nullable Instant moment(@Nullable JsonValue value) {
        if (value instanceof JsonNumber number) {
            return moment(number.bigDecimalValue());
        }
        if (!(value instanceof JsonString text)) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text.getString()).toInstant();
        } catch (DateTimeException noOffset) {
            return local(text.getString());
        }
    }

    private static @Nullable Instant local(String text) {
        try {
            return LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException noTime) {
            return null;
        }
    }

    private static @Nullable Instant moment(BigDecimal number) {
        if (number.compareTo(MILLISECONDS_OF_A_CLOCK) >= 0 && number.precision() - number.scale() == 13) {
            return Instant.ofEpochMilli(number.longValue());
        }
        return number.compareTo(SECONDS_OF_A_CLOCK) >= 0 && number.precision() - number.scale() == 10
                ? Instant.ofEpochSecond(number.longValue())
                : null;
    }
}
