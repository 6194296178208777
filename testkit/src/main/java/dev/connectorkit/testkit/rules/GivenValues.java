package dev.connectorkit.testkit.rules;

import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values of multi-valued attributes that a source gives every account by itself: a group of everybody, a role to
 * begin with, an address at its own domain. A connector is not to blame that they are there, and stay.
 *
 * @param forms the values of each attribute, in a form that is the same for all accounts
 */
record GivenValues(Map<String, Set<String>> forms) {
    static final GivenValues NONE = new GivenValues(Map.of());

    private static final String ID = "\u0000";
    private static final int FEWEST_ACCOUNTS = 2;

    /** Returns the values that the source of a trial gives, as far as that is known. */
    static GivenValues of(Trial trial) {
        var habits = trial.session().habits();
        return habits == null ? NONE : habits.given();
    }

    /** Returns the values that all of some accounts have; one account alone says nothing. */
    static GivenValues common(List<ResourceObject> accounts, SpecView.Schema schema) {
        if (accounts.size() < FEWEST_ACCOUNTS) {
            return NONE;
        }
        var common = new HashMap<String, Set<String>>();
        for (var attribute : schema.attributes()) {
            if (attribute.multi()) {
                var held = forms(accounts.get(0), attribute.name());
                accounts.forEach(account -> held.retainAll(forms(account, attribute.name())));
                common.put(attribute.name(), held);
            }
        }
        return new GivenValues(common);
    }

    boolean isEmpty() {
        return forms.values().stream().allMatch(Set::isEmpty);
    }

    /** Returns those of these values that an account has too, though nobody asked for them when it was created. */
    GivenValues unaskedOf(ResourceObject account, Map<String, JsonValue> asked) {
        var unasked = new HashMap<String, Set<String>>();
        forms.forEach((attribute, common) -> {
            var held = forms(account, attribute);
            held.retainAll(common);
            values(asked.get(attribute)).forEach(value -> held.removeAll(forms(account, value)));
            unasked.put(attribute, held);
        });
        return new GivenValues(unasked);
    }

    /** Returns values of an attribute but for those that are given to an account. */
    List<JsonValue> leaveOut(ResourceObject account, String attribute, List<JsonValue> values) {
        var given = forms.getOrDefault(attribute, Set.of());
        return given.isEmpty()
                ? values
                : values.stream()
                        .filter(value -> forms(account, value).stream().noneMatch(given::contains))
                        .toList();
    }

    /** Returns whether an account has the values that it should, apart from what it was given. */
    boolean isAsAsked(Trial trial, ResourceObject account, String attribute, List<JsonValue> asked) {
        var all = account.values(attribute);
        var held = leaveOut(account, attribute, all);
        if (held.size() < all.size()) {
            trial.note("`" + attribute + "` holds " + Compare.show(Inputs.array(without(all, held)))
                    + " though nobody asked for it, as in every account of the source: it does not count");
        }
        return Compare.sameValues(leaveOut(account, attribute, asked), held);
    }

    private static List<JsonValue> without(List<JsonValue> all, List<JsonValue> some) {
        return all.stream().filter(value -> !some.contains(value)).toList();
    }

    /** Returns whether a value of an attribute is given to every account. */
    boolean isForAll(String attribute, JsonValue value) {
        return forms.getOrDefault(attribute, Set.of()).contains(Compare.canonical(value));
    }

    private static List<JsonValue> values(@Nullable JsonValue value) {
        return value == null ? List.of() : value instanceof JsonArray several ? List.copyOf(several) : List.of(value);
    }

    private static Set<String> forms(ResourceObject account, String attribute) {
        var forms = new HashSet<String>();
        account.values(attribute).forEach(value -> forms.addAll(forms(account, value)));
        return forms;
    }

    /** Returns the forms of a value: as it is, and with the account's id left open. */
    private static Set<String> forms(ResourceObject account, JsonValue value) {
        var plain = Compare.canonical(value);
        var id = account.firstId();
        return id.isEmpty() || !plain.contains(id) ? Set.of(plain) : Set.of(plain, plain.replace(id, ID));
    }
}
