package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.CommandTypes.APPLICATIONS;
import static dev.connectorkit.testkit.rules.CommandTypes.CONFIG_OPTIONS;
import static dev.connectorkit.testkit.rules.CommandTypes.DISCOVER;
import static dev.connectorkit.testkit.rules.CommandTypes.SOURCE_DATA_DISCOVER;
import static dev.connectorkit.testkit.rules.CommandTypes.SOURCE_DATA_READ;
import static dev.connectorkit.testkit.rules.CommandTypes.SPEC;

import dev.connectorkit.dsl.internal.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Faulty connectors with commands that few connectors have, or that say the wrong thing of themselves. */
final class RareMutants {
    private static final String ATTRIBUTES = "/attributes";

    private RareMutants() {}

    static List<Mutant> all() {
        return Stream.of(discovery(), specRead(), catalogs(), datasets())
                .flatMap(List::stream)
                .toList();
    }

    private static Mutant answering(String name, String command, String rule, String message, String output) {
        return Mutant.of(
                name,
                rule,
                message,
                reference -> RareCommands.on(reference)
                        .handler(command, (request, sink) -> sink.output(Json.parse(output))));
    }

    private static Mutant discovering(String name, String rule, String message, UnaryOperator<JsonObject> schema) {
        return Mutant.of(
                name,
                rule,
                message,
                reference -> RareCommands.on(reference)
                        .handler(
                                DISCOVER,
                                (request, sink) ->
                                        sink.output(schema.apply(ReferenceSpec.SPEC.getJsonObject("accountSchema")))));
    }

    private static List<Mutant> discovery() {
        return List.of(
                discovering(
                        "an attribute that accounts have is not discovered",
                        "schema.discovered",
                        "`department` is not declared",
                        schema -> Mutants.remove(schema, ATTRIBUTES + "/3")),
                discovering(
                        "another identity is discovered",
                        "schema.discovered",
                        "its identity attribute `name`",
                        schema -> Mutants.replace(schema, "/identityAttribute", "\"name\"")),
                discovering(
                        "one value is discovered where there are several",
                        "schema.discovered",
                        "is an array",
                        schema -> Mutants.remove(schema, ATTRIBUTES + "/9/multi")),
                discovering(
                        "another display attribute is discovered",
                        "schema.discovered-equals-declared",
                        "`displayAttribute` is name in the specification but email",
                        schema -> Mutants.replace(schema, "/displayAttribute", "\"email\"")),
                discovering(
                        "an int is discovered as a long",
                        "schema.discovered-equals-declared",
                        "the type of `age`",
                        schema -> Mutants.replace(schema, ATTRIBUTES + "/4/type", "\"long\"")));
    }

    private static Mutant specRead(String name, String message, UnaryOperator<JsonObject> spec) {
        return Mutant.of(
                name,
                "spec.read",
                message,
                reference -> reference.handler(
                        SPEC,
                        (request, sink) -> sink.output(Json.object()
                                .add("specification", spec.apply(ReferenceSpec.SPEC))
                                .build())));
    }

    private static List<Mutant> specRead() {
        return List.of(
                specRead(
                        "a specification of an older version",
                        "`commands` are",
                        spec -> Mutants.remove(spec, "/commands/8")),
                specRead(
                        "a specification with another schema",
                        "`accountSchema`",
                        spec -> Mutants.remove(spec, "/accountSchema/attributes/5")),
                Mutant.of(
                        "a specification without its envelope",
                        "spec.read",
                        "does not answer with",
                        reference -> reference.handler(SPEC, (request, sink) -> sink.output(ReferenceSpec.SPEC))));
    }

    private static List<Mutant> catalogs() {
        return List.of(
                answering(
                        "options that are an array",
                        CONFIG_OPTIONS,
                        "config-options.shape",
                        "sends one {\"options\"",
                        "{\"options\":[\"eu\",\"us\"]}"),
                answering(
                        "options that are numbers",
                        CONFIG_OPTIONS,
                        "config-options.shape",
                        "option `sizes`",
                        "{\"options\":{\"sizes\":[1,2]}}"),
                answering(
                        "source data that is an object",
                        SOURCE_DATA_DISCOVER,
                        "source-data.shape",
                        "one array of items",
                        "{\"items\":[]}"),
                answering(
                        "source data without labels",
                        SOURCE_DATA_DISCOVER,
                        "source-data.shape",
                        "have a `key` and a `label`",
                        "[{\"key\":\"sites\",\"name\":\"Sites\"}]"),
                answering(
                        "source data with a key twice",
                        SOURCE_DATA_READ,
                        "source-data.read",
                        "`1` twice",
                        "[{\"key\":\"1\",\"label\":\"One\"},{\"key\":\"1\",\"label\":\"Uno\"}]"),
                Mutant.of(
                        "source data that nobody can read",
                        "source-data.read",
                        "fails: ",
                        reference -> RareCommands.on(reference).handler(SOURCE_DATA_READ, (request, sink) -> {
                            throw WireDriver.WireFailure.generic("no such data");
                        })),
                answering(
                        "source data that knows no limit",
                        SOURCE_DATA_DISCOVER,
                        "source-data.limit",
                        "1 item at most",
                        "[{\"key\":\"a\",\"label\":\"A\"},{\"key\":\"b\",\"label\":\"B\"}]"),
                answering(
                        "an application without a name",
                        APPLICATIONS,
                        "applications.shape",
                        "has no `primaryAppName`",
                        "{\"id\":\"a1\",\"name\":\"Mail\"}"),
                answering(
                        "a risk that is none",
                        APPLICATIONS,
                        "applications.shape",
                        "risk level `LOW`",
                        "{\"id\":\"a1\",\"primaryAppName\":\"Mail\",\"riskLevel\":\"LOW\"}"));
    }

    private static List<Mutant> datasets() {
        var machine = RareCommands.machine("m1", "other");
        return List.of(
                Mutant.of(
                        "an object without its dataset",
                        "datasets.shape",
                        "`datasetId` is absent",
                        reference -> sending(reference, Inputs.without(machine, "datasetId"))),
                Mutant.of(
                        "an object of another dataset",
                        "datasets.shape",
                        "`datasetId` is \"other\"",
                        reference -> sending(reference, machine)),
                Mutant.of(
                        "an object of a dataset without attributes",
                        "datasets.shape",
                        "no `attributes`",
                        reference -> RareCommands.on(reference)
                                .handler(
                                        RareCommands.MACHINE_IDENTITIES,
                                        (request, sink) -> sink.output(Inputs.with(
                                                Inputs.without(machine, "attributes"),
                                                "datasetId",
                                                Inputs.of(request)
                                                        .getJsonArray("datasetIds")
                                                        .get(0))))));
    }

    private static void sending(Reference reference, JsonValue output) {
        RareCommands.on(reference).handler(RareCommands.MACHINE_IDENTITIES, (request, sink) -> sink.output(output));
    }
}
