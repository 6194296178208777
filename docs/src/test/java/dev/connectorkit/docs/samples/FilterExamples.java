package dev.connectorkit.docs.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectorkit.filter.Filter;
import dev.connectorkit.filter.FilterCompiler;
import dev.connectorkit.filter.ValueType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FilterExamples {
    private static final Path UNKNOWN_ATTRIBUTE = Path.of("src/test/resources/samples/unknown-attribute.report");

    @Test
    void a_filter_is_compiled_once_and_asked_often() {
        // region match
        Filter filter = Filter.compile("type == \"Contractor\" && email.endsWithIgnoreCase(\"@x.com\")");

        boolean matches = filter.matches(Map.of("type", "Contractor", "email", "ada@X.COM"));
        // endregion
        assertThat(matches).isTrue();
    }

    @Test
    void a_mistake_is_pointed_at() throws Exception {
        // region report
        var compiler = FilterCompiler.standard()
                .attribute("type", ValueType.STRING)
                .attribute("email", ValueType.STRING)
                .onlyKnownAttributes();
        var result =
                compiler.compile("( type != \"Employee\" && emial.endsWithIgnoreCase(\"@x.com\") )", "filterString");

        System.out.println(result.report());
        var mended = result.fixed().filter();
        // endregion
        assertThat(result.hasErrors()).isTrue();
        assertThat(result.report()).isEqualTo(Files.readString(UNKNOWN_ATTRIBUTE));
        assertThat(mended.text()).isEqualTo("( type != \"Employee\" && email.endsWithIgnoreCase(\"@x.com\") )");
    }
}
