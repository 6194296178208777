package dev.connectorkit.filter.internal.sdk;

import org.jspecify.annotations.Nullable;

/** A comparison operator. There is no {@code !==}: the SDK does not know it, and calls it false. */
enum Relation {
    EQUAL {
        @Override
        boolean test(@Nullable Object left, @Nullable Object right) {
            return Coercion.looselyEqual(left, right);
        }
    },
    NOT_EQUAL {
        @Override
        boolean test(@Nullable Object left, @Nullable Object right) {
            return !Coercion.looselyEqual(left, right);
        }
    },
    STRICTLY_EQUAL {
        @Override
        boolean test(@Nullable Object left, @Nullable Object right) {
            return Coercion.strictlyEqual(left, right);
        }
    },
    LESS {
        @Override
        boolean test(@Nullable Object left, @Nullable Object right) {
            return Coercion.ordered(left, right, order -> order < 0);
        }
    },
    GREATER {
        @Override
        boolean test(@Nullable Object left, @Nullable Object right) {
            return Coercion.ordered(left, right, order -> order > 0);
        }
    },
    LESS_OR_EQUAL {
        @Override
        boolean test(@Nullable Object left, @Nullable Object right) {
            return Coercion.ordered(left, right, order -> order <= 0);
        }
    },
    GREATER_OR_EQUAL {
        @Override
        boolean test(@Nullable Object left, @Nullable Object right) {
            return Coercion.ordered(left, right, order -> order >= 0);
        }
    };

    abstract boolean test(@Nullable Object left, @Nullable Object right);
}
