package dev.connectorkit.filter.diagnostic;

import dev.connectorkit.filter.internal.json.JsonWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Renders issues for people, each with its line underlined, and for programs as JSON.
 *
 * <pre>
 * filterString:1:25: error: unknown attribute `emial`
 *   ( type != "Employee" &amp;&amp; emial.endsWithIgnoreCase("@x.com") )
 *                           ^^^^^ did you mean `email`?
 * </pre>
 */
public final class Report {

    /** Longer lines are clipped around what is underlined. */
    private static final int MAX_LINE = 160;

    private static final int CONTEXT = 60;

    private Report() {}

    /**
     * Returns the report as text; empty if there is nothing to say. Every line ends in a line feed.
     *
     * @param origin what the filter is called: a setting's key, a file's name
     * @param text the filter
     * @param issues what to report, in this order
     */
    public static String text(String origin, String text, List<Issue> issues) {
        var out = new StringBuilder();
        for (Issue issue : issues) {
            appendIssue(out, origin, text, issue);
        }
        return out.toString();
    }

    /**
     * Returns the issues as a JSON array. Offsets count UTF-16 code units from 0; lines and columns count
     * from 1, columns in characters (code points).
     */
    public static String json(String text, List<Issue> issues) {
        var array = new ArrayList<Map<String, Object>>();
        for (Issue issue : issues) {
            var entry = new LinkedHashMap<String, Object>();
            entry.put("code", issue.code().code());
            entry.put("severity", issue.severity().label());
            entry.put("message", issue.message());
            entry.put("start", issue.span().start());
            entry.put("end", issue.span().end());
            int start = Math.min(issue.span().start(), text.length());
            entry.put("line", line(text, start));
            entry.put("column", column(text, start));
            entry.put("suggestions", issue.suggestions());
            var fix = new ArrayList<Map<String, Object>>();
            for (Edit edit : issue.fix()) {
                var change = new LinkedHashMap<String, Object>();
                change.put("start", edit.span().start());
                change.put("end", edit.span().end());
                change.put("replacement", edit.replacement());
                fix.add(change);
            }
            entry.put("fix", fix);
            array.add(entry);
        }
        return JsonWriter.write(array);
    }

    private static void appendIssue(StringBuilder out, String origin, String text, Issue issue) {
        int start = Math.min(issue.span().start(), text.length());
        int end = Math.min(issue.span().end(), text.length());
        out.append(origin).append(':').append(line(text, start)).append(':').append(column(text, start));
        out.append(": ").append(issue.severity().label()).append(": ").append(issue.message());
        out.append('\n');
        int lineStart = lineStart(text, start);
        int lineEnd = lineEnd(text, start);
        int underlineEnd = Math.min(Math.max(end, start), lineEnd);
        int from = lineStart;
        int to = lineEnd;
        if (lineEnd - lineStart > MAX_LINE) {
            from = boundary(text, Math.max(lineStart, start - CONTEXT));
            to = boundary(text, Math.min(lineEnd, start + MAX_LINE - CONTEXT));
            underlineEnd = Math.min(underlineEnd, to);
        }
        String ellipsis = from > lineStart ? "…" : "";
        out.append("  ").append(ellipsis);
        appendPrintable(out, text, from, to);
        out.append(to < lineEnd ? "…" : "").append('\n');
        out.append("  ").append(ellipsis.isEmpty() ? "" : " ");
        appendBlank(out, text, from, start);
        out.append("^".repeat(Math.max(1, width(text, start, underlineEnd))));
        appendSuggestions(out, issue.suggestions());
        out.append('\n');
    }

    private static void appendSuggestions(StringBuilder out, List<String> suggestions) {
        String before = " did you mean ";
        for (int i = 0; i < suggestions.size(); i++) {
            String suggestion = suggestions.get(i).replace("\r", "").replace('\n', ' ');
            boolean quoted = suggestion.indexOf('`') < 0;
            out.append(before).append(quoted ? "`" : "").append(suggestion).append(quoted ? "`" : "");
            before = i + 2 == suggestions.size() ? " or " : ", ";
        }
        if (!suggestions.isEmpty()) {
            out.append('?');
        }
    }

    private static int line(String text, int offset) {
        int line = 1;
        for (int i = 0; i < offset; i++) {
            if (isLineEnd(text, i)) {
                line++;
            }
        }
        return line;
    }

    private static int column(String text, int offset) {
        return text.codePointCount(lineStart(text, offset), offset) + 1;
    }

    /** A carriage return ends a line unless a line feed follows, which then does. */
    private static boolean isLineEnd(String text, int index) {
        char c = text.charAt(index);
        return c == '\n' || (c == '\r' && (index + 1 == text.length() || text.charAt(index + 1) != '\n'));
    }

    private static int lineStart(String text, int offset) {
        int start = offset;
        while (start > 0 && !isLineEnd(text, start - 1)) {
            start--;
        }
        return start;
    }

    private static int lineEnd(String text, int offset) {
        int end = offset;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private static int boundary(String text, int offset) {
        boolean splits = offset > 0
                && offset < text.length()
                && Character.isLowSurrogate(text.charAt(offset))
                && Character.isHighSurrogate(text.charAt(offset - 1));
        return splits ? offset + 1 : offset;
    }

    /** Control characters would disturb the terminal and the underline: they show as U+FFFD. */
    private static void appendPrintable(StringBuilder out, String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            out.append(Character.isISOControl(c) && c != '\t' ? '\uFFFD' : c);
        }
    }

    /** Tabs stay tabs, so that both lines reach the same stop. */
    private static void appendBlank(StringBuilder out, String text, int from, int to) {
        for (int i = from; i < to; ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c == '\t') {
                out.append('\t');
            } else {
                out.append(" ".repeat(Character.isISOControl(c) ? 1 : DisplayWidth.of(c)));
            }
        }
    }

    private static int width(String text, int from, int to) {
        int width = 0;
        for (int i = from; i < to; ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            width += Character.isISOControl(c) ? 1 : DisplayWidth.of(c);
        }
        return width;
    }
}
