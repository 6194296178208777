package dev.connectorkit.examples.directory;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.UUID;

class H2DirectoryTest implements DirectoryRules {
    @Override
    public JsonObject emptyDatabase() {
        return Json.createObjectBuilder()
                .add("jdbcUrl", "jdbc:h2:mem:" + UUID.randomUUID())
                .build();
    }
}
