package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.CommandTypes.LIST;
import static dev.connectorkit.testkit.rules.Rule.rule;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.testkit.run.Exchange;
import dev.connectorkit.testkit.run.Secrets;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Every output conforms to its schema. */
final class SchemaRules {
    private static final String TYPES = "schema.types";
    private static final String MULTI_VALUES = "schema.multi-values";
    private static final String UNDECLARED = "schema.undeclared";
    private static final String SHAPE = "schema.shape";
    private static final String SEEN = "schema.attributes-seen";

    static final List<Rule> RULES = List.of(
            rule(SHAPE, "Every output has the documented members, of the documented types", Observations.report(SHAPE)),
            rule(TYPES, "Every value has the type that its schema declares", Observations.report(TYPES)),
            rule(
                    MULTI_VALUES,
                    "Multi-valued attributes are arrays, even of one value, and no others are",
                    Observations.report(MULTI_VALUES)),
            rule(UNDECLARED, "No output has an attribute that its schema lacks", Observations.report(UNDECLARED)),
            rule(SEEN, "Every declared attribute is seen somewhere", SchemaRules::attributesSeen)
                    .needs(LIST)
                    .stochastic());

    private static final int ENOUGH_OBJECTS = 3;

    private SchemaRules() {}

    static List<Observations.Check> checks() {
        var checks = new ArrayList<Observations.Check>();
        checks.add(KeyRules.check(SHAPE, SchemaRules::shape));
        checks.add(fits(TYPES, SchemaFit::types));
        checks.add(fits(MULTI_VALUES, SchemaFit::multiValues));
        checks.add(KeyRules.check(UNDECLARED, SchemaRules::undeclared));
        checks.add(new SeenAttributes());
        checks.add(new StateShape());
        checks.add(LimitRules.SIZE_CHECK);
        return checks;
    }

    static SpecView.@Nullable Schema schemaOf(Session session, Exchange exchange, ResourceObject object) {
        if (Observations.isAboutAccounts(exchange)) {
            return session.accountSchema();
        }
        var type = SpecView.text(Inputs.of(exchange.request()), "type");
        return session.spec().entitlementSchemas().stream()
                .filter(schema -> type == null || type.equals(schema.type()))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String shape(Session session, Exchange exchange, ResourceObject object) {
        var json = object.json();
        var isUpdate = exchange.request().type().equals(CommandTypes.UPDATE);
        var attributes = json.get("attributes");
        if (attributes != null && !(attributes instanceof JsonObject)) {
            return "`attributes` is " + Json.describe(attributes) + ", but must be an object";
        }
        if (attributes == null && !isUpdate && !object.flag("deleted")) {
            return "it has no `attributes`";
        }
        for (var flag : List.of("disabled", "locked", "deleted", "incomplete", "finalUpdate")) {
            var value = json.get(flag);
            if (value != null && value != JsonValue.TRUE && value != JsonValue.FALSE) {
                return "`" + flag + "` is " + Compare.show(value) + ", but must be true or false";
            }
        }
        for (var text : List.of("identity", "uuid", "type")) {
            var value = json.get(text);
            if (value != null
                    && value.getValueType() != JsonValue.ValueType.STRING
                    && value.getValueType() != JsonValue.ValueType.NULL) {
                return "`" + text + "` is " + Compare.show(value) + ", but must be text";
            }
        }
        var key = json.get("key");
        if (key != null && !(key instanceof JsonObject) && key != JsonValue.NULL) {
            return "`key` is " + Compare.show(key) + ", but must be an object";
        }
        var results = results(json.get("results"));
        return results == null ? permissions(json.get("permissions")) : results;
    }

    private static @Nullable String results(@Nullable JsonValue results) {
        if (results == null || results == JsonValue.NULL) {
            return null;
        }
        if (!(results instanceof JsonArray array)) {
            return "`results` is " + Compare.show(results) + ", but must be an array";
        }
        for (var result : array) {
            if (!(result instanceof JsonObject object) || SpecView.text(object, "attribute") == null) {
                return "a result is " + Compare.show(result) + ", but has an `attribute`";
            }
        }
        return null;
    }

    private static @Nullable String permissions(@Nullable JsonValue permissions) {
        if (permissions == null || permissions == JsonValue.NULL) {
            return null;
        }
        if (!(permissions instanceof JsonArray array)) {
            return "`permissions` is " + Compare.show(permissions) + ", but must be an array";
        }
        for (var permission : array) {
            if (!(permission instanceof JsonObject object)
                    || SpecView.text(object, "target") == null
                    || !object.containsKey("rights")) {
                return "a permission is " + Compare.show(permission) + ", but has a `target` and `rights`";
            }
        }
        return null;
    }

    private static Observations.Check fits(
            String rule, BiFunction<SpecView.Schema, ResourceObject, @Nullable String> problem) {
        return KeyRules.check(rule, (session, exchange, object) -> {
            var schema = schemaOf(session, exchange, object);
            return schema == null ? null : problem.apply(schema, object);
        });
    }

    /** Takes the discovered schema into account: it may know more attributes than the one in the specification. */
    private static @Nullable String undeclared(Session session, Exchange exchange, ResourceObject object) {
        var schema = schemaOf(session, exchange, object);
        var discovered = Observations.isAboutAccounts(exchange) ? session.discoveredSchema() : null;
        if (schema == null) {
            return null;
        }
        return SchemaFit.undeclared(discovered == null ? schema : schema.and(discovered), object);
    }

    private static void attributesSeen(Trial trial) {
        trial.lookAround();
        var seen = trial.session().observations().seen();
        var count = trial.session().observations().count(SEEN);
        if (count.objects() < ENOUGH_OBJECTS) {
            throw new RuleSkipped("only " + count.objects() + " objects were seen, too few to tell");
        }
        var missing = new TreeSet<String>();
        var anyAccount = seen.stream().anyMatch(name -> name.startsWith("account/"));
        for (var attribute : trial.accountSchema().attributes()) {
            if (anyAccount
                    && !seen.contains("account/" + attribute.name())
                    && !Secrets.isSecretName(attribute.name())) {
                missing.add(attribute.name());
            }
        }
        for (var schema : trial.spec().entitlementSchemas()) {
            var any = schema.attributes().stream().anyMatch(each -> seen.contains(schema.type() + "/" + each.name()));
            for (var attribute : schema.attributes()) {
                if (any && !seen.contains(schema.type() + "/" + attribute.name())) {
                    missing.add(schema.type() + "." + attribute.name());
                }
            }
        }
        trial.check(
                missing.isEmpty(),
                "the schema declares " + String.join(", ", missing) + ", which no object ever had: forgotten?");
        trial.exercised(count.objects(), count.attributes());
    }

    /** Remembers the names of all attributes that any object had. */
    private static final class SeenAttributes implements Observations.Check {
        private final Set<String> seen = new HashSet<>();

        @Override
        public String rule() {
            return SEEN;
        }

        @Override
        public @Nullable String problem(Session session, Exchange exchange, Observations.Count count) {
            for (var object : Observations.objects(exchange)) {
                var what = Observations.isAboutAccounts(exchange)
                        ? "account"
                        : SpecView.text(Inputs.of(exchange.request()), "type");
                object.attributes().keySet().forEach(name -> seen.add(what + "/" + name));
                count.add(object.json().isEmpty() ? 0 : 1, object.attributes().size());
            }
            return null;
        }
    }

    static Set<String> seenBy(Observations.Check check) {
        return check instanceof SeenAttributes seen ? seen.seen : Set.of();
    }
}
