package dev.connectorkit.filter.internal.sdk;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a filter. As a condition it is true or false, as an operand it has a value; the SDK evaluates nothing else,
 * so that most parts are a constant false and undefined.
 */
sealed interface Node {

    /** Returns whether this part holds as a condition. */
    default boolean test(Data data) {
        return false;
    }

    /** Returns the value of this part as an operand of a comparison. */
    default @Nullable Object value(Data data) {
        return Undefined.VALUE;
    }

    /** What is parsed and never evaluated: arithmetic, lists, ternaries, several expressions, {@code this} … */
    enum Inert implements Node {
        INERT
    }

    /** A name. */
    record Attribute(String name) implements Node {
        @Override
        public @Nullable Object value(Data data) {
            return data.member(name);
        }
    }

    /** A literal: text, a {@code Double}, a {@code Boolean} or null. */
    record Literal(@Nullable Object value) implements Node {
        @Override
        public @Nullable Object value(Data data) {
            return value;
        }
    }

    /** {@code receiver.name}, where a receiver that is no attribute goes by the name {@code undefined}. */
    record Member(String receiver, @Nullable String name) implements Node {
        static Member of(Node receiver, @Nullable String name) {
            return new Member(receiver instanceof Attribute attribute ? attribute.name() : "undefined", name);
        }
    }

    /** A method call; without a member there is nothing that could be called. */
    record Call(@Nullable Member callee, List<@Nullable Object> arguments) implements Node {
        static Call of(Node callee, List<Node> arguments) {
            List<@Nullable Object> values = new ArrayList<>(arguments.size());
            for (Node argument : arguments) {
                values.add(argument instanceof Literal literal ? literal.value() : Undefined.VALUE);
            }
            return new Call(callee instanceof Member member ? member : null, values);
        }

        @Override
        public boolean test(Data data) {
            if (callee == null) {
                throw new SdkTypeException("Cannot read properties of undefined (reading 'name')");
            }
            if (data.hasOwn("hasOwnProperty")) {
                throw new SdkTypeException("this.data.hasOwnProperty is not a function");
            }
            if (!data.hasOwn(callee.receiver())) {
                return false;
            }
            Method method = Method.named(callee.name());
            return method != null && method.test(data.own(callee.receiver()), arguments);
        }
    }

    /** Any number of {@code !}. */
    record Negation(Node condition, boolean odd) implements Node {
        static Negation of(Node condition) {
            return condition instanceof Negation negation
                    ? new Negation(negation.condition(), !negation.odd())
                    : new Negation(condition, true);
        }

        @Override
        public boolean test(Data data) {
            return condition.test(data) != odd;
        }
    }

    /** A comparison of two operands. */
    record Comparison(Relation relation, Node left, Node right) implements Node {
        @Override
        public boolean test(Data data) {
            Object leftValue = left.value(data);
            // An attribute is itself, even where the map makes a new view of it at each look.
            Object rightValue = left.equals(right) ? leftValue : right.value(data);
            return relation.test(leftValue, rightValue);
        }
    }

    /** A chain of {@code &&} or {@code ||}; not recursive, so that its length costs no stack. */
    final class Chain implements Node {
        private final boolean all;
        private final List<Node> conditions = new ArrayList<>();

        private Chain(boolean all) {
            this.all = all;
        }

        /** Joins two conditions; the left one may be a chain that nobody else holds, and grows. */
        static Chain join(boolean all, Node left, Node right) {
            Chain chain;
            if (left instanceof Chain open && open.all == all) {
                chain = open;
            } else {
                chain = new Chain(all);
                chain.conditions.add(left);
            }
            chain.conditions.add(right);
            return chain;
        }

        @Override
        public boolean test(Data data) {
            boolean result = all;
            // The SDK does not stop early: a type error further right must be thrown.
            for (Node condition : conditions) {
                boolean holds = condition.test(data);
                result = all ? result && holds : result || holds;
            }
            return result;
        }
    }
}
