package dev.connectorkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Keeps the pages true: a sample is a region of a source that is compiled and run, and a link leads somewhere. */
class PagesTest {
    private static final Set<String> CODE = Set.of("java", "kotlin");
    private static final Pattern MARK = Pattern.compile("<!-- sample: (\\S+)#(\\S+) -->\\s*");

    @TestFactory
    List<DynamicTest> samples_are_regions_of_sources_that_run() throws IOException {
        var tests = new ArrayList<DynamicTest>();
        for (var page : Page.all()) {
            var number = 0;
            for (var block : page.blocks()) {
                number++;
                if (CODE.contains(block.language()) || block.comment() != null) {
                    tests.add(DynamicTest.dynamicTest(
                            page.name() + ", code block " + number, () -> checkSample(page, block)));
                }
            }
        }
        assertThat(tests).as("the pages have samples").isNotEmpty();
        return tests;
    }

    private static void checkSample(Page page, Page.Block block) throws IOException {
        assertThat(block.comment())
                .as("the comment before a %s block of %s names the region it shows", block.language(), page.name())
                .isNotNull()
                .matches(MARK);
        var mark = MARK.matcher(String.valueOf(block.comment()));
        assertThat(mark.matches()).isTrue();
        var source = Page.PROJECT.resolve(mark.group(1));
        assertThat(block.text())
                .as("the block of %s and the region %s of %s", page.name(), mark.group(2), mark.group(1))
                .isEqualTo(Region.of(Files.readString(source), mark.group(2)));
    }

    @Test
    void links_between_pages_lead_somewhere() throws IOException {
        var broken = new ArrayList<String>();
        for (var page : Page.all()) {
            for (var link : page.links()) {
                if (!link.contains("://") && !link.startsWith("mailto:") && !leadsSomewhere(page, link)) {
                    broken.add(page.name() + " -> " + link);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    private static boolean leadsSomewhere(Page from, String link) throws IOException {
        var parts = link.split("#", 2);
        var target = parts[0].isEmpty()
                ? from.path()
                : from.path().resolveSibling(parts[0]).normalize();
        if (!Files.exists(target)) {
            return false;
        }
        if (parts.length == 1) {
            return true;
        }
        return Page.all().stream()
                .filter(page -> page.path().equals(target))
                .anyMatch(page -> page.anchors().contains(parts[1]));
    }
}
