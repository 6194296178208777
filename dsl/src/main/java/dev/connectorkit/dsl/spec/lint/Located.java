package dev.connectorkit.dsl.spec.lint;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A JSON value that knows where it stands. Members and elements keep the order, and the repetitions, of the text. */
final class Located {
    /** The types of JSON, named as messages name them. */
    enum Kind {
        OBJECT("an object"),
        ARRAY("an array"),
        STRING("a string"),
        NUMBER("a number"),
        BOOLEAN("a boolean"),
        NULL("null");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** A name and the value it has; the position is the name's. */
    record Member(String name, Located value, int line, int column) {}

    private final Kind kind;
    private final String pointer;
    private final int line;
    private final int column;
    private final String scalar;
    private final List<Member> members;
    private final List<Located> elements;

    Located(
            Kind kind,
            String pointer,
            int line,
            int column,
            String scalar,
            List<Member> members,
            List<Located> elements) {
        this.kind = kind;
        this.pointer = pointer;
        this.line = line;
        this.column = column;
        this.scalar = scalar;
        this.members = members;
        this.elements = elements;
    }

    Kind kind() {
        return kind;
    }

    boolean is(Kind other) {
        return kind == other;
    }

    String pointer() {
        return pointer;
    }

    int line() {
        return line;
    }

    int column() {
        return column;
    }

    /** Returns the text of a string, or a number, boolean or null as it stands in the file. */
    String scalar() {
        return scalar;
    }

    List<Member> members() {
        return members;
    }

    List<Located> elements() {
        return elements;
    }

    boolean has(String name) {
        return get(name) != null;
    }

    /** Returns the value of the last member of that name, as every JSON reader would see it. */
    @Nullable
    Located get(String name) {
        Located last = null;
        for (var member : members) {
            if (member.name().equals(name)) {
                last = member.value();
            }
        }
        return last;
    }

    /** Returns where the member stands, or else where this value does. */
    Located at(String name) {
        return Objects.requireNonNullElse(get(name), this);
    }

    /** Returns the member's text, or the empty string when it is missing or no string. */
    String text(String name) {
        var value = get(name);
        return value != null && value.is(Kind.STRING) ? value.scalar() : "";
    }

    boolean isTrue(String name) {
        var value = get(name);
        return value != null && value.is(Kind.BOOLEAN) && value.scalar().equals("true");
    }

    /** Returns the elements of the member that are of that kind; none when it is missing or no array. */
    List<Located> elements(String name, Kind wanted) {
        var value = get(name);
        return value == null
                ? List.of()
                : value.elements().stream()
                        .filter(element -> element.is(wanted))
                        .toList();
    }

    List<Located> objects(String name) {
        return elements(name, Kind.OBJECT);
    }
}
