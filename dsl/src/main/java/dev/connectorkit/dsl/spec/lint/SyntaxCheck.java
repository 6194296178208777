package dev.connectorkit.dsl.spec.lint;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a text and, where it is no JSON, says why. The cause is found by asking a parser that forgives one thing after the
 * other which of them lets it read on. What can be forgiven or mended in place is, so that the rest of the text is checked
 * too; every position stays what it is.
 */
final class SyntaxCheck {
    /** After so many mistakes the text is something else than JSON. */
    private static final int MOST_MISTAKES = 50;

    /** Something JSON does not allow but people write. */
    private record Slip(String message, String suggestion, Set<JsonReadFeature> forgiven) {}

    private static final Slip TRAILING_COMMA = new Slip(
            "there is a comma before the closing bracket",
            "remove the comma",
            Set.of(JsonReadFeature.ALLOW_TRAILING_COMMA));

    private static final List<Slip> SLIPS = List.of(
            TRAILING_COMMA,
            new Slip(
                    "there is a comment, which JSON does not have",
                    "remove the comment",
                    Set.of(JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_YAML_COMMENTS)),
            new Slip("a text is in single quotes", "use double quotes", Set.of(JsonReadFeature.ALLOW_SINGLE_QUOTES)),
            new Slip(
                    "a member's name is not in quotes",
                    "put the name in double quotes",
                    Set.of(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)),
            new Slip(
                    "a line break or tab stands in the middle of a text",
                    "write \\n or \\t, or close the quotes",
                    Set.of(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)),
            new Slip(
                    "a backslash stands before a character that needs none",
                    "write \\\\ for a backslash",
                    Set.of(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)),
            new Slip(
                    "there are two commas in a row, or one with nothing before it",
                    "remove one",
                    Set.of(JsonReadFeature.ALLOW_MISSING_VALUES)),
            new Slip(
                    "a number is written in a way JSON does not allow",
                    "write it plainly, or in quotes",
                    Set.of(
                            JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS,
                            JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS,
                            JsonReadFeature.ALLOW_LEADING_DECIMAL_POINT_FOR_NUMBERS,
                            JsonReadFeature.ALLOW_TRAILING_DECIMAL_POINT_FOR_NUMBERS,
                            JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)));

    private static final Pattern CONFLICT = Pattern.compile("(?m)^(<{7}|={7}|>{7}|\\|{7})( .*)?$");

    private final Set<JsonReadFeature> forgiven = EnumSet.noneOf(JsonReadFeature.class);
    private final Findings findings;
    private String text;

    private SyntaxCheck(String text, Findings findings) {
        this.text = text;
        this.findings = findings;
    }

    /** Returns the value of the text, or null if it cannot be read even with every forgiveness. */
    static @Nullable Located read(String text, Findings findings) {
        return new SyntaxCheck(text, findings).read();
    }

    private @Nullable Located read() {
        if (text.startsWith("\uFEFF")) {
            add(1, 1, "the text starts with a byte order mark", "save the file as UTF-8 without one");
            text = " " + text.substring(1);
        }
        if (text.isBlank()) {
            add(1, 1, "the text is empty", null);
            return null;
        }
        if (CONFLICT.matcher(text).find()) {
            conflicts();
            text = ConflictMarkers.ours(text);
        }
        for (int mistakes = 0; mistakes < MOST_MISTAKES; mistakes++) {
            var failure = SyntaxFailure.of(text, forgiven);
            if (failure == null) {
                return SyntaxFailure.parse(text, forgiven);
            }
            if (!forgive(failure) && !mend(failure)) {
                return null;
            }
        }
        return null;
    }

    private void conflicts() {
        boolean begins = text.startsWith("<<<<<<<") || text.contains("\n<<<<<<<");
        var matcher = CONFLICT.matcher(text);
        while (matcher.find()) {
            // Without a first marker, as after half a clean-up, every other marker is one too many.
            if (matcher.group(1).startsWith("<") || !begins) {
                add(
                        line(matcher.start()),
                        1,
                        "a merge conflict has not been resolved",
                        "keep one side and remove the markers");
            }
        }
    }

    /** Reports the slip that explains the failure, if forgiving it lets the parser read on. */
    private boolean forgive(SyntaxFailure failure) {
        for (var slip : SLIPS) {
            var more = EnumSet.copyOf(slip.forgiven());
            more.addAll(forgiven);
            var next = SyntaxFailure.of(text, more);
            if (next == null || next.offset() > failure.offset()) {
                int comma = slip.equals(TRAILING_COMMA) ? text.lastIndexOf(',', failure.offset()) : -1;
                if (comma >= 0) {
                    add(line(comma), column(comma), slip.message(), slip.suggestion());
                } else {
                    add(failure.line(), failure.column(), slip.message(), slip.suggestion());
                }
                forgiven.addAll(slip.forgiven());
                return true;
            }
        }
        return false;
    }

    /** Reports what no parser forgives, and mends it where one character does. */
    private boolean mend(SyntaxFailure failure) {
        var cause = failure.cause();
        add(failure.line(), failure.column(), cause.message(), cause.suggestion());
        int at = failure.offset();
        switch (cause.mend()) {
            case COMMA_BEFORE -> replace(at - 1, ',');
            case REMOVE -> replace(at, ' ');
            case QUOTES -> text = text.replaceAll("[\u201C\u201D\u201E]", "\"");
            case NOTHING -> {
                return false;
            }
        }
        var next = SyntaxFailure.of(text, forgiven);
        return next == null || next.offset() > at;
    }

    private void replace(int at, char with) {
        boolean replaceable = with == ' ' || (at >= 0 && Character.isWhitespace(text.charAt(at)));
        if (replaceable && at < text.length()) {
            text = text.substring(0, at) + with + text.substring(at + 1);
        }
    }

    private int line(int offset) {
        return (int) text.substring(0, offset).chars().filter(c -> c == '\n').count() + 1;
    }

    private int column(int offset) {
        return offset - text.lastIndexOf('\n', offset);
    }

    private void add(int line, int column, String message, @Nullable String suggestion) {
        findings.add(new Finding(LintRule.NOT_JSON, Severity.ERROR, line, column, "", message, suggestion));
    }
}
