package dev.connectorkit.filter;

import dev.connectorkit.filter.ast.Expr;
import dev.connectorkit.filter.internal.json.JsonWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why an object matched a filter or did not: the answer of one part, and of the parts within it. Immutable
 * as far as the object's values are.
 *
 * <p>Every part is answered, those included that evaluation skips because the answer is known without them.
 *
 * @param expression the part
 * @param holds its answer
 * @param values what the attributes it reads itself hold, by path as written; null where there is no value
 * @param parts the conditions it is made of; empty for a comparison of operands, a call or an attribute
 */
public record Explanation(
        Expr expression, boolean holds, Map<String, @Nullable Object> values, List<Explanation> parts) {

    private static final int MAX_VALUE_LENGTH = 80;

    /** Copies the map and the list. */
    public Explanation {
        Objects.requireNonNull(expression, "expression");
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        parts = List.copyOf(parts);
    }

    /**
     * Returns one line for each part, indented by depth: its answer, its text, and the values it read.
     *
     * <pre>
     * false  type != "Employee" &amp;&amp; location == "Austin"
     *   true   type != "Employee"    where type is "Contractor"
     *   false  location == "Austin"  where location is "Pune"
     * </pre>
     */
    public String text() {
        var lines = new ArrayList<String[]>();
        addLines(lines, "");
        int width = 0;
        for (String[] line : lines) {
            width = line[1].isEmpty() ? width : Math.max(width, line[0].length());
        }
        var out = new StringBuilder();
        for (String[] line : lines) {
            out.append(line[0]);
            if (!line[1].isEmpty()) {
                out.append(" ".repeat(width - line[0].length()))
                        .append("  where ")
                        .append(line[1]);
            }
            out.append('\n');
        }
        return out.toString();
    }

    /** Returns the explanation as JSON: {@code expression}, {@code holds}, {@code values}, {@code parts}. */
    public String toJson() {
        return JsonWriter.write(toMap());
    }

    /** Returns the {@link #text()}. */
    @Override
    public String toString() {
        return text();
    }

    private Map<String, Object> toMap() {
        var map = new LinkedHashMap<String, Object>();
        map.put("expression", expression.source());
        map.put("holds", holds);
        map.put("values", values);
        map.put("parts", parts.stream().map(Explanation::toMap).toList());
        return map;
    }

    private void addLines(List<String[]> lines, String indent) {
        var read = new StringBuilder();
        values.forEach((path, value) -> read.append(read.isEmpty() ? "" : ", ")
                .append(path)
                .append(" is ")
                .append(shown(value)));
        lines.add(new String[] {indent + (holds ? "true   " : "false  ") + expression.source(), read.toString()});
        for (Explanation part : parts) {
            part.addLines(lines, indent + "  ");
        }
    }

    private static String shown(@Nullable Object value) {
        if (value == null) {
            return "empty";
        }
        String json = JsonWriter.write(value);
        return json.length() <= MAX_VALUE_LENGTH ? json : json.substring(0, MAX_VALUE_LENGTH) + "…";
    }
}
