package dev.connectorkit.cli.init;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/**
 * What a project's name becomes in its parts.
 *
 * @param project the name of the folder, the artifact and the connector, such as {@code my-hr}
 * @param group the group id, such as {@code com.example}
 * @param packageName the package, such as {@code com.example.myhr}
 * @param type what the names of classes start with, such as {@code MyHr}
 */
record ProjectNames(String project, String group, String packageName, String type) {
    private static final Pattern PROJECT = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int LONGEST = 64;
    private static final String SUFFIX = "-connector";
    private static final Set<String> KOTLIN_KEYWORDS =
            Set.of("as", "fun", "in", "is", "object", "typealias", "val", "when");

    /**
     * Returns the names of a project.
     *
     * @throws IllegalArgumentException if {@code project} or {@code group} can be no such name; the message says what can
     */
    static ProjectNames of(String project, String group) {
        if (project.length() > LONGEST || !PROJECT.matcher(project).matches()) {
            throw new IllegalArgumentException(
                    "`%s` is no name for a project: take at most %d lower-case letters, digits and single hyphens, such as `%s`"
                            .formatted(project, LONGEST, suggestion(project)));
        }
        for (var part : group.split("\\.", -1)) {
            if (!SourceVersion.isName(part) || KOTLIN_KEYWORDS.contains(part)) {
                throw new IllegalArgumentException(
                        "`%s` is no group: take names joined by dots, such as `com.example`".formatted(group));
            }
        }
        var base = project.endsWith(SUFFIX) ? project.substring(0, project.length() - SUFFIX.length()) : project;
        return new ProjectNames(project, group, group + "." + segment(base.replace("-", "")), type(base));
    }

    /** Java's own advice for a package that would be a keyword is an underscore at its end. */
    private static String segment(String name) {
        return SourceVersion.isName(name) && !KOTLIN_KEYWORDS.contains(name) ? name : name + "_";
    }

    private static String type(String name) {
        return Arrays.stream(name.split("-"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    private static String suggestion(String project) {
        var words = project.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[-0-9]+|-+$", "");
        var shortened = words.substring(0, Math.min(words.length(), LONGEST)).replaceAll("-+$", "");
        return shortened.isEmpty() ? "my-connector" : shortened;
    }
}
