package dev.connectorkit.cli.console;

import static dev.connectorkit.dsl.command.Commands.ACCOUNT_LIST;
import static dev.connectorkit.dsl.command.Commands.ENTITLEMENT_LIST;

import dev.connectorkit.dsl.Connector;
import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.runtime.CommandRequest;
import dev.connectorkit.dsl.runtime.ConnectorRunner;
import dev.connectorkit.dsl.runtime.EventType;
import dev.connectorkit.dsl.runtime.InvocationException;
import dev.connectorkit.dsl.runtime.ReaderGoneException;
import dev.connectorkit.dsl.spec.Schema;
import dev.connectorkit.filter.Filter;
import dev.connectorkit.filter.FilterCompiler;
import dev.connectorkit.filter.FilterEvaluationException;
import dev.connectorkit.filter.FilterResult;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Checks filters against a schema, and explains them against objects. Safe for concurrent use. */
final class FilterDesk {
    static final int SAMPLE_SIZE = 100;

    private final Connector connector;
    private final ConnectorRunner runner;
    private final SimulatedSource source;

    FilterDesk(Connector connector, SimulatedSource source) {
        this.connector = connector;
        this.source = source;
        runner = ConnectorRunner.of(connector);
    }

    /** Returns what there is to say about {@code filter}, held against the schema of {@code type}; accounts where that is empty. */
    JsonObject check(JsonObject body) throws RefusedException {
        var result = compile(body);
        var fixed = result.fixed().text();
        return Json.object()
                .add("errors", result.hasErrors())
                .add("issues", Json.parse(result.toJson()))
                .add("report", result.report())
                .add("fixed", fixed)
                .build();
    }

    private FilterResult compile(JsonObject body) throws RefusedException {
        return compiler(Body.textOrEmpty(body, "type")).compile(Body.text(body, "filter"), "filterString");
    }

    private FilterCompiler compiler(String type) throws RefusedException {
        if (type.isEmpty()) {
            return connector.spec().accountSchema().filterCompiler(connector.filterDialect());
        }
        Schema schema = connector.spec().entitlementSchema(type);
        if (schema == null) {
            throw RefusedException.badRequest("there is no entitlement schema of type `" + type + "`");
        }
        return schema.filterCompiler(connector.filterDialect());
    }

    /** Returns for each of {@code objects}, outputs of a list, whether {@code filter} leaves it out, and why. */
    JsonObject explain(JsonObject body) throws RefusedException {
        var result = compile(body);
        if (result.hasErrors()) {
            throw RefusedException.unacceptable(result.report().stripTrailing());
        }
        var answers = Json.array();
        for (var object : Body.array(body, "objects")) {
            answers.add(explain(result.filter(), attributes(object)));
        }
        return Json.object().add("answers", answers).build();
    }

    private static JsonObject attributes(JsonValue output) throws RefusedException {
        return Body.object(output).get("attributes") instanceof JsonObject attributes
                ? attributes
                : JsonValue.EMPTY_JSON_OBJECT;
    }

    private static JsonObject explain(Filter filter, JsonObject attributes) {
        var plain = Json.toPlainMap(attributes);
        var answer = Json.object();
        try {
            answer.add("leftOut", filter.matches(plain));
            answer.add("explanation", Json.parse(filter.explain(plain).toJson()));
        } catch (FilterEvaluationException e) {
            answer.add("error", String.valueOf(e.getMessage()));
        } catch (UnsupportedOperationException e) {
            // Only the SDK's dialect has filters that answer and cannot be taken apart; the answer is there.
            answer.add("unexplained", String.valueOf(e.getMessage()));
        }
        return answer.build();
    }

    /**
     * Returns the first objects of a list, as they are before any filter: accounts, or the entitlements of {@code type}.
     */
    JsonObject sample(JsonObject body) throws RefusedException {
        var type = Body.textOrEmpty(body, "type");
        var request = type.isEmpty()
                ? CommandRequest.of(ACCOUNT_LIST.type(), JsonValue.EMPTY_JSON_OBJECT)
                : CommandRequest.of(
                        ENTITLEMENT_LIST.type(), Json.object().add("type", type).build());
        var objects = Json.array();
        first(request.withConfig(source.unfilteredConfig())).forEach(objects::add);
        return Json.object().add("objects", objects).build();
    }

    private List<JsonValue> first(CommandRequest request) throws RefusedException {
        var objects = new ArrayList<JsonValue>();
        try {
            runner.run(request, (eventType, buffer, offset, length) -> {
                if (objects.size() == SAMPLE_SIZE) {
                    throw new IOException("these are enough");
                }
                if (eventType == EventType.OUTPUT) {
                    var line = new String(buffer, offset, length, StandardCharsets.UTF_8);
                    objects.add(Json.parse(line).asJsonObject().getOrDefault("data", JsonValue.NULL));
                }
            });
        } catch (InvocationException e) {
            throw RefusedException.unacceptable(e.text());
        } catch (ReaderGoneException e) {
            return objects;
        }
        return objects;
    }
}
