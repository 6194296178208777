package dev.connectorkit.filter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.CharBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The rules for values, row by row: {@code standard/values.tsv} holds data, filter and answer. */
class StandardValuesTest {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS);

    @ParameterizedTest(name = "{1} on {0} is {2}")
    @CsvFileSource(resources = "/standard/values.tsv", delimiter = '\t', quoteCharacter = '\u0001')
    void a_filter_answers_as_the_language_says(String data, String filter, boolean expected)
            throws JsonProcessingException {
        Map<String, @Nullable Object> object = JSON.readValue(data, new TypeReference<>() {});

        assertThat(Filter.compile(filter).matches(object)).isEqualTo(expected);
        assertThat(Filter.compile("!(" + filter + ")").matches(object)).isNotEqualTo(expected);
        assertThat(Filter.compile(filter).explain(object).holds()).isEqualTo(expected);
        assertThat(Filter.compile("(" + filter + ") == true").matches(object)).isEqualTo(expected);
    }

    @Test
    void numbers_of_every_java_kind_compare_by_exact_value() {
        List<Number> thirties = List.of(
                30,
                30L,
                (short) 30,
                (byte) 30,
                30.0,
                30f,
                new BigDecimal("30.00"),
                BigInteger.valueOf(30),
                new AtomicLong(30));

        for (Number thirty : thirties) {
            assertThat(matches(
                            "n == 30 && n === 30.0 && n < 30.5 && n > 29 && n == \"30\" && n.contains(\"30\")", thirty))
                    .as(thirty.getClass().getSimpleName())
                    .isTrue();
        }
    }

    @Test
    void a_double_is_the_shortest_decimal_that_reads_back_as_it() {
        assertThat(matches("n == 0.1", 0.1)).isTrue();
        assertThat(matches("n == 0.1", 0.1f)).isTrue();
        assertThat(matches("n == 5e-324 && n.startsWith(\"0.000\")", Double.MIN_VALUE))
                .isTrue();
        assertThat(matches("n == 9007199254740993", 9007199254740992.0)).isFalse();
        assertThat(matches("n < 9007199254740993", 9007199254740992.0)).isTrue();
        assertThat(matches("n == 9007199254740993", 9007199254740993L)).isTrue();
        assertThat(matches("n == 9007199254740992", 9007199254740993L)).isFalse();
        assertThat(matches("n == 0.30000000000000004", 0.1 + 0.2)).isTrue();
        assertThat(matches("n == 0.3", 0.1 + 0.2)).isFalse();
        assertThat(matches("n == 0", -0.0)).isTrue();
    }

    @Test
    void whole_numbers_at_the_end_of_their_range_are_ordered() {
        assertThat(matches("n < 9223372036854775808", Long.MAX_VALUE)).isTrue();
        assertThat(matches("n >= 9223372036854775808", Long.MAX_VALUE)).isFalse();
        assertThat(matches("n > 9223372036854775807", Long.MAX_VALUE)).isFalse();
        assertThat(matches("n >= 9223372036854775807", Long.MAX_VALUE)).isTrue();
        assertThat(matches("n >= 9223372036854775806.5", Long.MAX_VALUE)).isTrue();
        assertThat(matches("n >= 9223372036854775807.5", Long.MAX_VALUE)).isFalse();
        assertThat(matches("n < -9223372036854775808", Long.MIN_VALUE)).isFalse();
        assertThat(matches("n <= -9223372036854775808", Long.MIN_VALUE)).isTrue();
        assertThat(matches("n > -1e30 && n < 1e30 && n != 1e30", Long.MIN_VALUE))
                .isTrue();
    }

    @Test
    void anything_else_counts_as_its_text() {
        assertThat(matches("n == \"2024-01-31\" && n < \"2024-02\"", LocalDate.of(2024, 1, 31)))
                .isTrue();
        assertThat(matches("n == \"SECONDS\"", TimeUnit.SECONDS)).isTrue();
        assertThat(matches("n == \"text\" && n.endsWith(\"xt\")", CharBuffer.wrap("text")))
                .isTrue();
        assertThat(matches("n == \"NaN\" && !(n == n.x)", Double.NaN)).isTrue();
        assertThat(matches("n == \"Infinity\" && !(n > 1)", Double.POSITIVE_INFINITY))
                .isTrue();
        assertThat(matches("n.isNull() && n.isEmpty()", CharBuffer.allocate(0))).isTrue();
    }

    @Test
    void arrays_have_several_values() {
        assertThat(matches("n == 2 && n.contains(2) && n > 2", new int[] {1, 2, 3}))
                .isTrue();
        assertThat(matches("n == \"a\" && n.containsAll(\"a\", \"b\")", new String[] {"a", "b"}))
                .isTrue();
        assertThat(matches("n.isEmpty() && !n.isNull()", new long[0])).isTrue();
    }

    @Test
    void values_that_cannot_speak_or_look_up_are_no_match_and_no_exception() {
        Object mute = new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("mute");
            }
        };
        var foreign = new TreeMap<Integer, String>(Map.of(1, "x"));
        var itself = new ArrayList<Object>();
        itself.add(itself);

        assertThat(matches("n == \"x\" || n.contains(\"x\") || n > 1", mute)).isFalse();
        assertThat(matches("n.x == \"x\" || n.x.contains(\"x\") || n == n.x", foreign))
                .isFalse();
        assertThat(matches("n == \"x\" || n.contains(\"x\") || n > 1 || n.startsWith(\"x\")", itself))
                .isFalse();
        assertThat(matches("n.contains(\"x\")", new BigDecimal("1e999999999"))).isFalse();
    }

    private static boolean matches(String filter, Object value) {
        Map<String, @Nullable Object> data = new HashMap<>();
        data.put("n", value);
        return Filter.compile(filter).matches(data);
    }
}
