package dev.connectorkit.examples.groupware

import com.unboundid.ldap.listener.InMemoryDirectoryServer
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig
import com.unboundid.ldap.listener.InMemoryListenerConfig
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor
import com.unboundid.ldap.sdk.LDAPException
import com.unboundid.ldap.sdk.ResultCode
import jakarta.json.Json
import jakarta.json.JsonObject
import java.util.concurrent.atomic.AtomicInteger

/** An LDAP server in this process with some people and groups. */
class LdapServer(people: Int) : AutoCloseable {
    /** How many of the next searches find the server busy. */
    val busy = AtomicInteger()

    val server: InMemoryDirectoryServer =
        InMemoryDirectoryServer(
            InMemoryDirectoryServerConfig(BASE_DN).apply {
                setListenerConfigs(InMemoryListenerConfig.createLDAPConfig("ldap", 0))
                addAdditionalBindCredentials(BIND_DN, PASSWORD)
                maxChangeLogEntries = 10_000
                addInMemoryOperationInterceptor(
                    object : InMemoryOperationInterceptor() {
                        override fun processSearchRequest(
                            request: InMemoryInterceptedSearchRequest
                        ) {
                            if (busy.getAndUpdate { maxOf(0, it - 1) } > 0) {
                                throw LDAPException(ResultCode.BUSY, "try again")
                            }
                        }
                    }
                )
            }
        )

    init {
        server.add("dn: $BASE_DN", "objectClass: domain", "dc: example")
        server.add("dn: ou=people,$BASE_DN", "objectClass: organizationalUnit", "ou: people")
        server.add("dn: ou=groups,$BASE_DN", "objectClass: organizationalUnit", "ou: groups")
        for (number in 1..people) {
            server.add(
                "dn: uid=person$number,ou=people,$BASE_DN",
                "objectClass: inetOrgPerson",
                "uid: person$number",
                "cn: Person $number",
                "sn: Number$number",
                "mail: person$number@example.com",
            )
        }
        for (group in listOf("staff", "admins", "guests")) {
            server.add(
                "dn: cn=$group,ou=groups,$BASE_DN",
                "objectClass: groupOfNames",
                "cn: $group",
                "description: The $group",
                // A groupOfNames must have a member.
                "member: $BIND_DN",
            )
        }
        if (people > 0) {
            server.modify(
                "dn: cn=staff,ou=groups,$BASE_DN",
                "changetype: modify",
                "add: member",
                "member: uid=person1,ou=people,$BASE_DN",
            )
        }
        server.startListening()
    }

    val config: JsonObject
        get() =
            Json.createObjectBuilder()
                .add("host", "localhost")
                .add("port", server.listenPort)
                .add("bindDn", BIND_DN)
                .add("password", PASSWORD)
                .add("baseDn", BASE_DN)
                .build()

    override fun close() = server.shutDown(true)

    companion object {
        const val BASE_DN = "dc=example,dc=com"
        const val BIND_DN = "cn=connector"
        const val PASSWORD = "open sesame"
    }
}
