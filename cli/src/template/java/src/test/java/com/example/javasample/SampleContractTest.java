package com.example.javasample;

import dev.connectorkit.testkit.contract.ConnectorContract;
import dev.connectorkit.testkit.rules.Validation;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;

/** Holds the connector to the rules that the platform takes for granted. */
class SampleContractTest implements ConnectorContract {
    final FakeSampleApi api = new FakeSampleApi(0);

    SampleContractTest() throws IOException {}

    @AfterEach
    void stop() {
        api.close();
    }

    @Override
    public Validation connector() {
        return ConnectorContract.of(new SampleConnector().connector()).config(api.config());
    }
}
