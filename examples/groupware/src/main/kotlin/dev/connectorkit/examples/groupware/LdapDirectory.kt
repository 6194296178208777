package dev.connectorkit.examples.groupware

import com.unboundid.asn1.ASN1OctetString
import com.unboundid.ldap.sdk.ChangeLogEntry
import com.unboundid.ldap.sdk.ChangeType
import com.unboundid.ldap.sdk.DN
import com.unboundid.ldap.sdk.Entry
import com.unboundid.ldap.sdk.Filter
import com.unboundid.ldap.sdk.LDAPConnection
import com.unboundid.ldap.sdk.LDAPException
import com.unboundid.ldap.sdk.Modification
import com.unboundid.ldap.sdk.ModificationType
import com.unboundid.ldap.sdk.RDN
import com.unboundid.ldap.sdk.ResultCode
import com.unboundid.ldap.sdk.SearchRequest
import com.unboundid.ldap.sdk.SearchScope
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl
import dev.connectorkit.dsl.Config
import dev.connectorkit.dsl.command.Attributes
import dev.connectorkit.dsl.command.ConnectorException
import dev.connectorkit.dsl.command.ConnectorException.Type.GENERIC
import dev.connectorkit.dsl.command.ConnectorException.Type.INSUFFICIENT_PERMISSION
import dev.connectorkit.dsl.command.Key

/** The attribute that people get here: in LDAP, members are the groups' attribute. */
const val GROUPS_OF_PERSON = "groups"

private const val PAGE = 200
private val PAUSES_MILLIS = listOf(200L, 400L)
private val PASSING = setOf(ResultCode.BUSY, ResultCode.UNAVAILABLE)

/** The people who changed, and the keys of those there are no more. */
class Changes(val people: Sequence<Entry>, val deletions: List<Key>)

/**
 * The people and groups below a base DN, over one connection. Sequences fetch a page when they come
 * to it. Belongs to one invocation; not safe for concurrent use.
 */
class LdapDirectory(config: Config) : AutoCloseable {
    private val peopleDn = DN("ou=people,${config.text("baseDn")}")
    private val groupsDn = DN("ou=groups,${config.text("baseDn")}")
    private val connection = connect(config)

    private fun connect(config: Config): LDAPConnection =
        try {
            retrying {
                LDAPConnection(
                    config.text("host"),
                    config.number("port", 389).toInt(),
                    config.text("bindDn"),
                    config.secret("password"),
                )
            }
        } catch (e: LDAPException) {
            val reason =
                if (e.resultCode == ResultCode.INVALID_CREDENTIALS)
                    "the server refuses `bindDn` and `password`"
                else "the server does not answer: ${e.resultCode.name}"
            throw ConnectorException(GENERIC, "cannot connect to the directory: $reason", e)
        }

    /** Fails where the base DN holds no people. */
    fun check() {
        retrying { connection.getEntry("$peopleDn") }
            ?: throw ConnectorException.invalidConfiguration("`baseDn`: there is no `$peopleDn`")
    }

    /** Returns the number of the change log's latest change. */
    fun latestChange(): String =
        retrying { connection.rootDSE }?.getAttributeValue("lastChangeNumber") ?: "0"

    /**
     * Returns what changed after a change; everyone where it is null or none of this server's. The
     * change log knows deletions and memberships, a modifyTimestamp does not.
     */
    fun changesSince(number: String?): Changes {
        if (number == null || number.toLong() > latestChange().toLong()) {
            val everyone = search(peopleDn, Filter.equals("objectClass", "person"))
            return Changes(everyone.flatMap(::withGroups), emptyList())
        }
        val later = Filter.greaterOrEqual("changeNumber", "${number.toLong() + 1}")
        val log = search(DN("cn=changelog"), later).flatten().map(::ChangeLogEntry).toList()
        val people = log.flatMap(::touched).map(::DN).distinct().asSequence()
        return Changes(
            people.mapNotNull { entry(peopleDn, "$it") }.chunked(PAGE).flatMap(::withGroups),
            log.filter { it.changeType == ChangeType.DELETE && isBelow(peopleDn, it.targetDN) }
                .map { Entry(it.targetDN, it.deletedEntryAttributes) }
                .map { Key.compound(it.dn, it.getAttributeValue("entryUUID")) },
        )
    }

    /** A changed group touches the people that came or went. */
    private fun touched(change: ChangeLogEntry): List<String> {
        val attributes =
            change.modifications.orEmpty().map { it.attribute } +
                change.addAttributes.orEmpty() +
                change.deletedEntryAttributes.orEmpty()
        val members = attributes.filter { it.name == "member" }.flatMap { it.values.toList() }
        return members + (change.newDN ?: change.targetDN)
    }

    /** Gives people their groups, with one search for a whole page. */
    private fun withGroups(page: List<Entry>): List<Entry> {
        val memberships = Filter.or(page.map { Filter.equals("member", it.dn) })
        val groups = search(groupsDn, memberships).flatten().toList()
        return page.map { person ->
            val own = groups.filter { it.hasAttributeValue("member", person.dn) }.map { it.dn }
            person.duplicate().apply { setAttribute(GROUPS_OF_PERSON, own.sorted()) }
        }
    }

    /** Returns one person, by the unique id if there is one, or fails as not found. */
    fun person(key: Key): Entry = withGroups(listOf(find("account", peopleDn, key))).single()

    /** Returns one group, by the unique id if there is one, or fails as not found. */
    fun group(key: Key): Entry = find("group", groupsDn, key)

    /** Returns all groups. */
    fun groups(): Sequence<Entry> =
        search(groupsDn, Filter.equals("objectClass", "groupOfNames")).flatten()

    private fun find(kind: String, base: DN, key: Key): Entry =
        when (key) {
            is Key.Compound -> find(base, Filter.equals("entryUUID", key.uniqueId()))
            is Key.Simple -> entry(base, key.id())
        } ?: throw ConnectorException.notFound(kind, key.lookupId())

    private fun find(base: DN, filter: Filter): Entry? =
        search(base, filter).flatten().firstOrNull()

    private fun entry(base: DN, dn: String): Entry? =
        if (isBelow(base, dn)) retrying { connection.getEntry(dn, "*", "entryUUID") } else null

    private fun isBelow(base: DN, dn: String) =
        DN.isValidDN(dn) && DN(dn).isDescendantOf(base, false)

    private fun search(base: DN, filter: Filter): Sequence<List<Entry>> = sequence {
        var cookie: ASN1OctetString? = null
        do {
            val request = SearchRequest("$base", SearchScope.ONE, filter, "*", "entryUUID")
            request.addControl(SimplePagedResultsControl(PAGE, cookie))
            val page = retrying { connection.search(request) }
            if (page.entryCount > 0) yield(page.searchEntries)
            cookie = SimplePagedResultsControl.get(page)?.cookie?.takeIf { it.valueLength > 0 }
        } while (cookie != null)
    }

    /** Adds a person, or fails if there is one with that user name. */
    fun add(attributes: Attributes, password: String?): Entry {
        val uid = attributes.text("uid")
        val groups = attributes.texts(GROUPS_OF_PERSON)
        requireGroups(groups)
        val person = Entry(DN(RDN("uid", uid), peopleDn)).with(attributes)
        person.addAttribute("objectClass", "inetOrgPerson")
        password?.let { person.addAttribute("userPassword", it) }
        try {
            connection.add(person)
        } catch (e: LDAPException) {
            if (e.resultCode != ResultCode.ENTRY_ALREADY_EXISTS) throw e
            throw ConnectorException.invalidRequest("an account with the uid `$uid` exists already")
        }
        groups.forEach { modifyMember(ModificationType.ADD, it, person) }
        return person(Key.simple(person.dn))
    }

    /** Gives a person these attributes. */
    fun change(person: Entry, attributes: Attributes) {
        val after = person.with(attributes)
        if (
            attributes.text("dn") != person.dn ||
                after.getAttributeValue("uid") != person.getAttributeValue("uid")
        ) {
            throw ConnectorException.invalidRequest(
                "`dn` and `uid` name the entry and cannot change"
            )
        }
        // LDAP has no transactions, so groups come first, where more can be wrong.
        val groupsBefore = person.getAttributeValues(GROUPS_OF_PERSON).toSet()
        val groups = attributes.texts(GROUPS_OF_PERSON).toSet()
        requireGroups(groups - groupsBefore)
        (groups - groupsBefore).forEach { modifyMember(ModificationType.ADD, it, person) }
        (groupsBefore - groups).forEach { modifyMember(ModificationType.DELETE, it, person) }
        val changes = Entry.diff(person, after, true, false, true)
        if (changes.isNotEmpty()) connection.modify(person.dn, changes)
    }

    /** Returns a copy of an entry with these attributes, but those that LDAP keeps elsewhere. */
    private fun Entry.with(attributes: Attributes): Entry {
        val copy = duplicate()
        for (name in attributes.keys - setOf("dn", GROUPS_OF_PERSON)) {
            val values = attributes.texts(name)
            if (values.isEmpty()) copy.removeAttribute(name) else copy.setAttribute(name, values)
        }
        return copy
    }

    private fun requireGroups(groups: Collection<String>) {
        groups
            .find { entry(groupsDn, it) == null }
            ?.let { throw ConnectorException.invalidRequest("`groups`: there is no group `$it`") }
    }

    private fun modifyMember(type: ModificationType, group: String, person: Entry) {
        connection.modify(group, Modification(type, "member", person.dn))
    }

    /** Deletes a person and their memberships. */
    fun delete(person: Entry) {
        person.getAttributeValues(GROUPS_OF_PERSON).forEach {
            modifyMember(ModificationType.DELETE, it, person)
        }
        connection.delete(person.dn)
    }

    /** Gives a person another password, which the server hashes. */
    fun changePassword(person: Entry, password: String) {
        val change = Modification(ModificationType.REPLACE, "userPassword", password)
        connection.modify(person.dn, change)
    }

    /** Returns the person of that user name or DN, if the server lets them in. */
    fun authenticate(username: String, password: String): Entry {
        val person = entry(peopleDn, username) ?: find(peopleDn, Filter.equals("uid", username))
        if (person == null || !isPassword(person.dn, password)) {
            // One answer for both, so that nobody finds out which names exist.
            throw ConnectorException(INSUFFICIENT_PERMISSION, "wrong user name or password")
        }
        return withGroups(listOf(person)).single()
    }

    private fun isPassword(dn: String, password: String): Boolean =
        try {
            val another = LDAPConnection(connection.connectedAddress, connection.connectedPort)
            another.use { it.bind(dn, password).resultCode == ResultCode.SUCCESS }
        } catch (e: LDAPException) {
            if (e.resultCode != ResultCode.INVALID_CREDENTIALS) throw e
            false
        }

    override fun close() = connection.close()
}

/** Repeats a read that a busy server refused; a write that failed is never repeated blindly. */
private fun <T> retrying(pauses: List<Long> = PAUSES_MILLIS, read: () -> T): T =
    try {
        read()
    } catch (e: LDAPException) {
        if (pauses.isEmpty() || e.resultCode !in PASSING) throw e
        Thread.sleep(pauses.first())
        retrying(pauses.drop(1), read)
    }
