package dev.connectorkit.filter;

import dev.connectorkit.filter.ast.Expr;
import dev.connectorkit.filter.ast.Visitor;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the attributes an expression reads. */
final class AttributeNames implements Visitor<Set<String>> {

    private final Set<String> names = new LinkedHashSet<>();

    private AttributeNames() {}

    static Set<String> of(Expr expression) {
        return Collections.unmodifiableSet(expression.accept(new AttributeNames()));
    }

    @Override
    public Set<String> visitOr(Expr.Or or) {
        return visitAll(or.operands());
    }

    @Override
    public Set<String> visitAnd(Expr.And and) {
        return visitAll(and.operands());
    }

    @Override
    public Set<String> visitNot(Expr.Not not) {
        return not.operand().accept(this);
    }

    @Override
    public Set<String> visitComparison(Expr.Comparison comparison) {
        comparison.left().accept(this);
        return comparison.right().accept(this);
    }

    @Override
    public Set<String> visitCall(Expr.Call call) {
        call.target().accept(this);
        return visitAll(call.arguments());
    }

    @Override
    public Set<String> visitAttribute(Expr.Attribute attribute) {
        names.add(attribute.name());
        return names;
    }

    @Override
    public Set<String> visitLiteral(Expr.Literal literal) {
        return names;
    }

    private Set<String> visitAll(List<Expr> expressions) {
        for (Expr expression : expressions) {
            expression.accept(this);
        }
        return names;
    }
}
