package dev.connectorkit.testkit.jqwik

import dev.connectorkit.dsl.command.Account
import dev.connectorkit.dsl.command.AccountCreateInput
import dev.connectorkit.dsl.command.AccountUpdateInput
import dev.connectorkit.dsl.command.Entitlement
import dev.connectorkit.dsl.spec.ConnectorSpec
import dev.connectorkit.dsl.spec.SchemaAttribute.integer
import dev.connectorkit.dsl.spec.SchemaAttribute.string
import dev.connectorkit.filter.Filter
import dev.connectorkit.testkit.assertj.ConnectorAssertions.assertThat
import dev.connectorkit.testkit.simulation.SourceEdit
import net.jqwik.api.Arbitrary
import net.jqwik.api.ForAll
import net.jqwik.api.Property
import net.jqwik.api.Provide
import net.jqwik.api.domains.Domain

private val SPEC: ConnectorSpec =
    ConnectorSpec.named("people")
        .accounts(
            string("id").identity(),
            integer("age"),
            string("groups").multi().entitlement(),
        )
        .entitlements("group", string("name").identity())
        .build()

class PeopleDomain : ConnectorDomain(SPEC)

class ArbitrariesKotlinTest {
    @Property(tries = 50)
    @Domain(PeopleDomain::class)
    fun `should find accounts and entitlements of a connector`(
        @ForAll account: Account,
        @ForAll entitlement: Entitlement,
    ) {
        assertThat(account).fits(SPEC.accountSchema())
        assertThat(entitlement).hasType("group")
    }

    @Property(tries = 50)
    @Domain(PeopleDomain::class)
    fun `should find inputs and filters of a connector`(
        @ForAll create: AccountCreateInput,
        @ForAll update: AccountUpdateInput,
        @ForAll filter: Filter,
    ) {
        assertThat(create.identity()).startsWith("id")
        assertThat(update.changes()).isNotEmpty
        assertThat(SPEC.accountSchema().filterCompiler().compile(filter.text())).compiles()
    }

    @Property(tries = 50)
    @Domain(ConnectorDomain::class)
    fun `should find any specification`(@ForAll spec: ConnectorSpec, @ForAll account: Account) {
        assertThat(spec).lint().hasNoErrors()
        assertThat(account.key()).isNotNull
    }

    @Provide fun histories(): Arbitrary<List<SourceEdit>> = SourceEdits.histories(2)

    @Property(tries = 50)
    fun `should compile with factories as providers`(
        @ForAll("histories") history: List<SourceEdit>
    ) {
        assertThat(history.last().what()).isEqualTo(SourceEdit.What.AGGREGATE)
    }
}
