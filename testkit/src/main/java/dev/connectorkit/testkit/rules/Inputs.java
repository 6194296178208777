package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.CommandTypes.ENTITLEMENT_LIST;
import static dev.connectorkit.testkit.rules.CommandTypes.LIST;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.runtime.CommandRequest;
import dev.connectorkit.testkit.run.Secrets;
import dev.connectorkit.testkit.simulation.PlausibleText;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes up inputs that fit a connector's specification. The same seed makes the same inputs. */
final class Inputs {
    private static final int MANY = 3;

    private static final Pattern PROSE =
            Pattern.compile("(display|full|first|last|given|family|sur)_?name|title|job_?title"
                    + "|department|description|city|company|comment|notes?");

    private final Trial trial;

    /** How much of an account to fill in. */
    enum Extent {
        /** What the create template requires. */
        MINIMAL,
        /** Everything the create template and the schema allow. */
        MAXIMAL
    }

    Inputs(Trial trial) {
        this.trial = trial;
    }

    /** Returns the input of a create for an account that is not there yet. */
    JsonObject create(Extent extent) {
        return create(attributes(extent));
    }

    JsonObject create(Map<String, JsonValue> attributes) {
        var builder = Json.object();
        var identityAttribute = trial.accountSchema().identityAttribute();
        if (identityAttribute != null && attributes.get(identityAttribute) instanceof JsonString identity) {
            builder.add("identity", identity);
        }
        var values = Json.object();
        attributes.forEach(values::add);
        return builder.add("attributes", values).build();
    }

    /** Returns the attributes of an account that is not there yet. */
    Map<String, JsonValue> attributes(Extent extent) {
        var attributes = new LinkedHashMap<String, JsonValue>();
        var template = trial.spec().template();
        var schema = trial.accountSchema();
        if (template == null) {
            for (var attribute : schema.attributes()) {
                if (extent == Extent.MAXIMAL || isName(schema, attribute.name())) {
                    put(attributes, attribute);
                }
            }
            return attributes;
        }
        var anyRequired = template.stream().anyMatch(SpecView.Field::required);
        for (var field : template) {
            if (extent == Extent.MAXIMAL || field.required() || !anyRequired) {
                put(attributes, field);
            }
        }
        if (extent == Extent.MAXIMAL) {
            schema.attributes().stream()
                    .filter(attribute -> attribute.entitlement() && !attributes.containsKey(attribute.name()))
                    .forEach(attribute -> put(attributes, attribute));
        }
        return attributes;
    }

    private static boolean isName(SpecView.Schema schema, String attribute) {
        return attribute.equals(schema.identityAttribute()) || attribute.equals(schema.displayAttribute());
    }

    private void put(Map<String, JsonValue> attributes, SpecView.Attribute attribute) {
        if (isReadOnly(attribute.name())) {
            return;
        }
        var value = attribute.multi() ? array(values(attribute, 2)) : value(attribute);
        if (value != null && !(value instanceof JsonArray array && array.isEmpty())) {
            attributes.put(attribute.name(), value);
        }
    }

    private void put(Map<String, JsonValue> attributes, SpecView.Field field) {
        var fixed = field.fixed();
        if (fixed != null) {
            attributes.put(field.key(), fixed);
            return;
        }
        var declared = trial.accountSchema().attribute(field.key());
        if (declared != null && declared.multi()) {
            put(attributes, declared);
            return;
        }
        if (field.password() || Secrets.isSecretName(field.key())) {
            attributes.put(field.key(), Json.text(password()));
            return;
        }
        var type = declared != null && declared.type().equals("string") ? declared.type() : field.type();
        var entitlement = declared != null && declared.entitlement();
        var attribute = new SpecView.Attribute(
                field.key(), type, false, entitlement, declared == null ? null : declared.schemaObjectType());
        var value = value(attribute);
        if (value != null) {
            attributes.put(field.key(), value);
        }
    }

    /** Returns whether an update may not change an attribute. */
    boolean isReadOnly(String attribute) {
        return Compare.isBookkeeping(attribute) || trial.maintained().contains(attribute);
    }

    /** Returns a value for an attribute that has one; null if no value is known that the source would take. */
    @Nullable
    JsonValue value(SpecView.Attribute attribute) {
        var given = trial.session().options().values().get(attribute.name());
        if (given != null) {
            return given instanceof JsonArray several && !several.isEmpty() ? several.get(0) : given;
        }
        if (attribute.entitlement()) {
            var known = entitlementIds(attribute);
            return known.isEmpty() ? null : known.get(trial.random().nextInt(known.size()));
        }
        var choice = choice(attribute);
        return choice.isEmpty() ? made(attribute) : choice.get(trial.random().nextInt(choice.size()));
    }

    /** Returns the values to choose from, where the source takes no others; empty if any will do. */
    List<JsonValue> choice(SpecView.Attribute attribute) {
        var habits = trial.session().habits();
        return habits != null && habits.choosy() && trial.has(LIST)
                ? SourceHabits.choice(trial.accounts(), attribute)
                : List.of();
    }

    /** Returns up to so many different values for an attribute. */
    List<JsonValue> values(SpecView.Attribute attribute, int count) {
        var given = trial.session().options().values().get(attribute.name());
        if (given instanceof JsonArray several) {
            return List.copyOf(several.subList(0, Math.min(count, several.size())));
        }
        if (attribute.entitlement()) {
            var known = entitlementIds(attribute);
            return List.copyOf(known.subList(0, Math.min(count, known.size())));
        }
        var values = new ArrayList<JsonValue>();
        for (var i = 0; i < count; i++) {
            values.add(made(attribute));
        }
        return attribute.type().equals("boolean") ? List.of(JsonValue.TRUE) : values;
    }

    /**
     * Returns three values to add and remove; fewer if no more are known. If possible the first has the second as a part,
     * which shows a connector that looks for a value as for a part of a text.
     */
    List<JsonValue> many(SpecView.Attribute attribute) {
        var given = trial.session().options().isGiven(attribute.name());
        return given || attribute.type().equals("boolean")
                ? values(attribute, MANY)
                : new TrickyValues(trial)
                        .lookalikes(attribute).stream().limit(MANY).toList();
    }

    /** Returns a value that no object had before, of an attribute that is no entitlement. */
    JsonValue made(SpecView.Attribute attribute) {
        var number = trial.session().nextNumber();
        return switch (attribute.type()) {
            case "boolean" -> trial.random().nextBoolean() ? JsonValue.TRUE : JsonValue.FALSE;
            case "int" -> Json.provider().createValue(1000 + number);
            // Beyond 32 bits, and within what a double holds exactly, since TypeScript knows nothing else.
            case "long" -> Json.provider().createValue(5_000_000_000L + number);
            default -> Json.text(text(attribute.name(), number));
        };
    }

    private String text(String attribute, int number) {
        var lower = attribute.toLowerCase(Locale.ROOT);
        var unique = "ck" + Long.toString(Math.abs(trial.session().options().seed()) % 46_656, 36) + "n" + number;
        if (attribute.equals(trial.accountSchema().identityAttribute()) && idsAreNumbers()) {
            return Integer.toString(900_000_000 + number);
        }
        if (Secrets.isSecretName(attribute)) {
            return password();
        }
        var habits = trial.session().habits();
        var time = habits == null ? null : habits.times().get(attribute);
        if (time != null) {
            return SourceHabits.onAnotherDay(time, number);
        }
        return isProse(lower)
                ? "Zoë O'Neil (" + unique.toUpperCase(Locale.ROOT) + ")"
                : PlausibleText.of(attribute, unique.substring(0, unique.lastIndexOf('n') + 1), number);
    }

    /** Returns whether people write what they like in an attribute, by its name: capitals, spaces, accents, quotes. */
    static boolean isProse(String lower) {
        return PROSE.matcher(lower).matches();
    }

    private boolean idsAreNumbers() {
        var session = trial.session();
        if (!session.knowsIds() && trial.has(LIST)) {
            var accounts = trial.accounts();
            if (!accounts.isEmpty()) {
                session.idsAreNumbers(accounts.stream()
                        .allMatch(account -> account.id().chars().allMatch(Character::isDigit)));
            }
        }
        return session.idsAreNumbers();
    }

    /** Returns a password that most policies accept, different each time. */
    String password() {
        return "Ck-" + Long.toString(1_000_000_000L + trial.random().nextInt(1_000_000_000), 36) + "-"
                + trial.session().nextNumber() + "aZ!";
    }

    /** Returns the ids of entitlements that an attribute may hold: those that exist, or those that accounts have. */
    List<JsonValue> entitlementIds(SpecView.Attribute attribute) {
        var ids = new LinkedHashMap<String, JsonValue>();
        var listed = listedIds(attribute);
        if (listed != null) {
            listed.forEach(id -> ids.putIfAbsent(Compare.canonical(id), id));
        } else if (trial.has(LIST)) {
            for (var account : trial.accounts()) {
                account.values(attribute.name()).forEach(id -> ids.putIfAbsent(Compare.canonical(id), id));
            }
        }
        // What every account has by itself shows nothing when it is asked for.
        return ids.values().stream()
                .filter(id -> !GivenValues.of(trial).isForAll(attribute.name(), id))
                .toList();
    }

    /** Returns the ids that the list of entitlements sends; null where there is none or it fails, of which others tell. */
    private @Nullable List<JsonValue> listedIds(SpecView.Attribute attribute) {
        if (!trial.has(ENTITLEMENT_LIST)) {
            return null;
        }
        try {
            var schemas = EntitlementReferences.schemas(trial, attribute);
            if (schemas.size() != 1) {
                return null;
            }
            var schema = schemas.get(0);
            return trial.entitlements(String.valueOf(schema.type())).stream()
                    .map(entitlement -> entitlementId(schema, entitlement))
                    .toList();
        } catch (RuleFailure failure) {
            return null;
        }
    }

    static JsonValue entitlementId(SpecView.Schema schema, ResourceObject entitlement) {
        var identity = schema.identityAttribute();
        var value = identity == null ? null : entitlement.attribute(identity);
        return value == null ? Json.text(entitlement.id()) : value;
    }

    /** Returns what names an object that does not exist, in the form of the ids that do. */
    JsonObject unknown(List<ResourceObject> existing) {
        var keys = existing.stream().map(ResourceObject::keyIds).toList();
        var keyType =
                existing.isEmpty() ? trial.spec().keyType() : existing.get(0).keyType();
        var id = UnknownIds.like(existing.stream().map(ResourceObject::firstId).toList());
        var builder = Json.object().add("identity", id);
        if ("compound".equals(keyType)) {
            var unique = UnknownIds.like(keys.stream()
                    .filter(ids -> ids.size() == 2)
                    .map(ids -> ids.get(1))
                    .toList());
            builder.add(
                    "key",
                    Json.object()
                            .add("compound", Json.object().add("lookupId", id).add("uniqueId", unique)));
        } else if (existing.isEmpty() || keyType != null) {
            builder.add("key", Json.object().add("simple", Json.object().add("id", id)));
        }
        return builder.build();
    }

    /** Returns the input of an update. */
    static JsonObject update(ResourceObject account, List<JsonObject> changes) {
        var array = Json.array();
        changes.forEach(array::add);
        var builder = Json.object();
        account.reference().forEach(builder::add);
        return builder.add("changes", array).build();
    }

    static JsonObject change(String op, String attribute, @Nullable JsonValue value) {
        var builder = Json.object().add("op", op).add("attribute", attribute);
        if (value != null) {
            builder.add("value", value);
        }
        return builder.build();
    }

    static JsonArray array(List<? extends JsonValue> values) {
        var builder = Json.array();
        values.forEach(builder::add);
        return builder.build();
    }

    /** Returns the input of a request; empty where it is no object. */
    static JsonObject of(CommandRequest request) {
        return request.input() instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
    }

    /** Returns a config with one more member. */
    static JsonObject with(JsonObject object, String name, JsonValue value) {
        var builder = Json.object();
        object.forEach(builder::add);
        return builder.add(name, value).build();
    }

    /** Returns an object without one of its members. */
    static JsonObject without(JsonObject object, String name) {
        var builder = Json.object();
        object.forEach((member, value) -> {
            if (!member.equals(name)) {
                builder.add(member, value);
            }
        });
        return builder.build();
    }

    /** Returns whether a number of JSON is whole and within so many bits. */
    static boolean isWhole(JsonNumber number, int bits) {
        try {
            return number.bigDecimalValue().toBigIntegerExact().bitLength() < bits;
        } catch (ArithmeticException e) {
            return false;
        }
    }
}
