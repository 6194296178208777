package dev.connectorkit.benchmarks.filter;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Accounts of twelve attributes of every type, the same on every run. */
final class Accounts {
    static final int COUNT = 256;

    private static final List<String> LOCATIONS = List.of("Austin", "Pune", "London", "Berlin", "Chennai");
    private static final List<String> DEPARTMENTS = List.of("", "Sales", "Engineering", "Finance");
    private static final List<String> GROUPS = List.of("A", "B", "C", "Users", "Admins");

    private Accounts() {}

    static List<Map<String, Object>> all() {
        var random = new Random(42);
        List<Map<String, Object>> accounts = new ArrayList<>(COUNT);
        for (int number = 0; number < COUNT; number++) {
            accounts.add(account(number, random));
        }
        return accounts;
    }

    /** The same accounts as they come from a source: parsed from JSON, no two values the same object. */
    static List<Map<String, Object>> parsed() {
        var json = new ObjectMapper();
        try {
            return json.readValue(json.writeValueAsBytes(all()), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> account(int number, Random random) {
        String name = random.nextInt(8) == 0 ? "alice" : "person" + number;
        String domain = random.nextInt(3) == 0 ? "@SailPoint.com" : "@example.com";
        Map<String, Object> account = new HashMap<>();
        account.put("id", "account-" + number);
        account.put("name", name);
        account.put("email", name + domain);
        account.put("login", (random.nextInt(10) == 0 ? "svc_" : "") + name);
        account.put("type", random.nextInt(3) == 0 ? "Contractor" : "Employee");
        account.put("location", one(LOCATIONS, random));
        account.put("department", one(DEPARTMENTS, random));
        account.put("age", 18L + random.nextInt(50));
        account.put("salary", 30_000 + random.nextInt(90_000) / 100.0);
        account.put("active", random.nextBoolean());
        account.put("groups", groups(random));
        account.put("costCenter", "CC-" + random.nextInt(40));
        return account;
    }

    private static List<String> groups(Random random) {
        return GROUPS.stream().filter(group -> random.nextInt(5) < 2).toList();
    }

    private static <T> T one(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
