package dev.connectorkit.testkit.jqwik;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.internal.json.JsonEquality;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.jspecify.annotations.Nullable;

@Domain(ConnectorDomain.class)
@Domain(DomainContext.Global.class)
class JsonEqualityProperties {

    @Property(tries = 300)
    void everything_equals_itself_and_nothing_equals_absence(@ForAll JsonValue value) {
        assertThat(JsonEquality.equal(value, value)).isTrue();
        assertThat(JsonEquality.equal(value, Json.parse(Json.toText(value)))).isTrue();
        assertThat(JsonEquality.equal(value, null)).isFalse();
        assertThat(JsonEquality.equal(null, value)).isFalse();
    }

    @Property(tries = 300)
    void both_directions_agree(@ForAll JsonValue one, @ForAll JsonValue other) {
        assertThat(JsonEquality.equal(one, other)).isEqualTo(JsonEquality.equal(other, one));
    }

    @Property(tries = 300)
    void what_equals_a_third_is_equal(@ForAll JsonPair pair, @ForAll @IntRange(max = 3) int zeros) {
        var one = pair.one();
        var respelled = respelled(one, zeros);
        var again = respelled(respelled, 1);

        assertThat(JsonEquality.equal(one, respelled)).isTrue();
        assertThat(JsonEquality.equal(respelled, again)).isTrue();
        assertThat(JsonEquality.equal(one, again)).isTrue();
        assertThat(JsonEquality.equal(again, pair.other())).isFalse();
    }

    @Property(tries = 300)
    void the_order_of_members_and_the_spelling_of_numbers_do_not_matter(
            @ForAll JsonValue value, @ForAll @IntRange(max = 5) int zeros) {
        assertThat(JsonEquality.equal(value, respelled(value, zeros))).isTrue();
    }

    @Property(tries = 300)
    void the_order_of_elements_matters(@ForAll JsonPair pair) {
        var array = Json.array().add(pair.one()).add(pair.other()).build();
        var turned = Json.array().add(pair.other()).add(pair.one()).build();

        assertThat(JsonEquality.equal(array, turned)).isFalse();
    }

    @Property(tries = 300)
    void a_change_in_one_place_is_seen_however_deep(@ForAll JsonPair pair) {
        assertThat(JsonEquality.equal(pair.one(), pair.other())).isFalse();
    }

    /** Returns the same value with members in reverse order and so many more zeros behind every number. */
    private static JsonValue respelled(@Nullable JsonValue value, int zeros) {
        if (value instanceof JsonObject object) {
            var names = new ArrayList<>(object.keySet());
            Collections.reverse(names);
            var turned = Json.object();
            names.forEach(name -> turned.add(name, respelled(object.get(name), zeros)));
            return turned.build();
        }
        if (value instanceof JsonArray array) {
            var copy = Json.array();
            array.forEach(element -> copy.add(respelled(element, zeros)));
            return copy.build();
        }
        if (value instanceof JsonNumber number) {
            var decimal = number.bigDecimalValue();
            return Json.provider().createValue(decimal.setScale(decimal.scale() + zeros));
        }
        return value == null ? JsonValue.NULL : value;
    }
}
