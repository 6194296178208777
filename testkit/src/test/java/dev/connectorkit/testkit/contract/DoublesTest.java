package dev.connectorkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DoublesTest {

    /** A store as one in JavaScript would be: every number is a double. */
    static class DoubleStore extends PlainStore {
        DoubleStore(Invocation invocation) {
            super(invocation);
        }

        @Override
        @Nullable
        Object taken(@Nullable Object value) {
            return EqualityFaults.replaced(
                    super.taken(value),
                    part -> part instanceof Number number ? (Object) shortest(number.doubleValue()) : part);
        }

        /** Returns the shortest decimal that is read as {@code number}, which is what JavaScript writes. */
        static BigDecimal shortest(double number) {
            var exact = new BigDecimal(number);
            for (int digits = 1; digits < exact.precision(); digits++) {
                var rounded = exact.round(new MathContext(digits));
                if (rounded.doubleValue() == number) {
                    return rounded;
                }
            }
            return exact;
        }
    }

    @Test
    void a_store_whose_numbers_are_doubles_passes_if_it_says_so() {
        assertThat(SuiteRun.failures(SuiteRun.DoublesSubject.class, 200, DoubleStore::new))
                .isEmpty();
    }

    @Test
    void it_fails_if_it_does_not_say_so() {
        assertThat(SuiteRun.failures(StoreFault.LOOKALIKES, DoubleStore::new)).hasSize(1);
    }

    @Test
    void a_fault_is_still_found_among_doubles() {
        assertThat(SuiteRun.failures(SuiteRun.DoublesSubject.class, 200, invocation -> new DoubleStore(invocation) {
                    @Override
                    boolean same(@Nullable Object one, @Nullable Object other) {
                        return (one instanceof Number left && other instanceof Number right)
                                ? left.floatValue() == right.floatValue()
                                : super.same(one, other);
                    }
                }))
                .isNotEmpty()
                .allMatch(failure -> failure instanceof StoreViolation);
    }
}
