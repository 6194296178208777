package dev.connectorkit.filter.internal.check;

import dev.connectorkit.filter.ast.Expr;
import dev.connectorkit.filter.internal.parse.Finding;
import java.util.List;

/** Something suspicious that a filter may do although it compiles. */
interface Rule {

    /** Looks at one part of a filter, and not at the parts within it. */
    void check(Expr part, Subject subject, List<Finding> findings);
}
