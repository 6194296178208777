package dev.connectorkit.testkit.contract;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A store with one fault.
 *
 * @param name what it does wrong
 * @param caughtBy the method of {@link DataStoreContract} that must fail
 * @param broken the promises that it may be found to break, depending on the run that finds it
 * @param opening opens it
 */
record StoreFault(
        String name,
        String caughtBy,
        Set<StoreProperty> broken,
        Function<StoreUnderTest.Invocation, StoreUnderTest> opening) {
    static final String INTERLEAVING = "every_interleaving_keeps_every_promise";
    static final String SHORT = "every_short_run_keeps_every_promise";
    static final String ROUND_TRIP = "any_json_is_accepted_and_comes_back";
    static final String NEAR_MISS = "a_change_in_one_place_of_a_value_is_sent";
    static final String KEYS = "every_key_can_be_added_replaced_and_removed";
    static final String CANCELLING = "a_change_that_is_taken_back_was_none";
    static final String REFUSAL = "what_is_no_json_is_refused_and_changes_nothing";
    static final String LIMIT = "a_patch_beyond_the_message_limit_is_refused_before_it_is_sent";
    static final String REPEATING = "flushing_twice_or_repeating_a_run_on_its_result_sends_nothing";
    static final String REORDERING = "the_order_of_commands_on_different_keys_does_not_matter";
    static final String GROUPING = "flushing_after_each_command_or_once_ends_in_the_same_document";
    static final String LAST_WRITE = "of_several_changes_of_a_key_the_last_one_counts";
    static final String NEEDLESS = "a_change_outlives_a_reload_that_makes_it_needless";
    static final String MANY = "many_changes_go_in_one_patch";
    static final String SEPARATE = "stores_share_nothing";
    static final String LARGE = "a_small_change_in_a_large_value_is_sent";
    static final String LOOKALIKES = "values_that_look_alike_are_told_apart";
    static final String PATIENCE = "a_flush_can_fail_again_and_again";
    static final String HOSTILE_NAMES = "hostile_names_survive_as_keys_and_as_values";

    static StoreFault of(
            String name,
            String caughtBy,
            Set<StoreProperty> broken,
            Function<StoreUnderTest.Invocation, StoreUnderTest> opening) {
        return new StoreFault(name, caughtBy, broken, opening);
    }

    static Stream<StoreFault> all() {
        return Stream.of(
                        EqualityFaults.all(),
                        ComparisonFaults.all(),
                        ValueFaults.all(),
                        KeyFaults.all(),
                        PointerFaults.all(),
                        OperationFaults.all(),
                        BufferFaults.all(),
                        FlushFaults.all(),
                        ReloadFaults.all(),
                        AliasingFaults.all(),
                        RefusalFaults.all(),
                        LimitFaults.all(),
                        RunFaults.all(),
                        ConsistencyFaults.all(),
                        BoundaryFaults.all())
                .flatMap(List::stream);
    }

    @Override
    public String toString() {
        return name;
    }
}
