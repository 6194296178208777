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
import com.unboundid.ldap.sdk.SearchResultEntry
import com.unboundid.ldap.sdk.SearchScope
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl
import dev.connectorkit.dsl.command.Attributes
import dev.connectorkit.dsl.command.ConnectorException
import dev.connectorkit.dsl.command.Key

/** An entry below `ou=people`, and the groups that have it as a member. */
class Person(val entry: Entry, val groups: List<String>) {
    val dn: String = entry.dn
    val uuid: String = entry.getAttributeValue("entryUUID")
}

/** An entry below `ou=groups`. */
class Group(val entry: Entry) {
    val dn: String = entry.dn
    val uuid: String = entry.getAttributeValue("entryUUID")
}

/** What changed: who there is, and the keys of who there is no more. */
data class Changes(val people: Sequence<Person>, val deletions: List<Key>)

/**
 * The people and groups below a base DN, over one connection. Sequences fetch a page when they come
 * to it. Belongs to one invocation; not safe for concurrent use.
 */
class LdapDirectory private constructor(private val connection: LDAPConnection, baseDn: String) :
    AutoCloseable {
    private val peopleDn = DN("ou=people,$baseDn")
    private val groupsDn = DN("ou=groups,$baseDn")

    /** Fails where the base DN holds no people. */
    fun check() {
        entry(peopleDn.toString())
            ?: throw ConnectorException.invalidConfiguration("`baseDn`: there is no `$peopleDn`")
    }

    /** Returns the number of the change log's latest change. */
    fun latestChange(): String =
        retrying { connection.rootDSE }?.getAttributeValue("lastChangeNumber") ?: "0"

    /**
     * Returns everyone, or since a change, who changed: the change log knows deletions, a
     * modifyTimestamp does not.
     */
    fun peopleSince(change: String?): Changes {
        if (change == null || change.toLong() > latestChange().toLong()) {
            return Changes(
                people(search(peopleDn, Filter.createEqualityFilter("objectClass", "person"))),
                emptyList(),
            )
        }
        val log =
            search(
                    DN("cn=changelog"),
                    Filter.createGreaterOrEqualFilter("changeNumber", "${change.toLong() + 1}"),
                )
                .flatten()
                .map { ChangeLogEntry(it) }
                .sortedBy { it.changeNumber }
                .toList()
        val touched =
            log.flatMap(::touched)
                .map(::DN)
                .filter { it.isDescendantOf(peopleDn, false) }
                .distinct()
        val entries = touched.mapNotNull { entry(it.toString()) }
        val alive = entries.map { it.getAttributeValue("entryUUID") }.toSet()
        val deletions =
            log.filter {
                    it.changeType == ChangeType.DELETE &&
                        DN(it.targetDN).isDescendantOf(peopleDn, false)
                }
                .map {
                    Key.compound(
                        it.targetDN,
                        Entry(it.targetDN, it.deletedEntryAttributes)
                            .getAttributeValue("entryUUID"),
                    )
                }
                .filter { it is Key.Compound && it.uniqueId() !in alive }
                .distinct()
        return Changes(people(entries.chunked(PAGE).asSequence()), deletions)
    }

    /** A changed group changes the people that came or went. */
    private fun touched(change: ChangeLogEntry): List<String> {
        val members =
            change.modifications
                .orEmpty()
                .filter { it.attributeName == "member" }
                .flatMap { it.values.toList() }
        return members + change.targetDN
    }

    private fun people(pages: Sequence<List<Entry>>): Sequence<Person> = pages.flatMap { page ->
        // One search brings the groups of the whole page.
        val memberships =
            Filter.createORFilter(page.map { Filter.createEqualityFilter("member", it.dn) })
        val groups =
            if (page.isEmpty()) emptyList() else search(groupsDn, memberships).flatten().toList()
        page.map { person ->
            Person(
                person,
                groups.filter { it.hasAttributeValue("member", person.dn) }.map { it.dn }.sorted(),
            )
        }
    }

    /**
     * Returns one person, by the id that survives a move in the tree if there is one, or fails as
     * not found.
     */
    fun person(key: Key): Person =
        people(sequenceOf(listOf(find("account", peopleDn, key)))).first()

    /** Returns one group, or fails as not found. */
    fun group(key: Key): Group = Group(find("group", groupsDn, key))

    /** Returns all groups. */
    fun groups(): Sequence<Group> =
        search(groupsDn, Filter.createEqualityFilter("objectClass", "groupOfNames"))
            .flatten()
            .map(::Group)

    private fun find(kind: String, base: DN, key: Key): Entry {
        val found =
            when (key) {
                is Key.Compound ->
                    search(base, Filter.createEqualityFilter("entryUUID", key.uniqueId()))
                        .flatten()
                        .firstOrNull()
                is Key.Simple ->
                    if (DN.isValidDN(key.id()) && DN(key.id()).isDescendantOf(base, false))
                        entry(key.id())
                    else null
            }
        return found ?: throw ConnectorException.notFound(kind, key.lookupId())
    }

    private fun entry(dn: String): SearchResultEntry? = retrying {
        connection.getEntry(dn, *EVERYTHING)
    }

    private fun search(base: DN, filter: Filter): Sequence<List<Entry>> = sequence {
        var cookie: ASN1OctetString? = null
        do {
            val request = SearchRequest(base.toString(), SearchScope.ONE, filter, *EVERYTHING)
            request.addControl(SimplePagedResultsControl(PAGE, cookie))
            val page = retrying { connection.search(request) }
            yield(page.searchEntries)
            cookie =
                SimplePagedResultsControl.get(page)?.takeIf { it.moreResultsToReturn() }?.cookie
        } while (cookie != null)
    }

    /** Adds a person, or fails if there is one with that user name. */
    fun add(attributes: Attributes, password: String?): Person {
        val dn = DN(RDN("uid", attributes.text("uid")), peopleDn).toString()
        val entry = Entry(dn)
        entry.addAttribute("objectClass", "inetOrgPerson", "organizationalPerson", "person", "top")
        values(attributes).forEach { (name, values) ->
            if (values.isNotEmpty()) entry.addAttribute(name, values)
        }
        password?.let { entry.addAttribute("userPassword", it) }
        requireGroups(attributes.texts("groups"))
        try {
            connection.add(entry)
        } catch (e: LDAPException) {
            if (e.resultCode != ResultCode.ENTRY_ALREADY_EXISTS) throw e
            throw ConnectorException.invalidRequest(
                "an account with the uid `${attributes.text("uid")}` exists already"
            )
        }
        attributes.texts("groups").forEach { member(ModificationType.ADD, it, dn) }
        return person(Key.simple(dn))
    }

    /**
     * Gives a person these attributes; LDAP has no transactions, so groups come first, where more
     * can be wrong.
     */
    fun change(person: Person, attributes: Attributes) {
        if (
            attributes.text("dn") != person.dn ||
                attributes.text("uid") != person.entry.getAttributeValue("uid")
        ) {
            throw ConnectorException.invalidRequest(
                "`dn` and `uid` name the entry and cannot change"
            )
        }
        val groups = attributes.texts("groups")
        requireGroups(groups - person.groups.toSet())
        (groups - person.groups.toSet()).forEach { member(ModificationType.ADD, it, person.dn) }
        (person.groups - groups.toSet()).forEach { member(ModificationType.DELETE, it, person.dn) }
        val changes =
            values(attributes)
                .filter { (name, values) ->
                    values != person.entry.getAttributeValues(name).orEmpty().toList()
                }
                .map { (name, values) ->
                    Modification(ModificationType.REPLACE, name, *values.toTypedArray())
                }
        if (changes.isNotEmpty()) {
            connection.modify(person.dn, changes)
        }
    }

    /** Deletes a person and their memberships. */
    fun delete(person: Person) {
        person.groups.forEach { member(ModificationType.DELETE, it, person.dn) }
        connection.delete(person.dn)
    }

    /** Gives a person another password, which the server hashes. */
    fun changePassword(person: Person, password: String) {
        connection.modify(
            person.dn,
            Modification(ModificationType.REPLACE, "userPassword", password),
        )
    }

    private fun values(attributes: Attributes): Map<String, List<String>> =
        (attributes.keys - setOf("dn", "groups")).associateWith { attributes.texts(it) }

    private fun requireGroups(groups: List<String>) {
        groups
            .find {
                !DN.isValidDN(it) || !DN(it).isDescendantOf(groupsDn, false) || entry(it) == null
            }
            ?.let {
                throw ConnectorException.invalidRequest("`groups`: there is no group `$it`")
            }
    }

    private fun member(type: ModificationType, group: String, person: String) {
        connection.modify(group, Modification(type, "member", person))
    }

    override fun close() = connection.close()

    companion object {
        private const val PAGE = 200
        private const val ATTEMPTS = 3
        private const val FIRST_PAUSE_MILLIS = 100L
        private val EVERYTHING = arrayOf("*", "entryUUID")
        private val PASSING = setOf(ResultCode.BUSY, ResultCode.UNAVAILABLE)

        /** Connects and binds. */
        fun connect(
            host: String,
            port: Int,
            bindDn: String,
            password: String,
            baseDn: String,
        ): LdapDirectory {
            try {
                return LdapDirectory(
                    retrying { LDAPConnection(host, port, bindDn, password) },
                    baseDn,
                )
            } catch (e: LDAPException) {
                val reason =
                    when (e.resultCode) {
                        ResultCode.INVALID_CREDENTIALS ->
                            "the server refuses `bindDn` and `password`"
                        else -> "the server does not answer: ${e.resultCode.name}"
                    }
                throw ConnectorException(
                    ConnectorException.Type.GENERIC,
                    "cannot connect to the directory: $reason",
                    e,
                )
            }
        }

        /**
         * Repeats a read that a busy server refused; a write that failed is never repeated blindly.
         */
        private fun <T> retrying(read: () -> T): T {
            for (attempt in 1..<ATTEMPTS) {
                try {
                    return read()
                } catch (e: LDAPException) {
                    if (e.resultCode !in PASSING) throw e
                    Thread.sleep(FIRST_PAUSE_MILLIS shl attempt)
                }
            }
            return read()
        }
    }
}
