package dev.connectorkit.testkit.simulation;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A hand on the source behind a connector: what the rules do to it without the connector's knowledge.
 *
 * <p>{@link FakeSource} is one that can do everything. For a source of your own, implement what it can do and name that
 * in {@link #abilities()}; rules that need more are skipped and say so. Methods of abilities that are not named are not
 * called.
 */
public interface SourceControl {

    /** What a source under control can do. */
    enum Ability {
        /** {@link #reset} with any number of accounts. */
        FILL,
        /** {@link #entitlementTypes} and {@link #fillEntitlements}. */
        FILL_ENTITLEMENTS,
        /** {@link #pageSize}. */
        PAGES,
        /** {@link #add}, {@link #change} and {@link #remove}. */
        EDIT,
        /** {@link #requests} and {@link #whenAsked}. */
        REQUESTS,
        /** {@link #inject} and {@link #heal}, and the clock passes as the source says. */
        FAULTS,
        /** {@link #hasPassword}. */
        PASSWORDS
    }

    /** Returns what this source can do. */
    default Set<Ability> abilities() {
        return EnumSet.noneOf(Ability.class);
    }

    /** Returns the clock that the source and the connector live by. */
    VirtualClock clock();

    /**
     * Puts the source into its initial state with exactly {@code accounts} accounts, numbered from 0. The account of a
     * number is the same each time.
     */
    default void reset(int accounts) {
        throw lacking(Ability.FILL);
    }

    /** Returns the types of entitlements that {@link #fillEntitlements} takes. */
    default Set<String> entitlementTypes() {
        throw lacking(Ability.FILL_ENTITLEMENTS);
    }

    /** Lets there be exactly {@code number} entitlements of one type, until the next {@link #reset}. */
    default void fillEntitlements(String type, int number) {
        throw lacking(Ability.FILL_ENTITLEMENTS);
    }

    /** Returns how many accounts, or entitlements, the connector gets from the source at a time. */
    default int pageSize() {
        throw lacking(Ability.PAGES);
    }

    /** Adds the account of a number that is not there. */
    default void add(int number) {
        throw lacking(Ability.EDIT);
    }

    /** Changes some attribute of the account of a number that is there, to a value it never had. */
    default void change(int number) {
        throw lacking(Ability.EDIT);
    }

    /** Removes the account of a number that is there. */
    default void remove(int number) {
        throw lacking(Ability.EDIT);
    }

    /** Returns the calls that the connector made since the last {@link #reset}, in order. */
    default List<SourceRequest> requests() {
        throw lacking(Ability.REQUESTS);
    }

    /** Calls {@code listener} after each call has been answered, before the connector sees the answer; replaces any other. */
    default void whenAsked(Consumer<SourceRequest> listener) {
        throw lacking(Ability.REQUESTS);
    }

    /** Lets something go wrong from now on, in place of what went wrong before. */
    default void inject(Fault fault) {
        throw lacking(Ability.FAULTS);
    }

    /** Lets nothing go wrong from now on, and lets every call take its usual time. */
    default void heal() {
        throw lacking(Ability.FAULTS);
    }

    /** Lets every call that lists objects take so long on the clock; {@link #heal} undoes it. */
    default void slowDown(Duration latency) {
        throw lacking(Ability.FAULTS);
    }

    /** Returns whether an account, by the id its connector gives it, has this password. */
    default boolean hasPassword(String id, String password) {
        throw lacking(Ability.PASSWORDS);
    }

    private static UnsupportedOperationException lacking(Ability ability) {
        return new UnsupportedOperationException("this source does not name " + ability + " among its abilities");
    }
}
