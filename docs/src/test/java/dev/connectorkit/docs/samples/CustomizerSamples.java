package dev.connectorkit.docs.samples;

import static dev.connectorkit.dsl.command.Commands.ACCOUNT_LIST;
import static dev.connectorkit.dsl.command.Commands.ACCOUNT_READ;

import dev.connectorkit.dsl.Connector;
import dev.connectorkit.dsl.ConnectorProvider;
import dev.connectorkit.dsl.Customizer;
import dev.connectorkit.dsl.command.Account;
import dev.connectorkit.dsl.command.AccountReference;
import java.util.Locale;

final class CustomizerSamples {
    private CustomizerSamples() {}

    // region customizer
    static final Customizer LOWER_CASE = Customizer.builder()
            .before(ACCOUNT_READ, (context, input) -> AccountReference.of(lower(input.id())))
            .after(ACCOUNT_READ, (context, account) -> withLowerEmail(account))
            .after(ACCOUNT_LIST, (context, account) -> withLowerEmail(account))
            .build();

    private static Account withLowerEmail(Account account) {
        var email = account.attributes().text("email");
        return email == null ? account : account.with("email", lower(email));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
    // endregion

    static Connector customized(BadgeSystem system) {
        // region customized
        return BadgeConnector.connector(system).customizedBy(LOWER_CASE);
        // endregion
    }

    // region alone
    public static final class LowerCaseProvider implements ConnectorProvider {
        @Override
        public String name() {
            return "lower-case";
        }

        @Override
        public Connector connector() {
            return LOWER_CASE.standAlone(name());
        }
    }
    // endregion
}
