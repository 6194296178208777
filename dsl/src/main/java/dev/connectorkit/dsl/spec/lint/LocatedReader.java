package dev.connectorkit.dsl.spec.lint;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.connectorkit.dsl.spec.lint.Located.Kind;
import dev.connectorkit.dsl.spec.lint.Located.Member;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Builds located values from a parser's tokens. */
final class LocatedReader {
    private final JsonParser parser;

    private LocatedReader(JsonParser parser) {
        this.parser = parser;
    }

    /** Reads the one value of a text; the parser stands before it. */
    static Located read(JsonParser parser) throws IOException {
        parser.nextToken();
        return new LocatedReader(parser).value("");
    }

    private Located value(String pointer) throws IOException {
        var at = parser.currentTokenLocation();
        int line = at.getLineNr();
        int column = at.getColumnNr();
        return switch (parser.currentToken()) {
            case START_OBJECT -> new Located(Kind.OBJECT, pointer, line, column, "", members(pointer), List.of());
            case START_ARRAY -> new Located(Kind.ARRAY, pointer, line, column, "", List.of(), elements(pointer));
            case VALUE_STRING -> scalar(Kind.STRING, pointer, line, column);
            case VALUE_TRUE, VALUE_FALSE -> scalar(Kind.BOOLEAN, pointer, line, column);
            case VALUE_NULL -> scalar(Kind.NULL, pointer, line, column);
            default -> scalar(Kind.NUMBER, pointer, line, column);
        };
    }

    private Located scalar(Kind kind, String pointer, int line, int column) throws IOException {
        return new Located(kind, pointer, line, column, parser.getText(), List.of(), List.of());
    }

    private List<Member> members(String pointer) throws IOException {
        var members = new ArrayList<Member>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            var at = parser.currentTokenLocation();
            parser.nextToken();
            var escaped = name.replace("~", "~0").replace("/", "~1");
            members.add(new Member(name, value(pointer + "/" + escaped), at.getLineNr(), at.getColumnNr()));
        }
        return members;
    }

    private List<Located> elements(String pointer) throws IOException {
        var elements = new ArrayList<Located>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(pointer + "/" + elements.size()));
        }
        return elements;
    }
}
