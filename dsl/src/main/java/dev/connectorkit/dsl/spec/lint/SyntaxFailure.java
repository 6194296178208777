package dev.connectorkit.dsl.spec.lint;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.ContentReference;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a parser gave up, and why, in our words. */
record SyntaxFailure(int line, int column, int offset, Cause cause) {
    /** What one character can do about it. */
    enum Mend {
        NOTHING,
        COMMA_BEFORE,
        REMOVE,
        QUOTES
    }

    record Cause(String message, @Nullable String suggestion, Mend mend) {
        Cause(String message, @Nullable String suggestion) {
            this(message, suggestion, Mend.NOTHING);
        }
    }

    private static final Pattern UNRECOGNIZED = Pattern.compile("Unrecognized token '([^']*)'");

    private static final Cause MORE = new Cause("there is more after the end of the object", "remove it");

    /** Returns where a parser that forgives these things gives up, or null if it reads the whole text. */
    static @Nullable SyntaxFailure of(String text, Set<JsonReadFeature> forgiven) {
        try (var parser = parser(text, forgiven)) {
            try {
                if (parser.nextToken() == null) {
                    return new SyntaxFailure(1, 1, 0, new Cause("the text holds no value", null));
                }
                parser.skipChildren();
            } catch (JsonProcessingException e) {
                return at(e.getLocation(), cause(text, e, parser));
            }
            return trailing(parser);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable SyntaxFailure trailing(JsonParser parser) throws IOException {
        try {
            return parser.nextToken() == null ? null : at(parser.currentTokenLocation(), MORE);
        } catch (JsonProcessingException e) {
            return at(e.getLocation(), MORE);
        }
    }

    /** Returns the text's value; the text must be readable with this forgiveness. */
    static Located parse(String text, Set<JsonReadFeature> forgiven) {
        try (var parser = parser(text, forgiven)) {
            return LocatedReader.read(parser);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonParser parser(String text, Set<JsonReadFeature> forgiven) throws IOException {
        var factory = JsonFactory.builder();
        forgiven.forEach(factory::enable);
        return factory.build().createParser(new StringReader(text));
    }

    private static SyntaxFailure at(@Nullable JsonLocation location, Cause cause) {
        return location == null
                ? new SyntaxFailure(1, 1, 0, cause)
                : new SyntaxFailure(
                        location.getLineNr(), location.getColumnNr(), (int) location.getCharOffset(), cause);
    }

    private static Cause cause(String text, JsonProcessingException e, JsonParser parser) {
        var message = String.valueOf(e.getOriginalMessage());
        if (e instanceof JsonEOFException) {
            return message.contains("closing quote")
                    ? new Cause("the text ends inside quotes", "close them")
                    : new Cause("the text ends before " + opened(parser) + " is closed", "close it");
        }
        if (message.startsWith("Unexpected close marker")) {
            return new Cause("the closing bracket does not fit " + opened(parser), null);
        }
        if (message.contains("expecting comma")) {
            return new Cause("a comma is missing before this", "add one", Mend.COMMA_BEFORE);
        }
        if (message.contains("expecting a colon")) {
            return new Cause("a colon is missing between a name and its value", null);
        }
        var unrecognized = UNRECOGNIZED.matcher(message);
        if (unrecognized.find()) {
            return word(unrecognized.group(1));
        }
        return e.getLocation() == null ? new Cause("this cannot be read", null) : character(text, e.getLocation());
    }

    private static Cause word(String word) {
        var suggestion = switch (word.toLowerCase(Locale.ROOT)) {
            case "true" -> "write true";
            case "false" -> "write false";
            case "null", "none", "nil", "undefined" -> "write null";
            default -> "put a text in double quotes";
        };
        return new Cause("`" + word + "` is no JSON value", suggestion);
    }

    private static Cause character(String text, JsonLocation location) {
        int at = (int) location.getCharOffset();
        if (at < 0 || at >= text.length()) {
            return new Cause("this cannot be read", null);
        }
        char found = text.charAt(at);
        return switch (found) {
            case '\u201C', '\u201D', '\u201E' ->
                new Cause("a text is in typographic quotes", "use straight double quotes", Mend.QUOTES);
            case ',' -> new Cause("there is a comma too many", "remove it", Mend.REMOVE);
            default -> new Cause("`" + found + "` is out of place here", null);
        };
    }

    private static String opened(JsonParser parser) {
        var context = parser.getParsingContext();
        var start = context.startLocation(ContentReference.unknown());
        var what = context.inArray() ? "the array" : context.inObject() ? "the object" : "the text";
        return what + " that starts at line " + start.getLineNr() + ", column " + start.getColumnNr();
    }
}
