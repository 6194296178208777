package dev.connectorkit.dsl.command;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashSet;

/**
 * Handlers of commands that the platform sends for several datasets at once:
 *
 * <pre>{@code
 * .on(MACHINE_IDENTITY_LIST, Datasets.each((context, dataset, response) ->
 *     client.robots(dataset.datasetId()).forEach(robot ->
 *         response.send(DatasetObject.of(robot.name()).with("owner", robot.owner())))))
 * }</pre>
 */
public final class Datasets {
    private Datasets() {}

    /**
     * Returns a handler that calls {@code handler} once for each distinct dataset id, in the platform's order, and adds
     * the id to every output.
     */
    public static Handler<DatasetListInput, DatasetObject> each(Handler<DatasetInput, DatasetObject> handler) {
        requireNonNull(handler, "handler");
        return (context, input, response) -> {
            for (var id : new LinkedHashSet<>(input.datasetIds())) {
                var dataset = new DatasetInput(id, input.datasetSchemas().get(id));
                handler.handle(context, dataset, response.accepting(output -> output.withDatasetId(id)));
            }
        };
    }

    /**
     * Returns a handler that calls {@code handler} once for each distinct dataset id, in the platform's order, and adds
     * the id to every output. Where the platform sends no {@code datasetIds}, it is called once, with the given {@code
     * datasetId} or with an empty one, and its outputs stay as they are.
     */
    public static Handler<ApplicationDiscoveryInput, DiscoveredApplication> eachOfApplications(
            Handler<ApplicationDatasetInput, DiscoveredApplication> handler) {
        requireNonNull(handler, "handler");
        return (context, input, response) -> {
            var parameters = input.additionalParameters();
            if (input.datasetIds().isEmpty()) {
                var id = input.datasetId() == null ? "" : input.datasetId();
                handler.handle(context, new ApplicationDatasetInput(id, parameters), response);
            }
            for (var id : new LinkedHashSet<>(input.datasetIds())) {
                handler.handle(
                        context,
                        new ApplicationDatasetInput(id, parameters),
                        response.accepting(application -> application.with("datasetId", id)));
            }
        };
    }
}
