package dev.connectorkit.cli.console;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.spec.AttributeType;
import dev.connectorkit.testkit.run.Secrets;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Values that an attribute of a certain name could have. */
final class ExampleValues {
    static final String ID = "ada.lovelace";
    static final String PASSWORD = "Example-Passw0rd!";

    /** What directories call these, too short to be looked for within other names. */
    private static final Map<String, String> BY_SHORT_NAME =
            Map.of("uid", ID, "id", ID, "cn", "Ada Lovelace", "sn", "Lovelace");

    private static final Map<String, String> BY_NAME = new LinkedHashMap<>();

    static {
        // The first that is part of the attribute's name counts, so the more telling ones come first.
        BY_NAME.put("mail", "ada.lovelace@example.com");
        BY_NAME.put("phone", "+15125550100");
        BY_NAME.put("mobile", "+15125550100");
        BY_NAME.put("first", "Ada");
        BY_NAME.put("given", "Ada");
        BY_NAME.put("last", "Lovelace");
        BY_NAME.put("family", "Lovelace");
        BY_NAME.put("surname", "Lovelace");
        BY_NAME.put("display", "Ada Lovelace");
        BY_NAME.put("full", "Ada Lovelace");
        BY_NAME.put("user", ID);
        BY_NAME.put("login", ID);
        BY_NAME.put("date", "2026-01-01");
        BY_NAME.put("department", "Engineering");
        BY_NAME.put("title", "Engineer");
        BY_NAME.put("location", "London");
        BY_NAME.put("city", "London");
        BY_NAME.put("country", "GB");
        BY_NAME.put("url", "https://example.com");
        BY_NAME.put("name", "Ada Lovelace");
    }

    private ExampleValues() {}

    static JsonValue of(String name, AttributeType type) {
        return switch (type) {
            case BOOLEAN -> JsonValue.TRUE;
            case INT, LONG -> Json.provider().createValue(42);
            default -> Json.text(text(name));
        };
    }

    private static String text(String name) {
        if (Secrets.isSecretName(name)) {
            return PASSWORD;
        }
        var lower = name.toLowerCase(Locale.ROOT);
        var known = BY_SHORT_NAME.get(lower);
        if (known != null) {
            return known;
        }
        return BY_NAME.entrySet().stream()
                .filter(example -> lower.contains(example.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("example");
    }
}
