package dev.connectorkit.testkit;

import dev.connectorkit.kotlin.KotlinUse;

class KotlinUseTest extends KotlinUse {
    KotlinUseTest() {
        super("dev.connectorkit.testkit", 50, 200);
    }
}
