package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.CommandTypes.LIST;

import dev.connectorkit.dsl.internal.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes up values that get lost on the way easily, or are taken for others. */
final class TrickyValues {
    private static final int MOST_COMPARED = 100;
    private static final Pattern FREE_TEXT = Pattern.compile("ck[a-z0-9]+|Zoë .*");

    private final Trial trial;
    private final Inputs inputs;

    TrickyValues(Trial trial) {
        this.trial = trial;
        inputs = trial.inputs();
    }

    /** Returns several values of an attribute, of which the first has the second as a part where that may be. */
    List<JsonValue> lookalikes(SpecView.Attribute attribute) {
        if (attribute.entitlement()) {
            return lookalikesFirst(inputs.entitlementIds(attribute));
        }
        var second = inputs.made(attribute);
        return List.of(lookalike(attribute, second), second, inputs.made(attribute));
    }

    /** Returns values that get lost on the way easily, for an attribute in which people write what they like. */
    List<JsonValue> texts(SpecView.Attribute attribute) {
        if (!attribute.type().equals("string")
                || !isProse(attribute)
                || !inputs.choice(attribute).isEmpty()) {
            return List.of();
        }
        return List.of(Json.text("00" + trial.session().nextNumber()), longText());
    }

    private JsonValue longText() {
        return Json.text("Zoë Margarete O'Neil-Łukasiewicz & Co, 2nd (CK%d)"
                .formatted(trial.session().nextNumber()));
    }

    private boolean isProse(SpecView.Attribute attribute) {
        var lower = attribute.name().toLowerCase(Locale.ROOT);
        return !trial.session().options().isGiven(attribute.name())
                && !lower.contains("mail")
                && !attribute.entitlement()
                && !attribute.name().equals(trial.accountSchema().identityAttribute())
                && (Inputs.isProse(lower) || hasSpaces(attribute));
    }

    /** Returns whether accounts have several words in an attribute. */
    private boolean hasSpaces(SpecView.Attribute attribute) {
        return trial.has(LIST)
                && trial.accounts().stream()
                        .anyMatch(account -> account.attribute(attribute.name()) instanceof JsonString text
                                && text.getString().indexOf(' ') > 0);
    }

    /** Returns attributes of an account to create, where the values that get lost easily stand for the others. */
    Map<String, JsonValue> with(Map<String, JsonValue> attributes) {
        var changed = new LinkedHashMap<>(attributes);
        changed.replaceAll((name, value) -> {
            var declared = trial.accountSchema().attribute(name);
            return declared == null || declared.multi() || texts(declared).isEmpty() ? value : longText();
        });
        return changed;
    }

    /** Returns attributes of an account to create, where the numbers are zero. */
    Map<String, JsonValue> zeros(Map<String, JsonValue> attributes) {
        var changed = new LinkedHashMap<>(attributes);
        changed.replaceAll((name, value) -> {
            var isGiven = trial.session().options().isGiven(name);
            return value instanceof JsonNumber
                            && !isGiven
                            && !name.equals(trial.accountSchema().identityAttribute())
                    ? Json.provider().createValue(0)
                    : value;
        });
        return changed;
    }

    private static List<JsonValue> lookalikesFirst(List<JsonValue> ids) {
        var some = ids.subList(0, Math.min(ids.size(), MOST_COMPARED));
        for (var id : some) {
            for (var other : some) {
                if (isBeginning(other, id)) {
                    var ordered = new ArrayList<>(List.of(id, other));
                    some.stream().filter(each -> each != id && each != other).forEach(ordered::add);
                    return ordered;
                }
            }
        }
        return some;
    }

    private static boolean isBeginning(JsonValue beginning, JsonValue value) {
        var text = textOf(beginning);
        return !text.isEmpty()
                && textOf(value).length() > text.length()
                && textOf(value).startsWith(text);
    }

    private static String textOf(JsonValue value) {
        return value instanceof JsonString text ? text.getString() : Json.toText(value);
    }

    /** Returns a value that has another one as a part, if the attribute is not of a form that has no room for it. */
    private JsonValue lookalike(SpecView.Attribute attribute, JsonValue value) {
        if (value instanceof JsonNumber number) {
            return Json.provider().createValue(number.bigDecimalValue().movePointRight(1));
        }
        var text = textOf(value);
        return text.contains("@")
                ? Json.text("x" + text)
                : isFree(attribute) ? Json.text(text + "0") : inputs.made(attribute);
    }

    /** Returns whether the texts that are made up for an attribute follow no form. */
    private boolean isFree(SpecView.Attribute attribute) {
        return attribute.type().equals("string")
                && inputs.made(attribute) instanceof JsonString text
                && FREE_TEXT.matcher(text.getString()).matches();
    }

    /** Returns texts that differ in little: a capital, blanks around, and two ways to write an accent. */
    List<JsonValue> closeTexts(SpecView.Attribute attribute) {
        var isGiven = trial.session().options().isGiven(attribute.name());
        if (isGiven || attribute.entitlement() || !isFree(attribute)) {
            return List.of();
        }
        var text = textOf(inputs.made(attribute)) + "é";
        return List.of(
                Json.text(text),
                Json.text(text.toUpperCase(Locale.ROOT)),
                Json.text(" " + text + " "),
                Json.text(Normalizer.normalize(text, Normalizer.Form.NFD)));
    }

    /**
     * Returns a text that is one value, and looks like two to a connector that keeps several in one text; null for an
     * attribute of texts of some form.
     */
    @Nullable
    JsonValue textWithComma(SpecView.Attribute attribute) {
        var isGiven = trial.session().options().isGiven(attribute.name());
        return isGiven || attribute.entitlement() || !isFree(attribute)
                ? null
                : Json.text(textOf(inputs.made(attribute)) + ", \"" + textOf(inputs.made(attribute)) + "\"");
    }

    /** Returns a text with its capitals small and its small letters capital. */
    static String otherCase(String text) {
        var other = new StringBuilder(text);
        for (var i = 0; i < other.length(); i++) {
            var c = other.charAt(i);
            if (c < 128) {
                other.setCharAt(i, Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c));
            }
        }
        return other.toString();
    }
}
