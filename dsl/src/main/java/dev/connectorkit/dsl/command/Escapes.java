package dev.connectorkit.dsl.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Replaces escapes in texts by the characters they stand for. */
final class Escapes {
    // At most eight digits: more name no character, and need no parsing to know it.
    private static final Pattern ESCAPE = Pattern.compile(
            "\\\\x([0-9a-fA-F]{2})|\\\\u([0-9a-fA-F]{4})" + "|\\\\u\\{([0-9a-fA-F]{1,8})}|&#x([0-9a-fA-F]{1,8});");

    private Escapes() {}

    static @Nullable Object replaced(@Nullable Object value) {
        if (value instanceof String text) {
            return ESCAPE.matcher(text).replaceAll(Escapes::character);
        }
        if (value instanceof List<?> elements) {
            List<@Nullable Object> copy = new ArrayList<>(elements.size());
            elements.forEach(element -> copy.add(replaced(element)));
            return Collections.unmodifiableList(copy);
        }
        return value;
    }

    private static String character(MatchResult escape) {
        for (var group = 1; group <= escape.groupCount(); group++) {
            var digits = escape.group(group);
            if (digits != null) {
                var codePoint = Long.parseLong(digits, 16);
                var isCharacter = codePoint <= Character.MAX_CODE_POINT;
                return Matcher.quoteReplacement(isCharacter ? Character.toString((int) codePoint) : escape.group());
            }
        }
        return Matcher.quoteReplacement(escape.group());
    }
}
