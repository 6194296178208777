package dev.connectorkit.cli.validate;

import static dev.connectorkit.dsl.command.Commands.ACCOUNT_CREATE;
import static dev.connectorkit.dsl.command.Commands.ACCOUNT_DELETE;
import static dev.connectorkit.dsl.command.Commands.ACCOUNT_LIST;
import static dev.connectorkit.dsl.command.Commands.ACCOUNT_READ;
import static dev.connectorkit.dsl.command.Commands.ACCOUNT_UPDATE;
import static dev.connectorkit.dsl.command.Commands.TEST_CONNECTION;
import static dev.connectorkit.dsl.spec.ConfigItem.menu;
import static dev.connectorkit.dsl.spec.ConfigItem.secret;
import static dev.connectorkit.dsl.spec.ConfigItem.section;
import static dev.connectorkit.dsl.spec.SchemaAttribute.string;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connectorkit.dsl.Connector;
import dev.connectorkit.dsl.command.Account;
import dev.connectorkit.dsl.command.ConnectorException;
import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.server.ConnectorServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ValidateCommandTest {
    private static final String TOKEN = "a-token-of-the-test";
    private static final List<String> PEOPLE = List.of("ada", "grace", "linus");

    @TempDir
    private Path directory = Path.of("");

    record Outcome(int exitCode, String out, String err) {}

    private static Connector people(boolean faulty) {
        return Connector.named("people")
                .config(menu(
                        "Connection", section("Source", secret("token", "Token").required())))
                .accounts(string("id", "Id").identity(), string("name", "Name").display())
                .on(TEST_CONNECTION, (context, input, response) -> {})
                .on(
                        ACCOUNT_LIST,
                        (context, input, response) -> PEOPLE.forEach(id -> response.send(account(id, "Name"))))
                .on(ACCOUNT_READ, (context, input, response) -> {
                    if (!PEOPLE.contains(input.id())) {
                        throw ConnectorException.notFound("account", input.id());
                    }
                    response.send(account(input.id(), faulty ? "Other name" : "Name"));
                })
                .build();
    }

    /** Deleted accounts stay, disabled, and nobody changes where an account came from. */
    private static Connector archive() {
        var accounts = new ConcurrentHashMap<String, Account>();
        return Connector.named("archive")
                .accounts(
                        string("id", "Id").identity(),
                        string("name", "Name").display(),
                        string("origin", "Where it came from"))
                .on(TEST_CONNECTION, (context, input, response) -> {})
                .on(
                        ACCOUNT_LIST,
                        (context, input, response) -> accounts.values().forEach(response::send))
                .on(ACCOUNT_READ, (context, input, response) -> response.send(known(accounts, input.id())))
                .on(ACCOUNT_CREATE, (context, input, response) -> {
                    var account = Account.of(String.valueOf(input.attributes().text("id")))
                            .withAttributes(input.attributes());
                    accounts.put(account.id(), account);
                    response.send(account);
                })
                .on(ACCOUNT_UPDATE, (context, input, response) -> {
                    var account = known(accounts, input.id());
                    for (var change : input.changes()) {
                        if (!change.attribute().equals("origin")) {
                            account = account.with(change.attribute(), change.applyTo(null, false));
                        }
                    }
                    accounts.put(account.id(), account);
                    response.send(account);
                })
                .on(
                        ACCOUNT_DELETE,
                        (context, input, response) -> accounts.put(
                                input.id(), known(accounts, input.id()).withDisabled(true)))
                .build();
    }

    private static Account known(Map<String, Account> accounts, String id) {
        var account = accounts.get(id);
        if (account == null) {
            throw ConnectorException.notFound("account", id);
        }
        return account;
    }

    private static Account account(String id, String name) {
        return Account.of(id).with("id", id).with("name", name + " of " + id);
    }

    private static Outcome validate(Connector connector, String... options) {
        try (var server = ConnectorServer.of(connector).withPort(0).start()) {
            return execute(Stream.concat(
                            Stream.of(
                                    "--url",
                                    "http://localhost:" + server.port(),
                                    "--config",
                                    "{\"token\":\"" + TOKEN + "\"}"),
                            Stream.of(options))
                    .toArray(String[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Outcome execute(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var exitCode = new CommandLine(new ValidateCommand())
                .setExpandAtFiles(false)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Outcome(exitCode, out.toString(), err.toString());
    }

    @Test
    void a_connector_that_breaks_no_required_rule_ends_with_0_and_a_table() {
        var outcome = validate(people(false));

        assertThat(outcome.exitCode()).as(outcome.out()).isZero();
        assertThat(outcome.out())
                .contains("passed    list.equals-read")
                .containsPattern("skipped +create.minimal .*does not declare std:account:create")
                .containsPattern("skipped +list.streams .*not tested over the wire")
                .doesNotContain(TOKEN);
    }

    @Test
    void progress_tells_of_every_rule_as_it_is_done() {
        var outcome = validate(people(false), "--rule", "list.repeatable", "--rule", "spec.complete");

        assertThat(outcome.err().lines()).containsExactly("[1/2] spec.complete passed", "[2/2] list.repeatable passed");
    }

    @Test
    void a_broken_rule_ends_with_1_and_says_how_to_see_it_again() {
        var outcome = validate(
                people(true),
                "--seed",
                "42",
                "--limit",
                "2",
                "--read-only",
                "--value",
                "name=\"it's\"",
                "--timeout",
                "9");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out())
                .contains("attribute `name` is \"Name of")
                .contains("\"Other name of")
                .contains("seed 42")
                .containsPattern(
                        "repeat with: connectorkit validate --url http://localhost:\\d+ --config CONFIG --seed 42"
                                + " --limit 2 --timeout 9 --read-only --value 'name=\"it'\\\\''s\"' --rule list.equals-read")
                .doesNotContain(TOKEN);
    }

    @Test
    void the_seed_is_made_up_and_shown_where_none_is_given() {
        var outcome = validate(people(false), "--rule", "spec.complete");

        assertThat(outcome.out()).containsPattern("seed \\d+\n").containsPattern("--seed \\d+ ");
    }

    @Test
    void a_bypassed_rule_fails_nothing_and_its_reason_is_shown() {
        var outcome = validate(
                people(true), "--rule", "list.equals-read", "--bypass", "list.equals-read=names differ, ticket 7");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).containsPattern("bypassed +list.equals-read .*names differ, ticket 7");
    }

    @Test
    void every_report_is_written_to_a_file_of_its_own() throws IOException {
        var reports = directory.resolve("reports");

        var outcome = validate(people(true), "--report", "table,json,junit,html", "--out", reports.toString());

        assertThat(outcome.exitCode()).isEqualTo(1);
        var names = new ArrayList<String>();
        try (var files = Files.list(reports)) {
            for (var file : files.toList()) {
                names.add(file.getFileName().toString());
                assertThat(Files.readString(file)).contains("list.equals-read").doesNotContain(TOKEN);
            }
        }
        assertThat(names)
                .containsExactlyInAnyOrder("validation.txt", "validation.json", "validation.xml", "validation.html");
        var json = Json.parse(Files.readAllBytes(reports.resolve("validation.json")))
                .asJsonObject();
        assertThat(json.getBoolean("passed")).isFalse();
        assertThat(Files.readString(reports.resolve("validation.xml"))).startsWith("<?xml");
        assertThat(outcome.out()).contains(" failed, ").doesNotContain("<?xml");
    }

    @Test
    void a_deleted_account_may_stay_where_deletion_is_said_to_be_soft() {
        var rule = new String[] {"--rule", "delete.gone-from-read"};
        var hard = validate(archive(), rule);
        var soft = validate(archive(), "--soft-delete", rule[0], rule[1]);

        assertThat(hard.exitCode()).isEqualTo(1);
        assertThat(hard.out()).contains("was deleted, but it can be read still");
        assertThat(soft.exitCode()).as(soft.out()).isZero();
        assertThat(soft.out()).contains("passed    delete.gone-from-read").contains(" --soft-delete");
    }

    @Test
    void an_update_may_ignore_an_attribute_that_is_said_to_be_read_only() {
        var rule = new String[] {"--rule", "update.set"};
        var required = validate(archive(), rule);
        var ignored = validate(archive(), "--read-only-attribute", "origin", rule[0], rule[1]);

        assertThat(required.exitCode()).isEqualTo(1);
        assertThat(required.out()).contains("attribute `origin` should be");
        assertThat(ignored.exitCode()).as(ignored.out()).isZero();
        assertThat(ignored.out()).contains("passed    update.set").contains(" --read-only-attribute origin");
    }

    @Test
    void the_specification_may_come_from_a_file() throws IOException {
        var file = Files.writeString(
                directory.resolve("spec.json"),
                Json.toText(people(false).spec().toJson())
                        .replace("\"displayAttribute\":\"name\"", "\"displayAttribute\":\"nick\""));

        var outcome = validate(people(false), "--spec", file.toString(), "--rule", "spec.named-attributes-exist");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out())
                .contains("`nick`, which is none of its attributes")
                .contains("--spec " + file);
    }

    @Test
    void the_config_may_come_from_a_file_which_the_repeat_command_names() throws IOException {
        var file = Files.writeString(directory.resolve("config.json"), "{\"token\":\"" + TOKEN + "\"}");

        try (var server = ConnectorServer.of(people(false)).withPort(0).start()) {
            var outcome = execute(
                    "--url", "http://localhost:" + server.port(), "--config", "@" + file, "--rule", "spec.complete");

            assertThat(outcome.exitCode()).isZero();
            assertThat(outcome.out()).contains("--config @" + file);
        }
    }

    @Test
    void what_cannot_run_ends_with_2_and_says_why() {
        assertThat(execute("--url", "http://localhost:1"))
                .matches(outcome -> outcome.exitCode() == 2)
                .extracting(Outcome::err)
                .asString()
                .contains("nothing answers at http://localhost:1: is the connector running?");
        assertThat(validate(people(false), "--spec", "no.json").err()).contains("there is no file no.json");
        assertThat(validate(people(false), "--spec", "no.json").exitCode()).isEqualTo(2);
        var bypassed = validate(people(false), "--bypass", "list.equal-read=why not");
        assertThat(bypassed.exitCode()).isEqualTo(2);
        assertThat(bypassed.err()).contains("there is no rule `list.equal-read`; there are list.equals-read");
        assertThat(validate(people(false), "--bypass", "list.equals-read= ").err())
                .contains("needs a reason");
        assertThat(validate(people(false), "--report", "pdf").err()).contains("there is no report `pdf`");
        assertThat(validate(people(false), "--limit", "0").err()).contains("a limit is at least 1");
    }
}
