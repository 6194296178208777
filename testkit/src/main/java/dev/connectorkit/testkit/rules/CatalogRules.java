package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.CommandTypes.APPLICATIONS;
import static dev.connectorkit.testkit.rules.CommandTypes.CONFIG_OPTIONS;
import static dev.connectorkit.testkit.rules.CommandTypes.DATASETS;
import static dev.connectorkit.testkit.rules.CommandTypes.SOURCE_DATA_DISCOVER;
import static dev.connectorkit.testkit.rules.CommandTypes.SOURCE_DATA_READ;
import static dev.connectorkit.testkit.rules.Rule.rule;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.testkit.run.Exchange;
import dev.connectorkit.testkit.run.Line;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a connector offers beside accounts and entitlements has the documented form: options, source data, datasets. */
final class CatalogRules {
    static final List<Rule> RULES = List.of(
            rule("config-options.shape", "Options are texts, lists of texts or of objects", CatalogRules::configOptions)
                    .needs(CONFIG_OPTIONS),
            rule("source-data.shape", "Source data is one array of items with key and label", CatalogRules::sourceData)
                    .needs(SOURCE_DATA_DISCOVER),
            rule("source-data.read", "What source data discovers can be read", CatalogRules::readSourceData)
                    .needs(SOURCE_DATA_DISCOVER, SOURCE_DATA_READ),
            rule("source-data.limit", "Source data heeds a limit", CatalogRules::limit)
                    .needs(SOURCE_DATA_DISCOVER)
                    .optional(),
            rule(
                    "datasets.shape",
                    "Objects of a dataset have an identity, attributes, and the id of the dataset asked for",
                    CatalogRules::datasets),
            rule("applications.shape", "Applications have an id and a name", CatalogRules::applications)
                    .needs(APPLICATIONS));

    private static final int FEW = 3;
    private static final String SOME_DATASET = "connectorkit-dataset-";
    private static final Set<String> RISKS = Set.of("High", "Medium", "Low");

    private CatalogRules() {}

    private static void configOptions(Trial trial) {
        for (var key : trial.spec().configKeys()) {
            var exchange =
                    trial.run(CONFIG_OPTIONS, Json.object().add("key", key).build());
            if (!exchange.succeeded()) {
                continue;
            }
            var output = exchange.output();
            if (output == null || !(output.get("options") instanceof JsonObject options)) {
                throw trial.failure(
                        "`" + CONFIG_OPTIONS + "` of `" + key + "` sends one {\"options\": {…}}, but sent "
                                + show(exchange),
                        exchange);
            }
            options.forEach((name, value) -> trial.check(
                    isOption(value),
                    "option `" + name + "` of `" + key + "` is " + Compare.show(value)
                            + ", but options are a text, an array of texts or an array of objects",
                    exchange));
            trial.exercised(1, options.size());
        }
    }

    private static boolean isOption(JsonValue value) {
        return value instanceof JsonString
                || (value instanceof JsonArray several
                        && (several.stream().allMatch(JsonString.class::isInstance)
                                || several.stream().allMatch(JsonObject.class::isInstance)));
    }

    private static String show(Exchange exchange) {
        var outputs = exchange.data(Line.OUTPUT);
        return outputs.isEmpty()
                ? "nothing"
                : Compare.show(outputs.size() == 1 ? outputs.get(0) : Inputs.array(outputs));
    }

    private static void sourceData(Trial trial) {
        items(trial, trial.succeed(SOURCE_DATA_DISCOVER, JsonValue.EMPTY_JSON_OBJECT));
    }

    /** Returns the items of an answer, after making sure that they are some. */
    private static List<JsonObject> items(Trial trial, Exchange exchange) {
        var command = exchange.request().type();
        var outputs = exchange.data(Line.OUTPUT);
        if (outputs.size() != 1 || !(outputs.get(0) instanceof JsonArray array)) {
            throw trial.failure("`" + command + "` sends one array of items, but sent " + show(exchange), exchange);
        }
        var keys = new HashSet<String>();
        for (var item : array) {
            var key = item instanceof JsonObject object ? SpecView.text(object, "key") : null;
            var label = item instanceof JsonObject object ? SpecView.text(object, "label") : null;
            trial.check(
                    key != null && label != null,
                    "`" + command + "` sent the item " + Compare.show(item) + ", but items have a `key` and a `label`",
                    exchange);
            trial.check(keys.add(String.valueOf(key)), "`" + command + "` sent the key `" + key + "` twice", exchange);
            trial.exercised(1, 0);
        }
        return SpecView.objects(array);
    }

    private static void readSourceData(Trial trial) {
        var discovered = items(trial, trial.succeed(SOURCE_DATA_DISCOVER, JsonValue.EMPTY_JSON_OBJECT));
        for (var item : discovered.stream().limit(FEW).toList()) {
            var key = String.valueOf(SpecView.text(item, "key"));
            items(trial, trial.succeed(SOURCE_DATA_READ, sourceData(key)));
        }
    }

    private static JsonObject sourceData(String key) {
        return Json.object().add("sourceDataKey", key).build();
    }

    private static void limit(Trial trial) {
        var discovered = items(trial, trial.succeed(SOURCE_DATA_DISCOVER, JsonValue.EMPTY_JSON_OBJECT));
        heedsLimit(trial, SOURCE_DATA_DISCOVER, JsonValue.EMPTY_JSON_OBJECT, discovered.size());
        if (!trial.has(SOURCE_DATA_READ)) {
            return;
        }
        for (var item : discovered.stream().limit(FEW).toList()) {
            var input = sourceData(String.valueOf(SpecView.text(item, "key")));
            var all = trial.succeed(SOURCE_DATA_READ, input);
            heedsLimit(trial, SOURCE_DATA_READ, input, items(trial, all).size());
        }
    }

    private static void heedsLimit(Trial trial, String command, JsonObject input, int all) {
        if (all < 2) {
            return;
        }
        var query = Json.object().add("limit", 1).build();
        var few = items(trial, trial.succeed(command, Inputs.with(input, "queryInput", query)));
        trial.check(few.size() <= 1, "asked for 1 item at most, `" + command + "` sends " + few.size());
    }

    private static void datasets(Trial trial) {
        var commands = DATASETS.stream().filter(trial::has).toList();
        if (commands.isEmpty()) {
            throw new RuleSkipped("the connector declares no command about datasets");
        }
        for (var command : commands) {
            var asked = datasetIds(trial.spec().json());
            var exchange = trial.run(command, asking(asked));
            if (exchange.succeeded()) {
                Trial.objects(exchange).forEach(object -> checkTagged(trial, exchange, object, asked));
            } else {
                trial.note("`" + command + "` takes none of the datasets " + String.join(", ", asked) + ": "
                        + exchange.failure());
            }
        }
    }

    private static JsonObject asking(Set<String> datasetIds) {
        var ids = Inputs.array(datasetIds.stream().map(Json::text).toList());
        return Json.object().add("datasetIds", ids).build();
    }

    /** Returns the ids of datasets that the specification speaks of, or else two that may do. */
    private static Set<String> datasetIds(JsonValue spec) {
        var ids = new LinkedHashSet<String>();
        collect(spec, ids);
        return ids.isEmpty() ? new LinkedHashSet<>(List.of(SOME_DATASET + 1, SOME_DATASET + 2)) : ids;
    }

    private static void collect(JsonValue json, Set<String> ids) {
        if (json instanceof JsonArray array) {
            array.forEach(element -> collect(element, ids));
        } else if (json instanceof JsonObject object) {
            var id = SpecView.text(object, "datasetId");
            if (id != null) {
                ids.add(id);
            }
            object.values().forEach(member -> collect(member, ids));
        }
    }

    private static void checkTagged(Trial trial, Exchange exchange, ResourceObject object, Set<String> asked) {
        var command = exchange.request().type();
        var sent = "`" + command + "` sent " + Compare.show(object.json());
        var tag = object.json().get("datasetId");
        trial.check(
                tag instanceof JsonString id && asked.contains(id.getString()),
                sent + ", whose `datasetId` is " + Compare.show(tag) + ", but it was asked for "
                        + String.join(", ", asked),
                exchange);
        trial.check(object.identity() != null, sent + ", which has no `identity`", exchange);
        trial.check(
                object.json().get("attributes") instanceof JsonObject, sent + ", which has no `attributes`", exchange);
        trial.exercised(object);
    }

    private static void applications(Trial trial) {
        var exchange = trial.succeed(APPLICATIONS, JsonValue.EMPTY_JSON_OBJECT);
        for (var application : exchange.outputs()) {
            var problem = applicationProblem(application);
            trial.check(problem == null, "the application " + Compare.show(application) + " " + problem, exchange);
            trial.exercised(1, application.size());
        }
    }

    private static @Nullable String applicationProblem(JsonObject application) {
        var missing = new ArrayList<String>();
        for (var member : List.of("id", "primaryAppName")) {
            if (SpecView.text(application, member) == null) {
                missing.add("`" + member + "`");
            }
        }
        var risk = SpecView.text(application, "riskLevel");
        return !missing.isEmpty()
                ? "has no " + String.join(" and no ", missing)
                : risk != null && !RISKS.contains(risk) ? "has the risk level `" + risk + "`" : null;
    }
}
