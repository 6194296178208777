package dev.connectorkit.dsl.internal.spec;

import java.util.Locale;
import java.util.regex.Pattern;

/** Tells by their names what holds credentials. */
public final class Credentials {
    private static final Pattern CREDENTIAL = Pattern.compile(
            "(token|secret|password|passwd|passphrase|apikey|privatekey|secretkey|secretaccesskey|credentials?)$");
    private static final Pattern SEPARATORS = Pattern.compile("[^a-z0-9]");

    private Credentials() {}

    /** Returns whether something of this name, such as {@code api_key} or {@code clientSecret}, is likely a credential. */
    public static boolean isNameOfOne(String name) {
        var letters = SEPARATORS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
        return CREDENTIAL.matcher(letters).find();
    }
}
