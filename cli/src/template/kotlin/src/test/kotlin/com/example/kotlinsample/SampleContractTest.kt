package com.example.kotlinsample

import dev.connectorkit.testkit.contract.ConnectorContract
import dev.connectorkit.testkit.rules.Validation
import org.junit.jupiter.api.AfterEach

/** Holds the connector to the rules that the platform takes for granted. */
class SampleContractTest : ConnectorContract {
    private val api = FakeSampleApi(0)

    @AfterEach fun stop() = api.close()

    override fun connector(): Validation =
        ConnectorContract.of(SampleConnector().connector()).config(api.config)
}
