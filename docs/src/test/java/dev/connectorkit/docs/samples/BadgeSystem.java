package dev.connectorkit.docs.samples;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Stands for the client of some system that opens doors. */
final class BadgeSystem {
    private final Map<String, Badge> badges = new TreeMap<>();

    record Badge(String number, String email, String type, List<String> doors) {}

    BadgeSystem(List<Badge> badges) {
        badges.forEach(badge -> this.badges.put(badge.number(), badge));
    }

    static BadgeSystem withAdaAndGrace() {
        return new BadgeSystem(List.of(
                new Badge("ada", "ada@example.com", "Employee", List.of("lab", "roof")),
                new Badge("grace", "grace@contractor.com", "Contractor", List.of())));
    }

    void ping() {}

    Iterable<Badge> badges() {
        return badges.values();
    }

    @Nullable
    Badge find(String number) {
        return badges.get(number);
    }
}
