package dev.connectorkit.benchmarks.filter;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The questions as a careful Java programmer would write them: no conversions, but no exception on any account. */
final class HandWritten {
    private HandWritten() {}

    static Predicate<Map<String, Object>> predicate(Question question) {
        return switch (question) {
            case E1 -> account -> "Employee".equals(account.get("type"));
            case E2 -> account -> !"Employee".equals(account.get("type")) && "Austin".equals(account.get("location"));
            case E3 -> HandWritten::isGrownUpAliceOrHomeless;
            case E4 -> HandWritten::isInternalOrService;
            case E5 -> HandWritten::isInOneOfTwentyCostCenters;
        };
    }

    private static boolean isGrownUpAliceOrHomeless(Map<String, Object> account) {
        if (account.get("age") instanceof Number age
                && age.doubleValue() > 25
                && isPresent(account.get("name"))
                && "alice@example.com".equals(account.get("email"))) {
            return true;
        }
        Object department = account.get("department");
        return department == null
                || "".equals(department)
                || (department instanceof Collection<?> several && several.isEmpty());
    }

    private static boolean isPresent(@Nullable Object value) {
        return value != null && !"".equals(value);
    }

    private static boolean isInternalOrService(Map<String, Object> account) {
        if (account.get("email") instanceof String email
                && email.toLowerCase(Locale.ROOT).endsWith("@sailpoint.com")
                && !(account.get("groups") instanceof Collection<?> groups && groups.containsAll(List.of("A", "B")))) {
            return true;
        }
        return account.get("login") instanceof String login && login.startsWith("svc_");
    }

    /** Written as the filter is: term by term. */
    private static boolean isInOneOfTwentyCostCenters(Map<String, Object> account) {
        return "CC-0".equals(account.get("costCenter"))
                || "CC-1".equals(account.get("costCenter"))
                || "CC-2".equals(account.get("costCenter"))
                || "CC-3".equals(account.get("costCenter"))
                || "CC-4".equals(account.get("costCenter"))
                || "CC-5".equals(account.get("costCenter"))
                || "CC-6".equals(account.get("costCenter"))
                || "CC-7".equals(account.get("costCenter"))
                || "CC-8".equals(account.get("costCenter"))
                || "CC-9".equals(account.get("costCenter"))
                || "CC-10".equals(account.get("costCenter"))
                || "CC-11".equals(account.get("costCenter"))
                || "CC-12".equals(account.get("costCenter"))
                || "CC-13".equals(account.get("costCenter"))
                || "CC-14".equals(account.get("costCenter"))
                || "CC-15".equals(account.get("costCenter"))
                || "CC-16".equals(account.get("costCenter"))
                || "CC-17".equals(account.get("costCenter"))
                || "CC-18".equals(account.get("costCenter"))
                || "CC-19".equals(account.get("costCenter"));
    }
}
