package dev.connectorkit.examples.directory;

import java.util.Map;
import java.util.UUID;

class H2DirectoryTest implements DirectoryRules {
    @Override
    public Settings emptyDatabase() {
        return new Settings("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", Map.of(), PEOPLE);
    }
}
