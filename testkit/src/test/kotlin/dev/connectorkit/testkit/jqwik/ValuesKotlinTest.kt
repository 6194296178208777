package dev.connectorkit.testkit.jqwik

import dev.connectorkit.dsl.command.Account
import dev.connectorkit.dsl.command.AccountCreateInput
import dev.connectorkit.dsl.command.AccountUpdateInput
import dev.connectorkit.dsl.command.AttributeChange
import dev.connectorkit.dsl.command.Entitlement
import dev.connectorkit.dsl.spec.ConnectorSpec
import dev.connectorkit.dsl.spec.KeyType
import dev.connectorkit.dsl.spec.Schema
import dev.connectorkit.dsl.spec.SchemaAttribute.integer
import dev.connectorkit.dsl.spec.SchemaAttribute.string
import dev.connectorkit.filter.Filter
import dev.connectorkit.testkit.assertj.ConnectorAssertions.assertThat
import jakarta.json.JsonNumber
import jakarta.json.JsonObject
import jakarta.json.JsonValue
import net.jqwik.api.Arbitrary
import net.jqwik.api.ForAll
import net.jqwik.api.Property
import net.jqwik.api.Provide
import org.junit.jupiter.api.Test

private val SPEC: ConnectorSpec =
    ConnectorSpec.named("people")
        .accounts(string("id").identity(), integer("age"))
        .entitlements("group", string("name").identity())
        .build()
private val PEOPLE: Schema.Account = SPEC.accountSchema()
private val GROUPS: Schema.Entitlement = checkNotNull(SPEC.entitlementSchema("group"))

class ValuesKotlinTest {
    @Provide
    fun accounts(): Arbitrary<List<Account>> =
        Accounts.fitting(SPEC).list().ofSize(1).flatMap { first ->
            Accounts.fitting(PEOPLE).flatMap { second ->
                Accounts.fitting(PEOPLE, KeyType.COMPOUND).map { first + second + it }
            }
        }

    @Provide fun several(): Arbitrary<List<Account>> = Accounts.several(SPEC)

    @Provide
    fun entitlements(): Arbitrary<List<Entitlement>> =
        Entitlements.fitting(SPEC).flatMap { first ->
            Entitlements.fitting(GROUPS).flatMap { second ->
                Entitlements.fitting(GROUPS, KeyType.COMPOUND).map { listOf(first, second, it) }
            }
        }

    @Provide fun minimal(): Arbitrary<AccountCreateInput> = CreateInputs.minimal(SPEC)

    @Provide fun maximal(): Arbitrary<AccountCreateInput> = CreateInputs.maximal(SPEC)

    @Provide fun hostile(): Arbitrary<AccountCreateInput> = CreateInputs.hostile(SPEC)

    @Provide fun creations(): Arbitrary<AccountCreateInput> = CreateInputs.fitting(SPEC)

    @Provide fun updates(): Arbitrary<AccountUpdateInput> = UpdateInputs.fitting(SPEC)

    @Provide
    fun updatesOfAda(): Arbitrary<AccountUpdateInput> = UpdateInputs.to(Account.of("ada"), PEOPLE)

    @Provide
    fun changes(): Arbitrary<AttributeChange> = UpdateInputs.changes(Account.of("ada"), PEOPLE)

    @Provide fun filters(): Arbitrary<Filter> = Filters.fitting(PEOPLE)

    @Provide fun anyFilters(): Arbitrary<Filter> = Filters.any()

    @Provide fun json(): Arbitrary<JsonValue> = JsonValues.values()

    @Provide fun objects(): Arbitrary<JsonObject> = JsonValues.objects()

    @Provide fun numbers(): Arbitrary<JsonNumber> = JsonValues.numbers()

    @Provide fun texts(): Arbitrary<String> = JsonValues.texts()

    @Provide fun names(): Arbitrary<String> = JsonValues.names()

    @Provide fun commonNames(): Arbitrary<String> = JsonValues.commonNames()

    @Provide fun nearMisses(): Arbitrary<JsonPair> = JsonValues.nearMisses()

    @Provide fun lookalikes(): Arbitrary<List<JsonValue>> = JsonValues.lookalikes()

    @Provide fun ages(): Arbitrary<Any> = SchemaValues.ordinary(integer("age"))

    @Provide fun hostileIds(): Arbitrary<Any> = SchemaValues.hostile(string("id"))

    @Provide fun specs(): Arbitrary<ConnectorSpec> = Specs.valid()

    @Provide fun accountSchemas(): Arbitrary<Schema.Account> = Specs.accountSchemas()

    @Provide fun entitlementSchemas(): Arbitrary<Schema.Entitlement> = Specs.entitlementSchemas()

    @Property(tries = 50)
    fun `should find objects that fit`(
        @ForAll("accounts") accounts: List<Account>,
        @ForAll("several") several: List<Account>,
        @ForAll("entitlements") entitlements: List<Entitlement>,
    ) {
        assertThat(accounts).hasSize(3).allSatisfy { assertThat(it).fits(PEOPLE) }
        assertThat(several.map { it.attributes().text("id") }).doesNotHaveDuplicates()
        assertThat(entitlements).hasSize(3).allSatisfy { assertThat(it).fits(GROUPS) }
    }

    @Property(tries = 50)
    fun `should find creations of every extent`(
        @ForAll("minimal") minimal: AccountCreateInput,
        @ForAll("maximal") maximal: AccountCreateInput,
        @ForAll("hostile") hostile: AccountCreateInput,
        @ForAll("creations") any: AccountCreateInput,
    ) {
        assertThat(minimal.attributes()).containsOnlyKeys("id")
        assertThat(maximal.attributes()).containsOnlyKeys("id", "age")
        assertThat(hostile.attributes().keys + any.attributes().keys).isSubsetOf("id", "age")
    }

    @Property(tries = 50)
    fun `should find changes of attributes that there are`(
        @ForAll("updates") any: AccountUpdateInput,
        @ForAll("updatesOfAda") ofAda: AccountUpdateInput,
        @ForAll("changes") one: AttributeChange,
    ) {
        val all = any.changes() + ofAda.changes() + one

        assertThat(all.map { it.attribute() }).isSubsetOf("id", "age")
        assertThat(ofAda.identity()).isEqualTo("ada")
    }

    @Property(tries = 50)
    fun `should find filters and specifications`(
        @ForAll("filters") fitting: Filter,
        @ForAll("anyFilters") any: Filter,
        @ForAll("specs") spec: ConnectorSpec,
        @ForAll("accountSchemas") accounts: Schema.Account,
        @ForAll("entitlementSchemas") entitlements: Schema.Entitlement,
    ) {
        assertThat(PEOPLE.filterCompiler().compile(fitting.text())).compiles()
        assertThat(any.text()).isNotBlank()
        assertThat(spec).lint().hasNoErrors()
        assertThat(accounts.attribute(accounts.identityAttribute())).isNotNull()
        assertThat(entitlements.type()).isNotBlank()
    }

    @Property(tries = 50)
    fun `should find JSON of every kind`(
        @ForAll("json") value: JsonValue,
        @ForAll("objects") json: JsonObject,
        @ForAll("numbers") number: JsonNumber,
        @ForAll("texts") text: String,
        @ForAll("nearMisses") pair: JsonPair,
        @ForAll("lookalikes") family: List<JsonValue>,
    ) {
        assertThat(listOf(value, json, number)).allSatisfy {
            assertThat(it.toString()).isNotEmpty()
        }
        assertThat(text.length).isNotNegative()
        assertThat(pair.one()).isNotEqualTo(pair.other())
        assertThat(JsonValues.allLookalikes()).contains(family)
    }

    @Property(tries = 50)
    fun `should find names and values`(
        @ForAll("names") name: String,
        @ForAll("commonNames") common: String,
        @ForAll("ages") age: Any,
        @ForAll("hostileIds") id: Any,
    ) {
        assertThat(name + common).isNotNull()
        assertThat(age).isInstanceOf(Number::class.java)
        assertThat(id).isInstanceOf(String::class.java)
    }

    @Test
    fun `should know names that careless code gets wrong`() {
        assertThat(JsonValues.hostileNames()).contains("a/b")
    }
}
