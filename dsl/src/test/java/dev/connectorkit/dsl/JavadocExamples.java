package dev.connectorkit.dsl;

import static dev.connectorkit.dsl.command.Commands.ACCOUNT_CREATE;
import static dev.connectorkit.dsl.command.Commands.ACCOUNT_LIST;
import static dev.connectorkit.dsl.command.Commands.ACCOUNT_READ;
import static dev.connectorkit.dsl.command.Commands.MACHINE_IDENTITY_LIST;
import static dev.connectorkit.dsl.command.Commands.TEST_CONNECTION;
import static dev.connectorkit.dsl.spec.ConfigItem.menu;
import static dev.connectorkit.dsl.spec.ConfigItem.secret;
import static dev.connectorkit.dsl.spec.ConfigItem.section;
import static dev.connectorkit.dsl.spec.SchemaAttribute.string;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connectorkit.dsl.cache.CacheKey;
import dev.connectorkit.dsl.cache.ConnectorCache;
import dev.connectorkit.dsl.command.Account;
import dev.connectorkit.dsl.command.AccountCreateInput;
import dev.connectorkit.dsl.command.AccountListInput;
import dev.connectorkit.dsl.command.AccountReference;
import dev.connectorkit.dsl.command.Command;
import dev.connectorkit.dsl.command.Context;
import dev.connectorkit.dsl.command.DatasetListInput;
import dev.connectorkit.dsl.command.DatasetObject;
import dev.connectorkit.dsl.command.Datasets;
import dev.connectorkit.dsl.command.Handler;
import dev.connectorkit.dsl.command.NoContext;
import dev.connectorkit.dsl.command.SentOutputs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The samples of the javadoc, which compile and do what they say. */
class JavadocExamples {
    record Person(String id, @Nullable String email, List<String> groups, boolean hasLeft) {}

    record Robot(String name, String owner) {}

    private static final Person ADA = new Person("ada", "ada@example.com", List.of("math"), false);

    private static final class Client {
        void ping() {}

        Account account(String id) {
            return Account.of(id);
        }

        Stream<Person> people() {
            return Stream.of(ADA);
        }

        Stream<Person> people(String region) {
            return region.equals("eu") ? people() : Stream.of();
        }

        Stream<Person> peopleChangedSince(@Nullable Instant since) {
            return since == null ? people() : Stream.of();
        }

        List<Partition> regions() {
            return List.of(Partition.of("eu"), Partition.of("us"));
        }

        List<Robot> robots(String dataset) {
            return List.of(new Robot("r2d2", dataset));
        }

        Map<String, String> groupNames() {
            return Map.of("math", "Mathematics");
        }
    }

    private final Client client = new Client();

    static final ObjectMapping<Person> PEOPLE = ObjectMapping.of(Person.class)
            .attribute(string("id", "Employee number").identity(), Person::id)
            .attribute(string("email", "Primary email").display(), Person::email)
            .attribute(
                    string("groups", "Memberships")
                            .multi()
                            .entitlement()
                            .managed()
                            .group(),
                    Person::groups)
            .disabled(Person::hasLeft);

    private Client client(Context context) {
        assertThat(Config.of(context).secret("token")).isEqualTo("t");
        return client;
    }

    @Test
    void connector() throws Exception {
        var connector = Connector.named("airtable")
                .config(menu(
                        "Connection",
                        section("Base", secret("token", "Access token").required())))
                .accounts(
                        string("id").identity(),
                        string("email", "Primary email").display())
                .on(
                        TEST_CONNECTION,
                        (context, input, response) -> client(context).ping())
                .on(
                        ACCOUNT_READ,
                        (context, input, response) ->
                                response.send(client(context).account(input.id())))
                .build();

        assertThat(outputs(connector, ACCOUNT_READ, AccountReference.of("ada"))).containsExactly(Account.of("ada"));
    }

    @Test
    void object_mapping() throws Exception {
        var connector = Connector.named("hr")
                .accounts(PEOPLE)
                .on(
                        ACCOUNT_LIST,
                        (context, input, response) ->
                                client.people().map(PEOPLE::account).forEach(response::send))
                .build();

        assertThat(outputs(connector, ACCOUNT_LIST, AccountListInput.full())).containsExactly(PEOPLE.account(ADA));
    }

    @Test
    void delta() throws Exception {
        var connector = Connector.named("hr")
                .on(
                        ACCOUNT_LIST,
                        (context, input, response) -> Delta.run(
                                context,
                                input,
                                response,
                                since -> client.peopleChangedSince(since)
                                        .map(PEOPLE::account)
                                        .forEach(response::send)))
                .build();

        assertThat(outputs(connector, ACCOUNT_LIST, AccountListInput.firstStateful()))
                .containsExactly(PEOPLE.account(ADA));
    }

    @Test
    void partitions() throws Exception {
        var connector = Connector.named("hr")
                .on(
                        ACCOUNT_LIST,
                        Partitions.upTo(
                                4,
                                (context, input) -> client.regions(),
                                (context, input, region, response) -> client.people(region.name())
                                        .map(PEOPLE::account)
                                        .forEach(response::send)))
                .build();

        assertThat(outputs(connector, ACCOUNT_LIST, AccountListInput.full())).containsExactly(PEOPLE.account(ADA));
    }

    @Test
    void datasets() throws Exception {
        var connector = Connector.named("robots")
                .on(
                        MACHINE_IDENTITY_LIST,
                        Datasets.each((context, dataset, response) -> client.robots(dataset.datasetId())
                                .forEach(robot -> response.send(
                                        DatasetObject.of(robot.name()).with("owner", robot.owner())))))
                .build();

        assertThat(outputs(connector, MACHINE_IDENTITY_LIST, DatasetListInput.of("luke", "luke")))
                .containsExactly(DatasetObject.of("r2d2").with("owner", "luke").withDatasetId("luke"));
    }

    @Test
    void customizer() throws Exception {
        var connector = Connector.named("hr")
                .on(
                        ACCOUNT_CREATE,
                        (context, input, response) -> response.send(Account.of(requireNonNull(input.identity()))))
                .on(ACCOUNT_LIST, (context, input, response) -> response.send(Account.of("ada")))
                .build();
        var customizer = Customizer.builder()
                .before(ACCOUNT_CREATE, (context, input) -> input.withIdentity(lowerCase(input.identity())))
                .after(ACCOUNT_LIST, (context, account) -> account.with("department", departmentOf(account)))
                .build();

        var customized = connector.customizedBy(customizer);

        assertThat(outputs(
                        customized,
                        ACCOUNT_CREATE,
                        AccountCreateInput.of(Map.of()).withIdentity("ADA")))
                .containsExactly(Account.of("ada"));
        assertThat(outputs(customized, ACCOUNT_LIST, AccountListInput.full()))
                .containsExactly(Account.of("ada").with("department", "ada's"));
    }

    private static @Nullable String lowerCase(@Nullable String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }

    private static String departmentOf(Account account) {
        return account.identity() + "'s";
    }

    static final CacheKey<Map<String, String>> GROUP_NAMES = CacheKey.of("group-names", Duration.ofMinutes(10));

    @Test
    void connector_cache() throws Exception {
        var cache = ConnectorCache.create();

        var names = cache.get(GROUP_NAMES, client::groupNames);

        assertThat(names).containsEntry("math", "Mathematics");
    }

    private static <I, O> List<O> outputs(Connector connector, Command<I, O> command, I input) throws Exception {
        @SuppressWarnings("unchecked") // the route was found under the command's own type
        var handler =
                (Handler<I, O>) requireNonNull(connector.route(command.type())).handler();
        var sent = new SentOutputs<O>();
        handler.handle(NoContext.of("{\"token\": \"t\", \"partitionAggregationEnabled\": true}"), input, sent);
        return sent.outputs();
    }
}
