package dev.connectorkit.filter;

import dev.connectorkit.filter.ast.Expr;
import dev.connectorkit.filter.diagnostic.Issue;
import dev.connectorkit.filter.diagnostic.IssueCode;
import dev.connectorkit.filter.diagnostic.Severity;
import dev.connectorkit.filter.diagnostic.Span;
import dev.connectorkit.filter.internal.check.ExpressionChecker;
import dev.connectorkit.filter.internal.check.Inspector;
import dev.connectorkit.filter.internal.check.Schema;
import dev.connectorkit.filter.internal.check.Suggestions;
import dev.connectorkit.filter.internal.parse.FilterParser;
import dev.connectorkit.filter.internal.parse.Finding;
import dev.connectorkit.filter.internal.sdk.SdkProgram;
import dev.connectorkit.filter.internal.sdk.SdkSyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compiles filter strings by one dialect, checks them against the attributes it knows, and limits their
 * size. Immutable; safe to share and cache. Every {@code with} returns a new compiler.
 */
public final class FilterCompiler {

    /** The largest text, in UTF-16 code units, unless another limit is set. */
    public static final int DEFAULT_MAX_LENGTH = 65_536;

    /** How many {@code !} and {@code (} may stand inside one another, unless another limit is set. */
    public static final int DEFAULT_MAX_NESTING = 500;

    private static final FilterCompiler STANDARD =
            new FilterCompiler(Dialect.STANDARD, Schema.UNKNOWN, DEFAULT_MAX_LENGTH, DEFAULT_MAX_NESTING);
    private static final FilterCompiler SDK =
            new FilterCompiler(Dialect.SDK, Schema.UNKNOWN, DEFAULT_MAX_LENGTH, DEFAULT_MAX_NESTING);

    private final Dialect dialect;
    private final Schema schema;
    private final int maxLength;
    private final int maxNesting;

    private FilterCompiler(Dialect dialect, Schema schema, int maxLength, int maxNesting) {
        this.dialect = dialect;
        this.schema = schema;
        this.maxLength = maxLength;
        this.maxNesting = maxNesting;
    }

    /** Returns a compiler of {@link Dialect#STANDARD} that knows no attributes. */
    public static FilterCompiler standard() {
        return STANDARD;
    }

    /** Returns a compiler of {@link Dialect#SDK} that knows no attributes. */
    public static FilterCompiler sdk() {
        return SDK;
    }

    /** Returns a compiler that also knows an attribute with at most one value. */
    public FilterCompiler attribute(String name, ValueType type) {
        return with(name, type, false);
    }

    /** Returns a compiler that also knows an attribute with any number of values. */
    public FilterCompiler multiValuedAttribute(String name, ValueType type) {
        return with(name, type, true);
    }

    /**
     * Returns a compiler that refuses attributes it does not know. Without this, once it knows any, it
     * warns: the filter may serve other kinds of objects too. In {@link Dialect#SDK} it always warns.
     */
    public FilterCompiler onlyKnownAttributes() {
        return new FilterCompiler(dialect, new Schema(schema.attributes(), true), maxLength, maxNesting);
    }

    /** Returns a compiler that refuses texts of more UTF-16 code units than this. */
    public FilterCompiler maxLength(int maxLength) {
        return new FilterCompiler(dialect, schema, positive(maxLength, "maxLength"), maxNesting);
    }

    /** Returns a compiler that refuses more {@code !} and {@code (} inside one another than this. */
    public FilterCompiler maxNesting(int maxNesting) {
        return new FilterCompiler(dialect, schema, maxLength, positive(maxNesting, "maxNesting"));
    }

    private static int positive(int limit, String name) {
        if (limit < 1) {
            throw new IllegalArgumentException(name + ": expected a positive number, but got " + limit);
        }
        return limit;
    }

    private FilterCompiler with(String name, ValueType type, boolean multiValued) {
        var more = new LinkedHashMap<>(schema.attributes());
        more.put(
                Objects.requireNonNull(name, "name"),
                new Schema.Attribute(kind(Objects.requireNonNull(type, "type")), multiValued));
        return new FilterCompiler(dialect, new Schema(more, schema.closed()), maxLength, maxNesting);
    }

    private static Schema.Kind kind(ValueType type) {
        return switch (type) {
            case STRING -> Schema.Kind.TEXT;
            case BOOLEAN -> Schema.Kind.FLAG;
            case INT -> Schema.Kind.INT;
            case LONG -> Schema.Kind.LONG;
        };
    }

    /** Compiles a filter that reports call {@code filter}. */
    public FilterResult compile(String text) {
        return compile(text, "filter");
    }

    /**
     * Compiles a filter. A faulty text is no exception: the result tells what is wrong with it.
     *
     * @param origin what reports call the text: a setting's key, a file's name
     */
    public FilterResult compile(String text, String origin) {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(origin, "origin");
        return dialect == Dialect.STANDARD ? compileStandard(text, origin) : compileSdk(text, origin);
    }

    private FilterResult compileSdk(String text, String origin) {
        try {
            Filter filter = Filter.sdk(text, SdkProgram.parse(text), () -> standardExpression(text));
            return new FilterResult(this, text, origin, filter, List.of());
        } catch (SdkSyntaxException error) {
            var span = new Span(error.position(), error.position());
            Issue issue = IssueCode.SDK_SYNTAX.at(span, error.description());
            return new FilterResult(this, text, origin, List.of(issue), null);
        }
    }

    /** Returns what a text of {@link Dialect#SDK} says in {@link Dialect#STANDARD}; empty if it is not valid there. */
    private Optional<Expr> standardExpression(String text) {
        var findings = new ArrayList<Finding>();
        Expr expression = check(text, findings);
        return hasError(findings) ? Optional.empty() : Optional.ofNullable(expression);
    }

    private FilterResult compileStandard(String text, String origin) {
        var findings = new ArrayList<Finding>();
        Expr expression = check(text, findings);
        if (expression != null && !hasError(findings)) {
            if (!schema.closed()) {
                return new FilterResult(this, text, origin, Filter.standard(text, expression), findings);
            }
            Inspector.inspect(text, expression, schema, findings);
            if (!hasError(findings)) {
                return new FilterResult(this, text, origin, issues(text, findings), Filter.standard(text, expression));
            }
        } else if (expression != null) {
            Inspector.inspectFaulty(text, expression, schema, findings);
        }
        return new FilterResult(this, text, origin, issues(text, findings), null);
    }

    private @Nullable Expr check(String text, List<Finding> findings) {
        FilterParser.Outcome outcome = new FilterParser(maxLength, maxNesting).parse(text);
        findings.addAll(outcome.findings());
        return outcome.tree() == null ? null : new ExpressionChecker(text, findings).condition(outcome.tree());
    }

    /** Returns what is to be said of a filter without errors, in addition to what parsing it brought up. */
    List<Issue> inspect(Filter filter, List<Finding> parsed) {
        var findings = new ArrayList<>(parsed);
        if (filter.dialect() == Dialect.SDK) {
            return filter.hasExpression() ? inspectSdk(filter, findings) : List.of();
        }
        Inspector.inspect(filter.text(), filter.expression(), schema, findings);
        return issues(filter.text(), findings);
    }

    /** Warns where {@link Dialect#STANDARD} would refuse: the SDK has accepted the filter. */
    private List<Issue> inspectSdk(Filter filter, List<Finding> findings) {
        check(filter.text(), findings);
        Inspector.inspect(filter.text(), filter.expression(), new Schema(schema.attributes(), false), findings);
        return issues(filter.text(), findings);
    }

    private List<Issue> issues(String text, List<Finding> findings) {
        return findings.isEmpty() ? List.of() : Suggestions.issues(text, findings, this::compiles);
    }

    private boolean compiles(String text) {
        var findings = new ArrayList<Finding>();
        check(text, findings);
        return !hasError(findings);
    }

    private static boolean hasError(List<Finding> findings) {
        for (Finding finding : findings) {
            if (finding.issue().severity() == Severity.ERROR) {
                return true;
            }
        }
        return false;
    }
}
