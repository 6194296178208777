package dev.connectorkit.filter.internal.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.CharBuffer;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SdkEvaluationTest {

    /** Section by section: what is evaluated, and what is merely parsed. */
    @ParameterizedTest
    @CsvSource(delimiter = '§', quoteCharacter = '`', textBlock = """
                    (age) == 30                         § {"age":30}              § T
                    ;age == 30;;                        § {"age":30}              § T
                    age == 30;()                        § {"age":30}              § T
                    age == 30 age == 30                 § {"age":30}              § F
                    `(age == 30, age == 30)`            § {"age":30}              § F
                    1 < age < 50                        § {"age":30}              § F
                    age == 30 & age == 30               § {"age":30}              § F
                    a == 1 ?? b == 1                    § {"a":1,"b":1}           § F
                    `a.contains("x") ?? a == null`      § {"a":null}              § F
                    `a.contains("x") ?? a == null || a == null` § {"a":null}      § T
                    age == 30 ? true : false            § {"age":30}              § F
                    active                              § {"active":true}         § F
                    !active                             § {"active":true}         § T
                    !!active                            § {"active":true}         § F
                    !-active                            § {"active":true}         § T
                    !age == 31                          § {"age":30}              § F
                    !age != 31                          § {"age":30}              § T
                    true                                § {}                      § F
                    age !== 30                          § {"age":31}              § F
                    age != -5                           § {"age":-5}              § T
                    n == -5                             § {"n":null}              § T
                    (a == 1) == (a == 2)                § {"a":1}                 § T
                    a.isNull() != true                  § {"a":null}              § T
                    o.x == null                         § {"o":{"x":1}}           § T
                    this == null                        § {"this":1}              § T
                    n != .e5                            § {"n":5}                 § T
                    n == 1e400                          § {"n":1e999}             § T
                    n == 9007199254740993               § {"n":9007199254740992}  § T
                    s == "\\u0041"                       § {"s":"u0041"}           § T
                    s == "a\\tb"                         § {"s":"a\\tb"}            § T
                    a || b.contains("x")                § {"b":null}              § X
                    a == null || b.contains("x")        § {"b":null}              § X
                    a != null && b.contains("x")        § {"b":null}              § X
                    a ? b.contains("x") : c             § {"b":null}              § F
                    [b.contains("x")]                   § {"b":null}              § F
                    """)
    void conditions(String expression, String data, String answer) {
        assertThat(SdkAnswers.answer(expression, data)).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '§', quoteCharacter = '`', textBlock = """
                    a.isNull()                          § {"a":null}                              § T
                    (a).isNull()                        § {"a":null}                              § T
                    a?.isNull?.()                       § {"a":null}                              § T
                    a[isNull]()                         § {"a":null}                              § T
                    a["isNull"]()                       § {"a":null}                              § F
                    a[(isNull)]()                       § {"a":null}                              § T
                    a.isnull()                          § {"a":null}                              § F
                    `a.isNull("x", 1)`                  § {"a":null}                              § T
                    missing.isNull()                    § {}                                      § F
                    missing.foo.bar()                   § {}                                      § F
                    "abc".isNull()                      § {"undefined":null}                      § T
                    o.x.isNull()                        § {"o":1,"undefined":null}                § T
                    this.isNull()                       § {"undefined":null}                      § T
                    [1].isNull()                        § {"undefined":null}                      § T
                    isNull(a)                           § {"a":null}                              § X
                    (a == 1)(b)                         § {"a":1}                                 § X
                    a.isNull()()                        § {"a":null}                              § X
                    a.isNull()                          § {"a":null,"hasOwnProperty":1}           § X
                    missing.isNull()                    § {"hasOwnProperty":null}                 § X
                    a == null                           § {"a":null,"hasOwnProperty":1}           § T
                    constructor.isNull()                § {}                                      § F
                    constructor.isNull()                § {"constructor":null}                    § T
                    s.contains(x)                       § {"s":"undefined","x":"q"}               § T
                    s.contains(-5)                      § {"s":"undefined"}                       § T
                    s.contains(1e21)                    § {"s":"1e+21"}                           § T
                    s.contains(.e5)                     § {"s":"NaN"}                             § T
                    n.contains(1.0)                     § {"n":[1]}                               § T
                    n.contains("1")                     § {"n":[1]}                               § F
                    n.contains(null)                    § {"n":[null]}                            § T
                    n.contains(x)                       § {"n":[null]}                            § F
                    `t.containsAll("a" "b")`            § {"t":["a","b"]}                         § T
                    `t.containsAllIgnoreCase("A", x)`   § {"t":["a",""]}                          § T
                    t.containsAllIgnoreCase(1)          § {"t":[1]}                               § F
                    t.containsIgnoreCase("LEAD")        § {"t":[1,"Team Lead"]}                   § T
                    """)
    void calls(String expression, String data, String answer) {
        assertThat(SdkAnswers.answer(expression, data)).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '§', quoteCharacter = '`', textBlock = """
                    v == w          § {"v":[1],"w":[1]}                   § F
                    v == v          § {"v":[1]}                           § T
                    v === v         § {"v":{}}                            § T
                    v === w         § {"v":{},"w":{}}                     § F
                    v == v          § {"v":{"toString":1}}                § T
                    v == w          § {"v":[1],"w":"1"}                   § T
                    v == w          § {"v":[{"toString":1}],"w":"1"}      § X
                    v == w          § {"v":[1,[2,[null,{}]],true],"w":"1,2,,[object Object],true"} § T
                    v == w          § {"v":[1e21,1.5e-7,0.000001,-0.0],"w":"1e+21,1.5e-7,0.000001,0"} § T
                    v == w          § {"v":[1e23],"w":"1e+23"}            § T
                    v == w          § {"v":[5e-324],"w":"5e-324"}         § T
                    v == w          § {"v":[5.684341886080802e-14],"w":"5.684341886080802e-14"} § T
                    v == w          § {"v":true,"w":[1]}                  § T
                    v == w          § {"v":"1","w":true}                  § T
                    v >= 0          § {"v":null}                          § T
                    v >= 0          § {}                                  § F
                    v <= "x"        § {"v":5}                             § F
                    v < w           § {"v":{"toString":1},"w":null}       § X
                    v == w          § {"v":{"toString":1},"w":null}       § F
                    toString == null § {}                                 § F
                    toString == valueOf § {}                              § F
                    toString === toString § {}                            § T
                    toString == "function toString() { [native code] }"   § {} § T
                    constructor == "function Object() { [native code] }"  § {} § T
                    __proto__ == "[object Object]"                        § {} § T
                    toString > 0    § {}                                  § F
                    __proto__ == 1  § {"__proto__":1}                     § T
                    """)
    void comparisons(String expression, String data, String answer) {
        assertThat(SdkAnswers.answer(expression, data)).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '§', quoteCharacter = '`', textBlock = """
                    ``                  § T
                    ` 0\\n`             § T
                    0x0                 § T
                    0B00                § T
                    0o0                 § T
                    -.0e9               § T
                    0.                  § T
                    +0                  § T
                    \\u00A0\\uFEFF0\\u2029 § T
                    0d                  § F
                    0x0p0               § F
                    -0x0                § F
                    0_0                 § F
                    0e                  § F
                    .                   § F
                    NaN                 § F
                    \\u00850            § F
                    \\u200B0            § F
                    \\u00010            § F
                    ٠                   § F
                    """)
    void text_that_equals_the_number_zero(String text, String answer) {
        assertThat(SdkAnswers.answer("s == 0", "{\"s\":\"" + text + "\"}")).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({"Infinity, T", "+Infinity, T", "' Infinity ', T", "-Infinity, F", "infinity, F", "1e400, T"})
    void text_that_equals_infinity(String text, String answer) {
        assertThat(SdkAnswers.answer("s == 1e999", "{\"s\":\"" + text + "\"}")).isEqualTo(answer);
    }

    @Test
    void text_is_ordered_by_utf_16_units() {
        assertThat(SdkAnswers.answer("s < \"\uFF5E\"", "{\"s\":\"😀\"}")).isEqualTo("T");
    }

    @Nested
    class Lower_case {

        @ParameterizedTest
        @CsvSource({
            "ΟΔΟΣ, οδος",
            "ΟΔΟΣ., οδος.",
            "ΑΣ1Β, ας1β",
            "ΑΣ'Β, ασ'β",
            "Σ, σ",
            "'1Σ', 1σ",
            "İ, i̇",
            "ẞ, ß",
            "K, k",
            "Ꟁ, ꟁ",
            "\uD801\uDD70, \uD801\uDD97",
            "ΑΣ\uD801\uDD70, ασ\uD801\uDD97",
        })
        void is_that_of_the_measured_engine(String upper, String lower) {
            String expression = "s.containsAllIgnoreCase(\"" + upper + "\")";

            assertThat(SdkAnswers.answer(expression, Map.of("s", List.of(lower))))
                    .isEqualTo("T");
            assertThat(LowerCase.of(upper)).isEqualTo(lower);
        }
    }

    @Nested
    class Java_values {

        @Test
        void numbers_of_any_kind_are_doubles() {
            assertThat(SdkProgram.parse("a == 1 && b == 1 && c == 1 && d == 0.5")
                            .matches(Map.of("a", 1L, "b", BigInteger.ONE, "c", new BigDecimal("1.00"), "d", 0.5f)))
                    .isTrue();
        }

        @Test
        void collections_and_arrays_are_arrays() {
            var program = SdkProgram.parse("v.contains(1) && v == \"1\"");

            assertThat(program.matches(Map.of("v", Set.of(1)))).isTrue();
            assertThat(program.matches(Map.of("v", new int[] {1}))).isTrue();
            assertThat(program.matches(Map.of("v", new Object[] {1.0}))).isTrue();
        }

        @Test
        void other_values_count_as_their_text() {
            assertThat(SdkProgram.parse("v == \"SECONDS\" && w.startsWith(\"ab\")")
                            .matches(Map.of("v", TimeUnit.SECONDS, "w", CharBuffer.wrap("abc"))))
                    .isTrue();
        }

        @Test
        void an_attribute_is_itself_even_where_the_map_makes_a_new_list_at_each_look() {
            var view = new AbstractMap<String, Object>() {
                @Override
                public Set<Entry<String, Object>> entrySet() {
                    return Set.of(Map.entry("v", new ArrayList<>()));
                }
            };

            assertThat(SdkProgram.parse("v == v").matches(view)).isTrue();
        }

        @Test
        void a_present_null_is_not_a_missing_attribute() {
            Map<String, Object> data = new HashMap<>();
            data.put("v", null);

            assertThat(SdkProgram.parse("v === null && missing !== 1 || v.isNull()")
                            .matches(data))
                    .isTrue();
            assertThat(SdkProgram.parse("missing === null").matches(data)).isFalse();
        }
    }

    @Test
    void a_type_error_says_what_the_sdk_says() {
        assertThatThrownBy(() -> SdkProgram.parse("a.contains(\"x\")").matches(SdkAnswers.object("{\"a\":null}")))
                .isInstanceOf(SdkTypeException.class)
                .hasMessage("Cannot read properties of null (reading 'includes')");
        assertThatThrownBy(() -> SdkProgram.parse("a.startsWithIgnoreCase()").matches(Map.of("a", 1)))
                .hasMessage("value.toLowerCase is not a function");
        assertThatThrownBy(() -> SdkProgram.parse("a.startsWith()").matches(Map.of("a", 1)))
                .hasMessage("Cannot read properties of undefined (reading 'value')");
    }
}
