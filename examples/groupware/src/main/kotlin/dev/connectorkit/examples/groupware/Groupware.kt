package dev.connectorkit.examples.groupware

import dev.connectorkit.dsl.Config
import dev.connectorkit.dsl.Connector
import dev.connectorkit.dsl.Delta
import dev.connectorkit.dsl.ObjectMapping
import dev.connectorkit.dsl.command.Account
import dev.connectorkit.dsl.command.AccountCreateInput
import dev.connectorkit.dsl.command.Commands.ACCOUNT_CREATE
import dev.connectorkit.dsl.command.Commands.ACCOUNT_DELETE
import dev.connectorkit.dsl.command.Commands.ACCOUNT_LIST
import dev.connectorkit.dsl.command.Commands.ACCOUNT_READ
import dev.connectorkit.dsl.command.Commands.ACCOUNT_UPDATE
import dev.connectorkit.dsl.command.Commands.CHANGE_PASSWORD
import dev.connectorkit.dsl.command.Commands.ENTITLEMENT_LIST
import dev.connectorkit.dsl.command.Commands.ENTITLEMENT_READ
import dev.connectorkit.dsl.command.Commands.TEST_CONNECTION
import dev.connectorkit.dsl.command.ConnectorException
import dev.connectorkit.dsl.command.Context
import dev.connectorkit.dsl.spec.ConfigItem.menu
import dev.connectorkit.dsl.spec.ConfigItem.number
import dev.connectorkit.dsl.spec.ConfigItem.secret
import dev.connectorkit.dsl.spec.ConfigItem.section
import dev.connectorkit.dsl.spec.ConfigItem.text
import dev.connectorkit.dsl.spec.KeyType.COMPOUND
import dev.connectorkit.dsl.spec.SchemaAttribute.string
import dev.connectorkit.dsl.spec.TemplateField.CREATE_PASSWORD
import dev.connectorkit.dsl.spec.TemplateField.field

/** What is an account: its values and where the directory keeps them, in one place. */
private val PEOPLE: ObjectMapping<Person> =
    ObjectMapping.of(Person::class.java)
        .attribute(string("dn", "Distinguished name").identity()) { it.dn }
        .attribute(string("cn", "Full name").display()) { it.entry.getAttributeValue("cn") }
        .attribute(string("uid", "User name")) { it.entry.getAttributeValue("uid") }
        .attribute(string("sn", "Last name")) { it.entry.getAttributeValue("sn") }
        .attribute(string("givenName", "First name")) { it.entry.getAttributeValue("givenName") }
        .attribute(string("mail", "Mail address")) { it.entry.getAttributeValue("mail") }
        .attribute(string("title", "Job title")) { it.entry.getAttributeValue("title") }
        .attribute(string("telephoneNumber", "Phone numbers").multi()) {
            it.entry.getAttributeValues("telephoneNumber").orEmpty().toList()
        }
        .attribute(string("groups", "Groups").multi().entitlement().managed().group()) { it.groups }
        .compoundKey({ it.dn }, { it.uuid })

private val GROUPS: ObjectMapping<Group> =
    ObjectMapping.of(Group::class.java)
        .attribute(string("dn", "Distinguished name").identity()) { it.dn }
        .attribute(string("cn", "Name").display()) { it.entry.getAttributeValue("cn") }
        .attribute(string("description", "Description")) {
            it.entry.getAttributeValue("description")
        }
        .compoundKey({ it.dn }, { it.uuid })

/** Returns a connector for the people and groups of an LDAP directory that keeps a change log. */
fun groupware(): Connector =
    Connector.named("groupware")
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
        .accounts(PEOPLE.accountSchema())
        .entitlements(GROUPS.entitlementSchema("group"))
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
        .on(TEST_CONNECTION) { context, _, _ -> open(context).use { it.check() } }
        .on(ACCOUNT_LIST) { context, input, response ->
            open(context).use { directory ->
                Delta.runFrom(input, response, directory::latestChange) { since ->
                    val (people, deletions) = directory.peopleSince(since)
                    deletions.map(Account::deletion).forEach(response::send)
                    people.map(PEOPLE::account).forEach(response::send)
                }
            }
        }
        .on(ACCOUNT_READ) { context, input, response ->
            open(context).use { response.send(PEOPLE.account(it.person(input.lookupKey()))) }
        }
        .on(ACCOUNT_CREATE) { context, input, response ->
            open(context).use { directory ->
                response.send(PEOPLE.account(create(directory, input)))
            }
        }
        .on(ACCOUNT_UPDATE) { context, input, response ->
            open(context).use { directory ->
                val person = directory.person(input.lookupKey())
                val before = PEOPLE.account(person)
                directory.change(person, input.applyTo(before.attributes(), PEOPLE.accountSchema()))
                val after = PEOPLE.account(directory.person(input.lookupKey()))
                response.send(after.unlessEqualTo(before))
            }
        }
        .on(ACCOUNT_DELETE) { context, input, _ ->
            open(context).use { it.delete(it.person(input.lookupKey())) }
        }
        .on(CHANGE_PASSWORD) { context, input, _ ->
            open(context).use { it.changePassword(it.person(input.lookupKey()), input.password()) }
        }
        .on(ENTITLEMENT_LIST) { context, input, response ->
            requireGroupType(input.type())
            open(context).use { directory ->
                directory.groups().map { GROUPS.entitlement("group", it) }.forEach(response::send)
            }
        }
        .on(ENTITLEMENT_READ) { context, input, response ->
            requireGroupType(input.type())
            open(context).use {
                response.send(GROUPS.entitlement("group", it.group(input.lookupKey())))
            }
        }
        .build()

private fun open(context: Context): LdapDirectory {
    val config = Config.of(context)
    return LdapDirectory.connect(
        config.text("host"),
        config.number("port", 389).toInt(),
        config.text("bindDn"),
        config.secret("password"),
        config.text("baseDn"),
    )
}

private fun create(directory: LdapDirectory, input: AccountCreateInput): Person {
    val attributes = input.attributes().without("password").onlyOf(PEOPLE.accountSchema())
    listOf("uid", "cn", "sn").forEach(attributes::requiredText)
    return directory.add(attributes, input.attributes().text("password"))
}

private fun requireGroupType(type: String) {
    if (type != "group") {
        throw ConnectorException.invalidRequest(
            "there are no entitlements of type `$type`, only `group`"
        )
    }
}
