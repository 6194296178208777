package dev.connectorkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Keeps the page of dependencies complete. */
class DependenciesTest {
    private static final Pattern ROW = Pattern.compile("^\\| (`[^|]+`) \\|", Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");
    private static final String OURS = "dev.connectorkit";

    @Test
    void the_page_names_what_the_poms_do() throws Exception {
        var used = new TreeSet<String>();
        for (var pom : poms()) {
            used.addAll(dependencies(pom));
        }

        assertThat(namedOnPage()).containsExactlyInAnyOrderElementsOf(used);
    }

    private static Set<String> namedOnPage() throws IOException {
        var page = Files.readString(Page.PROJECT.resolve("docs/dependencies.md"));
        return ROW.matcher(page)
                .results()
                .flatMap(row -> NAME.matcher(row.group(1)).results())
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> poms() throws IOException {
        try (var files = Files.walk(Page.PROJECT, 3)) {
            return files.filter(file -> file.endsWith("pom.xml"))
                    .filter(file -> Files.isDirectory(file.resolveSibling("src")))
                    .filter(file -> !file.toString().contains("target"))
                    .toList();
        }
    }

    private static List<String> dependencies(Path pom) throws Exception {
        var project = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(pom.toFile())
                .getDocumentElement();
        var names = new ArrayList<String>();
        for (var dependencies : children(project, "dependencies")) {
            for (var dependency : children(dependencies, "dependency")) {
                if (!text(dependency, "groupId").equals(OURS)) {
                    names.add(text(dependency, "artifactId"));
                }
            }
        }
        return names;
    }

    private static List<Element> children(Element parent, String name) {
        var children = new ArrayList<Element>();
        for (var child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && element.getTagName().equals(name)) {
                children.add(element);
            }
        }
        return children;
    }

    private static String text(Element parent, String name) {
        return children(parent, name).get(0).getTextContent().strip();
    }
}
