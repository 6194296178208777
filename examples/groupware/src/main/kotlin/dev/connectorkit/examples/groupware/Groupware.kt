package dev.connectorkit.examples.groupware

import com.unboundid.ldap.sdk.Entry
import dev.connectorkit.dsl.Config
import dev.connectorkit.dsl.Connector
import dev.connectorkit.dsl.ConnectorProvider
import dev.connectorkit.dsl.Delta
import dev.connectorkit.dsl.ObjectMapping
import dev.connectorkit.dsl.command.Account
import dev.connectorkit.dsl.command.AccountCreateInput
import dev.connectorkit.dsl.command.AccountUpdateInput
import dev.connectorkit.dsl.command.Commands.*
import dev.connectorkit.dsl.spec.ConfigItem.*
import dev.connectorkit.dsl.spec.KeyType.COMPOUND
import dev.connectorkit.dsl.spec.SchemaAttribute
import dev.connectorkit.dsl.spec.SchemaAttribute.string
import dev.connectorkit.dsl.spec.TemplateField.CREATE_PASSWORD
import dev.connectorkit.dsl.spec.TemplateField.field

private val PEOPLE: ObjectMapping<Entry> =
    entries(
        string("cn", "Full name").display(),
        string("uid", "User name"),
        string("sn", "Last name"),
        string("givenName", "First name"),
        string("mail", "Mail address"),
        string("title", "Job title"),
        string("telephoneNumber", "Phone numbers").multi(),
        string(GROUPS_OF_PERSON, "Groups").multi().entitlement().managed().group(),
    )

private val GROUPS: ObjectMapping<Entry> =
    entries(string("cn", "Name").display(), string("description", "Description"))

/** Maps entries by the names of their attributes. The key survives a move in the tree. */
private fun entries(vararg attributes: SchemaAttribute): ObjectMapping<Entry> =
    attributes.fold(
        ObjectMapping.of(Entry::class.java)
            .attribute(string("dn", "Distinguished name").identity()) { it.dn }
            .compoundKey({ it.dn }, { it.getAttributeValue("entryUUID") })
    ) { mapping, attribute ->
        mapping.attribute(attribute) { entry ->
            val values = entry.getAttributeValues(attribute.name()).orEmpty().toList()
            if (attribute.isMulti) values else values.firstOrNull()
        }
    }

/** A connector for the people and groups of an LDAP directory that keeps a change log. */
class Groupware : ConnectorProvider {
    override fun name() = "groupware"

    override fun connector(): Connector =
        Connector.named(name())
            .description("People and groups in an LDAP directory")
            .keyType(COMPOUND)
            .config(
                menu(
                    "Connection",
                    section(
                        "Server",
                        text("host", "Host").required().placeholder("ldap.example.com"),
                        number("port", "Port"),
                        text("bindDn", "Bind as")
                            .required()
                            .placeholder("cn=connector,dc=example,dc=com"),
                        secret("password", "Password").required(),
                    ),
                    section(
                        "Tree",
                        text("baseDn", "Base DN").required().placeholder("dc=example,dc=com"),
                    ),
                )
            )
            .accounts(PEOPLE)
            .entitlements("group", GROUPS)
            .accountCreateTemplate(
                field("uid", "User name")
                    .required()
                    .uniqueAccountId("$(firstname).$(lastname)$(uniqueCounter)", 64, 50),
                field("cn", "Full name").required().fromIdentity("displayName"),
                field("sn", "Last name").required().fromIdentity("lastname"),
                field("givenName", "First name").fromIdentity("firstname"),
                field("mail", "Mail address").fromIdentity("email"),
                field("password", "Password").generated(CREATE_PASSWORD),
            )
            .stateful()
            .filtered()
            .using { context -> LdapDirectory(Config.of(context)) }
            .on(TEST_CONNECTION) { directory, _, _ -> directory.check() }
            .on(ACCOUNT_LIST) { directory, input, response ->
                Delta.runFrom(input, response, directory::latestChange) { since ->
                    val changes = directory.changesSince(since)
                    changes.deletions.map(Account::deletion).forEach(response::send)
                    changes.people.map(PEOPLE::account).forEach(response::send)
                }
            }
            .on(ACCOUNT_READ) { directory, input, response ->
                response.send(PEOPLE.account(directory.person(input.lookupKey())))
            }
            .on(ACCOUNT_CREATE) { directory, input, response ->
                response.send(create(directory, input))
            }
            .on(ACCOUNT_UPDATE) { directory, input, response ->
                response.send(update(directory, input))
            }
            .on(ACCOUNT_DELETE) { directory, input, _ ->
                directory.delete(directory.person(input.lookupKey()))
            }
            .on(CHANGE_PASSWORD) { directory, input, _ ->
                directory.changePassword(directory.person(input.lookupKey()), input.password())
            }
            .on(AUTHENTICATE) { directory, input, response ->
                val person = directory.authenticate(input.username(), input.password())
                response.send(PEOPLE.account(person))
            }
            .on(ENTITLEMENT_LIST) { directory, input, response ->
                input.requireType("group")
                directory.groups().map { GROUPS.entitlement("group", it) }.forEach(response::send)
            }
            .on(ENTITLEMENT_READ) { directory, input, response ->
                input.requireType("group")
                response.send(GROUPS.entitlement("group", directory.group(input.lookupKey())))
            }
            .build()

    private fun create(directory: LdapDirectory, input: AccountCreateInput): Account {
        val attributes = input.attributes().without("password").onlyOf(PEOPLE.accountSchema())
        listOf("uid", "cn", "sn").forEach(attributes::requiredText)
        return PEOPLE.account(directory.add(attributes, input.attributes().text("password")))
    }

    private fun update(directory: LdapDirectory, input: AccountUpdateInput): Account {
        val schema = PEOPLE.accountSchema()
        val person = directory.person(input.lookupKey())
        val before = PEOPLE.account(person)
        directory.change(person, input.applyTo(before.attributes(), schema).onlyOf(schema))
        return PEOPLE.account(directory.person(input.lookupKey())).unlessEqualTo(before)
    }
}
