package dev.connectorkit.examples.groupware

import dev.connectorkit.dsl.command.Account
import dev.connectorkit.dsl.command.AccountCreateInput
import dev.connectorkit.dsl.command.AccountListInput
import dev.connectorkit.dsl.command.AccountReference
import dev.connectorkit.dsl.command.AccountUpdateInput
import dev.connectorkit.dsl.command.AttributeChange
import dev.connectorkit.dsl.command.AuthenticateInput
import dev.connectorkit.dsl.command.ChangePasswordInput
import dev.connectorkit.dsl.command.Command
import dev.connectorkit.dsl.command.Commands.ACCOUNT_CREATE
import dev.connectorkit.dsl.command.Commands.ACCOUNT_DELETE
import dev.connectorkit.dsl.command.Commands.ACCOUNT_LIST
import dev.connectorkit.dsl.command.Commands.ACCOUNT_READ
import dev.connectorkit.dsl.command.Commands.ACCOUNT_UPDATE
import dev.connectorkit.dsl.command.Commands.AUTHENTICATE
import dev.connectorkit.dsl.command.Commands.CHANGE_PASSWORD
import dev.connectorkit.dsl.command.Commands.ENTITLEMENT_LIST
import dev.connectorkit.dsl.command.Commands.ENTITLEMENT_READ
import dev.connectorkit.dsl.command.Commands.TEST_CONNECTION
import dev.connectorkit.dsl.command.ConnectorException.Type
import dev.connectorkit.dsl.command.EntitlementListInput
import dev.connectorkit.dsl.command.EntitlementReference
import dev.connectorkit.dsl.command.Key
import dev.connectorkit.dsl.command.TestConnectionInput
import dev.connectorkit.dsl.runtime.CommandRequest
import dev.connectorkit.dsl.runtime.ConnectorRunner
import dev.connectorkit.dsl.runtime.InvocationException
import jakarta.json.Json
import jakarta.json.JsonObject
import java.io.StringReader
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Test

/** The connector against a real LDAP server in this process. */
class GroupwareKotlinTest {
    private val ldap = LdapServer(PEOPLE)
    private val runner = ConnectorRunner.of(Groupware().connector())
    private var config = ldap.config

    @AfterEach fun stop() = ldap.close()

    @Test
    fun `everyone is listed once, over the borders of pages, with a compound key`() {
        val accounts = accounts(AccountListInput.full())

        assertThat(accounts).hasSize(PEOPLE).doesNotHaveDuplicates()
        assertThat(accounts).allMatch {
            it.key() is Key.Compound && it.key()?.lookupId() == it.attributes().text("dn")
        }
    }

    @Test
    fun `an account is found by its unique id, its key, or its name, and is as it is listed`() {
        val listed = accounts(AccountListInput.full()).single { it.identity() == person(1) }

        assertThat(read(listed.key()!!)).isEqualTo(listed)
        assertThat(read(Key.simple(person(1)))).isEqualTo(listed)
        assertThat(listed.attributes().texts("groups")).containsExactly(group("staff"))
    }

    @Test
    fun `who moved in the tree is still found by the unique id`() {
        val before = read(Key.simple(person(2)))
        ldap.server.modifyDN(person(2), "uid=renamed", true)

        assertThat(read(before.key()!!).identity())
            .isEqualTo("uid=renamed,ou=people,${LdapServer.BASE_DN}")
    }

    @Test
    fun `what does not exist is not found`() {
        for (key in
            listOf(
                Key.simple(person(PEOPLE + 1)),
                Key.simple("no dn"),
                Key.compound(person(1), "no uuid"),
            )) {
            assertNotFound { read(key) }
            assertNotFound { run(ACCOUNT_DELETE, AccountReference.of(key)) }
            assertNotFound { update(key, AttributeChange.set("title", "x")) }
            assertNotFound { run(ENTITLEMENT_READ, EntitlementReference.of("group", key)) }
        }
    }

    @Test
    fun `an account is created with groups and a password that nobody sees`() {
        val created =
            create(
                "uid" to "ada",
                "cn" to "Ada",
                "sn" to "Lovelace",
                "groups" to group("staff"),
                "password" to "hush",
            )

        assertThat(created.toString()).doesNotContain("hush")
        assertThat(created.attributes().texts("groups")).containsExactly(group("staff"))
        assertThat(read(created.key()!!)).isEqualTo(created)
        assertThat(ldap.server.bind(created.identity(), "hush").resultCode.intValue()).isZero()
        run(CHANGE_PASSWORD, ChangePasswordInput.of(created.key()!!, "hush hush"))
        assertThat(ldap.server.bind(created.identity(), "hush hush").resultCode.intValue()).isZero()
    }

    @Test
    fun `whom the server lets in is authenticated, and nobody learns which names exist`() {
        val ada = create("uid" to "ada", "cn" to "Ada", "sn" to "Lovelace", "password" to "hush")

        for (name in listOf("ada", ada.id())) {
            assertThat(run(AUTHENTICATE, AuthenticateInput.of(name, "hush"))).containsExactly(ada)
        }
        for ((name, password) in listOf("ada" to "hash", "person1" to "hush", "nobody" to "hush")) {
            assertThatThrownBy { run(AUTHENTICATE, AuthenticateInput.of(name, password)) }
                .hasMessage("wrong user name or password")
        }
        assertThatThrownBy { run(AUTHENTICATE, AuthenticateInput.of("ada", "")) }
            .isInstanceOf(InvocationException::class.java)
    }

    @Test
    fun `an account that exists, lacks something or wants what there is not is refused and nothing is created`() {
        assertThatThrownBy { create("uid" to "person1", "cn" to "x", "sn" to "x") }
            .hasMessage("an account with the uid `person1` exists already")
        assertThatThrownBy { create() }.hasMessage("the attribute `uid` is required")
        assertThatThrownBy {
                create("uid" to "ada", "cn" to "x", "sn" to "x", "groups" to "cn=none")
            }
            .hasMessage("`groups`: there is no group `cn=none`")
        assertThat(accounts(AccountListInput.full())).hasSize(PEOPLE)
    }

    @Test
    fun `changes are made in their order, and the answer is what a read says`() {
        val key = read(Key.simple(person(1))).key()!!
        val updated =
            update(
                key,
                AttributeChange.set("title", "Countess"),
                AttributeChange.add("groups", listOf(group("admins"), group("guests"))),
                AttributeChange.remove("groups", group("staff")),
                AttributeChange.add("telephoneNumber", "1"),
                AttributeChange.remove("mail", null),
            )

        assertThat(updated).isEqualTo(read(key))
        assertThat(updated.attributes().texts("groups"))
            .containsExactly(group("admins"), group("guests"))
        assertThat(updated.attributes().texts("telephoneNumber")).containsExactly("1")
        assertThat(updated.attributes().text("mail")).isNull()
        assertThat(update(key, AttributeChange.set("title", "Countess")))
            .isEqualTo(Account.unchanged())
        assertThatThrownBy { update(key, AttributeChange.set("uid", "other")) }
            .hasMessage("`dn` and `uid` name the entry and cannot change")
    }

    @Test
    fun `a later run hears of changed people, changed memberships and deletions`() {
        val state = state(AccountListInput.firstStateful())
        assertThat(accounts(AccountListInput.since(state))).isEmpty()

        val gone = read(Key.simple(person(3))).key()!!
        val promoted = update(Key.simple(person(4)), AttributeChange.add("groups", group("admins")))
        val created = create("uid" to "ada", "cn" to "Ada", "sn" to "Lovelace")
        run(ACCOUNT_DELETE, AccountReference.of(gone))
        val brief = create("uid" to "brief", "cn" to "Brief", "sn" to "Stay")
        run(ACCOUNT_DELETE, AccountReference.of(brief.key()!!))

        assertThat(accounts(AccountListInput.since(state)))
            .containsExactlyInAnyOrder(
                Account.deletion(gone),
                Account.deletion(brief.key()!!),
                promoted,
                created,
            )
    }

    @Test
    fun `a later run hears of who was renamed and of who was in a group that is gone`() {
        val member = read(Key.simple(person(1))).key()!!
        val renamed = read(Key.simple(person(2))).key()!!
        val state = state(AccountListInput.firstStateful())

        ldap.server.delete(group("staff"))
        ldap.server.modifyDN(person(2), "uid=renamed", true)

        assertThat(accounts(AccountListInput.since(state)))
            .containsExactlyInAnyOrder(read(member), read(renamed))
            .allMatch { it.attributes().texts("groups").isEmpty() }
    }

    @Test
    fun `a busy server is asked again, but not for ever`() {
        ldap.busy.set(2)
        assertThat(accounts(AccountListInput.full())).hasSize(PEOPLE)

        ldap.busy.set(1_000)
        assertThatThrownBy { accounts(AccountListInput.full()) }.hasMessageContaining("try again")
    }

    @Test
    fun `groups are listed and read`() {
        val groups = run(ENTITLEMENT_LIST, EntitlementListInput.of("group"))

        assertThat(groups.map { it.identity() })
            .containsExactlyInAnyOrder(group("staff"), group("admins"), group("guests"))
        assertThat(run(ENTITLEMENT_READ, EntitlementReference.of("group", groups.first().key()!!)))
            .containsExactly(groups.first())
    }

    @Test
    fun `there are no roles`() {
        assertThatThrownBy { run(ENTITLEMENT_LIST, EntitlementListInput.of("role")) }
            .hasMessage("there are no entitlements of type `role`, only `group`")
    }

    @Test
    fun `the connection is tested, and what is wrong is said without the password`() {
        run(TEST_CONNECTION, TestConnectionInput.empty())

        config = Json.createObjectBuilder(ldap.config).add("password", "wrong one").build()
        assertThatThrownBy { run(TEST_CONNECTION, TestConnectionInput.empty()) }
            .hasMessage(
                "cannot connect to the directory: the server refuses `bindDn` and `password`"
            )
        config = Json.createObjectBuilder(ldap.config).add("baseDn", "dc=other").build()
        assertThatThrownBy { run(TEST_CONNECTION, TestConnectionInput.empty()) }
            .hasMessageContaining("`baseDn`: there is no `ou=people,dc=other`")
    }

    private fun read(key: Key): Account = run(ACCOUNT_READ, AccountReference.of(key)).single()

    private fun update(key: Key, vararg changes: AttributeChange): Account =
        run(ACCOUNT_UPDATE, AccountUpdateInput.of(key, *changes)).single()

    private fun create(vararg attributes: Pair<String, String>): Account =
        run(ACCOUNT_CREATE, AccountCreateInput.of(attributes.toMap())).single()

    private fun accounts(input: AccountListInput): List<Account> = run(ACCOUNT_LIST, input)

    private fun state(input: AccountListInput): JsonObject =
        lines(ACCOUNT_LIST, input)
            .last()
            .also { assertThat(it.getString("type")).isEqualTo("state") }
            .getJsonObject("data")

    private fun <I : Any, O : Any> run(command: Command<I, O>, input: I): List<O> =
        lines(command, input)
            .filter { it.getString("type") == "output" }
            .map { command.output().read(it.getJsonObject("data")) }

    private fun <I : Any, O : Any> lines(command: Command<I, O>, input: I): List<JsonObject> =
        buildList {
            runner.run(CommandRequest.of(command, input).withConfig(config)) {
                _,
                buffer,
                offset,
                length ->
                Json.createReader(StringReader(String(buffer, offset, length))).use {
                    add(it.readObject())
                }
            }
        }

    private fun assertNotFound(work: () -> Unit) {
        assertThatThrownBy(work).isInstanceOfSatisfying(InvocationException::class.java) {
            assertThat(it.type()).isEqualTo(Type.NOT_FOUND)
        }
    }

    private companion object {
        /** Two pages and a bit. */
        const val PEOPLE = 410

        fun person(number: Int) = "uid=person$number,ou=people,${LdapServer.BASE_DN}"

        fun group(name: String) = "cn=$name,ou=groups,${LdapServer.BASE_DN}"
    }
}
