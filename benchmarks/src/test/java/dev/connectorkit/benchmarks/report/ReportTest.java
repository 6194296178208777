package dev.connectorkit.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class ReportTest {
    @TempDir
    Path folder = Path.of("");

    private Path file = Path.of("results.json");

    @BeforeEach
    void write_results() throws IOException {
        file = folder.resolve("results.json");
        Files.writeString(file, """
                [ {"benchmark": "a.b.Reading.read", "params": {"engine": "ours", "size": "small"},
                   "primaryMetric": {"score": 20.0, "rawData": [[25.0, 19.0], [16.0, 20.0]], "scoreUnit": "ns/op"},
                   "secondaryMetrics": {"gc.alloc.rate.norm": {"score": 16.0, "scoreUnit": "B/op"}}},
                  {"benchmark": "a.b.Reading.read", "params": {"engine": "ours", "size": "large"},
                   "primaryMetric": {"score": 2000.0, "scoreUnit": "ns/op"}},
                  {"benchmark": "a.b.Reading.read", "params": {"engine": "<theirs>", "size": "small"},
                   "primaryMetric": {"score": 45.0, "scoreUnit": "ns/op"}},
                  {"benchmark": "a.b.Writing.write", "params": {"engine": "ours", "size": "small"},
                   "primaryMetric": {"score": 1.0, "scoreUnit": "us/op"}} ]
                """);
    }

    @Test
    void a_table_shows_ratios_before_scores_and_leaves_gaps_visible() throws IOException {
        var results = Results.read(file, "Reading", "engine", "size", "score");

        assertThat(Table.markdown(results, "ours")).isEqualTo("""
                        | ns/op | small | large |
                        |---|---:|---:|
                        | ours | **1.00** (20.0) | **1.00** (2,000) |
                        | <theirs> | **2.25** (45.0) | – |
                        """);
    }

    @Test
    void a_table_without_a_reference_shows_scores() throws IOException {
        assertThat(Table.markdown(Results.read(file, "Writing", "engine", "size", "score"), ""))
                .endsWith("| ours | 1.00 |\n");
    }

    @Test
    void the_least_of_all_iterations_is_the_score_where_there_was_but_one() throws IOException {
        var results = Results.read(file, "Reading", "engine", "size", "least");

        assertThat(results.score("ours", "small")).isEqualTo(16);
        assertThat(results.score("ours", "large")).isEqualTo(2000);
    }

    @Test
    void a_secondary_metric_is_read_by_its_name() throws IOException {
        var results = Results.read(file, "Reading", "engine", "size", "gc.alloc.rate.norm");

        assertThat(results.score("ours", "small")).isEqualTo(16);
    }

    @Test
    void a_benchmark_that_was_not_run_is_named() {
        assertThatThrownBy(() -> Results.read(file, "Deleting", "engine", "size", "score"))
                .hasMessageEndingWith("results.json has no results of Deleting");
    }

    @Test
    void a_plot_has_a_bar_for_every_score_and_one_decade_is_as_high_as_the_next() throws Exception {
        String svg = Plot.svg(Results.read(file, "Reading", "engine", "size", "score"), "Reading & more");

        var document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        // The background, two legend entries, three bars.
        assertThat(document.getElementsByTagName("rect").getLength()).isEqualTo(6);
        assertThat(svg)
                .contains("Reading &amp; more (ns/op, logarithmic)", "&lt;theirs>")
                .contains(">10</text>", ">100</text>", ">1,000</text>", ">10,000</text>")
                .contains("height=\"230.1\"")
                .contains("height=\"30.1\"");
    }
}
