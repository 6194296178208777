package dev.connectorkit.dsl;

import static dev.connectorkit.dsl.command.Commands.ACCOUNT_LIST;
import static dev.connectorkit.dsl.spec.SchemaAttribute.string;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.connectorkit.dsl.command.Account;
import dev.connectorkit.dsl.command.AccountListInput;
import dev.connectorkit.dsl.command.ConnectorException;
import dev.connectorkit.dsl.command.Entitlement;
import dev.connectorkit.dsl.command.Handler;
import dev.connectorkit.dsl.command.Key;
import dev.connectorkit.dsl.command.NoContext;
import dev.connectorkit.dsl.command.ObjectFilter;
import dev.connectorkit.dsl.command.SentOutputs;
import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.filter.Dialect;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class ConfiguredFilterTest {
    private static final Account EMPLOYEE = Account.of("ada").with("type", "Employee");
    private static final Account CONTRACTOR = Account.of("bob").with("type", "Contractor");
    private static final Entitlement EMPLOYEES =
            Entitlement.of("group", "employees").with("type", "Employee");

    @Test
    void an_object_that_matches_is_left_out() {
        var filter = filter("{\"filterString\": \"( type != \\\"Employee\\\" )\"}");

        assertThat(filter.keeps(EMPLOYEE)).isTrue();
        assertThat(filter.keeps(CONTRACTOR)).isFalse();
        assertThat(filter.keeps(EMPLOYEES)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"filterString\": null}",
                "{\"filterString\": \"\", \"account.filterString\": \" \"}",
                "{\"filterString\": \" \\n\"}"
            })
    void no_filter_keeps_everything(String config) {
        var filter = filter(config);

        assertThat(filter.keeps(EMPLOYEE)).isTrue();
        assertThat(filter.keeps(EMPLOYEES)).isTrue();
    }

    @Test
    void a_filter_of_accounts_leaves_entitlements_alone() {
        var filter = filter("{\"filterString\": \" \", \"account.filterString\": \"type == \\\"Employee\\\"\"}");

        assertThat(filter.keeps(EMPLOYEE)).isFalse();
        assertThat(filter.keeps(CONTRACTOR)).isTrue();
        assertThat(filter.keeps(EMPLOYEES)).isTrue();
    }

    @Test
    void the_filter_of_all_objects_goes_before_the_filter_of_accounts() {
        var filter = filter("""
                {"filterString": "type == \\"Contractor\\"", "account.filterString": "this is ( not looked at"}
                """);

        assertThat(filter.keeps(EMPLOYEE)).isTrue();
        assertThat(filter.keeps(CONTRACTOR)).isFalse();
    }

    @Test
    void an_attribute_that_the_schema_lacks_is_no_error() {
        var filter = filter("{\"filterString\": \"department == \\\"IT\\\"\"}");

        assertThat(filter.keeps(EMPLOYEE)).isTrue();
        assertThat(filter.keeps(EMPLOYEE.with("department", "IT"))).isFalse();
    }

    @Test
    void an_attribute_that_the_schema_lacks_is_logged_as_a_warning_once_a_list() {
        var filter = filter("{\"filterString\": \"typ == \\\"Employee\\\"\"}");

        var log = logOf(() -> {
            filter.keeps(EMPLOYEE);
            filter.keeps(CONTRACTOR);
        });

        assertThat(log).containsExactly("""
                filterString:1:1: warning: unknown attribute `typ`
                  typ == "Employee"
                  ^^^ did you mean `type`?""");
    }

    @Test
    void a_filter_that_the_schema_agrees_with_is_not_logged() {
        var filter = filter("{\"filterString\": \"type == \\\"Employee\\\"\"}");

        assertThat(logOf(() -> filter.keeps(EMPLOYEE))).isEmpty();
    }

    private static List<String> logOf(Runnable work) {
        var logger = (Logger) LoggerFactory.getLogger(ObjectFilter.class);
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        logger.addAppender(log);
        logger.setLevel(Level.WARN);
        try {
            work.run();
        } finally {
            logger.setLevel(null);
            logger.detachAppender(log);
        }
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Test
    void a_filter_that_does_not_compile_names_the_place_before_any_object_is_seen() {
        assertThatThrownBy(() -> filter("{\"filterString\": \"( type == \\\"Employee\\\"\"}"))
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        e -> assertThat(e.type()).isEqualTo(ConnectorException.Type.INVALID_CONFIGURATION))
                .hasMessageStartingWith("the configuration cannot work: at character 1 of `filterString`: ")
                .message()
                .hasLineCount(1);
    }

    @Test
    void a_filter_of_accounts_that_does_not_compile_fails_accounts_only() {
        var filter = filter("{\"account.filterString\": \"( type\"}");

        assertThat(filter.keeps(EMPLOYEES)).isTrue();
        assertThatThrownBy(() -> filter.keeps(EMPLOYEE))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("at character 1 of `account.filterString`: ");
    }

    @Test
    void a_filter_that_is_no_text_is_named() {
        assertThatThrownBy(() -> filter("{\"filterString\": {\"type\": \"Employee\"}}"))
                .isInstanceOf(ConnectorException.class)
                .hasMessage("the configuration cannot work: `filterString` must be text, but is an object");
    }

    @Test
    void the_dialect_is_the_connectors_choice() {
        var config = Json.parse("{\"filterString\": \"type == 'Employee'; true == true\"}")
                .asJsonObject();
        var connector = Connector.named("directory").filterDialect(Dialect.SDK).build();

        // Two statements are one filter that matches nothing in the SDK, and a mistake in the standard dialect.
        assertThat(connector.objectFilter(config).keeps(EMPLOYEE)).isTrue();
        assertThatThrownBy(() -> Connector.named("directory").build().objectFilter(config))
                .isInstanceOf(ConnectorException.class);
    }

    @Test
    void what_is_deleted_is_always_kept() {
        var filter = filter("{\"filterString\": \"( type != \\\"Employee\\\" )\"}");

        assertThat(filter.keeps(Account.deletion(Key.simple("bob")))).isTrue();
        assertThat(filter.keeps(Entitlement.deletion("group", Key.simple("g")))).isTrue();
    }

    @Test
    void a_filtered_connector_asks_the_filter_for_its_handlers() throws Exception {
        var connector = Connector.named("directory")
                .filtered()
                .on(ACCOUNT_LIST, (context, input, response) -> {
                    response.send(EMPLOYEE);
                    response.send(CONTRACTOR);
                })
                .build();
        @SuppressWarnings("unchecked") // the route was found under the command's own type
        var handler = (Handler<AccountListInput, Account>)
                requireNonNull(connector.route(ACCOUNT_LIST.type())).handler();
        var sent = new SentOutputs<Account>();

        handler.handle(
                NoContext.filtering(filter("{\"filterString\": \"type == \\\"Contractor\\\"\"}")),
                AccountListInput.full(),
                sent);

        assertThat(sent.outputs()).containsExactly(EMPLOYEE);
    }

    private static ObjectFilter filter(String config) {
        return Connector.named("directory")
                .accounts(string("id").identity(), string("type"))
                .entitlements("group", string("id").identity(), string("type"))
                .build()
                .objectFilter(Json.parse(config).asJsonObject());
    }
}
