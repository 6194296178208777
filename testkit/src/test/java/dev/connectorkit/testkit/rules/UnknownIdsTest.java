package dev.connectorkit.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UnknownIdsTest {

    @Test
    void an_unknown_id_has_the_form_of_the_known_ones() {
        assertThat(UnknownIds.like(List.of("1", "22"))).isEqualTo("2147480001");
        assertThat(UnknownIds.like(List.of(UUID.randomUUID().toString())))
                .satisfies(id -> assertThat(UUID.fromString(id)).hasToString(id));
        assertThat(UnknownIds.like(List.of("ada@example.com", "bob@example.org")))
                .isEqualTo("connectorkit-no-such-object@example.com");
        assertThat(UnknownIds.like(List.of("cn=ada,ou=people,dc=example", "uid=bob,dc=example")))
                .isEqualTo("cn=connectorkit-no-such-object,ou=people,dc=example");
        assertThat(UnknownIds.like(List.of("507f1f77bcf86cd799439011", "507f1f77bcf86cd799439012")))
                .matches("507f1f77bcf8[0-9a-f]{12}")
                .isNotIn("507f1f77bcf86cd799439011", "507f1f77bcf86cd799439012");
    }

    @Test
    void ids_of_no_form_make_a_telling_one() {
        assertThat(UnknownIds.like(List.of("u1", "u10"))).isEqualTo("connectorkit-no-such-object");
        assertThat(UnknownIds.like(List.of("ada@example.com", "bob"))).isEqualTo("connectorkit-no-such-object");
        assertThat(UnknownIds.like(List.of())).isEqualTo("connectorkit-no-such-object");
    }
}
