package dev.connectorkit.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/** One Markdown page of the project. */
record Page(Path path, Node root) {
    static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern ANCHOR = Pattern.compile("<a id=\"([^\"]+)\">");

    /** A code block and the comment right before it. */
    record Block(String language, String text, @Nullable String comment) {}

    static List<Page> all() throws IOException {
        var pages = new ArrayList<Page>();
        for (var name : List.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md")) {
            pages.add(read(PROJECT.resolve(name)));
        }
        try (Stream<Path> files = Files.walk(PROJECT.resolve("docs"))) {
            for (var file : files.filter(Page::isPage).sorted().toList()) {
                pages.add(read(file));
            }
        }
        return pages;
    }

    private static boolean isPage(Path file) {
        var path = PROJECT.relativize(file).toString().replace('\\', '/');
        return path.endsWith(".md") && !path.startsWith("docs/target") && !path.startsWith("docs/src");
    }

    private static Page read(Path file) throws IOException {
        return new Page(file, Parser.builder().build().parse(Files.readString(file)));
    }

    String name() {
        return PROJECT.relativize(path).toString().replace('\\', '/');
    }

    List<Block> blocks() {
        var blocks = new ArrayList<Block>();
        root.accept(new AbstractVisitor() {
            @Override
            public void visit(FencedCodeBlock block) {
                var comment = block.getPrevious() instanceof HtmlBlock html ? html.getLiteral() : null;
                blocks.add(new Block(block.getInfo(), block.getLiteral(), comment));
            }
        });
        return blocks;
    }

    List<String> links() {
        var links = new ArrayList<String>();
        root.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                links.add(link.getDestination());
                visitChildren(link);
            }

            @Override
            public void visit(Image image) {
                links.add(image.getDestination());
            }
        });
        return links;
    }

    /** The anchors written out in this page: the hosting site and the static site name headings differently. */
    List<String> anchors() {
        var anchors = new ArrayList<String>();
        root.accept(new AbstractVisitor() {
            @Override
            public void visit(HtmlBlock html) {
                collect(html.getLiteral());
            }

            @Override
            public void visit(HtmlInline html) {
                collect(html.getLiteral());
            }

            private void collect(String html) {
                ANCHOR.matcher(html).results().forEach(found -> anchors.add(found.group(1)));
            }
        });
        return anchors;
    }
}
