package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.CommandTypes.APPLICATIONS;
import static dev.connectorkit.testkit.rules.CommandTypes.CONFIG_OPTIONS;
import static dev.connectorkit.testkit.rules.CommandTypes.DISCOVER;
import static dev.connectorkit.testkit.rules.CommandTypes.SOURCE_DATA_DISCOVER;
import static dev.connectorkit.testkit.rules.CommandTypes.SOURCE_DATA_READ;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.runtime.CommandRequest;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;

/** The commands that the reference connector leaves out, since few connectors have them. */
final class RareCommands {
    static final String MACHINE_IDENTITIES = "std:machine-identity:list";

    private static final JsonArray KINDS = Json.parse("""
            [{"key":"sites","label":"Sites","subLabel":"where people work"},{"key":"titles","label":"Titles"}]
            """).asJsonArray();
    private static final JsonArray ITEMS = Json.parse("""
            [{"key":"1","label":"One"},{"key":"2","label":"Two"},{"key":"3","label":"Three"}]
            """).asJsonArray();
    private static final JsonObject OPTIONS = Json.parse("""
            {"options":{"region":"eu","regions":["eu","us"],"all":[{"label":"Europe","value":"eu"}]}}
            """).asJsonObject();
    private static final JsonObject APPLICATION = Json.parse("""
            {"id":"a1","primaryAppName":"Mail","description":"Mail for all","riskLevel":"Low","extra":1}
            """).asJsonObject();

    private RareCommands() {}

    /** Gives a connector all of them. */
    static Reference on(Reference reference) {
        handle(reference, DISCOVER, (request, sink) -> sink.output(ReferenceSpec.SPEC.getJsonObject("accountSchema")));
        handle(reference, CONFIG_OPTIONS, (request, sink) -> {
            if (!Inputs.of(request).getString("key").equals("baseUrl")) {
                throw WireDriver.WireFailure.generic("there is no choice of that");
            }
            sink.output(OPTIONS);
        });
        handle(reference, SOURCE_DATA_DISCOVER, (request, sink) -> sink.output(limited(request, KINDS)));
        handle(reference, SOURCE_DATA_READ, (request, sink) -> sink.output(limited(request, ITEMS)));
        handle(
                reference,
                MACHINE_IDENTITIES,
                (request, sink) -> datasetIds(request).forEach(id -> sink.output(machine("m-" + id, id))));
        handle(reference, APPLICATIONS, (request, sink) -> sink.output(APPLICATION));
        return reference;
    }

    static void handle(Reference reference, String command, WireDriver.Handler handler) {
        reference
                .spec(spec -> Mutants.add(spec, "/commands/-", "\"" + command + "\""))
                .handler(command, handler);
    }

    private static JsonArray limited(CommandRequest request, JsonArray items) {
        var query = Inputs.of(request).get("queryInput");
        var limit = query instanceof JsonObject object ? object.getInt("limit", items.size()) : items.size();
        return Inputs.array(items.subList(0, Math.min(limit, items.size())));
    }

    private static List<String> datasetIds(CommandRequest request) {
        return Inputs.of(request).getJsonArray("datasetIds").getValuesAs(JsonString::getString);
    }

    static JsonObject machine(String id, String datasetId) {
        return Json.object()
                .add("identity", id)
                .add("attributes", Json.object().add("name", id))
                .add("datasetId", datasetId)
                .build();
    }
}
