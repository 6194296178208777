package dev.connectorkit.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FilterTest {

    private static final Map<String, @Nullable Object> ADA =
            Map.of("type", "Contractor", "location", "Austin", "age", 36, "email", "ada@X.COM");

    @Test
    void an_object_matches_or_does_not() {
        assertThat(Filter.compile("type != \"Employee\" && location == \"Austin\"")
                        .matches(ADA))
                .isTrue();
        assertThat(Filter.compile("age > 40").matches(ADA)).isFalse();
    }

    @Test
    void an_absent_attribute_is_null() {
        Map<String, @Nullable Object> withNull = new HashMap<>(ADA);
        withNull.put("manager", null);

        assertThat(Filter.compile("manager == null").matches(ADA)).isTrue();
        assertThat(Filter.compile("manager == null").matches(withNull)).isTrue();
    }

    @Test
    void matcher_reads_like_the_sdk_and_compiles_once() {
        assertThat(Filter.matcher(ADA, "email.endsWithIgnoreCase(\"@x.com\")")).isTrue();
        assertThat(Filter.matcher(ADA, "email.endsWithIgnoreCase(\"@y.com\")")).isFalse();
    }

    @Test
    void a_faulty_text_throws_the_report() {
        assertThatExceptionOfType(FilterException.class)
                .isThrownBy(() -> Filter.compile("age = 30"))
                .withMessage("""
                        filter:1:5: error: `=` is no operator; write `==`
                          age = 30
                              ^ did you mean `age == 30`?""")
                .satisfies(thrown -> assertThat(thrown.issues()).hasSize(1));
    }

    @Test
    void attribute_names_come_in_the_order_of_the_text() {
        Filter filter = Filter.compile("b == 1 || a.x.isNull() || c.contains(b)");

        assertThat(filter.attributeNames()).containsExactly("b", "a", "c");
    }

    @Test
    void filters_with_the_same_text_and_dialect_are_equal() {
        assertThat(Filter.compile("a == 1"))
                .isEqualTo(Filter.compile("a == 1"))
                .hasSameHashCodeAs(Filter.compile("a == 1"))
                .isNotEqualTo(Filter.compile("a == 2"))
                .isNotEqualTo(FilterCompiler.sdk().compile("a == 1").filter())
                .hasToString("a == 1");
    }
}
