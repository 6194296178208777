package dev.connectorkit.filter.internal.eval;

import java.util.Locale;

/** Finds one text in another, with and without regard to letter case. */
final class Texts {

    private Texts() {}

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /**
     * Tells whether the lower-cased text starts with {@code lower}. ASCII letters change one by one, so as
     * long as only ASCII is met there is no need to make the lower-cased text.
     */
    static boolean startsWithIgnoreCase(String text, String lower) {
        int length = lower.length();
        if (text.length() >= length) {
            int i = 0;
            while (i < length) {
                char c = text.charAt(i);
                if (c >= 0x80) {
                    break;
                }
                if (lowerAscii(c) != lower.charAt(i)) {
                    return false;
                }
                i++;
            }
            if (i == length) {
                return true;
            }
        }
        return !isAscii(text) && lower(text).startsWith(lower);
    }

    static boolean endsWithIgnoreCase(String text, String lower) {
        int offset = text.length() - lower.length();
        if (offset >= 0) {
            int i = lower.length() - 1;
            while (i >= 0) {
                char c = text.charAt(offset + i);
                if (c >= 0x80) {
                    break;
                }
                if (lowerAscii(c) != lower.charAt(i)) {
                    return false;
                }
                i--;
            }
            if (i < 0) {
                return true;
            }
        }
        return !isAscii(text) && lower(text).endsWith(lower);
    }

    static boolean containsIgnoreCase(String text, String lower) {
        if (!isAscii(text)) {
            return lower(text).contains(lower);
        }
        int last = text.length() - lower.length();
        for (int offset = 0; offset <= last; offset++) {
            int i = 0;
            while (i < lower.length() && lowerAscii(text.charAt(offset + i)) == lower.charAt(i)) {
                i++;
            }
            if (i == lower.length()) {
                return true;
            }
        }
        return false;
    }

    static boolean equalsIgnoreCase(String text, String lower) {
        return isAscii(text)
                ? text.length() == lower.length() && startsWithIgnoreCase(text, lower)
                : lower(text).equals(lower);
    }

    private static char lowerAscii(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
}
