package dev.connectorkit.filter.internal.eval;

import dev.connectorkit.filter.ast.Expr;
import dev.connectorkit.filter.ast.Operator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers the equality tests on one attribute that {@code ||} joins, or whose negations {@code &&} joins. */
final class EqualityGroups {

    /** From this many tests on a table is faster. */
    private static final int WORTHWHILE = 3;

    private EqualityGroups() {}

    /** A part that must hold, or must not. */
    record Signed(Expr expression, boolean positive) {}

    /** Equality tests on one attribute with texts, or with numbers; the other list is null. */
    record Group(Expr.Attribute attribute, @Nullable List<String> texts, List<NumberConstant> numbers) {}

    private record Key(Expr.Attribute attribute, boolean text) {}

    private record Equality(Key key, Object value) {}

    /** Returns the parts of which one must hold, each a {@link Signed} or a {@link Group}. */
    static List<Object> ofAlternatives(Expr.Or or) {
        var parts = new ArrayList<Signed>();
        flatten(or, true, true, parts);
        return grouped(parts, true);
    }

    /** Returns the parts that must all hold; of a {@link Group} no test must hold. */
    static List<Object> ofRequirements(Expr.And and) {
        var parts = new ArrayList<Signed>();
        flatten(and, true, false, parts);
        return grouped(parts, false);
    }

    /** By De Morgan's laws {@code !(a && b)} is another pair of alternatives. */
    private static void flatten(Expr expression, boolean positive, boolean alternatives, List<Signed> parts) {
        if (expression instanceof Expr.Not not) {
            flatten(not.operand(), !positive, alternatives, parts);
        } else if (expression instanceof Expr.Or or && alternatives == positive) {
            for (Expr operand : or.operands()) {
                flatten(operand, positive, alternatives, parts);
            }
        } else if (expression instanceof Expr.And and && alternatives != positive) {
            for (Expr operand : and.operands()) {
                flatten(operand, positive, alternatives, parts);
            }
        } else {
            parts.add(new Signed(expression, positive));
        }
    }

    private static List<Object> grouped(List<Signed> parts, boolean alternatives) {
        if (parts.size() < WORTHWHILE) {
            return new ArrayList<>(parts);
        }
        var values = new LinkedHashMap<Key, List<Object>>();
        for (Signed part : parts) {
            Equality equality = equality(part, alternatives);
            if (equality != null) {
                values.computeIfAbsent(equality.key(), key -> new ArrayList<>()).add(equality.value());
            }
        }
        var result = new ArrayList<Object>();
        for (Signed part : parts) {
            Equality equality = equality(part, alternatives);
            List<Object> group = equality == null ? null : values.get(equality.key());
            if (equality == null || (group != null && group.size() < WORTHWHILE)) {
                result.add(part);
            } else if (group != null) {
                result.add(group(equality.key(), group));
                values.remove(equality.key());
            }
        }
        return result;
    }

    private static Group group(Key key, List<Object> values) {
        if (key.text()) {
            return new Group(
                    key.attribute(), values.stream().map(String.class::cast).toList(), List.of());
        }
        return new Group(
                key.attribute(),
                null,
                values.stream()
                        .map(value -> new NumberConstant((BigDecimal) value))
                        .toList());
    }

    private static @Nullable Equality equality(Signed part, boolean alternatives) {
        if (!(part.expression() instanceof Expr.Comparison comparison)) {
            return null;
        }
        Operator wanted = part.positive() == alternatives ? Operator.EQUAL : Operator.NOT_EQUAL;
        if (comparison.operator() != wanted) {
            return null;
        }
        Expr left = comparison.left();
        Expr right = comparison.right();
        if (left instanceof Expr.Attribute attribute && right instanceof Expr.Literal literal) {
            return equality(attribute, literal);
        }
        return left instanceof Expr.Literal literal && right instanceof Expr.Attribute attribute
                ? equality(attribute, literal)
                : null;
    }

    private static @Nullable Equality equality(Expr.Attribute attribute, Expr.Literal literal) {
        Object value = literal.value();
        boolean fits = value instanceof String || value instanceof BigDecimal;
        return fits && value != null ? new Equality(new Key(attribute, value instanceof String), value) : null;
    }
}
