/** The filter language: compile, validate, explain and evaluate filter strings. */
module dev.connectorkit.filter {
    requires static transitive org.jspecify;
    requires org.antlr.antlr4.runtime;

    exports dev.connectorkit.filter;
    exports dev.connectorkit.filter.ast;
    exports dev.connectorkit.filter.diagnostic;
}
