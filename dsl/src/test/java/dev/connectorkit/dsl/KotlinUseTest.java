package dev.connectorkit.dsl;

import dev.connectorkit.kotlin.KotlinUse;

class KotlinUseTest extends KotlinUse {
    KotlinUseTest() {
        super("dev.connectorkit.dsl", 100, 500);
    }
}
