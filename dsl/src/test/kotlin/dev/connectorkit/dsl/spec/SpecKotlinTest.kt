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
import dev.connectorkit.dsl.spec.SchemaAttribute.bool
import dev.connectorkit.dsl.spec.SchemaAttribute.integer
import dev.connectorkit.dsl.spec.SchemaAttribute.longInteger
import dev.connectorkit.dsl.spec.SchemaAttribute.string
import dev.connectorkit.dsl.spec.TemplateField.CREATE_PASSWORD
import dev.connectorkit.dsl.spec.TemplateField.field
import dev.connectorkit.dsl.spec.lint.Finding
import dev.connectorkit.dsl.spec.lint.LintReport
import dev.connectorkit.dsl.spec.lint.LintRule
import dev.connectorkit.dsl.spec.lint.Severity
import dev.connectorkit.dsl.spec.lint.SpecLint
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.junit.jupiter.api.Test

class SpecKotlinTest {
    private val spec: ConnectorSpec =
        ConnectorSpec.named("kotlin")
            .keyType(KeyType.COMPOUND)
            .commands(listOf("std:test-connection", "std:account:list"))
            .stateful()
            .showDebugLoggingOption()
            .with("description", Json.text("In Kotlin"))
            .config(
                menu(
                    "Connection",
                    section(
                            "Access",
                            radio(
                                    "auth",
                                    "Authentication",
                                    option("basic", "Basic"),
                                    option("key", "Key"),
                                )
                                .required()
                                .initially("basic"),
                            text("user", "User").visibleWhen("auth", "basic").placeholder("ada"),
                            secret("secret", "Password").visibleWhen("auth", "basic"),
                            secretTextArea("secret", "Private key").visibleWhen("auth", "key"),
                            url("baseUrl", "Base URL").helpKey("Where the source is"),
                            number("pageSize", "Page size").initially(200),
                        )
                        .helpMessage("How to reach the source")
                        .docLink("Read more", "https://example.com"),
                    section(
                        "More",
                        checkbox("dryRun", "Dry run").initially(true),
                        toggle("trace", "Trace").visibleWhen("dryRun"),
                        textArea("note", "Note"),
                        list("domains", "Domains").initially("example.com", "example.org"),
                        keyValue("headers", "Headers").maxLength(100),
                        cardList(
                                "tables",
                                "Tables",
                                "name",
                                "kind",
                                subMenu(
                                    "Table",
                                    text("name", "Name"),
                                    select("kind", "Kind", option("a", "A")),
                                ),
                            )
                            .buttonLabel("Add table")
                            .indexKey("position")
                            .allowing(CardList.Action.ADD, CardList.Action.REORDER),
                    ),
                )
            )
            .accounts(
                string("id", "Id").identity(),
                string("name").display().required(),
                bool("active"),
                integer("age"),
                longInteger("badge"),
                string("groups", "Groups").multi().entitlement().managed().group(),
            )
            .entitlements("group", string("id").identity())
            .entitlements(Schema.entitlement("role", string("id").identity()).includePermissions())
            .accountCreateTemplate(
                field("name").required().fromIdentity("displayName"),
                field("status", "Status").fixed("Active"),
                field("password").generated(CREATE_PASSWORD),
                field("id").uniqueAccountId("$(firstname)$(uniqueCounter)", 20, 50),
            )
            .build()

    private fun describe(item: ConfigItem): String =
        when (item) {
            is ConfigItem.Text -> "text"
            is ConfigItem.NumberItem -> "number"
            is ConfigItem.Secret -> "secret"
            is ConfigItem.TextArea -> "text area"
            is ConfigItem.SecretTextArea -> "secret text area"
            is ConfigItem.Checkbox -> "checkbox"
            is ConfigItem.Url -> "URL"
            is ConfigItem.Toggle -> "toggle"
            is ConfigItem.Radio -> "radio of ${item.options.size}"
            is ConfigItem.Select -> "select of ${item.options.size}"
            is ConfigItem.ListItem -> "list"
            is KeyValue -> "pairs of ${item.keyPart.label} and ${item.valuePart.label}"
            is CardList -> "cards titled ${item.titleKey}"
            is ConfigItem.Unknown -> "unknown ${item.type()}"
        }

    private fun describe(value: InitialValue): String =
        when (value) {
            is InitialValue.FromIdentity -> "from ${value.name}"
            is InitialValue.Fixed -> "always ${value.value}"
            is InitialValue.Generated -> "made by ${value.name}"
        }

    private fun describe(schema: Schema): String =
        when (schema) {
            is Schema.Account -> "accounts"
            is Schema.Entitlement -> schema.type
            is Schema.Dataset -> schema.datasetId
        }

    private fun describe(element: ConfigElement): String =
        when (element) {
            is Menu -> element.label
            is Section -> element.title
            is ConfigElement.Unknown -> "unknown"
        }

    @Test
    fun `should compile with exhaustive when over config items`() {
        assertThat(spec.configItems().map { describe(it) })
            .containsExactly(
                "radio of 2",
                "text",
                "secret",
                "secret text area",
                "URL",
                "number",
                "checkbox",
                "toggle",
                "text area",
                "list",
                "pairs of Key and Value",
                "cards titled name",
                "checkbox",
            )
    }

    @Test
    fun `should compile with exhaustive when over the other sealed types`() {
        assertThat(spec.accountCreateTemplate.mapNotNull { it.initialValue }.map { describe(it) })
            .containsExactly(
                "from displayName",
                "always \"Active\"",
                "made by Create Password",
                "made by Create Unique Account ID",
            )
        assertThat(
                (listOf<Schema>(spec.accountSchema) + spec.entitlementSchemas).map { describe(it) }
            )
            .containsExactly("accounts", "group", "role")
        assertThat(spec.sourceConfig.map { describe(it) }).containsExactly("Connection")
        assertThat(
                describe(
                    Schema.dataset("Bots", "machine-identity", "bots", string("id").identity())
                )
            )
            .isEqualTo("bots")
    }

    @Test
    fun `should compile with record properties and exact nullability`() {
        val keyType: KeyType = spec.keyType ?: KeyType.SIMPLE
        val name: SchemaAttribute? = spec.accountSchema.attribute("name")
        val description: String? = name?.description
        val condition: ItemDetails.Condition? = spec.configItems().first().visibleWhen()
        val group: Schema.Entitlement? = spec.entitlementSchema("group")

        assertThat(keyType).isEqualTo(KeyType.COMPOUND)
        assertThat(name?.isRequired).isTrue()
        assertThat(name?.isDisplay).isTrue()
        assertThat(description).isNull()
        assertThat(condition).isNull()
        assertThat(group?.identityAttribute).isEqualTo("id")
        assertThat(spec.accountSchema.groupAttribute.orEmpty()).isEqualTo("groups")
        assertThat(spec.supportsStatefulCommands).isTrue()
    }

    @Test
    fun `should compile with reading and writing`() {
        val read = ConnectorSpec.parse(spec.toText())

        assertThat(read).isEqualTo(spec)
        assertThat(SpecDiff.between(spec, read).isBreaking).isFalse()
    }

    @Test
    fun `should compile with the mistakes of a definition`() {
        assertThatThrownBy { ConnectorSpec.named("x").accounts(string("id")).build() }
            .isInstanceOfSatisfying(SpecException::class.java) { thrown ->
                assertThat(thrown.problems().map { it.place }).containsExactly("accounts()")
            }
    }

    @Test
    fun `should compile with the lint's findings`() {
        val report = SpecLint.check("{}")
        val worst =
            report.findings.map {
                when (it.severity) {
                    Severity.ERROR -> "${it.line}: ${it.rule.code()}"
                    Severity.WARNING -> it.suggestion.orEmpty()
                    Severity.INFORMATION -> it.pointer
                }
            }

        assertThat(report.hasErrors()).isTrue()
        assertThat(worst).contains("1: missing-member")
    }

    @Test
    fun `should compile with when over types, traits and actions`() {
        fun describe(type: AttributeType): String =
            when (type) {
                AttributeType.STRING -> "text"
                AttributeType.BOOLEAN -> "yes or no"
                AttributeType.INT,
                AttributeType.LONG -> "number"
                AttributeType.UNKNOWN -> "anything"
            }
        fun isShown(trait: SchemaAttribute.Trait): Boolean =
            when (trait) {
                SchemaAttribute.Trait.IDENTITY,
                SchemaAttribute.Trait.DISPLAY,
                SchemaAttribute.Trait.GROUP -> true
                SchemaAttribute.Trait.MULTI,
                SchemaAttribute.Trait.ENTITLEMENT,
                SchemaAttribute.Trait.MANAGED,
                SchemaAttribute.Trait.REQUIRED -> false
            }
        val cards = spec.configItems().filterIsInstance<CardList>().single()
        val subMenu: CardList.SubMenu = cards.subMenus.single()
        val kind = subMenu.items.filterIsInstance<ConfigItem.Select>().single()
        val option: ConfigItem.Option = kind.options.single()
        val part: KeyValue.Part = spec.configItems().filterIsInstance<KeyValue>().single().valuePart

        assertThat(spec.accountSchema.attributes.map { describe(it.type) })
            .containsExactly("text", "text", "yes or no", "number", "number", "text")
        assertThat(spec.accountSchema.attributes.map { it.traits.count(::isShown) })
            .containsExactly(1, 1, 0, 0, 0, 1)
        assertThat(cards.actions)
            .containsExactlyInAnyOrder(CardList.Action.ADD, CardList.Action.REORDER)
        assertThat(subMenu.label + option.value + part.label).isEqualTo("TableaValue")
    }

    @Test
    fun `should compile with the changes of a spec`() {
        val renamed = ConnectorSpec.named("other").keyType(KeyType.SIMPLE).build()
        val changes: List<SpecDiff.Change> = SpecDiff.between(spec, renamed).changes
        val breaking = changes.filter {
            when (it.impact) {
                SpecDiff.Impact.BREAKING -> true
                SpecDiff.Impact.COMPATIBLE -> false
            }
        }

        assertThat(breaking.map { it.place }).contains("keyType")
    }

    @Test
    fun `should compile with rules and reports`() {
        val report: LintReport = SpecLint.check("{")
        val finding: Finding = report.findings.first()
        val suggestion: String? = finding.suggestion

        assertThat(finding.rule).isEqualTo(LintRule.NOT_JSON)
        assertThat(report.count(Severity.ERROR)).isEqualTo(1)
        assertThat(report.toText("spec.json")).contains("spec.json", finding.rule.code())
        assertThat(suggestion.orEmpty() + finding.message).isNotBlank()
    }

    @Test
    fun `should compile with a problem of a definition`() {
        val problem = SpecProblem("accounts()", "there is nothing")
        val builder: ConnectorSpec.Builder = ConnectorSpec.named(" ")

        assertThat(problem.place + problem.message).isEqualTo("accounts()there is nothing")
        assertThat(builder.problems().map { it.place }).containsExactly("named()")
    }

    @Test
    fun `should compile with the details of an item`() {
        fun describe(details: ItemDetails): String =
            details.label +
                " if " +
                details.visibleWhen?.let { "${it.parentKey} is ${it.parentValue}" }

        assertThat(describe(spec.configItems()[1].details())).isEqualTo("User if auth is basic")
    }
}
