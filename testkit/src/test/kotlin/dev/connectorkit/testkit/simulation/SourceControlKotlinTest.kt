package dev.connectorkit.testkit.simulation

import dev.connectorkit.dsl.command.Attributes
import dev.connectorkit.testkit.assertj.ConnectorAssertions.assertThat
import dev.connectorkit.testkit.assertj.ConnectorAssertions.assertThatThrownBy
import dev.connectorkit.testkit.simulation.SourceControl.Ability
import dev.connectorkit.testkit.simulation.SourceEdit.What
import java.time.Duration
import org.junit.jupiter.api.Test

/** A source that somebody has in Kotlin: numbers of accounts, and their passwords. */
private class Numbers : SourceControl {
    private val clock = VirtualClock()
    val numbers = sortedSetOf<Int>()

    override fun abilities(): Set<Ability> = setOf(Ability.FILL, Ability.EDIT, Ability.PASSWORDS)

    override fun clock(): VirtualClock = clock

    override fun reset(accounts: Int) {
        numbers.clear()
        numbers += 0 until accounts
    }

    override fun add(number: Int) {
        numbers += number
    }

    override fun change(number: Int) = check(number in numbers)

    override fun remove(number: Int) {
        check(numbers.remove(number))
    }

    override fun hasPassword(id: String, password: String): Boolean = password == "pass of $id"
}

class SourceControlKotlinTest {
    @Test
    fun `should compile with a source of one's own`() {
        val source: SourceControl = Numbers().apply { reset(2) }
        val edits =
            listOf(
                SourceEdit(What.ADD, 7),
                SourceEdit(What.CHANGE, 1),
                SourceEdit(What.REMOVE, 0),
                SourceEdit(What.AGGREGATE, 0),
            )
        edits.forEach { it.apply(source) }

        assertThat((source as Numbers).numbers).containsExactly(1, 7)
        assertThat(edits.map { "${it.number()} ${it.what().done()}" })
            .containsExactly("7 added", "1 changed", "0 removed", "0 aggregated")
        assertThat(source.hasPassword("u1", "pass of u1")).isTrue()
    }

    @Test
    fun `should compile with what a source cannot do`() {
        val source: SourceControl = Numbers()
        val calls =
            listOf<() -> Any?>(
                { source.entitlementTypes() },
                { source.fillEntitlements("group", 1) },
                { source.pageSize() },
                { source.requests() },
                { source.whenAsked {} },
                { source.inject(Fault.down()) },
                { source.heal() },
                { source.slowDown(Duration.ofMinutes(1)) },
            )

        assertThat(calls).allSatisfy { call ->
            assertThatThrownBy { call() }.hasMessageContaining("this source does not name")
        }
        assertThat(source.abilities()).doesNotContain(Ability.PAGES)
    }

    @Test
    fun `should compile with every ability of the fake source`() {
        val source = FakeSource(VirtualClock()).pageSize(2)
        val people =
            source.accounts("people") { Attributes.of(mapOf("id" to "u$it", "name" to "U $it")) }
        val groups =
            source.entitlements("group", "groups", 3) { Attributes.of(mapOf("id" to "g$it")) }
        val asked = mutableListOf<SourceRequest>()
        source.reset(3)
        source.whenAsked { asked += it }
        source.slowDown(Duration.ofMinutes(1))
        source.add(3)
        source.change(1)
        source.remove(0)
        source.fillEntitlements("group", 5)
        val page = people.page(null)

        assertThat(source.abilities()).containsExactlyInAnyOrder(*Ability.entries.toTypedArray())
        assertThat(source.pageSize()).isEqualTo(2)
        assertThat(page.rows().map { it.text("id") }).containsExactly("u1", "u2")
        assertThat(source.clock().instant()).isEqualTo(VirtualClock.START.plusSeconds(60))
        assertThat(asked.map { it.kind() }).containsExactly(SourceRequest.Kind.LIST)
        assertThat(asked.first().at()).isEqualTo(VirtualClock.START)
        assertThat(source.entitlementTypes()).containsExactly("group")
        assertThat(groups.size()).isEqualTo(5)
        assertThat(source.hasPassword("u1", "?")).isFalse()
    }
}
