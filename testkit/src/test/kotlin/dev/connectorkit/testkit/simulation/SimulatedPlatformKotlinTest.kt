package dev.connectorkit.testkit.simulation

import dev.connectorkit.dsl.store.Layout
import dev.connectorkit.testkit.assertj.ConnectorAssertions.assertThat
import dev.connectorkit.testkit.assertj.ConnectorAssertions.assertThatThrownBy
import jakarta.json.Json
import jakarta.json.JsonArray
import jakarta.json.JsonObject
import org.junit.jupiter.api.Test

private fun json(key: String, value: String): JsonObject =
    Json.createObjectBuilder().add(key, value).build()

private fun adding(path: String, value: String): JsonArray =
    Json.createPatchBuilder().add(path, value).build().toJsonArray()

class SimulatedPlatformKotlinTest {
    private val settings = json("url", "x")

    @Test
    fun `should compile with what a source stores`() {
        val platform = SimulatedPlatform.withConfig(settings)
        platform.patchConfig(adding("/connectorAttributes/cursor", "1"))
        platform.patchConfig(
            Json.createPatchBuilder().remove("/connectorAttributes/cursor").build()
        )
        platform.setAttribute("page", Json.createValue(2))

        assertThat(platform.patches()).hasSize(2)
        assertThat(platform.attributes()).isJson("""{"page": 2}""")
        assertThat(platform.document().getJsonObject("connectorAttributes")).holds("page", 2)
        platform.removeAttribute("page")
        platform.hideEmptyAttributes()
        assertThat(platform.config()).isEqualTo(platform.settings()).isEqualTo(settings)
    }

    @Test
    fun `should compile with edits of an administrator and copies`() {
        val platform = SimulatedPlatform.withConfig(settings, Layout.FLAT)
        platform.setAttributes(json("cursor", "1"))
        platform.setConfig(json("url", "y"))
        platform.saveState("accounts", json("since", "7"))
        val copy = platform.copy()
        platform.setAttributes(json("cursor", "2"))

        assertThat(copy.reloadConfig()).holds("url", "y").holds("cursor", "1")
        assertThat(copy.state("accounts")).isEqualTo(json("since", "7"))
        assertThat(SimulatedPlatform.empty().state("accounts")).isNull()
    }

    @Test
    fun `should compile with failures to order`() {
        val platform = SimulatedPlatform.empty()
        platform.failNextPatch(IllegalStateException("no patch"))
        platform.failNextReload(IllegalStateException("no reload"))

        assertThatThrownBy { platform.patchConfig(adding("/connectorAttributes/a", "1")) }
            .hasMessage("no patch")
        assertThatThrownBy { platform.reloadConfig() }.hasMessage("no reload")
        assertThatThrownBy { platform.patchConfig(adding("/elsewhere/a", "1")) }
            .isInstanceOf(PatchRejectedException::class.java)
    }

    @Test
    fun `should compile with a strict patch`() {
        val patched = StrictPatch.apply(adding("/a", "1"), settings)

        assertThat(patched.asJsonObject()).isJson("""{"url": "x", "a": "1"}""")
    }
}
