package dev.connectorkit.testkit.simulation;

import java.util.Locale;

/**
 * Made-up texts that look like what an attribute's name promises, so that sources which check their input take them. The
 * same number makes the same text, and another number another.
 *
 * <p>Mail addresses and telephone numbers are such that nobody has them: RFC 2606, section 3, and the numbers that the
 * North American plan sets aside for fiction.
 */
public final class PlausibleText {
    private static final int FICTIONAL_NUMBERS = 10_000;
    private static final int DAYS = 28;

    private PlausibleText() {}

    /**
     * Returns a text for an attribute: a mail address, a telephone number, a date, or else a word.
     *
     * @param attribute the attribute's name
     * @param prefix what the word or the address begins with
     * @param number tells the texts of one attribute apart; not negative
     */
    public static String of(String attribute, String prefix, int number) {
        var name = attribute.toLowerCase(Locale.ROOT);
        if (name.contains("mail")) {
            return prefix + number + "@example.com";
        }
        if (name.contains("phone") || name.contains("mobile")) {
            return "+1512555%04d".formatted(number % FICTIONAL_NUMBERS);
        }
        if (name.endsWith("date")) {
            return "2026-01-%02d".formatted(1 + number % DAYS);
        }
        return prefix + number;
    }
}
