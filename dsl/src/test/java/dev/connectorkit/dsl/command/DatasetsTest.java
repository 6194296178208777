package dev.connectorkit.dsl.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connectorkit.dsl.internal.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatasetsTest {
    private final SentOutputs<DatasetObject> sent = new SentOutputs<>();
    private final SentOutputs<DiscoveredApplication> applications = new SentOutputs<>();

    @Test
    void each_dataset_is_listed_once_however_often_it_is_named() throws Exception {
        var schema = Json.object().add("name", "robots").build();
        var input = new DatasetListInput(List.of("robots", "agents", "robots"), Map.of("robots", schema));
        var calls = new ArrayList<DatasetInput>();

        Datasets.each((context, dataset, response) -> {
                    calls.add(dataset);
                    response.send(DatasetObject.of("of " + dataset.datasetId()));
                })
                .handle(NoContext.INSTANCE, input, sent);

        assertThat(calls).containsExactly(new DatasetInput("robots", schema), new DatasetInput("agents", null));
        assertThat(sent.outputs())
                .containsExactly(
                        DatasetObject.of("of robots").withDatasetId("robots"),
                        DatasetObject.of("of agents").withDatasetId("agents"));
    }

    @Test
    void no_dataset_ids_at_all_are_an_invalid_request() {
        assertThatThrownBy(() -> DatasetListInput.fromJson(Json.parse("{}")))
                .isInstanceOf(ConnectorException.class)
                .hasMessage("`input.datasetIds` is missing");
    }

    @Test
    void applications_of_a_dataset_are_tagged() throws Exception {
        discover(ApplicationDiscoveryInput.of("saas", "saas"));

        assertThat(applications.outputs())
                .containsExactly(
                        DiscoveredApplication.of("1", "Slack", "in `saas`").with("datasetId", "saas"));
    }

    @Test
    void applications_without_datasets_are_not_tagged() throws Exception {
        discover(ApplicationDiscoveryInput.of());
        discover(new ApplicationDiscoveryInput(List.of(), "saas", null));

        assertThat(applications.outputs())
                .containsExactly(
                        DiscoveredApplication.of("1", "Slack", "in ``"),
                        DiscoveredApplication.of("1", "Slack", "in `saas`"));
    }

    private void discover(ApplicationDiscoveryInput input) throws Exception {
        Datasets.eachOfApplications((context, dataset, response) ->
                        response.send(DiscoveredApplication.of("1", "Slack", "in `" + dataset.datasetId() + "`")))
                .handle(NoContext.INSTANCE, input, applications);
    }
}
