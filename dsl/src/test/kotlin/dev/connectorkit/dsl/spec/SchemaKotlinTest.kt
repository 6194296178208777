package dev.connectorkit.dsl.spec

import dev.connectorkit.dsl.internal.json.Json
import dev.connectorkit.dsl.spec.SchemaAttribute.bool
import dev.connectorkit.dsl.spec.SchemaAttribute.integer
import dev.connectorkit.dsl.spec.SchemaAttribute.longInteger
import dev.connectorkit.dsl.spec.SchemaAttribute.string
import dev.connectorkit.dsl.spec.TemplateField.field
import dev.connectorkit.dsl.spec.lint.LintRule
import dev.connectorkit.dsl.spec.lint.Severity
import dev.connectorkit.dsl.spec.lint.SpecLint
import dev.connectorkit.filter.Dialect
import jakarta.json.JsonObject
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

/** How a tool reads schemas, templates, and what is wrong or different in a spec. */
class SchemaKotlinTest {
    private val accounts =
        Schema.account(
                string("id", "Number").identity(),
                string("name").display().required(),
                bool("active", "May sign in"),
                integer("floor", "Where they sit"),
                longInteger("badge", "What opens doors"),
                string("groups").multi().entitlement().managed().group(),
                string("roles").multi().entitlement("role"),
            )
            .with("owner", Json.text("iam"))

    private val roles =
        Schema.entitlement("role", string("id").identity(), string("name").display())
            .with("hierarchyAttribute", Json.text("parent"))

    private val robots =
        Schema.dataset("Robots", "machine-identity", "robots", string("id").identity())

    private val template =
        listOf(
            field("id").label("Number").uniqueAccountId("$(uid)$(uniqueCounter)", 20, 50),
            field("active").type(AttributeType.BOOLEAN).with("hint", Json.text("Usually on")),
            field("name").required().initially(InitialValue.FromIdentity("displayName")),
        )

    private val spec =
        ConnectorSpec.named("hr")
            .keyType(KeyType.COMPOUND)
            .commands(listOf("std:account:list"))
            .accounts(accounts)
            .entitlements(roles)
            .accountCreateTemplate(*template.toTypedArray())
            .showDebugLoggingOption()
            .build()

    private fun again(schema: Schema): Schema =
        when (schema) {
            is Schema.Account -> Schema.accountFrom(schema.toJson())
            is Schema.Entitlement -> Schema.entitlementFrom(schema.toJson())
            is Schema.Dataset -> Schema.datasetFrom(schema.toJson())
        }

    @Test
    fun `should write every schema as it can be read again`() {
        assertThat(listOf(accounts, roles, robots)).allSatisfy { schema ->
            assertThat(again(schema)).isEqualTo(schema)
        }
    }

    @Test
    fun `should read any schema without asking of what it is`() {
        val schemas: List<Schema> = listOf(accounts, roles, robots)

        assertThat(schemas.map { "${it.identityAttribute()}/${it.displayAttribute()}" })
            .containsExactly("id/name", "id/name", "id/id")
        assertThat(schemas.map { it.attributes().size }).containsExactly(7, 2, 1)
        assertThat(schemas.flatMap { it.extras().keys })
            .containsExactly("owner", "hierarchyAttribute")
    }

    @Test
    fun `should read a schema by its properties`() {
        val group: String? = accounts.groupAttribute
        val none: String? = robots.groupAttribute

        assertThat("${accounts.identityAttribute} ${accounts.displayAttribute} $group")
            .isEqualTo("id name groups")
        assertThat("${roles.identityAttribute} ${roles.displayAttribute}").isEqualTo("id name")
        assertThat(roles.attributes.map { it.name }).containsExactly("id", "name")
        assertThat(roles.includesPermissions).isFalse()
        assertThat(roles.includePermissions().includesPermissions).isTrue()
        assertThat("${robots.name}: ${robots.datasetType} of ${robots.datasetId}")
            .isEqualTo("Robots: machine-identity of robots")
        assertThat(robots.attributes.map { it.name })
            .containsExactly(robots.identityAttribute)
            .containsExactly(robots.displayAttribute)
        assertThat(none).isNull()
        assertThat(accounts.extras.getString("owner")).isEqualTo("iam")
        assertThat(roles.extras.getString("hierarchyAttribute")).isEqualTo("parent")
        assertThat(robots.extras).isEmpty()
    }

    @Test
    fun `should tell the roles of an attribute`() {
        fun describe(attribute: SchemaAttribute): String =
            listOfNotNull(
                    attribute.name,
                    "identity".takeIf { attribute.isIdentity },
                    "group".takeIf { attribute.isGroup },
                    "multi".takeIf { attribute.isMulti },
                    "entitlement".takeIf { attribute.isEntitlement },
                    "managed".takeIf { attribute.isManaged },
                    attribute.schemaObjectType?.let { "of type $it" },
                    attribute.description,
                )
                .joinToString()

        assertThat(accounts.attributes.map { describe(it) })
            .containsExactly(
                "id, identity, Number",
                "name",
                "active, May sign in",
                "floor, Where they sit",
                "badge, What opens doors",
                "groups, group, multi, entitlement, managed",
                "roles, multi, entitlement, of type role",
            )
        assertThat(accounts.attributes.map { it.type.text() }.distinct())
            .containsExactly("string", "boolean", "int", "long")
    }

    @Test
    fun `should keep what an attribute says beyond the documentation`() {
        val hidden = string("id").with("hidden", Json.text("yes")).extras

        assertThat(hidden.getString("hidden")).isEqualTo("yes")
    }

    @Test
    fun `should compile filters by what a schema knows`() {
        val standard = accounts.filterCompiler().compile("floor > 2")
        val misspelt = accounts.filterCompiler(Dialect.SDK).compile("flor == 3")

        assertThat(standard.filter().matches(mapOf("floor" to 3))).isTrue()
        assertThat(misspelt.report()).contains("flor", "floor")
    }

    @Test
    fun `should read what an account is created with`() {
        val (id, active, name) = template
        val generated = id.initialValue as InitialValue.Generated
        val pattern: String? = generated.template
        val maxSize: Int? = generated.maxSize
        val byHand: InitialValue? = active.initialValue

        assertThat(template.map { "${it.key} (${it.label}): ${it.type.text()}" })
            .containsExactly(
                "id (Number): string",
                "active (active): boolean",
                "name (name): string",
            )
        assertThat("$pattern $maxSize ${generated.maxUniqueChecks}")
            .isEqualTo("$(uid)$(uniqueCounter) 20 50")
        assertThat(byHand).isNull()
        assertThat(name.isRequired && !id.isRequired).isTrue()
        assertThat(active.extras.getString("hint")).isEqualTo("Usually on")
        assertThat(ConnectorSpec.of(spec.toJson()).accountCreateTemplate).isEqualTo(template)
    }

    @Test
    fun `should read a spec by its properties`() {
        val initial: JsonObject = spec.sourceConfigInitialValues

        assertThat(spec.name).isEqualTo("hr")
        assertThat(spec.keyType?.text()).isEqualTo("compound")
        assertThat(spec.showDebugLoggingOption).isTrue()
        assertThat(spec.withCommands(setOf("std:spec:read")).commands)
            .containsExactly("std:spec:read")
        assertThat(initial).isEmpty()
        assertThat(spec.extras).containsOnlyKeys("sourceConfig")
    }

    @Test
    fun `should say what a new version of a spec breaks`() {
        val diff = SpecDiff.between(spec, spec.withCommands(listOf()))
        val change = diff.changes.single()

        assertThat("${change.impact.text()}: ${change.place}: ${change.message}")
            .isEqualTo("$change")
            .startsWith("breaking: commands: ")
        assertThat(diff.toText()).isEqualTo("$change\nthis breaks existing sources\n")
        assertThat(diff.toJson().getJsonArray("changes")).hasSize(1)
    }

    @Test
    fun `should point at what is wrong with a spec`() {
        val report = SpecLint.check("{\n  \"name\": 1\n}")
        val wrong = report.findings.single { it.rule == LintRule.WRONG_TYPE }
        val json = report.toJson("spec.json")

        assertThat("${wrong.line}:${wrong.column} ${wrong.severity.text()}").isEqualTo("2:11 error")
        assertThat(wrong.severity).isEqualTo(wrong.rule.severity())
        assertThat(wrong.rule.summary()).isEqualTo("a member has a value of the wrong JSON type")
        assertThat(json.getInt("errors").toLong()).isEqualTo(report.count(Severity.ERROR))
    }
}
