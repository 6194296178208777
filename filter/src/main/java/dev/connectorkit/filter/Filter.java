package dev.connectorkit.filter;

import dev.connectorkit.filter.ast.Expr;
import dev.connectorkit.filter.internal.eval.Program;
import dev.connectorkit.filter.internal.sdk.SdkProgram;
import dev.connectorkit.filter.internal.sdk.SdkTypeException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A compiled filter: answers whether an object matches. Immutable; safe to share and cache.
 *
 * <p>An object is a map from attribute name to value. Values may be text, numbers of any kind, booleans,
 * null, collections or arrays (several values) and maps (nested objects); anything else counts as the text
 * its {@code toString} gives. An attribute that is absent is the same as one that is null.
 *
 * <p>On the platform a match means that the object is left out; a filter itself knows nothing of that.
 */
public final class Filter {

    private final String text;
    private final Dialect dialect;
    private final @Nullable Program program;
    private final @Nullable SdkProgram sdkProgram;
    private final Supplier<Optional<Expr>> parser;
    /** Whether {@link #expression} is final; until then nobody has asked. Two threads would find the same. */
    private volatile boolean parsed;

    private volatile @Nullable Expr expression;

    private Filter(String text, Expr expression) {
        this.text = text;
        this.dialect = Dialect.STANDARD;
        this.program = Program.of(expression);
        this.sdkProgram = null;
        this.parser = Optional::empty;
        this.expression = expression;
        this.parsed = true;
    }

    private Filter(String text, SdkProgram program, Supplier<Optional<Expr>> parser) {
        this.text = text;
        this.dialect = Dialect.SDK;
        this.program = null;
        this.sdkProgram = program;
        this.parser = parser;
    }

    static Filter standard(String text, Expr expression) {
        return new Filter(text, expression);
    }

    /** @param parser gives the syntax tree, if {@code text} has one; asked only when the tree is wanted */
    static Filter sdk(String text, SdkProgram program, Supplier<Optional<Expr>> parser) {
        return new Filter(text, program, parser);
    }

    /**
     * Compiles a filter of {@link Dialect#STANDARD} that may name any attribute.
     *
     * @throws FilterException if {@code text} has errors; its message is the report
     */
    public static Filter compile(String text) {
        return FilterCompiler.standard().compile(text).filter();
    }

    /**
     * Tells whether {@code attributes} match {@code filterString}, compiling it at most once: the filters
     * used last are kept. For those who know {@code new Filter(attributes).matcher(filterString)} from the
     * SDK; it follows {@link Dialect#STANDARD}.
     *
     * @throws FilterException if {@code filterString} has errors
     */
    public static boolean matcher(Map<String, ? extends @Nullable Object> attributes, String filterString) {
        return FilterCache.SHARED.get(filterString).matches(attributes);
    }

    /**
     * Tells whether an object matches. A filter of {@link Dialect#STANDARD} never throws, whatever the
     * object holds.
     *
     * @throws FilterEvaluationException where the SDK throws a TypeError, in {@link Dialect#SDK} only
     */
    public boolean matches(Map<String, ? extends @Nullable Object> object) {
        return program == null ? matches(sdkProgram, object) : program.matches(object);
    }

    /**
     * Tells why an object matches or not: the answer of every part, and the values it read.
     *
     * @throws UnsupportedOperationException if the filter has no {@link #expression()}
     * @throws FilterEvaluationException where the SDK throws a TypeError, in {@link Dialect#SDK} only
     */
    public Explanation explain(Map<String, ? extends @Nullable Object> object) {
        return new Explainer(object, part -> holds(part, object)).explain(expression());
    }

    private boolean holds(Expr part, Map<String, ? extends @Nullable Object> object) {
        return dialect == Dialect.STANDARD
                ? Program.of(part).matches(object)
                : matches(SdkProgram.parse(part.span().of(text)), object);
    }

    private static boolean matches(@Nullable SdkProgram program, Map<String, ? extends @Nullable Object> object) {
        try {
            return Objects.requireNonNull(program).matches(object);
        } catch (SdkTypeException error) {
            throw new FilterEvaluationException(error.getMessage(), error);
        }
    }

    /**
     * Returns the syntax tree.
     *
     * @throws UnsupportedOperationException if this is a filter of {@link Dialect#SDK} whose text is not
     *     also valid in {@link Dialect#STANDARD}: the trees of the one language cannot say what it does
     */
    public Expr expression() {
        return optionalExpression()
                .orElseThrow(() -> new UnsupportedOperationException(
                        "this filter is valid in the SDK dialect only, so it has no expression; "
                                + "FilterCompiler.standard().compile(text()).report() tells why"));
    }

    /** Tells whether there is an {@link #expression()}; in {@link Dialect#STANDARD} there always is. */
    public boolean hasExpression() {
        return optionalExpression().isPresent();
    }

    private Optional<Expr> optionalExpression() {
        if (!parsed) {
            expression = parse().orElse(null);
            parsed = true;
        }
        return Optional.ofNullable(expression);
    }

    /** Matching does not need the tree, so whatever goes wrong here must not fail a filter that the SDK accepts. */
    private Optional<Expr> parse() {
        try {
            return parser.get();
        } catch (RuntimeException | StackOverflowError error) {
            return Optional.empty();
        }
    }

    /**
     * Returns the names of the attributes that the filter reads, in the order they first appear; of a path
     * the first name.
     *
     * @throws UnsupportedOperationException if the filter has no {@link #expression()}
     */
    public Set<String> attributeNames() {
        return AttributeNames.of(expression());
    }

    /** Returns the dialect whose rules the filter follows. */
    public Dialect dialect() {
        return dialect;
    }

    /** Returns the text this filter was compiled from. */
    public String text() {
        return text;
    }

    /** Two filters are equal if their texts and dialects are. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Filter that && text.equals(that.text) && dialect == that.dialect;
    }

    @Override
    public int hashCode() {
        return Objects.hash(text, dialect.name());
    }

    /** Returns the {@link #text()}. */
    @Override
    public String toString() {
        return text;
    }
}
