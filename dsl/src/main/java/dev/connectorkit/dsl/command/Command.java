package dev.connectorkit.dsl.command;

import static java.util.Objects.requireNonNull;

/**
 * A command the platform can send: its type on the wire and how its input and output read and write. Immutable; two
 * commands are equal if their types are.
 *
 * @param <I> the input
 * @param <O> the output, of which an answer may hold any number
 */
public final class Command<I, O> {
    private final String type;
    private final Codec<I> input;
    private final Codec<O> output;

    private Command(String type, Codec<I> input, Codec<O> output) {
        this.type = requireNonNull(type, "type");
        this.input = requireNonNull(input, "input");
        this.output = requireNonNull(output, "output");
        if (type.isBlank()) {
            throw new IllegalArgumentException("a command needs a type, such as `custom:dryrun`");
        }
    }

    /**
     * Returns a command of one's own, whose input and output are records or other classes that Jackson can map, or
     * JSON-P's {@code JsonObject}. Jackson can map a Kotlin data class that is marked {@code @JvmRecord}, and any if its
     * Kotlin module is there.
     *
     * @param type the type on the wire, such as {@code custom:dryrun}
     */
    public static <I, O> Command<I, O> of(String type, Class<I> input, Class<O> output) {
        return new Command<>(type, Codecs.of(input), Codecs.of(output));
    }

    /** Returns a command whose input and output are read and written by the given codecs. */
    public static <I, O> Command<I, O> of(String type, Codec<I> input, Codec<O> output) {
        return new Command<>(type, input, output);
    }

    /** Returns the type on the wire, such as {@code std:account:list}. */
    public String type() {
        return type;
    }

    /** Returns how the input reads and writes. */
    public Codec<I> input() {
        return input;
    }

    /** Returns how the output reads and writes. */
    public Codec<O> output() {
        return output;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Command<?, ?> command && type.equals(command.type);
    }

    @Override
    public int hashCode() {
        return type.hashCode();
    }

    @Override
    public String toString() {
        return type;
    }
}
