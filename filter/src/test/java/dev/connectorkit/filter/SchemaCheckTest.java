package dev.connectorkit.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectorkit.filter.diagnostic.Issue;
import dev.connectorkit.filter.diagnostic.Severity;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What compilation reports beside errors. */
class SchemaCheckTest {

    private static final FilterCompiler COMPILER = FilterCompiler.standard()
            .attribute("type", ValueType.STRING)
            .attribute("active", ValueType.BOOLEAN)
            .attribute("age", ValueType.INT)
            .attribute("size", ValueType.LONG)
            .multiValuedAttribute("groups", ValueType.STRING)
            .multiValuedAttribute("levels", ValueType.INT);

    @ParameterizedTest
    @CsvSource(delimiter = '\t', quoteCharacter = '\u0001', textBlock = """
                    type == "A" && active && age > 3	-
                    active == "true" || active == 1 || active == 0	-
                    active == "yes"	never-holds
                    active != 2 && age == 1	always-holds
                    active === 1	never-holds
                    active > false	never-holds constant-condition
                    active > 1	never-holds
                    age == "30"	-
                    age == "old"	never-holds
                    age < "old"	never-holds
                    "old" == age	never-holds
                    age == 1.5	never-holds
                    age < 1.5	-
                    age == 3000000000	never-holds
                    size == 3000000000	-
                    type == 1	-
                    type === 1	never-holds
                    age.startsWith("3")	method-unsuited
                    age.isNull() || age.isEmpty()	-
                    levels.contains(3)	-
                    levels.contains("3")	method-unsuited
                    groups.contains(3)	method-unsuited
                    groups.containsAll("A")	-
                    groups == "A"	list-equality
                    groups == null	-
                    groups.containsIgnoreCase("a")	element-or-part
                    1 == 1 && age == 1	constant-condition
                    true	constant-condition leaves-out-everything
                    !(1 == 2)	leaves-out-everything constant-condition
                    age == age || active	constant-condition leaves-out-everything
                    active || !active	tautology leaves-out-everything
                    type == "A" || type != "A"	tautology leaves-out-everything
                    type.isNull() || type.notNull()	tautology leaves-out-everything
                    type != "A" || type != "B"	tautology leaves-out-everything
                    age != "old" || active	leaves-out-everything always-holds
                    active && !active	contradiction
                    type == "A" && type == "B"	contradiction
                    age == 1 && age == 1.0 && age == 2	contradiction duplicate-clause
                    groups.contains("A") && groups.contains("B")	-
                    type == "A" && "A" == type	duplicate-clause
                    type == "A" || age == 1 || type == "A"	duplicate-clause
                    typ == "A"	unknown-attribute
                    type.x == 1	-
                    type == "C:\\new"	drive-letter-escape
                    """)
    void a_suspicious_filter_compiles_and_is_reported(String filter, String codes) {
        FilterResult result = COMPILER.compile(filter);

        assertThat(result.hasErrors()).isFalse();
        assertThat(result.issues().stream().map(issue -> issue.code().code()).collect(Collectors.joining(" ")))
                .isEqualTo(codes.equals("-") ? "" : codes);
    }

    @Test
    void an_unknown_attribute_is_an_error_only_where_the_schema_is_all_there_is() {
        FilterResult open = COMPILER.compile("typ == \"A\"");
        FilterResult closed = COMPILER.onlyKnownAttributes().compile("typ == \"A\"");

        assertThat(open.issues()).extracting(Issue::severity).containsExactly(Severity.WARNING);
        assertThat(closed.issues()).extracting(Issue::severity).containsExactly(Severity.ERROR);
        assertThat(closed.issues().get(0).suggestions()).containsExactly("type");
        assertThat(closed.hasErrors()).isTrue();
        assertThat(closed.fixed().filter().text()).isEqualTo("type == \"A\"");
    }

    @Test
    void unknown_attributes_of_a_faulty_filter_are_reported_too() {
        assertThat(COMPILER.compile("typ == \"A\" || age = 3").issues())
                .extracting(issue -> issue.code().code())
                .containsExactly("unknown-attribute", "single-character-operator");
    }

    @Test
    void without_a_schema_every_attribute_is_known() {
        assertThat(FilterCompiler.standard().compile("anything == 1").issues()).isEmpty();
    }
}
