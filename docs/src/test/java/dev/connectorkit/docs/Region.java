package dev.connectorkit.docs;

import java.util.ArrayList;
import java.util.List;

/** A named stretch of a file, between {@code // region NAME} and {@code // endregion}; or the whole of it, {@code all}. */
final class Region {
    private Region() {}

    static String of(String source, String name) {
        if (name.equals("all")) {
            return source;
        }
        List<String> lines = new ArrayList<>();
        var inside = false;
        for (var line : source.lines().toList()) {
            var mark = line.strip();
            if (mark.equals("// region " + name)) {
                inside = true;
            } else if (inside && mark.equals("// endregion")) {
                return dedented(lines);
            } else if (inside && !mark.startsWith("// region ")) {
                lines.add(line);
            }
        }
        throw new AssertionError("there is no whole region `" + name + "`");
    }

    private static String dedented(List<String> lines) {
        var margin = lines.stream()
                .filter(line -> !line.isBlank())
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
        var text = new StringBuilder();
        for (var line : lines) {
            text.append(line.isBlank() ? "" : line.substring(margin)).append('\n');
        }
        return text.toString();
    }
}
