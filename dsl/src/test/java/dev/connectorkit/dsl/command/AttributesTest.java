package dev.connectorkit.dsl.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connectorkit.dsl.internal.json.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class AttributesTest {

    @Property(tries = 200)
    void attributes_behave_as_a_map_does(
            @ForAll @Size(max = 40) List<@AlphaChars @StringLength(min = 1, max = 2) String> names) {
        Map<String, Object> map = new LinkedHashMap<>();
        var builder = Attributes.builder();
        var chained = Attributes.empty();
        for (var name : names) {
            map.put(name, map.size());
            builder.set(name, map.get(name));
            chained = chained.with(name, map.get(name));
        }

        assertThat(chained).isEqualTo(map).hasSameHashCodeAs(map);
        assertThat(builder.build()).isEqualTo(chained).isEqualTo(Attributes.of(map));
        assertThat(List.copyOf(chained.keySet())).isEqualTo(List.copyOf(map.keySet()));
        for (var name : names) {
            assertThat(chained.get(name)).isEqualTo(map.get(name));
            map.remove(name);
            chained = chained.without(name);
            assertThat(chained).isEqualTo(map);
        }
    }

    @Test
    void one_value_and_several_read_alike() {
        var attributes = Attributes.fromJson(Json.parse("{\"one\":\"a\",\"several\":[\"a\",2,true],\"none\":null}"));

        assertThat(attributes.texts("one")).containsExactly("a");
        assertThat(attributes.texts("several")).containsExactly("a", "2", "true");
        assertThat(attributes.texts("none")).isEmpty();
        assertThat(attributes.texts("absent")).isEmpty();
        assertThat(attributes.values("several")).containsExactly("a", 2L, true);
        assertThat(attributes.text("several")).isEqualTo("a");
        assertThat(attributes.text("none")).isNull();
        assertThat(attributes).containsKey("none").doesNotContainKey("absent");
    }

    @Test
    void a_list_is_copied_when_it_is_given() {
        var groups = new ArrayList<>(List.of("a"));
        var attributes = Attributes.empty().with("groups", groups);

        groups.add("b");

        assertThat(attributes.texts("groups")).containsExactly("a");
    }

    @Test
    void a_builder_that_goes_on_does_not_change_what_it_built() {
        var builder = Attributes.builder().set("id", "1");
        var first = builder.build();
        var second = builder.set("id", "2").set("name", "Ada").build();

        assertThat(first).isEqualTo(Map.of("id", "1"));
        assertThat(second).isEqualTo(Map.of("id", "2", "name", "Ada"));
    }

    @Test
    void a_value_that_json_does_not_know_is_named_with_its_attribute() {
        assertThatThrownBy(() -> Attributes.empty().with("joined", LocalDate.EPOCH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("attribute `joined` is given a java.time.LocalDate; an attribute holds text, a boolean, a"
                        + " whole number, null or a list of these");
    }
}
