package dev.connectorkit.dsl.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EntitlementTypeTest {
    @Test
    void a_type_that_is_known_is_returned() {
        assertThat(EntitlementListInput.of("group").requireType("group")).isEqualTo("group");
        assertThat(EntitlementReference.of("role", "admin").requireType("group", "role"))
                .isEqualTo("role");
    }

    @Test
    void a_type_that_is_not_is_refused_with_those_that_are() {
        assertThatThrownBy(() -> EntitlementListInput.of("role").requireType("group"))
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        e -> assertThat(e.type()).isEqualTo(ConnectorException.Type.INVALID_REQUEST))
                .hasMessage("there are no entitlements of type `role`, only `group`");
        assertThatThrownBy(() -> EntitlementReference.of("Group", "math").requireType("group", "role"))
                .hasMessage("there are no entitlements of type `Group`, only `group`, `role`");
    }
}
