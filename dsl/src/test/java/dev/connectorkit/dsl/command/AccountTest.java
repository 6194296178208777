package dev.connectorkit.dsl.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class AccountTest {
    private static final Account ADA = Account.of("ada").with("title", "Countess");

    @Test
    void an_account_is_looked_up_by_its_key_or_else_its_identity() {
        assertThat(Account.of(Key.compound("ada", "7")).withIdentity("Ada").id())
                .isEqualTo("ada");
        assertThat(Account.unchanged().withIdentity("Ada").id()).isEqualTo("Ada");
        assertThat(Entitlement.of("group", "g").id()).isEqualTo("g");
        assertThatThrownBy(() -> Account.unchanged().id())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("this account has neither key nor identity");
    }

    @Test
    void only_what_says_so_is_deleted() {
        assertThat(ADA.isDeleted()).isFalse();
        assertThat(ADA.withDeleted(false).isDeleted()).isFalse();
        assertThat(Account.deletion(Key.simple("ada")).isDeleted()).isTrue();
        assertThat(Entitlement.of("group", "g").isDeleted()).isFalse();
        assertThat(Entitlement.deletion("group", Key.simple("g")).isDeleted()).isTrue();
    }

    @Test
    void an_update_that_changed_nothing_answers_that() {
        assertThat(ADA.unlessEqualTo(Account.of("ada").with("title", "Countess")))
                .isSameAs(Account.unchanged());
        assertThat(ADA.unlessEqualTo(Account.of("ada"))).isSameAs(ADA);
    }

    @Test
    void a_number_is_the_same_whatever_class_holds_it() {
        var before = ADA.with("floor", 3L).with("levels", List.of(1L));
        var after = ADA.with("levels", List.of(1)).with("floor", 3);

        assertThat(after.unlessEqualTo(before)).isSameAs(Account.unchanged());
        assertThat(after.with("floor", 4).unlessEqualTo(before)).isEqualTo(after.with("floor", 4));
    }
}
