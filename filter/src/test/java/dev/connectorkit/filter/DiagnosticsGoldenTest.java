package dev.connectorkit.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectorkit.filter.diagnostic.Issue;
import dev.connectorkit.filter.diagnostic.IssueCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The wording of every code: {@code diagnostics/<code>.filter} is compiled and must report {@code <code>.report}. */
class DiagnosticsGoldenTest {

    private static final FilterCompiler COMPILER = FilterCompiler.standard()
            .attribute("type", ValueType.STRING)
            .attribute("email", ValueType.STRING)
            .attribute("login", ValueType.STRING)
            .attribute("active", ValueType.BOOLEAN)
            .attribute("age", ValueType.INT)
            .attribute("manager", ValueType.STRING)
            .multiValuedAttribute("groups", ValueType.STRING)
            .multiValuedAttribute("levels", ValueType.INT)
            .maxLength(300)
            .maxNesting(20);

    @ParameterizedTest
    @EnumSource
    void every_code_is_reported_as_written_down(IssueCode code) {
        String text = resource(code.code() + ".filter").replaceFirst("\n$", "");
        FilterCompiler compiler = code == IssueCode.SDK_SYNTAX ? FilterCompiler.sdk() : COMPILER;

        FilterResult result = compiler.compile(text, "filterString");

        assertThat(result.report()).isEqualTo(resource(code.code() + ".report"));
        assertThat(result.issues()).extracting(Issue::code).contains(code);
    }

    private static String resource(String name) {
        try (InputStream in = DiagnosticsGoldenTest.class.getResourceAsStream("/diagnostics/" + name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
