package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.CommandTypes.CREATE;
import static dev.connectorkit.testkit.rules.CommandTypes.LIST;
import static dev.connectorkit.testkit.rules.CommandTypes.READ;
import static dev.connectorkit.testkit.rules.Rule.rule;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.testkit.rules.Inputs.Extent;
import dev.connectorkit.testkit.run.Exchange;
import dev.connectorkit.testkit.run.Secrets;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Create makes exactly the account asked for, once. */
final class CreateRules {
    static final List<Rule> RULES = List.of(
            rule("create.empty-fails", "Creating an account without attributes fails", CreateRules::empty)
                    .needs(CREATE)
                    .changingData(),
            rule(
                            "create.minimal",
                            "An account with the required attributes alone is created",
                            trial -> create(trial, Extent.MINIMAL))
                    .needs(CREATE)
                    .changingData(),
            rule(
                            "create.maximal",
                            "An account with every attribute is created as asked",
                            trial -> create(trial, Extent.MAXIMAL))
                    .needs(CREATE)
                    .changingData(),
            rule("create.equals-read", "A created account is the same in create and in read", CreateRules::equalsRead)
                    .needs(CREATE, READ)
                    .changingData(),
            rule("create.equals-list", "A created account is the same in create and in list", CreateRules::equalsList)
                    .needs(CREATE, LIST)
                    .changingData(),
            rule(
                            "create.duplicate-fails",
                            "Creating an account that exists fails and leaves it alone",
                            CreateRules::duplicate)
                    .needs(CREATE)
                    .changingData(),
            rule(
                            "create.single-value",
                            "One value of a multi-valued attribute may come as plain text",
                            CreateRules::singleValue)
                    .needs(CREATE)
                    .changingData());

    private CreateRules() {}

    private static void empty(Trial trial) {
        var before = trial.has(LIST) ? trial.freshAccounts() : List.<ResourceObject>of();
        var exchange =
                trial.tryCreate(Json.object().add("attributes", Json.object()).build());
        trial.check(!exchange.succeeded(), "creating an account without any attribute succeeds", exchange);
        if (trial.has(LIST)) {
            ListRules.same(trial, before, trial.freshAccounts(), "after a create that failed, the list");
        }
        // Where nothing can be created, that nothing was says nothing.
        trial.create(trial.inputs().create(Extent.MAXIMAL));
        trial.exercised(1, 0);
    }

    private static void create(Trial trial, Extent extent) {
        create(trial, extent, trial.inputs().attributes(extent));
        if (extent == Extent.MAXIMAL) {
            // The values that get lost where a connector asks whether there is one.
            create(trial, extent, empties(trial, trial.inputs().attributes(extent)));
            tricky(trial, new TrickyValues(trial).with(trial.inputs().attributes(extent)));
            tricky(trial, new TrickyValues(trial).zeros(trial.inputs().attributes(extent)));
        }
    }

    /** Creates an account with values that a source may well refuse, but that must not get lost. */
    private static void tricky(Trial trial, Map<String, JsonValue> attributes) {
        var output = trial.tryCreate(trial.inputs().create(attributes)).output();
        if (output != null && (trial.has(READ) || trial.has(LIST))) {
            var created = there(trial, new ResourceObject(output));
            asAsked(trial, created, attributes, trial.has(READ) ? "read" : "list");
            trial.exercised(created);
        }
    }

    private static Map<String, JsonValue> empties(Trial trial, Map<String, JsonValue> attributes) {
        attributes.replaceAll((name, value) -> {
            var declared = trial.accountSchema().attribute(name);
            if (declared == null
                    || declared.multi()
                    || trial.session().options().isGiven(name)) {
                return value;
            }
            return declared.type().equals("boolean") ? JsonValue.FALSE : value;
        });
        return attributes;
    }

    private static void create(Trial trial, Extent extent, Map<String, JsonValue> attributes) {
        var exchange = trial.tryCreate(trial.inputs().create(attributes));
        if (!exchange.succeeded() && extent == Extent.MINIMAL && trial.spec().template() == null) {
            throw new RuleSkipped("there is no create template to say which attributes are required, and the identity"
                    + " and display attribute are not enough: " + exchange.failure());
        }
        var created = created(trial, exchange, attributes);
        asAsked(trial, created, attributes, "create");
        if (trial.has(READ) || trial.has(LIST)) {
            asAsked(trial, there(trial, created), attributes, trial.has(READ) ? "read" : "list");
        }
        trial.exercised(created);
    }

    private static ResourceObject created(Trial trial, Exchange exchange, Map<String, JsonValue> attributes) {
        trial.check(
                exchange.succeeded(),
                "creating an account with " + String.join(", ", attributes.keySet()) + " fails: " + exchange.failure(),
                exchange);
        var output = exchange.output();
        if (output == null) {
            throw trial.failure(
                    "create sends one account, but sent " + exchange.outputs().size(), exchange);
        }
        return new ResourceObject(output);
    }

    private static ResourceObject there(Trial trial, ResourceObject created) {
        var found = trial.find(created);
        if (found == null) {
            throw trial.failure("create sent account " + created + ", but it is not found afterwards");
        }
        return found;
    }

    static void asAsked(Trial trial, ResourceObject account, Map<String, JsonValue> attributes, String command) {
        var schema = trial.accountSchema();
        attributes.forEach((name, asked) -> {
            var declared = schema.attribute(name);
            if (declared == null || trial.inputs().isReadOnly(name) || Secrets.isSecretName(name)) {
                return;
            }
            var values = asked instanceof JsonArray several ? List.copyOf(several) : List.of(asked);
            trial.check(
                    GivenValues.of(trial).isAsAsked(trial, account, name, values) || sameText(declared, asked, account),
                    "attribute `" + name + "` of the created account is " + Compare.show(account.attribute(name))
                            + " in the output of " + command + ", but " + Compare.show(asked) + " was asked for"
                            + mixedUp(attributes, name, account));
            trial.exercised(0, 1);
        });
    }

    /** Returns, in words, which other attribute the value of one was asked for as; empty if it was for none. */
    private static String mixedUp(Map<String, JsonValue> asked, String name, ResourceObject account) {
        var value = account.attribute(name);
        return value == null
                ? ""
                : asked.entrySet().stream()
                        .filter(other -> !other.getKey().equals(name) && Compare.equal(other.getValue(), value))
                        .map(other -> "; it is what was asked for as `" + other.getKey() + "`")
                        .findFirst()
                        .orElse("");
    }

    /** Returns whether a number or a boolean that was asked for as text, as create templates do, is what came of it. */
    private static boolean sameText(SpecView.Attribute declared, JsonValue asked, ResourceObject account) {
        var value = account.attribute(declared.name());
        return value != null
                && !declared.type().equals("string")
                && asked instanceof JsonString text
                && text.getString().equals(Compare.canonical(value));
    }

    private static void equalsRead(Trial trial) {
        isRead(trial, trial.create(trial.inputs().create(Extent.MAXIMAL)));
        // Many a source writes mail addresses in small letters. Create sends what became of them.
        var attributes = new LinkedHashMap<>(trial.inputs().attributes(Extent.MAXIMAL));
        var identity = String.valueOf(trial.accountSchema().identityAttribute());
        attributes.replaceAll((name, value) -> name.equals(identity) ? value : inCapitals(value));
        var exchange = trial.tryCreate(trial.inputs().create(attributes));
        var output = exchange.succeeded() ? exchange.output() : null;
        if (output != null) {
            isRead(trial, new ResourceObject(output));
        }
    }

    private static JsonValue inCapitals(JsonValue value) {
        return value instanceof JsonString text && text.getString().contains("@")
                ? Json.text(text.getString().toUpperCase(Locale.ROOT))
                : value;
    }

    private static void isRead(Trial trial, ResourceObject created) {
        var differences = Compare.differences("create", created, "read", there(trial, created));
        trial.check(differences.isEmpty(), "account " + created + ": " + String.join("; ", differences));
        trial.exercised(created);
    }

    private static void equalsList(Trial trial) {
        var before = trial.freshAccounts();
        var created = trial.create(trial.inputs().create(Extent.MAXIMAL));
        var listed = trial.findInList(created);
        if (listed == null) {
            throw trial.failure("account " + created + " was created, but the list does not have it");
        }
        var differences = Compare.differences("create", created, "list", listed);
        trial.check(differences.isEmpty(), "account " + created + ": " + String.join("; ", differences));
        var expected = new ArrayList<>(before);
        expected.add(listed);
        ListRules.same(trial, expected, trial.accounts(), "after one account was created, the list");
        trial.exercised(created);
        plainIsListed(trial);
    }

    /** Tries an account without entitlements, which a list may lose that is made from memberships. */
    private static void plainIsListed(Trial trial) {
        var exchange = trial.tryCreate(trial.inputs().create(Extent.MINIMAL));
        var output = exchange.output();
        if (output != null) {
            var created = new ResourceObject(output);
            trial.check(
                    trial.findInList(created) != null,
                    "account " + created
                            + " was created with the required attributes alone, but the list does not have it",
                    exchange);
            trial.exercised(created);
        }
    }

    private static void duplicate(Trial trial) {
        var attributes = trial.inputs().attributes(Extent.MAXIMAL);
        var identity = trial.accountSchema().identityAttribute();
        var original = trial.create(trial.inputs().create(attributes));
        var before = trial.existing(original);
        var isChosen = identity == null || !attributes.containsKey(identity);
        var again = isChosen ? attributes : new LinkedHashMap<>(trial.inputs().attributes(Extent.MAXIMAL));
        if (identity != null && !isChosen) {
            again.put(identity, attributes.get(identity));
        }
        var exchange = isChosen
                ? trial.tryCreate(trial.inputs().create(again))
                : trial.run(CREATE, trial.inputs().create(again));
        var output = exchange.output();
        // A source that chooses the ids may well have several accounts that are alike in everything else.
        var isAnother =
                isChosen && output != null && !new ResourceObject(output).id().equals(original.id());
        trial.check(
                !exchange.succeeded() || isAnother,
                "account " + original + " exists, and creating another with the same "
                        + (isChosen ? "attributes answers with it" : "`" + identity + "` succeeds"),
                exchange);
        var differences = Compare.differences("read before", before, "read afterwards", trial.existing(original));
        trial.check(
                differences.isEmpty(),
                "a create " + (isAnother ? "of another account" : "that was refused")
                        + " changed the account that exists: " + String.join("; ", differences));
        if (trial.has(LIST)) {
            var copies = trial.freshAccounts().stream()
                    .filter(account -> account.id().equals(original.id()))
                    .count();
            trial.check(
                    copies == 1, "after a create that was refused, the list has " + original + " " + copies + " times");
        }
        trial.exercised(original);
    }

    private static void singleValue(Trial trial) {
        var schema = trial.accountSchema();
        var tried = false;
        for (var attribute : schema.attributes()) {
            var attributes = trial.inputs().attributes(Extent.MAXIMAL);
            var values = attribute.multi() ? trial.inputs().values(attribute, 1) : List.<JsonValue>of();
            if (values.isEmpty() || !attributes.containsKey(attribute.name())) {
                continue;
            }
            attributes.put(attribute.name(), values.get(0));
            var created = created(trial, trial.tryCreate(trial.inputs().create(attributes)), attributes);
            asAsked(trial, created, Map.of(attribute.name(), values.get(0)), "create");
            if (trial.has(READ) || trial.has(LIST)) {
                asAsked(trial, there(trial, created), Map.of(attribute.name(), values.get(0)), "read");
            }
            trial.exercised(created);
            tried = true;
        }
        if (!tried) {
            throw new RuleSkipped("no multi-valued attribute can be given when an account is created");
        }
    }
}
