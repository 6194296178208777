package dev.connectorkit.testkit.contract;

import dev.connectorkit.testkit.jqwik.JsonPair;
import dev.connectorkit.testkit.jqwik.StoreRun;
import jakarta.json.JsonValue;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The suite with the same tries each time, so that tests of the suite itself do not depend on luck. */
interface SeededContract extends DataStoreContract {
    String SEED = "42";

    @Override
    @Property(seed = SEED)
    default void every_interleaving_keeps_every_promise(@ForAll(supplier = Runs.class) StoreRun run) {
        DataStoreContract.super.every_interleaving_keeps_every_promise(run);
    }

    @Override
    @Property(seed = SEED)
    default void every_short_run_keeps_every_promise(@ForAll(supplier = ShortRuns.class) StoreRun run) {
        DataStoreContract.super.every_short_run_keeps_every_promise(run);
    }

    @Override
    @Property(seed = SEED)
    default void the_order_of_commands_on_different_keys_does_not_matter(@ForAll(supplier = Edits.class) StoreRun run) {
        DataStoreContract.super.the_order_of_commands_on_different_keys_does_not_matter(run);
    }

    @Override
    @Property(seed = SEED)
    default void flushing_twice_or_repeating_a_run_on_its_result_sends_nothing(
            @ForAll(supplier = Edits.class) StoreRun run) {
        DataStoreContract.super.flushing_twice_or_repeating_a_run_on_its_result_sends_nothing(run);
    }

    @Override
    @Property(seed = SEED)
    default void flushing_after_each_command_or_once_ends_in_the_same_document(
            @ForAll(supplier = Edits.class) StoreRun run) {
        DataStoreContract.super.flushing_after_each_command_or_once_ends_in_the_same_document(run);
    }

    @Override
    @Property(seed = SEED)
    default void every_key_can_be_added_replaced_and_removed(@ForAll(supplier = Keys.class) String key) {
        DataStoreContract.super.every_key_can_be_added_replaced_and_removed(key);
    }

    @Override
    @Property(seed = SEED)
    default void a_change_that_is_taken_back_was_none(
            @ForAll(supplier = Keys.class) String key,
            @ForAll(supplier = Values.class) JsonValue value,
            @ForAll(supplier = Values.class) JsonValue other) {
        DataStoreContract.super.a_change_that_is_taken_back_was_none(key, value, other);
    }

    @Override
    @Property(seed = SEED)
    default void a_change_outlives_a_reload_that_makes_it_needless(
            @ForAll(supplier = Keys.class) String key, @ForAll(supplier = NearMisses.class) JsonPair values) {
        DataStoreContract.super.a_change_outlives_a_reload_that_makes_it_needless(key, values);
    }

    @Override
    @Property(seed = SEED)
    default void of_several_changes_of_a_key_the_last_one_counts(
            @ForAll(supplier = Keys.class) String key, @ForAll(supplier = NearMisses.class) JsonPair values) {
        DataStoreContract.super.of_several_changes_of_a_key_the_last_one_counts(key, values);
    }

    @Override
    @Property(seed = SEED)
    default void any_json_is_accepted_and_comes_back(
            @ForAll(supplier = Keys.class) String key, @ForAll(supplier = Values.class) JsonValue value) {
        DataStoreContract.super.any_json_is_accepted_and_comes_back(key, value);
    }

    @Override
    @Property(seed = SEED)
    default void a_change_in_one_place_of_a_value_is_sent(@ForAll(supplier = NearMisses.class) JsonPair values) {
        DataStoreContract.super.a_change_in_one_place_of_a_value_is_sent(values);
    }
}
