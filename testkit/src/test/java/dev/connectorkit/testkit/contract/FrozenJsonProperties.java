package dev.connectorkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.connectorkit.dsl.internal.json.FrozenJson;
import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.internal.json.JsonEquality;
import dev.connectorkit.testkit.jqwik.ConnectorDomain;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Objects;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

@Domain(ConnectorDomain.class)
class FrozenJsonProperties {

    @Property(tries = 300)
    void what_cannot_change_is_not_copied(@ForAll JsonValue value) {
        assertThat(FrozenJson.freeze(value)).isSameAs(value);
    }

    @Property(tries = 300)
    void what_changes_later_is_not_seen(@ForAll JsonValue value) {
        var plain = PlainJson.of(value);
        var live = Objects.requireNonNull(LiveJson.view(plain));

        var frozen = FrozenJson.freeze(live);
        PlainJson.scramble(plain);

        assertThat(JsonEquality.equal(frozen, value)).isTrue();
    }

    @Property(tries = 300)
    void a_part_that_can_change_is_found_inside_of_what_cannot(@ForAll JsonValue value) {
        var plain = PlainJson.of(value);
        var wrapped = Json.array()
                .add(Json.object().add("a", Objects.requireNonNull(LiveJson.view(plain))))
                .build();

        var frozen = FrozenJson.freeze(wrapped);
        PlainJson.scramble(plain);

        assertThat(JsonEquality.equal(frozen.asJsonArray().getJsonObject(0).get("a"), value))
                .isTrue();
    }

    @Property(tries = 300)
    void freezing_twice_is_freezing_once(@ForAll JsonValue value) {
        var frozen = FrozenJson.freeze(Objects.requireNonNull(LiveJson.view(PlainJson.of(value))));

        assertThat(FrozenJson.freeze(frozen)).isSameAs(frozen);
    }

    @Example
    void a_circle_is_refused() {
        var circle = new ArrayList<Object>();
        var live = Objects.requireNonNull(LiveJson.view(circle));
        circle.add(circle);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> FrozenJson.freeze(live))
                .withMessage("it is nested deeper than 200 levels, or in a circle");
    }
}
