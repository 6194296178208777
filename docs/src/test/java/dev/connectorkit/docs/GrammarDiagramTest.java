package dev.connectorkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Keeps the railroad diagram of the filter language true to the grammar. */
class GrammarDiagramTest {
    private static final String GRAMMAR =
            "filter/src/main/antlr4/dev/connectorkit/filter/internal/grammar/FilterExpression.g4";
    private static final String DIAGRAM = "docs/images/filter-grammar.svg";

    // What the lexer makes of single characters: drawn as a box without a diagram of its own.
    private static final Set<String> WORDS = Set.of("name", "text", "number", "method");

    private static final Pattern TOKEN = Pattern.compile("(?m)^([A-Z_]+): '([^']+)';");
    private static final Pattern PART =
            Pattern.compile("class=\"(name|token|rule)\"[^>]*>(?:\\s*<text[^>]*>)?([^<]+)</text>");

    /** The tokens and rules that each rule of the diagram shows. */
    private static Map<String, Set<String>> drawn(String kind) throws IOException {
        var rules = new LinkedHashMap<String, Set<String>>();
        Set<String> current = new TreeSet<>();
        var parts = PART.matcher(Files.readString(Page.PROJECT.resolve(DIAGRAM)));
        while (parts.find()) {
            var text = parts.group(2).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
            if (parts.group(1).equals("name")) {
                current = new TreeSet<>();
                rules.put(text, current);
            } else if (parts.group(1).equals(kind)) {
                current.add(text);
            }
        }
        return rules;
    }

    private static String grammar() throws IOException {
        return Files.readString(Page.PROJECT.resolve(GRAMMAR));
    }

    /** Returns what is written for the tokens that the parser rules, or one alternative of them, mention. */
    private static Set<String> written(String rules) throws IOException {
        var spellings = new HashMap<String, String>();
        TOKEN.matcher(grammar()).results().forEach(token -> spellings.put(token.group(1), token.group(2)));
        var written = new TreeSet<String>();
        Pattern.compile("[A-Z_]+").matcher(rules).results().forEach(token -> {
            var spelling = spellings.get(token.group());
            if (spelling != null) {
                written.add(spelling);
            }
        });
        return written;
    }

    private static String parserRules() throws IOException {
        return grammar().substring(grammar().indexOf("\nfilter\n"), grammar().indexOf("\nOR:"));
    }

    private static String alternative(String label) throws IOException {
        var line = Pattern.compile("(.*)# " + label).matcher(parserRules());
        assertThat(line.find()).as("the grammar has an alternative " + label).isTrue();
        return line.group(1);
    }

    @Test
    void the_diagram_shows_every_token_of_the_grammar_and_no_other() throws IOException {
        var all = new TreeSet<String>();
        drawn("token").values().forEach(all::addAll);

        assertThat(all).isEqualTo(written(parserRules())).contains("||", "!", "(", "null");
    }

    @Test
    void each_level_shows_the_operators_of_its_alternative() throws IOException {
        var tokens = drawn("token");

        assertThat(tokens.get("or")).isEqualTo(written(alternative("disjunction")));
        assertThat(tokens.get("and")).isEqualTo(written(alternative("conjunction")));
        assertThat(tokens.get("comparison")).isEqualTo(written(alternative("comparison")));
        assertThat(tokens.get("unary")).containsAll(written(alternative("negation")));
    }

    @Test
    void levels_stand_inside_one_another_as_the_alternatives_follow() throws IOException {
        var rules = drawn("rule");

        assertThat(rules.get("filter")).containsExactly("or");
        assertThat(rules.get("or")).containsExactly("and");
        assertThat(rules.get("and")).containsExactly("comparison");
        assertThat(rules.get("comparison")).containsExactly("unary");
        assertThat(parserRules()).containsSubsequence("# negation", "# comparison", "# conjunction", "# disjunction");
    }

    @Test
    void every_rule_in_the_diagram_has_a_diagram() throws IOException {
        var rules = drawn("rule");
        var boxes = new TreeSet<String>();
        rules.values().forEach(boxes::addAll);
        boxes.removeAll(WORDS);

        assertThat(rules.keySet()).containsAll(boxes);
    }
}
