package dev.connectorkit.dsl.spec.lint;

import dev.connectorkit.dsl.internal.spec.Nearest;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Phrases that messages share. */
final class Words {
    private Words() {}

    static String quoted(String name) {
        return "`" + name + "`";
    }

    static String list(Collection<String> names) {
        return names.stream().map(Words::quoted).collect(Collectors.joining(", "));
    }

    /** Returns {@code did you mean …?}, or the other words when nothing comes close. */
    static @Nullable String didYouMean(String word, Collection<String> candidates, @Nullable String otherwise) {
        var nearest = Nearest.to(word, candidates);
        return nearest == null ? otherwise : "did you mean " + quoted(nearest) + "?";
    }
}
