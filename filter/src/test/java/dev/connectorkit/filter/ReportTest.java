package dev.connectorkit.filter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReportTest {

    @Test
    void the_underline_stands_below_what_it_means_whatever_comes_before() {
        String report = FilterCompiler.standard()
                .compile("name == \"漢字 e\u0301 😀\" && age = 30", "wide")
                .report();

        assertThat(report).isEqualTo("""
                        wide:1:26: error: `=` is no operator; write `==`
                          name == "漢字 e\u0301 😀" && age = 30
                                                     ^ did you mean `age == 30`?
                        """);
    }

    @Test
    void tabs_are_kept_and_lines_are_counted() {
        String report = FilterCompiler.standard()
                .compile("a == 1 &&\r\n\t(b\t= 2)", "tabs")
                .report();

        assertThat(report).isEqualTo("""
                        tabs:2:5: error: `=` is no operator; write `==`
                          \t(b\t= 2)
                          \t  \t^ did you mean `b\t== 2`?
                        """);
    }

    @Test
    void a_long_line_is_clipped_around_the_place() {
        String text = "a == 1 || ".repeat(100) + "b = 2" + " || a == 1".repeat(100);

        String report = FilterCompiler.standard().compile(text, "long").report();

        assertThat(report.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(170));
        assertThat(report.lines().skip(1).findFirst().orElseThrow())
                .contains("…")
                .contains("b = 2");
    }

    @Test
    void issues_come_as_json_too() {
        assertThat(FilterCompiler.standard().compile("a ||\nb = 2").toJson())
                .isEqualTo("[{\"code\":\"single-character-operator\",\"severity\":\"error\","
                        + "\"message\":\"`=` is no operator; write `==`\","
                        + "\"start\":7,\"end\":8,\"line\":2,\"column\":3,\"suggestions\":[\"b == 2\"],"
                        + "\"fix\":[{\"start\":7,\"end\":8,\"replacement\":\"==\"}]}]");
    }

    @Test
    void an_explanation_shows_what_every_part_read() {
        Explanation explanation = Filter.compile("type != \"Employee\" && (location == \"Austin\" || !active)")
                .explain(java.util.Map.of("type", "Contractor", "location", "Pune"));

        assertThat(explanation.text()).isEqualTo("""
                        true   type != "Employee" && (location == "Austin" || !active)
                          true   type != "Employee"      where type is "Contractor"
                          true   location == "Austin" || !active
                            false  location == "Austin"  where location is "Pune"
                            true   !active
                              false  active              where active is empty
                        """);
        assertThat(explanation.parts().get(0).toJson())
                .isEqualTo("{\"expression\":\"type != \\\"Employee\\\"\",\"holds\":true,"
                        + "\"values\":{\"type\":\"Contractor\"},\"parts\":[]}");
    }
}
