package dev.connectorkit.testkit.jqwik;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.internal.json.JsonEquality;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

@Domain(ConnectorDomain.class)
class ConnectorDomainProperties {

    @Property(tries = 100)
    void json_is_found_by_its_type_and_survives_being_written(@ForAll JsonValue value) {
        assertThat(JsonEquality.equal(Json.parse(Json.toText(value)), value)).isTrue();
    }

    @Property(tries = 100)
    void a_config_shows_what_is_stored_twice(@ForAll JsonObject config) {
        assertThat(config).containsKey("baseUrl");
        var stored = config.getOrDefault("connectorAttributes", JsonValue.EMPTY_JSON_OBJECT);
        stored.asJsonObject().forEach((key, value) -> {
            if (!key.equals("connectorAttributes")) {
                assertThat(config.get(key)).isEqualTo(value);
            }
        });
    }

    @Property(tries = 100)
    void near_misses_are_never_equal(@ForAll JsonPair pair) {
        assertThat(JsonEquality.equal(pair.one(), pair.other())).isFalse();
    }

    @Property(tries = 100)
    @Domain(DomainContext.Global.class)
    void runs_stand_beside_what_jqwik_knows_itself(@ForAll StoreRun run, @ForAll boolean flag) {
        assertThat(run.commands()).hasSizeBetween(1, 8);
        assertThat(run.keys()).doesNotHaveDuplicates();
        assertThat(run.toString()).startsWith("stored at first: ").contains("1. ");
    }
}
