package dev.connectorkit.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.store.Layout;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.junit.jupiter.api.Test;

class SimulatedPlatformTest {
    private final SimulatedPlatform platform = SimulatedPlatform.withConfig(object("{'baseUrl':'x'}"));

    private static JsonObject object(String json) {
        return Json.parse(json.replace('\'', '"')).asJsonObject();
    }

    private static JsonArray patch(String json) {
        return Json.parse(json.replace('\'', '"')).asJsonArray();
    }

    @Test
    void attributes_are_shown_at_the_root_and_below_connectorAttributes() {
        platform.setAttribute("cursor", Json.text("a"));

        assertThat(platform.config())
                .isEqualTo(object("{'baseUrl':'x','cursor':'a','connectorAttributes':{'cursor':'a'}}"));
    }

    @Test
    void the_object_of_attributes_can_stay_hidden_while_it_is_empty_and_can_be_added_to() {
        platform.hideEmptyAttributes();
        assertThat(platform.config()).isEqualTo(object("{'baseUrl':'x'}"));

        platform.patchConfig(patch("[{'op':'add','path':'/connectorAttributes/a','value':1}]"));
        assertThat(platform.config()).isEqualTo(object("{'baseUrl':'x','a':1,'connectorAttributes':{'a':1}}"));
    }

    @Test
    void a_patch_is_applied_whole_or_not_at_all() {
        assertThatExceptionOfType(PatchRejectedException.class)
                .isThrownBy(() -> platform.patchConfig(patch("[{'op':'add','path':'/connectorAttributes/a','value':1},"
                        + "{'op':'remove','path':'/connectorAttributes/tmp'}]")))
                .withMessage(
                        "operation 2 (remove /connectorAttributes/tmp) is rejected: there is no `tmp` in an object");

        assertThat(platform.attributes()).isEmpty();
        assertThat(platform.patches()).hasSize(1);
    }

    @Test
    void a_patch_that_takes_the_attributes_away_is_rejected() {
        assertThatThrownBy(() -> platform.patchConfig(patch("[{'op':'remove','path':'/connectorAttributes'}]")))
                .isInstanceOf(PatchRejectedException.class)
                .hasMessage("the source would have no object of attributes any more");
    }

    @Test
    void a_message_of_more_than_256_KiB_is_rejected() {
        var large = Json.array()
                .add(Json.object()
                        .add("op", "add")
                        .add("path", "/connectorAttributes/a")
                        .add("value", "x".repeat(256 * 1024)))
                .build();

        assertThatThrownBy(() -> platform.patchConfig(large))
                .isInstanceOf(PatchRejectedException.class)
                .hasMessage("a message of 262227 bytes is too large: 262144 are allowed");
        assertThat(platform.attributes()).isEmpty();
    }

    @Test
    void in_the_flat_layout_patches_point_to_keys() {
        var flat = SimulatedPlatform.withConfig(JsonValue.EMPTY_JSON_OBJECT, Layout.FLAT);

        flat.patchConfig(patch("[{'op':'add','path':'/a','value':1}]"));

        assertThat(flat.attributes()).isEqualTo(object("{'a':1}"));
    }

    @Test
    void failures_happen_once_and_change_nothing() {
        var down = new IllegalStateException("down");
        var patch = patch("[{'op':'add','path':'/connectorAttributes/a','value':1}]");
        platform.failNextPatch(down);
        platform.failNextReload(down);

        assertThatThrownBy(() -> platform.patchConfig(patch)).isSameAs(down);
        assertThatThrownBy(platform::reloadConfig).isSameAs(down);
        assertThat(platform.attributes()).isEmpty();

        platform.patchConfig(patch);
        assertThat(platform.reloadConfig()).isEqualTo(object("{'baseUrl':'x','a':1,'connectorAttributes':{'a':1}}"));
    }

    @Test
    void state_is_kept_until_it_is_replaced() {
        assertThat(platform.state("accounts")).isNull();

        platform.saveState("accounts", object("{'since':'1'}"));
        platform.saveState("accounts", object("{'since':'2'}"));

        assertThat(platform.state("accounts")).isEqualTo(object("{'since':'2'}"));
    }
}
