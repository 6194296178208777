package dev.connectorkit.testkit.jqwik;

import dev.connectorkit.dsl.internal.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Arbitraries of JSON: values of every shape, names that break naive code, and pairs that only look alike. */
public final class JsonValues {
    private static final int MAX_STEPS = 12;

    private static final List<String> PLAIN_NAMES = List.of("a", "b", "c", "cursor");

    private static final List<String> HOSTILE_NAMES = List.of(
            "",
            "/",
            "~",
            "~0",
            "~1",
            "~01",
            "~~//",
            "a/b",
            "a~1b",
            "a~b",
            "a.b",
            "-",
            "0",
            "00",
            "1",
            "length",
            "__proto__",
            "constructor",
            "hasOwnProperty",
            "toString",
            "connectorAttributes",
            "path",
            "value",
            "op",
            " ",
            "a b",
            "A",
            "\"",
            "\\",
            "'",
            "%2F",
            "%",
            "#",
            "?",
            "$",
            "*",
            "[0]",
            "{}",
            "null",
            "true",
            "\u0000",
            "\n",
            "\u00e9",
            "e\u0301",
            "\u20ac",
            "\ud83d\ude00",
            "\u2028",
            "\ufeffa",
            "\u202ea",
            "\uffff");

    private static final List<String> COMMON_NAMES = commonPool();

    private static final List<List<JsonValue>> LOOKALIKES = Lookalikes.FAMILIES.stream()
            .map(family -> Json.parse(family).asJsonArray().getValuesAs(JsonValue.class))
            .toList();

    private JsonValues() {}

    private static List<String> commonPool() {
        var pool = new ArrayList<String>();
        for (int i = 0; i < HOSTILE_NAMES.size() * 6 / 4; i++) {
            pool.add(PLAIN_NAMES.get(i % PLAIN_NAMES.size()));
        }
        pool.addAll(HOSTILE_NAMES);
        return List.copyOf(pool);
    }

    /** Returns arbitrary JSON, from scalars to arrays and objects inside one another. */
    public static Arbitrary<JsonValue> values() {
        return steps().map(JsonTree::value);
    }

    /** Returns arbitrary objects. */
    public static Arbitrary<JsonObject> objects() {
        return steps().map(JsonTree::object);
    }

    private static Arbitrary<List<JsonTree.Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, JsonTree.Step.KINDS - 1),
                        Arbitraries.integers().between(0, 500),
                        commonNames())
                .as(JsonTree.Step::new)
                .list()
                .ofMaxSize(MAX_STEPS)
                .withoutEdgeCases();
    }

    /**
     * Returns arbitrary numbers: small and large, at the edges of what int, long and double hold, whole and not, in
     * several spellings.
     */
    public static Arbitrary<JsonNumber> numbers() {
        var edges = Arbitraries.of(
                new BigDecimal("0"),
                new BigDecimal("0.0"),
                new BigDecimal("1"),
                new BigDecimal("1.0"),
                new BigDecimal("1E0"),
                new BigDecimal("-1"),
                new BigDecimal("0.1"),
                new BigDecimal("0.30000000000000004"),
                new BigDecimal("1E+2"),
                new BigDecimal("128"),
                new BigDecimal(Integer.MAX_VALUE),
                new BigDecimal("2147483648"),
                new BigDecimal("9007199254740992"),
                new BigDecimal("9007199254740993"),
                new BigDecimal(Long.MAX_VALUE),
                new BigDecimal(Long.MIN_VALUE),
                new BigDecimal("9223372036854775808"),
                new BigDecimal("1E+400"),
                new BigDecimal("1E-400"));
        return Arbitraries.frequencyOf(
                        Tuple.of(2, edges),
                        Tuple.of(1, Arbitraries.integers().map(BigDecimal::new)),
                        Tuple.of(1, Arbitraries.longs().map(BigDecimal::new)),
                        Tuple.of(1, Arbitraries.bigDecimals().ofScale(6)),
                        Tuple.of(
                                1,
                                Arbitraries.bigIntegers()
                                        .between(BigInteger.TWO.pow(70).negate(), BigInteger.TWO.pow(70))
                                        .map(BigDecimal::new)))
                .map(value -> Json.provider().createValue(value));
    }

    /** Returns arbitrary text of whole characters of all of Unicode, control characters included. */
    public static Arbitrary<String> texts() {
        var surrogates = Character.MAX_SURROGATE - Character.MIN_SURROGATE + 1;
        var unicode = Arbitraries.integers()
                .between(0, Character.MAX_CODE_POINT - surrogates)
                .map(point -> Character.toString(point < Character.MIN_SURROGATE ? point : point + surrogates))
                .list()
                .ofMaxSize(6)
                .map(points -> String.join("", points));
        var ascii = Arbitraries.strings().ascii().ofMaxLength(12);
        return Arbitraries.oneOf(ascii, unicode, Arbitraries.of(HOSTILE_NAMES));
    }

    /** Returns arbitrary names of members: harmless ones, such that pointers and objects get wrong, and any text. */
    public static Arbitrary<String> names() {
        return Arbitraries.oneOf(commonNames(), texts());
    }

    /** Returns names from a small pool, so that they meet often; four in ten are such that careless code gets wrong. */
    public static Arbitrary<String> commonNames() {
        return Arbitraries.of(COMMON_NAMES);
    }

    /** Returns arbitrary values together with another that differs from it in one place, however deep. */
    public static Arbitrary<JsonPair> nearMisses() {
        return Combinators.combine(values(), Arbitraries.integers().between(0, 1_000))
                .as((value, place) -> new JsonPair(value, Disturbance.of(value, place)));
    }

    /** Returns lists of values that careless comparison confuses with one another; at least four each. */
    public static Arbitrary<List<JsonValue>> lookalikes() {
        return Arbitraries.of(allLookalikes());
    }

    /** Returns all the lists that {@link #lookalikes()} picks from. */
    public static List<List<JsonValue>> allLookalikes() {
        return LOOKALIKES;
    }

    /** Returns the names that pointers, objects and other careless code get wrong. */
    public static List<String> hostileNames() {
        return HOSTILE_NAMES;
    }
}
