package dev.connectorkit.testkit.simulation;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong at a source, on the calls it applies to. Immutable; every method returns a new value.
 *
 * @param what what goes wrong
 * @param calls the sorts of calls it applies to
 * @param after how many such calls go well before the first that does not
 * @param times how many such calls go wrong
 * @param retryAfter what the source says about waiting, if it says anything
 */
public record Fault(
        What what,
        Set<SourceRequest.Kind> calls,
        int after,
        int times,
        @Nullable Duration retryAfter) {

    /** What goes wrong. */
    public enum What {
        /** The call is refused with 429. */
        TOO_MANY_REQUESTS,
        /** The call is refused with 401, as by a token that has run out. */
        UNAUTHORIZED,
        /** The call is refused with 500. */
        SERVER_ERROR,
        /** The call does what it should, and then answers 500. */
        LOST_ANSWER,
        /** The call does not answer. */
        HANG,
        /** The answer breaks off in the middle. */
        TRUNCATED,
        /** Nothing answers: the call fails at once. */
        DOWN
    }

    /** Checks and copies. */
    public Fault {
        requireNonNull(what, "what");
        calls = Set.copyOf(calls);
    }

    private static Fault of(What what) {
        return new Fault(what, EnumSet.allOf(SourceRequest.Kind.class), 0, Integer.MAX_VALUE, null);
    }

    /** Returns a source that refuses one call with 429 and asks to wait for {@code retryAfter}. */
    public static Fault tooManyRequests(Duration retryAfter) {
        return new Fault(What.TOO_MANY_REQUESTS, EnumSet.allOf(SourceRequest.Kind.class), 0, 1, retryAfter);
    }

    /** Returns a source that refuses every call with 401. */
    public static Fault unauthorized() {
        return of(What.UNAUTHORIZED);
    }

    /** Returns a source that refuses every call with 500. */
    public static Fault serverError() {
        return of(What.SERVER_ERROR);
    }

    /** Returns a source that loses the answer to every call that changes something, after having done it. */
    public static Fault lostAnswer() {
        return of(What.LOST_ANSWER).on(SourceRequest.Kind.CREATE, SourceRequest.Kind.UPDATE, SourceRequest.Kind.DELETE);
    }

    /** Returns a source that does not answer any call. */
    public static Fault hang() {
        return of(What.HANG);
    }

    /** Returns a source whose lists break off in the middle. */
    public static Fault truncatedPage() {
        return of(What.TRUNCATED).on(SourceRequest.Kind.LIST);
    }

    /** Returns a source that is not there. */
    public static Fault down() {
        return of(What.DOWN);
    }

    /** Returns this fault for some sorts of calls only. */
    public Fault on(SourceRequest.Kind first, SourceRequest.Kind... more) {
        return new Fault(what, EnumSet.of(first, more), after, times, retryAfter);
    }

    /** Returns this fault beginning after so many calls that go well. */
    public Fault after(int calls) {
        return new Fault(what, this.calls, calls, times, retryAfter);
    }

    /** Returns this fault for so many calls only; later ones go well. */
    public Fault times(int times) {
        return new Fault(what, calls, after, times, retryAfter);
    }
}
