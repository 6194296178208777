package dev.connectorkit.testkit.rules;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Ids of objects that do not exist. They have the form of the ids that do, for a source may well refuse an id of another
 * form without looking for it.
 */
final class UnknownIds {
    /** What no object of any source is called. */
    static final String NOBODY = "connectorkit-no-such-object";

    private static final String NUMBER = "2147480001";
    private static final UUID ANY_UUID = UUID.nameUUIDFromBytes(NOBODY.getBytes(StandardCharsets.UTF_8));
    private static final Pattern MAIL_ADDRESS = Pattern.compile("[^@\\s]+(@[^@\\s]+)");
    private static final Pattern DISTINGUISHED_NAME = Pattern.compile("(\\w+=)[^,]+(,.*)", Pattern.DOTALL);
    private static final Pattern LETTERS_AND_DIGITS = Pattern.compile("[0-9A-Za-z]+");
    private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]+");
    // So long that another object of a made-up id is out of the question.
    private static final int SHORTEST_CODE = 12;

    private UnknownIds() {}

    /** Returns an id that none of the objects with the given ids has. */
    static String like(List<String> ids) {
        if (ids.isEmpty()) {
            return NOBODY;
        }
        var first = ids.get(0);
        if (all(ids, id -> id.chars().allMatch(Character::isDigit))) {
            return NUMBER;
        }
        if (all(ids, UnknownIds::isUuid)) {
            return ANY_UUID.toString();
        }
        if (all(ids, id -> MAIL_ADDRESS.matcher(id).matches())) {
            return MAIL_ADDRESS.matcher(first).replaceFirst(NOBODY + "$1");
        }
        if (all(ids, id -> DISTINGUISHED_NAME.matcher(id).matches())) {
            return DISTINGUISHED_NAME.matcher(first).replaceFirst("$1" + NOBODY + "$2");
        }
        var isCode = all(
                ids,
                id -> id.length() == first.length()
                        && LETTERS_AND_DIGITS.matcher(id).matches());
        return isCode && first.length() >= SHORTEST_CODE ? code(ids) : NOBODY;
    }

    private static boolean all(List<String> ids, Predicate<String> form) {
        return ids.stream().allMatch(form);
    }

    private static boolean isUuid(String text) {
        try {
            return UUID.fromString(text).toString().equalsIgnoreCase(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Turns the second half of an id around in its alphabet: what comes first may say of what kind the object is. */
    private static String code(List<String> ids) {
        var letters = all(ids, id -> HEX.matcher(id).matches()) ? 6 : 26;
        var turned = new StringBuilder(ids.get(0));
        do {
            for (var i = turned.length() / 2; i < turned.length(); i++) {
                turned.setCharAt(i, next(turned.charAt(i), letters));
            }
        } while (ids.contains(turned.toString()));
        return turned.toString();
    }

    private static char next(char c, int letters) {
        if (c >= '0' && c <= '9') {
            return (char) ('0' + (c - '0' + 7) % 10);
        }
        var a = c >= 'a' ? 'a' : 'A';
        return (char) (a + (c - a + 5) % letters);
    }
}
