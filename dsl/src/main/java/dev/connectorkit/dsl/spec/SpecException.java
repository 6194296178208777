package dev.connectorkit.dsl.spec;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Thrown when a definition or a text is no usable spec. Its message lists every problem, a line each.
 *
 * @since 0.1
 */
public final class SpecException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<SpecProblem> problems;

    /**
     * Names what is wrong and all that is wrong with it.
     *
     * @param subject what the problems are in, such as {@code connector `airtable`}
     * @param problems at least one
     */
    public SpecException(String subject, List<SpecProblem> problems) {
        super(message(subject, problems));
        this.problems = List.copyOf(problems);
    }

    /** Returns every problem, in the order of the definition; empty after serialization. */
    public List<SpecProblem> problems() {
        return problems == null ? List.of() : problems;
    }

    private static String message(String subject, List<SpecProblem> problems) {
        if (problems.size() == 1) {
            return subject + " has a mistake: " + problems.get(0);
        }
        return problems.stream()
                .map(problem -> "\n  " + problem)
                .collect(Collectors.joining("", subject + " has " + problems.size() + " mistakes:", ""));
    }
}
