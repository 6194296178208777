package dev.connectorkit.testkit.jqwik;

import dev.connectorkit.dsl.command.Attributes;
import dev.connectorkit.dsl.spec.AttributeType;
import dev.connectorkit.dsl.spec.Schema;
import dev.connectorkit.dsl.spec.SchemaAttribute;
import dev.connectorkit.testkit.simulation.PlausibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Arbitraries of the values that attributes of a schema hold: text, booleans and whole numbers of the declared type, and
 * lists of them for attributes of several values.
 */
public final class SchemaValues {
    static final int MAX_VALUES = 3;

    private static final int NUMBERS = 999;
    private static final double PRESENT = 0.8;
    private static final long BEYOND_INT = 1L << 32;
    private static final long BEYOND_DOUBLE = (1L << 53) + 1;

    /** What breaks queries, paths, markup, comparisons and columns. */
    private static final List<String> HOSTILE_TEXTS = List.of(
            "",
            " ",
            " ada ",
            "null",
            "true",
            "0",
            "-1",
            "1e3",
            "O'Brien",
            "Robert'); DROP TABLE users;--",
            "*)(uid=*",
            "cn=ada,ou=people\\, all",
            "a,b;c|d",
            "\"quoted\"",
            "back\\slash",
            "../../etc/passwd",
            "a/b?c=d&e#f",
            "%00%2F",
            "<script>alert(1)</script>",
            "${user.home}",
            "{{7*7}}",
            "line\nbreak",
            "tab\there",
            "\u0000",
            "größe",
            "e\u0301",
            "日本語",
            "\ud83d\ude00",
            "\u202eabc",
            "\ufeffada",
            "x".repeat(256),
            "x".repeat(5_000));

    private SchemaValues() {}

    /** Returns ordinary values of an attribute: texts that fit its name, small numbers; a list where it holds several. */
    public static Arbitrary<Object> ordinary(SchemaAttribute attribute) {
        return several(attribute, ordinaryValue(attribute), 1);
    }

    /** Returns values that careless code gets wrong, still of the attribute's type: quotes, limits, duplicates, nothing. */
    public static Arbitrary<Object> hostile(SchemaAttribute attribute) {
        return several(attribute, hostileValue(attribute), 0);
    }

    private static Arbitrary<Object> several(SchemaAttribute attribute, Arbitrary<Object> value, int atLeast) {
        if (!attribute.isMulti()) {
            return value;
        }
        var list = value.list().ofMinSize(atLeast).ofMaxSize(MAX_VALUES);
        return (atLeast > 0 ? list.uniqueElements() : list).map(values -> values);
    }

    /** Returns one ordinary value, also for an attribute that holds several. */
    static Arbitrary<Object> ordinaryValue(SchemaAttribute attribute) {
        return switch (attribute.type()) {
            case BOOLEAN -> Arbitraries.of(true, false).map(flag -> flag);
            case INT -> Arbitraries.integers().between(0, NUMBERS).map(number -> number);
            case LONG ->
                Arbitraries.oneOf(
                                Arbitraries.longs().between(0, NUMBERS),
                                Arbitraries.longs().between(BEYOND_INT, BEYOND_INT + NUMBERS))
                        .map(number -> number);
            case STRING, UNKNOWN ->
                Arbitraries.integers()
                        .between(0, NUMBERS)
                        .map(number -> PlausibleText.of(attribute.name(), word(attribute.name()), number));
        };
    }

    /** Returns one hostile value, also for an attribute that holds several. */
    static Arbitrary<Object> hostileValue(SchemaAttribute attribute) {
        return switch (attribute.type()) {
            case BOOLEAN -> Arbitraries.of(true, false).map(flag -> flag);
            case INT ->
                Arbitraries.of(0, -1, 1, Integer.MAX_VALUE, Integer.MIN_VALUE).map(number -> number);
            case LONG ->
                Arbitraries.of(0L, -1L, 1L, BEYOND_INT, BEYOND_DOUBLE, Long.MAX_VALUE, Long.MIN_VALUE)
                        .map(number -> number);
            case STRING, UNKNOWN ->
                Arbitraries.frequencyOf(Tuple.of(3, Arbitraries.of(HOSTILE_TEXTS)), Tuple.of(1, JsonValues.texts()))
                        .map(text -> text);
        };
    }

    /** Returns values of an attribute of several as the platform sends them: one is bare, several are a list. */
    static Arbitrary<Object> sent(Arbitrary<Object> value) {
        return value.list()
                .ofMinSize(1)
                .ofMaxSize(MAX_VALUES)
                .uniqueElements()
                .map(values -> values.size() == 1 ? values.get(0) : List.copyOf(values));
    }

    private static String word(String attribute) {
        var letters = attribute.replaceAll("[^\\p{L}]", "");
        return letters.isEmpty() ? "value" : letters;
    }

    /** Returns ids: texts, or the texts of numbers where the identity attribute is one. */
    static Arbitrary<String> ids(Schema schema) {
        var identity = schema.attribute(schema.identityAttribute());
        return identity == null
                ? Arbitraries.integers().between(0, NUMBERS).map(number -> "id" + number)
                : ordinaryValue(identity).map(String::valueOf);
    }

    /** Returns attributes of an object of that id: the identity and display attribute, and most of the others. */
    static Arbitrary<Attributes> attributes(Schema schema, String id) {
        Predicate<SchemaAttribute> always =
                attribute -> attribute.isRequired() || attribute.name().equals(schema.displayAttribute());
        var others = schema.attributes().stream()
                .filter(attribute -> !attribute.name().equals(schema.identityAttribute()))
                .toList();
        return members(others, always).map(members -> {
            var attributes = Attributes.builder();
            var identity = schema.attribute(schema.identityAttribute());
            if (identity != null) {
                attributes.set(identity.name(), identityValue(identity.type(), id));
            }
            members.forEach(member -> attributes.set(member.name(), member.value()));
            return attributes.build();
        });
    }

    private static Object identityValue(AttributeType type, String id) {
        return switch (type) {
            case INT -> Integer.valueOf(id);
            case LONG -> Long.valueOf(id);
            case BOOLEAN -> Boolean.valueOf(id);
            case STRING, UNKNOWN -> id;
        };
    }

    record Member(String name, Object value) {}

    private static Arbitrary<List<Member>> members(
            List<SchemaAttribute> attributes, Predicate<SchemaAttribute> always) {
        List<Arbitrary<Optional<Member>>> members = attributes.stream()
                .map(attribute -> ordinary(attribute)
                        .map(value -> new Member(attribute.name(), value))
                        .optional(always.test(attribute) ? 1 : PRESENT))
                .toList();
        return all(members).map(present -> {
            var values = new ArrayList<Member>();
            present.forEach(member -> member.ifPresent(values::add));
            return values;
        });
    }

    /** Returns one value of each arbitrary. */
    static <T> Arbitrary<List<T>> all(List<Arbitrary<T>> each) {
        return each.isEmpty()
                ? Arbitraries.just(List.of())
                : Combinators.combine(each).as(values -> values);
    }
}
