package dev.connectorkit.dsl.spec

import dev.connectorkit.dsl.internal.json.Json
import dev.connectorkit.dsl.spec.ConfigItem.cardList
import dev.connectorkit.dsl.spec.ConfigItem.checkbox
import dev.connectorkit.dsl.spec.ConfigItem.keyValue
import dev.connectorkit.dsl.spec.ConfigItem.list
import dev.connectorkit.dsl.spec.ConfigItem.menu
import dev.connectorkit.dsl.spec.ConfigItem.number
import dev.connectorkit.dsl.spec.ConfigItem.option
import dev.connectorkit.dsl.spec.ConfigItem.radio
import dev.connectorkit.dsl.spec.ConfigItem.secret
import dev.connectorkit.dsl.spec.ConfigItem.secretTextArea
import dev.connectorkit.dsl.spec.ConfigItem.section
import dev.connectorkit.dsl.spec.ConfigItem.select
import dev.connectorkit.dsl.spec.ConfigItem.subMenu
import dev.connectorkit.dsl.spec.ConfigItem.text
import dev.connectorkit.dsl.spec.ConfigItem.textArea
import dev.connectorkit.dsl.spec.ConfigItem.toggle
import dev.connectorkit.dsl.spec.ConfigItem.url
import jakarta.json.JsonObject
import jakarta.json.JsonValue
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

/** How a tool walks the form in which an administrator configures a source. */
class FormKotlinTest {
    private val tables =
        cardList(
            "tables",
            "Tables",
            "name",
            "kind",
            subMenu("Table", text("name", "Name"), text("kind", "Kind")),
        )

    private val headers = keyValue("headers", "Headers", "Header", "Content")

    private val items: List<ConfigItem> =
        listOf(
            text("user", "User").required().placeholder("ada").helpKey("Who signs in"),
            secret("password", "Password").visibleWhen("user", "ada"),
            textArea("note", "Note").initially(Json.text("none")),
            secretTextArea("key", "Key"),
            number("size", "Size").initially(200),
            checkbox("dryRun", "Dry run").initially(true),
            toggle("trace", "Trace").with("tooltip", Json.text("More to read")),
            url("baseUrl", "Base URL"),
            radio("auth", "Login", option("basic", "Basic")),
            select("region", "Region", option("eu", "Europe"), option("us", "America")),
            list("domains", "Domains").initially("a.com", "b.com"),
            headers,
            tables,
        )

    private val access = section("Access", *items.toTypedArray())

    private fun read(vararg elements: ConfigElement): List<ConfigElement> =
        ConnectorSpec.named("hr")
            .config(*elements.filterIsInstance<Menu>().toTypedArray())
            .build()
            .let { ConnectorSpec.parse(it.toText()).sourceConfig }

    private fun outline(element: ConfigElement): List<String> =
        when (element) {
            is Menu -> element.sections.flatMap { outline(it) }.map { "${element.label} > $it" }
            is Section -> element.items.map { "${element.title} > ${it.label()}" }
            is ConfigElement.Unknown -> listOf("? ${element.json}")
        }

    private fun examples(item: ConfigItem): String =
        when (item) {
            is ConfigItem.Text,
            is ConfigItem.TextArea -> item.details().placeholder ?: "some text"
            is ConfigItem.Secret,
            is ConfigItem.SecretTextArea -> "***"
            is ConfigItem.NumberItem -> "${item.initialValue() ?: 1}"
            is ConfigItem.Url -> "https://example.com"
            is ConfigItem.Checkbox,
            is ConfigItem.Toggle -> "true or false"
            is ConfigItem.Radio -> item.options.joinToString(" or ") { it.label }
            is ConfigItem.Select -> item.options.joinToString(" or ") { it.label }
            is ConfigItem.ListItem -> item.initialTexts().joinToString()
            is KeyValue -> "${item.keyPart.label}: ${item.valuePart.label}"
            is CardList -> item.items().joinToString { it.key() }
            is ConfigItem.Unknown -> "?"
        }

    @Test
    fun `should outline a form by its menus and sections`() {
        assertThat(read(menu("Connection", access)).flatMap { outline(it) })
            .hasSize(items.size)
            .startsWith("Connection > Access > User", "Connection > Access > Password")
            .endsWith("Connection > Access > Tables")
    }

    @Test
    fun `should give an example of what each item takes`() {
        assertThat(items.map { "${it.type()}: ${examples(it)}" })
            .containsExactly(
                "text: ada",
                "secret: ***",
                "textarea: some text",
                "secrettextarea: ***",
                "number: 200",
                "checkbox: true or false",
                "toggle: true or false",
                "url: https://example.com",
                "radio: Basic",
                "select: Europe or America",
                "list: a.com, b.com",
                "keyValue: Header: Content",
                "cardList: name, kind",
            )
    }

    @Test
    fun `should read an item without asking of which type it is`() {
        val (user, password) = items
        val condition: ItemDetails.Condition? = password.visibleWhen()
        val nothing: JsonValue? = password.initialValue()

        assertThat("${user.label()} (${user.key()})").isEqualTo("User (user)")
        assertThat(listOf(user, password).map { it.isRequired }).containsExactly(true, false)
        assertThat(condition).isEqualTo(ItemDetails.Condition("user", "ada"))
        assertThat(nothing).isNull()
    }

    @Test
    fun `should read the details of an item by their properties`() {
        val (user, _, note) = items.map { it.details() }
        val placeholder: String? = user.placeholder
        val help: String? = user.helpKey
        val start: JsonValue? = note.initialValue
        val tooltip: JsonObject = items[6].details().extras

        assertThat("${user.key}: ${user.label}, e.g. $placeholder. $help.")
            .isEqualTo("user: User, e.g. ada. Who signs in.")
        assertThat(user.isRequired && !note.isRequired).isTrue()
        assertThat(note.helpKey ?: note.placeholder).isNull()
        assertThat(start).isEqualTo(Json.text("none"))
        assertThat(tooltip.getString("tooltip")).isEqualTo("More to read")
    }

    @Test
    fun `should keep what an item is when its details change`() {
        assertThat(items).allSatisfy { item ->
            val renamed = item.with(text("other", "Other").details())

            assertThat(renamed.javaClass).isEqualTo(item.javaClass)
            assertThat(renamed.key()).isEqualTo("other")
            assertThat(renamed.with(item.details())).isEqualTo(item)
        }
    }

    @Test
    fun `should read both parts of a pair`() {
        val (key, value) = headers.maxLength(100).let { listOf(it.keyPart, it.valuePart) }
        val longest: String? = key.maxLength

        assertThat(listOf(key, value).map { "${it.key}: ${it.type} of ${it.maxLength}" })
            .containsExactly("key: text of 100", "value: text of 100")
        assertThat(key.isRequired && value.isRequired).isTrue()
        assertThat(longest).isEqualTo("100")
        assertThat(key.extras).isEmpty()
    }

    @Test
    fun `should read what can be done with cards`() {
        val subtitle: String = tables.subtitleKey
        val position: String? = tables.indexKey
        val button: String? = tables.buttonLabel("Add table").buttonLabel

        assertThat(tables.titleKey + subtitle).isEqualTo("namekind")
        assertThat(position).isNull()
        assertThat(tables.indexKey("position").indexKey).isEqualTo("position")
        assertThat(button).isEqualTo("Add table")
        assertThat(tables.actions.map { it.member() })
            .containsExactlyInAnyOrder("addButton", "editButton", "deleteButton")
        assertThat(tables.subMenus.map { it.extras }).containsExactly(JsonValue.EMPTY_JSON_OBJECT)
    }

    @Test
    fun `should read the help of a section where there is any`() {
        val silent: String? = access.helpMessage
        val explained = access.helpMessage("How to sign in").docLink("More", "https://x")

        assertThat(silent ?: access.docLinkLabel ?: access.docLink).isNull()
        assertThat("${explained.helpMessage}: ${explained.docLinkLabel} at ${explained.docLink}")
            .isEqualTo("How to sign in: More at https://x")
    }

    @Test
    fun `should keep what this version does not know`() {
        val spec =
            ConnectorSpec.parse(
                """{"sourceConfig":[{"type":"banner"},{"type":"menu","label":"M","icon":"i","items":[
                    {"type":"section","sectionTitle":"S","color":"red","items":[
                        {"type":"slider","key":"k","label":"L"},
                        {"type":"select","key":"s","label":"S","options":[
                            {"label":"A","value":"a","hint":"h"}]}]}]}]}"""
            )
        val (banner, menu) = spec.sourceConfig
        val extras =
            when (menu) {
                is Menu -> listOf(menu.extras) + menu.sections.map { it.extras }
                is Section,
                is ConfigElement.Unknown -> listOf()
            }
        val (slider, choice) = spec.configItems()

        assertThat(outline(banner)).containsExactly("""? {"type":"banner"}""")
        assertThat(extras.map { "$it" }).containsExactly("""{"icon":"i"}""", """{"color":"red"}""")
        assertThat(slider.type()).isEqualTo("slider")
        assertThat(slider).isInstanceOf(ConfigItem.Unknown::class.java)
        assertThat((choice as ConfigItem.Select).options.map { it.extras.getString("hint") })
            .containsExactly("h")
    }
}
