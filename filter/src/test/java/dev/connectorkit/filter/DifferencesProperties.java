package dev.connectorkit.filter;

import static dev.connectorkit.filter.Dialect.SDK;
import static dev.connectorkit.filter.Dialect.STANDARD;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connectorkit.filter.Differences.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/**
 * Documented filters over ordinary data, in both dialects. A filter without a condition that a listed rule covers has one
 * answer; and so has every such condition.
 */
class DifferencesProperties {
    private static final String MISSING = "missing";
    private static final List<String> TESTS = List.of("isNull", "notNull", "isEmpty", "notEmpty");
    private static final List<String> ORDER = List.of("<", "<=", ">", ">=");
    private static final List<String> OPERATORS = List.of("==", "!=", "===", "!==", "<", "<=", ">", ">=");
    private static final List<String> TEXT_METHODS = List.of(
            "startsWith", "startsWithIgnoreCase", "endsWith", "endsWithIgnoreCase", "contains", "containsIgnoreCase");
    private static final List<String> LIST_METHODS = List.of("containsAll", "containsAllIgnoreCase");

    private static final Map<String, @Nullable Object> DATA = data();

    /** One documented condition: an attribute, an operator or method, and literals. */
    record Condition(String attribute, String verb, List<@Nullable Object> literals) {
        boolean isCall() {
            return !OPERATORS.contains(verb);
        }

        @Nullable
        Object value() {
            return DATA.get(attribute);
        }

        String text() {
            List<String> arguments = literals.stream().map(Differences::json).toList();
            return isCall()
                    ? attribute + "." + verb + "(" + String.join(", ", arguments) + ")"
                    : attribute + " " + verb + " " + arguments.get(0);
        }

        /** Returns the codes of the rules by which the dialects may differ here. */
        Set<String> rules() {
            return Arrays.stream(Reason.values())
                    .filter(reason -> reason.covers(this))
                    .map(Reason::code)
                    .collect(toSet());
        }
    }

    /** When a rule covers a condition; its constants are codes of rules. */
    private enum Reason {
        SIGNED_NUMBERS {
            @Override
            boolean covers(Condition condition) {
                return condition.literals().stream()
                        .anyMatch(literal -> literal instanceof Number number && number.doubleValue() < 0);
            }
        },
        STRICT_INEQUALITY {
            @Override
            boolean covers(Condition condition) {
                return condition.verb().equals("!==");
            }
        },
        MISSING_IS_NULL {
            @Override
            boolean covers(Condition condition) {
                return condition.attribute().equals(MISSING)
                        && (TESTS.contains(condition.verb()) || condition.verb().equals("==="));
            }
        },
        NO_EVALUATION_ERRORS {
            @Override
            boolean covers(Condition condition) {
                return condition.isCall()
                        && condition.value() == null
                        && !condition.attribute().equals(MISSING)
                        && !TESTS.contains(condition.verb());
            }
        },
        TEXT_OF_VALUES {
            @Override
            boolean covers(Condition condition) {
                Object value = condition.value();
                boolean partsOfText = condition.verb().equals("containsAllIgnoreCase") && value instanceof String;
                boolean others = value instanceof Number || value instanceof Boolean || hasOtherElements(value);
                return takesText(condition) && (partsOfText || others);
            }

            private boolean hasOtherElements(@Nullable Object value) {
                return value instanceof Collection<?> elements
                        && elements.stream().anyMatch(element -> !(element instanceof String));
            }
        },
        ELEMENTS_OF_LISTS {
            @Override
            boolean covers(Condition condition) {
                return takesText(condition)
                        && !condition.verb().startsWith("contains")
                        && condition.value() instanceof Collection;
            }
        },
        EMPTY_COLLECTIONS {
            @Override
            boolean covers(Condition condition) {
                return condition.verb().endsWith("Empty")
                        && condition.value() instanceof Collection<?> elements
                        && elements.isEmpty();
            }
        },
        NULL_HAS_NO_ORDER {
            @Override
            boolean covers(Condition condition) {
                return ORDER.contains(condition.verb())
                        && (condition.value() == null || condition.literals().contains(null));
            }
        },
        BOOLEANS_HAVE_NO_ORDER {
            @Override
            boolean covers(Condition condition) {
                return ORDER.contains(condition.verb())
                        && (condition.value() instanceof Boolean
                                || condition.literals().get(0) instanceof Boolean);
            }
        },
        TEXT_OF_BOOLEANS {
            @Override
            boolean covers(Condition condition) {
                return OPERATORS.contains(condition.verb())
                        && sides(condition).stream().anyMatch(Boolean.class::isInstance)
                        && sides(condition).stream().anyMatch(side -> "true".equals(side) || "false".equals(side));
            }
        },
        NUMERIC_TEXT {
            @Override
            boolean covers(Condition condition) {
                return OPERATORS.contains(condition.verb())
                        && sides(condition).stream().anyMatch(side -> side instanceof Number || side instanceof Boolean)
                        && sides(condition).stream()
                                .anyMatch(
                                        side -> side instanceof String text && (text.isBlank() || text.equals("0x1e")));
            }
        },
        LISTS_ARE_NOT_TEXT {
            @Override
            boolean covers(Condition condition) {
                return OPERATORS.contains(condition.verb()) && condition.value() instanceof Collection;
            }
        },
        EMPTY_ARGUMENTS {
            @Override
            boolean covers(Condition condition) {
                return takesText(condition) && condition.literals().contains(null);
            }
        };

        abstract boolean covers(Condition condition);

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static boolean takesText(Condition condition) {
            return TEXT_METHODS.contains(condition.verb()) || LIST_METHODS.contains(condition.verb());
        }

        static List<@Nullable Object> sides(Condition condition) {
            return Arrays.asList(condition.value(), condition.literals().get(0));
        }
    }

    @Example
    void a_reason_is_the_code_of_a_listed_rule() {
        var codes = Differences.rules().stream().map(Rule::code).collect(toSet());

        assertThat(Reason.values()).allSatisfy(reason -> assertThat(codes).contains(reason.code()));
    }

    @Example
    void every_condition_has_one_answer_unless_a_listed_rule_covers_it() {
        assertThat(allConditions()).hasSizeGreaterThan(4000).allSatisfy(condition -> {
            String standard = Differences.answer(STANDARD, condition.text(), DATA);

            assertThat(standard).as(condition.text()).isIn("true", "false");
            if (condition.rules().isEmpty()) {
                assertThat(standard)
                        .as("%s where the value is %s", condition.text(), condition.value())
                        .isEqualTo(Differences.answer(SDK, condition.text(), DATA));
            }
        });
    }

    @Property(tries = 500)
    void a_filter_whose_conditions_have_one_answer_has_one_answer(@ForAll("filters") String filter) {
        assertThat(Differences.answer(STANDARD, filter, DATA))
                .as(filter)
                .isEqualTo(Differences.answer(SDK, filter, DATA));
    }

    @Example
    void every_reason_is_needed() {
        List<Condition> conditions = allConditions();

        assertThat(Reason.values())
                .allSatisfy(reason -> assertThat(conditions)
                        .as(reason.code())
                        .anyMatch(condition -> condition.rules().equals(Set.of(reason.code())) && differs(condition)));
    }

    private static boolean differs(Condition condition) {
        return !Differences.answer(SDK, condition.text(), DATA)
                .equals(Differences.answer(STANDARD, condition.text(), DATA));
    }

    @Provide
    Arbitrary<String> filters() {
        var agreed = allConditions().stream()
                .filter(condition -> condition.rules().isEmpty())
                .map(Condition::text)
                .toList();
        return filter(Arbitraries.of(agreed), 3);
    }

    private static Arbitrary<String> filter(Arbitrary<String> conditions, int depth) {
        if (depth == 0) {
            return conditions;
        }
        var part = Arbitraries.lazy(() -> filter(conditions, depth - 1));
        return Arbitraries.oneOf(
                conditions,
                part.map(inner -> "!(" + inner + ")"),
                part.map(inner -> "( " + inner + " )"),
                Combinators.combine(part, part).as((left, right) -> "(" + left + ") && (" + right + ")"),
                Combinators.combine(part, part).as((left, right) -> left + " || " + right),
                Combinators.combine(part, part).as((left, right) -> "(" + left + ")||!(" + right + ")"));
    }

    private static List<Condition> allConditions() {
        List<String> attributes = new ArrayList<>(DATA.keySet());
        attributes.add(MISSING);
        var literals = Arrays.<@Nullable Object>asList(
                "Employee", "empl", "", " ", "30", "0x1e", "true", "yee", 0, 1, 30, 2.5, -5, true, false, null);
        List<Condition> conditions = new ArrayList<>();
        for (String attribute : attributes) {
            for (String test : TESTS) {
                conditions.add(new Condition(attribute, test, List.of()));
            }
            for (Object literal : literals) {
                for (List<String> verbs : List.of(OPERATORS, TEXT_METHODS, LIST_METHODS)) {
                    for (String verb : verbs) {
                        conditions.add(new Condition(attribute, verb, Arrays.asList(literal)));
                    }
                }
                for (String verb : LIST_METHODS) {
                    conditions.add(new Condition(attribute, verb, Arrays.asList(literal, "employee")));
                }
            }
        }
        return conditions;
    }

    private static Map<String, @Nullable Object> data() {
        Map<String, @Nullable Object> data = new HashMap<>();
        data.put("type", "Employee");
        data.put("number", "30");
        data.put("spaced", " 30 ");
        data.put("word", "true");
        data.put("blank", " ");
        data.put("emptyText", "");
        data.put("age", 30);
        data.put("zero", 0);
        data.put("one", 1);
        data.put("rate", 2.5);
        data.put("debt", -5);
        data.put("active", true);
        data.put("inactive", false);
        data.put("nothing", null);
        data.put("groups", List.of("Employee", "Users"));
        data.put("single", List.of("30"));
        data.put("codes", List.of(1, 30));
        data.put("mixed", List.of("Employee", 30, true));
        data.put("noGroups", List.of());
        return data;
    }
}
