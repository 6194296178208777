package dev.connectorkit.filter.internal.parse;

import static dev.connectorkit.filter.internal.grammar.FilterExpressionParser.*;

import dev.connectorkit.filter.diagnostic.Edit;
import dev.connectorkit.filter.diagnostic.Issue;
import dev.connectorkit.filter.diagnostic.IssueCode;
import dev.connectorkit.filter.diagnostic.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.antlr.v4.runtime.Token;

/** Guesses what was meant where {@link SyntaxRepair} found an error. */
final class Mendings {

    /** Words that stand for operators elsewhere. */
    static final Map<String, String> WORDS = Map.of(
            "and", "&&", "or", "||", "eq", "==", "is", "==", "ne", "!=", "lt", "<", "le", "<=", "gt", ">", "ge", ">=");

    static final Map<String, Integer> TYPES =
            Map.of("&&", AND, "||", OR, "==", EQ, "!=", NE, "<", LT, "<=", LE, ">", GT, ">=", GE);

    private final String text;
    private final List<Token> tokens;

    Mendings(String text, List<Token> tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    /** Offers a name in backticks for {@code first name == "x"}, else both ways to join two conditions. */
    Finding sideBySide(Issue issue, int at) {
        int first = at;
        while (first > 0 && type(first - 1) == NAME) {
            first--;
        }
        int last = at;
        while (type(last + 1) == NAME) {
            last++;
        }
        boolean name = type(at) == NAME
                && first < at
                && (isComparison(type(last + 1)) || type(last + 1) == DOT)
                && (first == 0 || type(first - 1) != DOT);
        if (name) {
            Span run = TreeBuilder.span(tokens.get(first)).to(TreeBuilder.span(tokens.get(last)));
            return Finding.of(issue, run, "`" + run.of(text) + "`");
        }
        int place = tokens.get(at).getStartIndex();
        return Finding.ofChoices(issue, new Span(place, place), List.of("&& ", "|| "));
    }

    /** Offers a name in backticks for {@code first-name == "x"} and {@code urn:x == 1}. */
    Finding hyphenatedName(Issue issue, int at) {
        int first = at;
        while (first > 0 && isWordPart(type(first - 1)) && isAdjacent(first - 1)) {
            first--;
        }
        int last = at;
        while (isWordPart(type(last + 1)) && isAdjacent(last)) {
            last++;
        }
        boolean name =
                first < at && type(first) == NAME && (last > at || type(at) == NUMBER) && type(last) != ARITHMETIC;
        if (!name) {
            return Finding.of(issue);
        }
        Span run = TreeBuilder.span(tokens.get(first)).to(TreeBuilder.span(tokens.get(last)));
        return Finding.of(issue, run, "`" + run.of(text) + "`");
    }

    private static boolean isWordPart(int type) {
        return type == NAME || type == NUMBER || type == ARITHMETIC || type == COLON;
    }

    private boolean isAdjacent(int index) {
        return index + 1 < tokens.size()
                && tokens.get(index).getStopIndex() + 1 == tokens.get(index + 1).getStartIndex();
    }

    /** Offers {@code (a == "x" || a == "y")} for {@code a == ["x", "y"]} and {@code a in ["x", "y"]}. */
    Finding listOperand(Issue issue, int opener, int after) {
        int operator = opener - 1;
        int first = operator - 1;
        while (first >= 2 && type(first - 1) == DOT) {
            first -= 2;
        }
        boolean negative = operator > 0 && type(operator) == NE;
        boolean equality = operator > 0 && (type(operator) == EQ || type(operator) == NAME || negative);
        boolean closed = after - 1 > opener && TokenRewriter.isCloser(type(after - 1));
        if (!equality || !closed || after - opener > 100 || !(type(first) == NAME || type(first) == QUOTED_NAME)) {
            return Finding.of(issue);
        }
        String path = text.substring(
                tokens.get(first).getStartIndex(), tokens.get(operator - 1).getStopIndex() + 1);
        var mended = new ArrayList<String>();
        for (int i = opener + 1; i < after - 1; i += 2) {
            if (!isLiteral(type(i)) || (i + 1 < after - 1 && type(i + 1) != COMMA)) {
                return Finding.of(issue);
            }
            mended.add(path + (negative ? " != " : " == ") + tokens.get(i).getText());
        }
        String joined = String.join(negative ? " && " : " || ", mended);
        var span = new Span(
                tokens.get(first).getStartIndex(), tokens.get(after - 1).getStopIndex() + 1);
        return mended.isEmpty()
                ? Finding.of(issue)
                : Finding.of(issue, span, mended.size() == 1 ? joined : "(" + joined + ")");
    }

    /** Offers {@code name.contains("x")} for {@code name contains "x"}. */
    Finding methodAsOperator(Issue issue, int at) {
        Token method = tokens.get(at);
        Token argument = tokens.get(at + 1);
        var span = new Span(tokens.get(at - 1).getStopIndex() + 1, argument.getStopIndex() + 1);
        return Finding.of(issue, span, "." + method.getText() + "(" + argument.getText() + ")");
    }

    Finding malformedNumber(Token number, Token rest) {
        String digits = number.getText() + rest.getText();
        Issue issue = IssueCode.MALFORMED_NUMBER.at(TreeBuilder.span(rest), abridged(digits));
        boolean hex = digits.length() <= 17 && digits.toLowerCase(Locale.ROOT).matches("0x[0-9a-f]{1,15}");
        return hex
                ? Finding.of(
                        issue,
                        TreeBuilder.span(number).to(TreeBuilder.span(rest)),
                        Long.toString(Long.parseLong(digits.substring(2), 16)))
                : Finding.of(issue);
    }

    /** Offers {@code o.x} for {@code o["x"]}. */
    Finding indexing(Issue issue, int at, int after) {
        if (after != at + 3 || type(at + 1) != STRING) {
            return Finding.of(issue);
        }
        String quoted = tokens.get(at + 1).getText();
        String name = quoted.substring(1, quoted.length() - 1);
        if (name.isEmpty() || name.indexOf('`') >= 0 || name.indexOf('\\') >= 0) {
            return Finding.of(issue);
        }
        boolean plain = name.matches("[A-Za-z_$][A-Za-z_$0-9]*");
        var span =
                new Span(tokens.get(at).getStartIndex(), tokens.get(after - 1).getStopIndex() + 1);
        return Finding.of(issue, span, plain ? "." + name : ".`" + name + "`");
    }

    /** Offers {@code a.isNull()} for {@code (a).isNull()}. */
    Finding methodReceiver(Issue issue, int at) {
        boolean plain = at >= 3
                && type(at - 1) == RPAREN
                && (type(at - 2) == NAME || type(at - 2) == QUOTED_NAME)
                && type(at - 3) == LPAREN
                && !Nesting.isCall(tokens, at - 3);
        if (!plain) {
            return Finding.of(issue);
        }
        var edits = List.of(
                new Edit(TreeBuilder.span(tokens.get(at - 3)), ""), new Edit(TreeBuilder.span(tokens.get(at - 1)), ""));
        return new Finding(issue, List.of(edits), true, null);
    }

    /** Offers to close the text before the parentheses that end it, and at its very end. */
    Finding unclosedString(Issue issue, Token token) {
        String quote = token.getText().substring(0, 1);
        int end = text.length();
        while (end > token.getStartIndex() + 1 && (text.charAt(end - 1) == ')' || text.charAt(end - 1) == ' ')) {
            end--;
        }
        var mendings = new ArrayList<List<Edit>>();
        mendings.add(List.of(new Edit(new Span(end, end), quote)));
        if (end < text.length()) {
            mendings.add(List.of(new Edit(new Span(text.length(), text.length()), quote)));
        }
        return new Finding(issue, mendings, false, new Span(0, text.length()));
    }

    /** Offers the whole text without its JSON escapes, with the first finding of this kind. */
    Finding escapedQuote(Issue issue, List<Finding> findings) {
        for (Finding finding : findings) {
            if (finding.issue().code() == IssueCode.ESCAPED_QUOTE) {
                return Finding.of(issue);
            }
        }
        var unescaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean escape = c == '\\' && i + 1 < text.length() && "\"'\\/".indexOf(text.charAt(i + 1)) >= 0;
            unescaped.append(escape ? text.charAt(++i) : c);
        }
        var all = new Span(0, text.length());
        return Finding.of(issue, all, unescaped.toString()).within(all);
    }

    Finding unexpected(Token token) {
        int c = token.getText().codePointAt(0);
        boolean invisible = Character.getType(c) == Character.FORMAT || Character.isISOControl(c);
        boolean shown = !invisible && !Character.isSpaceChar(c);
        String name = String.format(Locale.ROOT, "U+%04X", c);
        Issue issue =
                IssueCode.UNEXPECTED_CHARACTER.at(TreeBuilder.span(token), shown ? "`" + token.getText() + "`" : name);
        return invisible ? Finding.of(issue, TreeBuilder.span(token), "") : Finding.of(issue);
    }

    /** Returns the index after the comparison that starts at {@code from}, or -1 if no comparison does. */
    int comparisonEnd(int from) {
        int i = from;
        boolean comparison = false;
        while (type(i) != Token.EOF
                && type(i) != AND
                && type(i) != OR
                && type(i) != COMMA
                && !TokenRewriter.isCloser(type(i))
                && !(type(i) == NAME
                        && WORDS.containsKey(tokens.get(i).getText().toLowerCase(Locale.ROOT)))) {
            comparison |= isComparison(type(i));
            i = TokenRewriter.isOpener(type(i)) ? afterBrackets(i) : i + 1;
        }
        return comparison ? i : -1;
    }

    /** Returns the index after the bracket that closes the one at {@code opener}, or of the end. */
    int afterBrackets(int opener) {
        int depth = 0;
        int i = opener;
        do {
            if (TokenRewriter.isOpener(type(i))) {
                depth++;
            } else if (TokenRewriter.isCloser(type(i))) {
                depth--;
            } else if (type(i) == Token.EOF) {
                return i;
            }
            i++;
        } while (depth > 0);
        return i;
    }

    static boolean isLiteral(int type) {
        return type == STRING || type == NUMBER || type == TRUE || type == FALSE || type == NULL;
    }

    private static boolean isComparison(int type) {
        return type >= EQ && type <= GE;
    }

    static String describe(Token token) {
        return token.getType() == Token.EOF ? "the end of the filter" : "`" + abridged(token.getText()) + "`";
    }

    private static String abridged(String text) {
        String line = text.replace('\n', ' ').replace('\r', ' ');
        return line.length() <= 40 ? line : line.substring(0, 40) + "…";
    }

    private int type(int index) {
        return tokens.get(Math.min(index, tokens.size() - 1)).getType();
    }
}
