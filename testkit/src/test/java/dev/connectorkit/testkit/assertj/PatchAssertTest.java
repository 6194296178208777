package dev.connectorkit.testkit.assertj;

import static dev.connectorkit.testkit.assertj.ConnectorAssertions.assertThat;
import static dev.connectorkit.testkit.assertj.ConnectorAssertions.assertThatThrownBy;

import dev.connectorkit.dsl.internal.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonPatch;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PatchAssertTest {
    private static final JsonObject BEFORE = object("{'connectorAttributes':{'cursor':'a','old':1,'a/b':1}}");
    private static final JsonObject AFTER = object("{'connectorAttributes':{'cursor':'b','new':2.0,'a/b':1}}");
    private static final JsonPatch PATCH = patch("[{'op':'replace','path':'/connectorAttributes/cursor','value':'b'},"
            + "{'op':'add','path':'/connectorAttributes/new','value':2},"
            + "{'op':'remove','path':'/connectorAttributes/old'}]");

    private static JsonObject object(String json) {
        return Json.parse(json.replace('\'', '"')).asJsonObject();
    }

    private static JsonPatch patch(String json) {
        return Json.provider().createPatch(Json.parse(json.replace('\'', '"')).asJsonArray());
    }

    private static void assertFails(ThrowingCallable assertion, String message) {
        assertThatThrownBy(assertion).isInstanceOf(AssertionError.class).hasMessage(message.formatted());
    }

    @Test
    void a_patch_that_is_just_right_passes() {
        assertThat(PATCH)
                .turns(BEFORE, AFTER)
                .isMinimal()
                .hasOperations(3)
                .touchesOnly("old", "new", "cursor")
                .addsKey("new")
                .addsKey("new", Json.provider().createValue(2L))
                .replacesKey("cursor", Json.text("b"))
                .removesKey("old");
    }

    @Test
    void keys_are_given_as_they_are_stored() {
        assertThat(patch("[{'op':'remove','path':'/connectorAttributes/a~1b'}]"))
                .removesKey("a/b");
        assertThat(patch("[{'op':'remove','path':'/a~0b'}]")).removesKey("a~b").touchesOnly("a~b");
    }

    @Test
    void a_patch_that_leads_elsewhere_is_shown_with_both_ends() {
        assertFails(
                () -> assertThat(patch("[{'op':'remove','path':'/b'}]"))
                        .turns(object("{'a':1,'b':2}"), object("{'a':2}")),
                "expected a patch that leads to%n  {\"a\":2}%nbut it leads to%n  {\"a\":1}%n"
                        + "  document: {\"a\":1,\"b\":2}%n  patch: [{\"op\":\"remove\",\"path\":\"/b\"}]");
    }

    @Test
    void a_patch_that_does_not_apply_is_shown_with_the_reason() {
        assertFails(
                () -> assertThat(patch("[{'op':'remove','path':'/b'}]")).turns(object("{'a':1}"), object("{'a':1}")),
                "expected a patch that applies, but operation 1 (remove /b) is rejected: there is no `b` in an object%n"
                        + "  document: {\"a\":1}%n  patch: [{\"op\":\"remove\",\"path\":\"/b\"}]");
    }

    @Test
    void an_operation_without_effect_is_named() {
        var patch = patch("[{'op':'replace','path':'/connectorAttributes/a~1b','value':1.0},"
                + "{'op':'replace','path':'/connectorAttributes/cursor','value':'b'},"
                + "{'op':'add','path':'/connectorAttributes/new','value':2},"
                + "{'op':'remove','path':'/connectorAttributes/old'}]");

        assertFails(
                () -> assertThat(patch).turns(BEFORE, AFTER).isMinimal(),
                "expected a minimal patch, but 1 of 4 operations changes nothing: replace /connectorAttributes/a~1b");
    }

    @Test
    void a_second_operation_for_a_key_is_named() {
        var patch = patch("[{'op':'remove','path':'/a/x'},{'op':'add','path':'/a/y','value':1}]");

        assertFails(
                () -> assertThat(patch)
                        .turns(object("{'a':{'x':1}}"), object("{'a':{'y':1}}"))
                        .isMinimal(),
                "expected a minimal patch, but `a` takes more than one operation; the second is add /a/y");
    }

    @Test
    void minimality_needs_both_ends() {
        assertThatThrownBy(() -> assertThat(PATCH).isMinimal())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("isMinimal() needs turns(before, after) first");
    }

    @Test
    void keys_touched_beside_the_expected_ones_are_listed() {
        assertFails(
                () -> assertThat(PATCH).touchesOnly("cursor"),
                "expected a patch that touches only [cursor], but it touches [cursor, new, old]");
    }

    @Test
    void another_operation_than_the_expected_one_is_shown() {
        assertFails(
                () -> assertThat(PATCH).addsKey("old"),
                "expected add of `old`, but found {\"op\":\"remove\",\"path\":\"/connectorAttributes/old\"}");
        assertFails(
                () -> assertThat(PATCH).replacesKey("cursor", Json.text("c")),
                "expected replace of `cursor` with the value \"c\", but found"
                        + " {\"op\":\"replace\",\"path\":\"/connectorAttributes/cursor\",\"value\":\"b\"}");
        assertFails(
                () -> assertThat(patch("[]")).removesKey("old"),
                "expected remove of `old`, but the patch does not touch it: []");
        assertFails(
                () -> assertThat(patch("[]")).hasOperations(1), "expected a patch of 1 operations, but it has 0: []");
    }

    @Test
    void a_description_comes_first() {
        assertFails(
                () -> assertThat(patch("[]")).as("second run").hasOperations(1),
                "[second run] expected a patch of 1 operations, but it has 0: []");
    }
}
