package dev.connectorkit.filter.internal.sdk;

import java.util.HashMap;
import java.util.Map;

/**
 * Lower-cases as {@code String.prototype.toLowerCase} of the measured engine does: Unicode 17, whatever version this JDK
 * knows, and with the final sigma of the Unicode standard, which is not that of {@link String#toLowerCase()}. Only which
 * marks stand between a sigma and the next letter is left to the JDK.
 */
final class LowerCase {
    private static final int CAPITAL_SIGMA = 'Σ';
    private static final char SIGMA = 'σ';
    private static final char FINAL_SIGMA = 'ς';
    private static final int CAPITAL_I_WITH_DOT = 'İ';
    private static final String I_WITH_DOT = "i\u0307";

    /** Characters of Word_Break MidLetter, MidNumLet and Single_Quote, which Case_Ignorable includes. */
    private static final String WORD_PUNCTUATION =
            "'.:\u00B7\u0387\u055F\u05F4\u2018\u2019\u2024\u2027\uFE13\uFE52\uFE55\uFF07\uFF0E\uFF1A";

    /** Letters of Unicode 14 to 17, which a JDK 17 does not know. */
    private static final Map<Integer, Integer> LATER_LETTERS = laterLetters();

    private LowerCase() {}

    static String of(String text) {
        int unchanged = 0;
        while (unchanged < text.length() && isPlain(text.charAt(unchanged))) {
            unchanged++;
        }
        if (unchanged == text.length()) {
            return text;
        }
        var lower = new StringBuilder(text.length() + 1).append(text, 0, unchanged);
        int codePoint;
        for (int index = unchanged; index < text.length(); index += Character.charCount(codePoint)) {
            codePoint = text.codePointAt(index);
            switch (codePoint) {
                case CAPITAL_SIGMA -> lower.append(isFinal(text, index) ? FINAL_SIGMA : SIGMA);
                case CAPITAL_I_WITH_DOT -> lower.append(I_WITH_DOT);
                default -> lower.appendCodePoint(lower(codePoint));
            }
        }
        return lower.toString();
    }

    private static boolean isPlain(char unit) {
        return unit < 0x80 && (unit < 'A' || unit > 'Z');
    }

    private static int lower(int codePoint) {
        Integer later = LATER_LETTERS.get(codePoint);
        return later == null ? Character.toLowerCase(codePoint) : later;
    }

    /** A sigma is final after a letter and before none, where characters that ignore case are passed over. */
    private static boolean isFinal(String text, int index) {
        return hasLetterBefore(text, index) && !hasLetterAfter(text, index + 1);
    }

    private static boolean hasLetterBefore(String text, int end) {
        int index = end;
        while (index > 0) {
            int codePoint = text.codePointBefore(index);
            if (!ignoresCase(codePoint)) {
                return isCased(codePoint);
            }
            index -= Character.charCount(codePoint);
        }
        return false;
    }

    private static boolean hasLetterAfter(String text, int start) {
        int index = start;
        while (index < text.length()) {
            int codePoint = text.codePointAt(index);
            if (!ignoresCase(codePoint)) {
                return isCased(codePoint);
            }
            index += Character.charCount(codePoint);
        }
        return false;
    }

    private static boolean ignoresCase(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.FORMAT,
                    Character.MODIFIER_LETTER,
                    Character.MODIFIER_SYMBOL -> true;
            default -> WORD_PUNCTUATION.indexOf(codePoint) >= 0;
        };
    }

    private static boolean isCased(int codePoint) {
        return Character.isLowerCase(codePoint)
                || Character.isUpperCase(codePoint)
                || Character.isTitleCase(codePoint)
                || LATER_LETTERS.containsKey(codePoint)
                || LATER_LETTERS.containsValue(codePoint);
    }

    private static Map<Integer, Integer> laterLetters() {
        Map<Integer, Integer> letters = new HashMap<>();
        letters.put(0x1C89, 0x1C8A);
        letters.put(0x2C2F, 0x2C5F);
        letters.put(0xA7C0, 0xA7C1);
        letters.put(0xA7CB, 0x0264);
        letters.put(0xA7CC, 0xA7CD);
        letters.put(0xA7CE, 0xA7CF);
        letters.put(0xA7D0, 0xA7D1);
        letters.put(0xA7D2, 0xA7D3);
        letters.put(0xA7D4, 0xA7D5);
        letters.put(0xA7D6, 0xA7D7);
        letters.put(0xA7D8, 0xA7D9);
        letters.put(0xA7DA, 0xA7DB);
        letters.put(0xA7DC, 0x019B);
        putRange(letters, 0x10570, 0x1057A, 0x27);
        putRange(letters, 0x1057C, 0x1058A, 0x27);
        putRange(letters, 0x1058C, 0x10592, 0x27);
        putRange(letters, 0x10594, 0x10595, 0x27);
        putRange(letters, 0x10D50, 0x10D65, 0x20);
        putRange(letters, 0x16EA0, 0x16EB8, 0x1B);
        return Map.copyOf(letters);
    }

    private static void putRange(Map<Integer, Integer> letters, int first, int last, int distance) {
        for (int capital = first; capital <= last; capital++) {
            letters.put(capital, capital + distance);
        }
    }
}
