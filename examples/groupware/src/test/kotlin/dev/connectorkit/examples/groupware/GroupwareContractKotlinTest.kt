package dev.connectorkit.examples.groupware

import dev.connectorkit.testkit.contract.ConnectorContract
import org.junit.jupiter.api.AfterEach

/** The connector against every rule, with a real LDAP server behind it. */
class GroupwareContractKotlinTest : ConnectorContract {
    private val ldap = LdapServer(12)

    override fun connector() = ConnectorContract.of(Groupware().connector()).config(ldap.config)

    @AfterEach fun stop() = ldap.close()
}
