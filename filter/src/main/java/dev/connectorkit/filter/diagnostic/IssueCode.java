package dev.connectorkit.filter.diagnostic;

import static dev.connectorkit.filter.diagnostic.Severity.ERROR;
import static dev.connectorkit.filter.diagnostic.Severity.INFO;
import static dev.connectorkit.filter.diagnostic.Severity.WARNING;

import java.util.List;
import java.util.Locale;

/** Every kind of issue, with its usual severity and its wording. Names and {@link #code()} are stable. */
public enum IssueCode {
    /** Nothing but white space. */
    EMPTY_FILTER(ERROR, "the filter is empty; leave the setting out to filter nothing"),
    /** More text than the limit. */
    FILTER_TOO_LONG(ERROR, "the filter is {0} characters long; the limit is {1}"),
    /** Too many {@code !} and {@code (} inside one another. */
    NESTED_TOO_DEEPLY(ERROR, "more than {0} `!` and `(` inside one another"),
    /** Two conditions or operands with nothing between them. */
    SIDE_BY_SIDE(ERROR, "expected an operator before {0}; join conditions with `&&` or `||`"),
    /** Two arguments without a comma. */
    MISSING_COMMA(ERROR, "expected a comma before {0}"),
    /** A word where an operator is needed. */
    WORD_OPERATOR(ERROR, "`{0}` is no operator here; write {1}"),
    /** A reserved word in place of an attribute. */
    RESERVED_WORD(ERROR, "`{0}` is a reserved word; write {1}"),
    /** {@code =}, {@code &} or {@code |}. */
    SINGLE_CHARACTER_OPERATOR(ERROR, "`{0}` is no operator; write `{1}`"),
    /** {@code <>}. */
    SQL_INEQUALITY(ERROR, "`<>` is no operator; write `!=`"),
    /** {@code ;} or {@code ,} outside a list of arguments. */
    SEPARATOR(ERROR, "`{0}` separates nothing here; a filter is one condition"),
    /** Arithmetic and bit operators. */
    ARITHMETIC(ERROR, "`{0}`: filters do not calculate; a name with hyphens or spaces goes in backticks"),
    /** {@code a ? b : c}. */
    TERNARY(ERROR, "`? :` is not part of the filter language; use `&&` and `||`"),
    /** {@code ?.} and {@code ??}. */
    NULL_SAFE_OPERATOR(ERROR, "`{0}` is not needed: a path into a missing value is simply empty"),
    /** {@code a[0]}. */
    INDEXING(ERROR, "values cannot be indexed with `[ ]`; use a dot for nested objects, `contains` for lists"),
    /** A list outside the arguments of a method. */
    LIST_AS_OPERAND(ERROR, "a list can stand only among the arguments of a method"),
    /** {@code {}} as an argument. */
    EMPTY_LIST(ERROR, "the list is empty"),
    /** Two backticks with nothing between them. */
    EMPTY_NAME(ERROR, "the name between the backticks is empty"),
    /** {@code isNull(name)}. */
    FUNCTION_CALL(ERROR, "`{0}` is called like a function; methods are called on an attribute"),
    /** {@code "a".isNull()}. */
    METHOD_RECEIVER(ERROR, "a method can be called only on an attribute"),
    /** A method that does not exist. */
    UNKNOWN_METHOD(ERROR, "unknown method `{0}`"),
    /** A method's name that is not followed by parentheses. */
    UNCALLED_METHOD(ERROR, "the method `{0}` needs its parentheses"),
    /** Too few or too many arguments. */
    ARGUMENT_COUNT(ERROR, "`{0}` takes {1}, but got {2}"),
    /** A condition among the arguments. */
    CONDITION_AS_ARGUMENT(ERROR, "an argument is an attribute or a literal, not a condition"),
    /** {@code 1 < age < 50}. */
    CHAINED_COMPARISON(ERROR, "comparisons cannot be chained; join them with `&&`"),
    /** {@code !age == 31}. */
    NEGATED_OPERAND(ERROR, "`!` applies to a condition, not to a side of `{0}`"),
    /** A condition compared with an operand, or by order. */
    MISMATCHED_COMPARISON(ERROR, "`{0}` cannot compare {1} with {2}"),
    /** A text, number or null in place of a condition. */
    LITERAL_AS_CONDITION(ERROR, "{0} is no condition; compare it with something"),
    /** A backslash before a character that needs none. */
    UNKNOWN_ESCAPE(ERROR, "unknown escape `{0}`; write a backslash as `\\\\`"),
    /** {@code \"} outside a text. */
    ESCAPED_QUOTE(ERROR, "`{0}` outside a text: the filter was copied from JSON and still carries its escapes"),
    /** Curly quotes. */
    TYPOGRAPHIC_QUOTE(ERROR, "typographic quote {0}; write a plain `\"`"),
    /** {@code ≠ ≤ ≥}. */
    TYPOGRAPHIC_OPERATOR(ERROR, "`{0}` is no operator; write `{1}`"),
    /** A blank that is none. */
    NO_BREAK_SPACE(ERROR, "a no-break space (U+{0}) outside quotes; write an ordinary space"),
    /** A text without its closing quote. */
    UNCLOSED_STRING(ERROR, "the text that starts here is not closed"),
    /** A backtick without its partner. */
    UNCLOSED_NAME(ERROR, "the name that starts here is not closed"),
    /** A parenthesis without its partner. */
    UNCLOSED_PARENTHESIS(ERROR, "the parenthesis that opens here is not closed"),
    /** A list without its end. */
    UNCLOSED_LIST(ERROR, "the list that opens here is not closed"),
    /** A closing bracket that closes nothing, or the wrong thing. */
    UNBALANCED_BRACKET(ERROR, "`{0}` closes nothing here"),
    /** {@code .5}, {@code 0x1F}. */
    MALFORMED_NUMBER(ERROR, "malformed number `{0}`; numbers look like 5, -0.5 or 1e6"),
    /** A number beyond a double's range. */
    NUMBER_OUT_OF_RANGE(ERROR, "the number `{0}` is beyond the range of a double"),
    /** Nothing where an operand or condition must stand. */
    MISSING_OPERAND(ERROR, "expected an attribute, a text, a number or a condition{0}"),
    /** Nothing after a dot. */
    MISSING_NAME(ERROR, "expected a name after the dot, but found {0}"),
    /** {@code //}. */
    COMMENT(ERROR, "filters have no comments"),
    /** A character that has no meaning outside quotes. */
    UNEXPECTED_CHARACTER(ERROR, "unexpected character {0}"),
    /** What the SDK's parser refuses. */
    SDK_SYNTAX(ERROR, "{0}"),

    /** A name the schema does not have. */
    UNKNOWN_ATTRIBUTE(WARNING, "unknown attribute `{0}`"),
    /** A comparison the declared types never let hold. */
    NEVER_HOLDS(WARNING, "never true: {0}"),
    /** A comparison the declared types always let hold. */
    ALWAYS_HOLDS(WARNING, "always true: {0}"),
    /** A method on a type it was not made for. */
    METHOD_UNSUITED(WARNING, "`{0}` makes no sense here: {1}"),
    /** A condition that does not depend on the object. */
    CONSTANT_CONDITION(WARNING, "this condition is always {0}"),
    /** A condition said twice. */
    DUPLICATE_CLAUSE(WARNING, "`{0}` was already said"),
    /** Conditions that exclude each other, joined by {@code &&}. */
    CONTRADICTION(WARNING, "never true: {0} and {1} exclude each other"),
    /** Conditions of which one always holds, joined by {@code ||}. */
    TAUTOLOGY(WARNING, "always true: one of {0} and {1} holds for every object"),
    /** Everything matches, and what matches is left out. */
    LEAVES_OUT_EVERYTHING(WARNING, "every object matches, so every object would be left out"),
    /** Equality on a list, where membership was probably meant. */
    LIST_EQUALITY(INFO, "`{0}` has several values; this is true if {1}"),
    /** Methods that look alike but differ on lists. */
    ELEMENT_OR_PART(
            INFO,
            "on the multi-valued `{0}`, `contains` looks for whole values, `containsIgnoreCase` for parts of them"),
    /** A backslash after a drive letter that makes a control character. */
    DRIVE_LETTER_ESCAPE(INFO, "`{0}` is {1} here; write a backslash as `\\\\`");

    private final Severity severity;
    private final String template;

    IssueCode(Severity severity, String template) {
        this.severity = severity;
        this.template = template;
    }

    /** Returns the code used in reports and JSON, such as {@code unknown-attribute}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the severity an issue of this kind usually has. */
    public Severity severity() {
        return severity;
    }

    /** Returns the wording, with <code>{0}</code>, <code>{1}</code> for the parts that vary. */
    public String template() {
        return template;
    }

    /** Returns an issue of this kind without suggestions. */
    public Issue at(Span span, Object... parts) {
        String message = template;
        if (parts.length > 0) {
            var filled = new StringBuilder();
            int from = 0;
            int open = template.indexOf('{');
            while (open >= 0) {
                filled.append(template, from, open).append(parts[template.charAt(open + 1) - '0']);
                from = open + 3;
                open = template.indexOf('{', from);
            }
            message = filled.append(template, from, template.length()).toString();
        }
        return new Issue(this, severity, message, span, List.of(), List.of());
    }
}
