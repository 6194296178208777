package dev.connectorkit.benchmarks.filter;

import dev.connectorkit.filter.Filter;
import java.util.HashMap;
import java.util.Map;

/**
 * The first filter of a process: compiles one, evaluates it once, and ends. {@link ColdStart} takes the time.
 *
 * <p>Loads nothing but the engine it is asked for.
 */
public final class FirstFilter {
    private FirstFilter() {}

    /** Runs the engine that is named, or none, as the time of an empty process. */
    public static void main(String[] arguments) {
        Map<String, Object> account = new HashMap<>();
        account.put("email", "ada@SailPoint.com");
        account.put("type", "Employee");
        if (!matches(arguments[0], account)) {
            throw new IllegalStateException(arguments[0] + " gave the wrong answer");
        }
    }

    private static boolean matches(String engine, Map<String, Object> account) {
        String ending = "email.toLowerCase().endsWith('@sailpoint.com') && type == 'Employee'";
        return switch (engine) {
            case "NONE" -> true;
            case "CONNECTORKIT" ->
                Filter.compile("email.endsWithIgnoreCase(\"@sailpoint.com\") && type == \"Employee\"")
                        .matches(account);
            case "SPEL" ->
                Peers.Spel.compile("['email'].toLowerCase().endsWith('@sailpoint.com') && ['type'] == 'Employee'")
                        .test(account);
            case "AVIATOR" ->
                Peers.Aviator.compile("string.endsWith(lower(email), '@sailpoint.com') && type == 'Employee'")
                        .test(account);
            case "MVEL" -> Peers.Mvel.compile(ending).test(account);
            case "JEXL" -> Peers.Jexl.compile(ending).test(account);
            case "CEL" ->
                Peers.Cel.compile("email.lowerAscii().endsWith('@sailpoint.com') && type == 'Employee'")
                        .test(account);
            default -> throw new IllegalArgumentException("no engine is called " + engine);
        };
    }
}
