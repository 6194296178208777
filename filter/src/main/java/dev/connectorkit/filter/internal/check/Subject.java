package dev.connectorkit.filter.internal.check;

import dev.connectorkit.filter.ast.Expr;
import org.jspecify.annotations.Nullable;

/** What rules know: the text, the whole filter, and the schema. */
record Subject(String text, Expr filter, Schema schema) {

    /** Returns what the schema says of an attribute; null for a path into one, or if it says nothing. */
    Schema.@Nullable Attribute declared(Expr expression) {
        return expression instanceof Expr.Attribute attribute
                        && attribute.path().size() == 1
                ? schema.attribute(attribute.name())
                : null;
    }

    String source(Expr part) {
        return part.span().of(text);
    }
}
