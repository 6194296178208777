package dev.connectorkit.dsl

import dev.connectorkit.dsl.command.ConnectorException
import dev.connectorkit.dsl.internal.json.Json
import dev.connectorkit.dsl.spec.ConfigItem.menu
import dev.connectorkit.dsl.spec.ConfigItem.secret
import dev.connectorkit.dsl.spec.ConfigItem.section
import dev.connectorkit.dsl.spec.ConnectorSpec
import java.net.URI
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.junit.jupiter.api.Test

class ConfigKotlinTest {
    private val config =
        Config.of(
            Json.parse(
                    """{"token": "s3cret", "site": "https://a.com/v1/", "size": "20", "on": "false", "domains": ["a.com", "b.com"],
                        "tables": [{"name": "people", "page": 5}, {"name": "teams"}]}"""
                )
                .asJsonObject()
        )

    @Test
    fun `should read each item as what it is`() {
        val size: Long = config.number("size")
        val domains: List<String> = config.list("domains")

        assertThat(config.secret("token")).isEqualTo("s3cret")
        assertThat(URI("${config.url("site")}/users")).isEqualTo(URI("https://a.com/v1/users"))
        assertThat(size).isEqualTo(20)
        assertThat(config.flag("on", true)).isFalse()
        assertThat(domains).containsExactly("a.com", "b.com")
    }

    @Test
    fun `should fall back where an item is missing`() {
        assertThat(config.text("region", "eu")).isEqualTo("eu")
        assertThat(config.flag("verbose", true)).isTrue()
        assertThat(config.list("groups")).isEmpty()
    }

    @Test
    fun `should read each card as a configuration of its own`() {
        val pages = config.cards("tables").associate { it.text("name") to it.number("page", 100) }

        assertThat(pages).isEqualTo(mapOf("people" to 5L, "teams" to 100L))
    }

    @Test
    fun `should name a missing item by its key, or as the form does`() {
        val form = menu("Access", section("Login", secret("password", "Password")))
        val spec = ConnectorSpec.named("hr").config(form).build()

        assertThatThrownBy { config.secret("password") }
            .isInstanceOf(ConnectorException::class.java)
            .hasMessage("the configuration cannot work: `password` is missing")
        assertThatThrownBy { Config.of(config.toJson(), spec).secret("password") }
            .hasMessageContaining("`password` (Password, in section Login) is missing")
    }
}
