package dev.connectorkit.testkit.contract;

import dev.connectorkit.dsl.internal.json.JsonEquality;
import dev.connectorkit.dsl.store.Layout;
import dev.connectorkit.testkit.jqwik.JsonPair;
import dev.connectorkit.testkit.jqwik.JsonValues;
import dev.connectorkit.testkit.jqwik.StoreEdits;
import dev.connectorkit.testkit.jqwik.StoreRun;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Everything that a data store promises, as jqwik properties. A test class inherits them by implementing {@link #open}:
 *
 * <pre>{@code
 * class DataStoreProperties implements DataStoreContract {
 *     public StoreUnderTest open(StoreUnderTest.Invocation invocation) {
 *         return StoreUnderTest.of(DataStore.of(invocation.context(), invocation.response()));
 *     }
 * }
 * }</pre>
 *
 * <p>The store can be any implementation, in this process or behind a pipe or HTTP: {@link StoreUnderTest} is all that
 * the suite needs. A failure is a {@link StoreViolation}; its message names the broken {@link StoreProperty}, tells the
 * shortest run of commands that breaks it, and shows the patch and the document before and after.
 *
 * <p>Each property is tried as often as {@code jqwik.tries.default} says, 1,000 times where nothing is said.
 */
public interface DataStoreContract {

    /** Opens a store for one invocation. */
    StoreUnderTest open(StoreUnderTest.Invocation invocation);

    /** Returns where the store looks for values and points with its patches. */
    default Layout layout() {
        return Layout.NESTED;
    }

    /**
     * Says whether the store keeps numbers as doubles, as one in JavaScript does. The suite then uses no others: none of
     * more than 15 digits, and none beyond 1E300.
     */
    default boolean numbersAreDoubles() {
        return false;
    }

    /**
     * Returns values that are no JSON and that set must refuse. A store in another language overrides this with what
     * can be said to it, or with an empty list.
     */
    default List<Object> notJson() {
        var circle = new ArrayList<Object>();
        circle.add(circle);
        var loop = new HashMap<String, Object>();
        loop.put("loop", Map.of("again", loop));
        return List.of(
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Float.NEGATIVE_INFINITY,
                Map.of("a", Double.NaN),
                List.of(1, List.of(Float.NaN)),
                circle,
                loop,
                Map.of(1, "a"),
                List.of(Map.of(true, 1)),
                new Object(),
                Map.of("a", List.of(new Object())),
                List.of(List.of(Map.of("a", List.of(List.of(Map.of("b", Double.NaN)))))),
                Collections.singletonMap(null, 1));
    }

    /** Runs of everything that can happen. */
    final class Runs implements ArbitrarySupplier<StoreRun> {
        /** Creates the supplier. */
        public Runs() {}

        @Override
        public Arbitrary<StoreRun> get() {
            return StoreEdits.interleavings();
        }
    }

    /** Runs of three steps on one key. */
    final class ShortRuns implements ArbitrarySupplier<StoreRun> {
        /** Creates the supplier. */
        public ShortRuns() {}

        @Override
        public Arbitrary<StoreRun> get() {
            return StoreEdits.shortRuns();
        }
    }

    /** Runs of sets and deletes. */
    final class Edits implements ArbitrarySupplier<StoreRun> {
        /** Creates the supplier. */
        public Edits() {}

        @Override
        public Arbitrary<StoreRun> get() {
            return StoreEdits.edits();
        }
    }

    /** Any JSON. */
    final class Values implements ArbitrarySupplier<JsonValue> {
        /** Creates the supplier. */
        public Values() {}

        @Override
        public Arbitrary<JsonValue> get() {
            return JsonValues.values();
        }
    }

    /** Values that differ in one place. */
    final class NearMisses implements ArbitrarySupplier<JsonPair> {
        /** Creates the supplier. */
        public NearMisses() {}

        @Override
        public Arbitrary<JsonPair> get() {
            return JsonValues.nearMisses();
        }
    }

    /** Any key. */
    final class Keys implements ArbitrarySupplier<String> {
        /** Creates the supplier. */
        public Keys() {}

        @Override
        public Arbitrary<String> get() {
            return JsonValues.names();
        }
    }

    private StoreRun fitting(StoreRun run) {
        run.keys().forEach(this::fitting);
        return numbersAreDoubles() ? DoubleNumbers.in(run) : run;
    }

    private JsonPair fitting(JsonPair values) {
        var one = fitting(values.one());
        var other = fitting(values.other());
        Assume.that(!JsonEquality.equal(one, other));
        return new JsonPair(one, other);
    }

    private JsonValue fitting(JsonValue value) {
        return numbersAreDoubles() ? DoubleNumbers.in(value) : value;
    }

    private String fitting(String key) {
        Assume.that(StoreCheck.fits(key, layout()));
        return key;
    }

    /** All promises but those that have a property of their own, under any interleaving. */
    @Property
    default void every_interleaving_keeps_every_promise(@ForAll(supplier = Runs.class) StoreRun run) {
        play(fitting(run));
    }

    /**
     * Plays one run on a store and holds every step against every promise. A run that has failed once can be kept so: a
     * test that builds it and plays it guards against its return.
     *
     * @throws StoreViolation if the store breaks a promise
     */
    default void play(StoreRun run) {
        new StoreTrial(this, run).play();
    }

    /** The same promises, under what can happen to one key in three steps. */
    @Property
    default void every_short_run_keeps_every_promise(@ForAll(supplier = ShortRuns.class) StoreRun run) {
        play(fitting(run));
    }

    /** {@link StoreProperty#COMMUTATIVITY}. */
    @Property
    default void the_order_of_commands_on_different_keys_does_not_matter(@ForAll(supplier = Edits.class) StoreRun run) {
        new CommandChecks(this).requireCommutativity(fitting(run));
    }

    /** {@link StoreProperty#IDEMPOTENCE}. */
    @Property
    default void flushing_twice_or_repeating_a_run_on_its_result_sends_nothing(
            @ForAll(supplier = Edits.class) StoreRun run) {
        new CommandChecks(this).requireIdempotence(fitting(run));
    }

    /** {@link StoreProperty#GROUPING}. */
    @Property
    default void flushing_after_each_command_or_once_ends_in_the_same_document(
            @ForAll(supplier = Edits.class) StoreRun run) {
        new CommandChecks(this).requireGrouping(fitting(run));
    }

    /** {@link StoreProperty#POINTERS} and {@link StoreProperty#RIGHT_OPERATION}, for every key. */
    @Property
    default void every_key_can_be_added_replaced_and_removed(@ForAll(supplier = Keys.class) String key) {
        new CommandChecks(this).requireLifeOf(fitting(key));
    }

    /** {@link StoreProperty#CANCELLATION}. */
    @Property
    default void a_change_that_is_taken_back_was_none(
            @ForAll(supplier = Keys.class) String key,
            @ForAll(supplier = Values.class) JsonValue value,
            @ForAll(supplier = Values.class) JsonValue other) {
        new CommandChecks(this).requireCancellation(fitting(key), fitting(value), fitting(other));
    }

    /** {@link StoreProperty#RELOAD}: what a reload makes needless is remembered, for another one may need it again. */
    @Property
    default void a_change_outlives_a_reload_that_makes_it_needless(
            @ForAll(supplier = Keys.class) String key, @ForAll(supplier = NearMisses.class) JsonPair values) {
        new CommandChecks(this).requireKept(fitting(key), fitting(values));
    }

    /** {@link StoreProperty#LAST_WRITE_WINS}. */
    @Property
    default void of_several_changes_of_a_key_the_last_one_counts(
            @ForAll(supplier = Keys.class) String key, @ForAll(supplier = NearMisses.class) JsonPair values) {
        new CommandChecks(this).requireLastWrite(fitting(key), fitting(values));
    }

    /** {@link StoreProperty#JSON_ONLY}: what is JSON is accepted. */
    @Property
    default void any_json_is_accepted_and_comes_back(
            @ForAll(supplier = Keys.class) String key, @ForAll(supplier = Values.class) JsonValue value) {
        new ValueChecks(this).requireRoundTrip(fitting(key), fitting(value));
    }

    /** {@link StoreProperty#COMPLETENESS}: a change is seen, however deep and however small. */
    @Property
    default void a_change_in_one_place_of_a_value_is_sent(@ForAll(supplier = NearMisses.class) JsonPair values) {
        new ValueChecks(this).requireDifferenceSeen(fitting(values));
    }

    /** {@link StoreProperty#COMPLETENESS}, for pairs of values that careless comparison confuses. */
    @Example
    default void values_that_look_alike_are_told_apart() {
        new ValueChecks(this)
                .requireLookalikesToldApart(JsonValues.allLookalikes().stream()
                        .map(family -> family.stream().map(this::fitting).toList())
                        .toList());
    }

    /** {@link StoreProperty#COMPLETENESS} and {@link StoreProperty#JSON_ONLY}, for values larger than most. */
    @Example
    default void a_small_change_in_a_large_value_is_sent() {
        new ValueChecks(this).requireLargeValuesCompared();
    }

    /** {@link StoreProperty#ONE_PATCH} and {@link StoreProperty#COMPLETENESS}, for more changes than most runs make. */
    @Example
    default void many_changes_go_in_one_patch() {
        new CommandChecks(this).requireManyAtOnce();
    }

    /** {@link StoreProperty#ATOMIC_FLUSH}, for a platform that fails more often than in most runs. */
    @Example
    default void a_flush_can_fail_again_and_again() {
        new CommandChecks(this).requirePatience();
    }

    /** {@link StoreProperty#NO_ALIASING}, for two stores over one config, and two of different sources. */
    @Example
    default void stores_share_nothing() {
        new CommandChecks(this).requireIndependence();
    }

    /** {@link StoreProperty#POINTERS} and {@link StoreProperty#JSON_ONLY}, for names that careless code gets wrong. */
    @Example
    default void hostile_names_survive_as_keys_and_as_values() {
        new ValueChecks(this).requireHostileNamesSurvive();
        new ValueChecks(this).requireKeysAreNoPaths();
    }

    /** {@link StoreProperty#JSON_ONLY}: what is no JSON is refused. */
    @Example
    default void what_is_no_json_is_refused_and_changes_nothing() {
        notJson().forEach(new ValueChecks(this)::requireRefusal);
    }

    /** {@link StoreProperty#MESSAGE_LIMIT}. */
    @Example
    default void a_patch_beyond_the_message_limit_is_refused_before_it_is_sent() {
        new LimitChecks(this).requireLimit();
    }
}
