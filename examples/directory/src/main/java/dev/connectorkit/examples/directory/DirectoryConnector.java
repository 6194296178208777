package dev.connectorkit.examples.directory;

import static dev.connectorkit.dsl.command.Commands.ACCOUNT_CREATE;
import static dev.connectorkit.dsl.command.Commands.ACCOUNT_DELETE;
import static dev.connectorkit.dsl.command.Commands.ACCOUNT_DISABLE;
import static dev.connectorkit.dsl.command.Commands.ACCOUNT_DISCOVER_SCHEMA;
import static dev.connectorkit.dsl.command.Commands.ACCOUNT_ENABLE;
import static dev.connectorkit.dsl.command.Commands.ACCOUNT_LIST;
import static dev.connectorkit.dsl.command.Commands.ACCOUNT_READ;
import static dev.connectorkit.dsl.command.Commands.ACCOUNT_UNLOCK;
import static dev.connectorkit.dsl.command.Commands.ACCOUNT_UPDATE;
import static dev.connectorkit.dsl.command.Commands.AUTHENTICATE;
import static dev.connectorkit.dsl.command.Commands.CHANGE_PASSWORD;
import static dev.connectorkit.dsl.command.Commands.ENTITLEMENT_LIST;
import static dev.connectorkit.dsl.command.Commands.ENTITLEMENT_READ;
import static dev.connectorkit.dsl.command.Commands.TEST_CONNECTION;
import static dev.connectorkit.dsl.command.Handler.using;
import static dev.connectorkit.dsl.spec.ConfigItem.menu;
import static dev.connectorkit.dsl.spec.ConfigItem.number;
import static dev.connectorkit.dsl.spec.ConfigItem.secret;
import static dev.connectorkit.dsl.spec.ConfigItem.section;
import static dev.connectorkit.dsl.spec.ConfigItem.text;
import static dev.connectorkit.dsl.spec.SchemaAttribute.integer;
import static dev.connectorkit.dsl.spec.SchemaAttribute.string;
import static dev.connectorkit.dsl.spec.TemplateField.CREATE_PASSWORD;
import static dev.connectorkit.dsl.spec.TemplateField.field;

import dev.connectorkit.dsl.Config;
import dev.connectorkit.dsl.Connector;
import dev.connectorkit.dsl.Delta;
import dev.connectorkit.dsl.command.Account;
import dev.connectorkit.dsl.command.AccountCreateInput;
import dev.connectorkit.dsl.command.AccountReference;
import dev.connectorkit.dsl.command.AccountUpdateInput;
import dev.connectorkit.dsl.command.AuthenticateInput;
import dev.connectorkit.dsl.command.ConnectorException;
import dev.connectorkit.dsl.command.Context;
import dev.connectorkit.dsl.command.Handler;
import dev.connectorkit.dsl.command.Response;
import dev.connectorkit.dsl.spec.Schema;
import java.util.function.UnaryOperator;

/** A connector for the people and groups of a directory that lives in an SQL database. */
public final class DirectoryConnector {
    static final Schema.Account PEOPLE = Schema.account(
            string("id", "User name").identity(),
            string("displayName", "Full name").display(),
            string("firstName", "First name"),
            string("lastName", "Last name"),
            string("email", "Mail address"),
            string("type", "Employee or Contractor"),
            integer("employeeNumber", "Number in the payroll; contractors have none"),
            string("title", "Job title"),
            string("department", "Department"),
            string("location", "Office"),
            string("manager", "User name of the manager"),
            string("phones", "Phone numbers").multi(),
            string("groups", "Ids of the groups the person is in")
                    .multi()
                    .entitlement()
                    .managed()
                    .group());

    static final Schema.Entitlement GROUPS = Schema.entitlement(
            "group",
            string("id", "Id").identity(),
            string("name", "Name").display(),
            string("description", "What being in the group means"),
            string("owner", "User name of the owner"));

    private DirectoryConnector() {}

    /** Returns the connector. */
    public static Connector connector() {
        return Connector.named("directory")
                .description("People and groups in an SQL database")
                .config(menu(
                        "Connection",
                        section(
                                "Database",
                                text("jdbcUrl", "JDBC URL").placeholder("jdbc:postgresql://localhost/company"),
                                text("user", "User"),
                                secret("password", "Password")),
                        section("Sample data", number("people", "People to invent where there is no directory yet"))))
                .accounts(PEOPLE)
                .entitlements(GROUPS)
                .accountCreateTemplate(
                        field("id", "User name")
                                .required()
                                .uniqueAccountId("$(firstname).$(lastname)$(uniqueCounter)", 64, 50),
                        field("displayName", "Full name").required().fromIdentity("displayName"),
                        field("firstName", "First name").fromIdentity("firstname"),
                        field("lastName", "Last name").fromIdentity("lastname"),
                        field("email", "Mail address").fromIdentity("email"),
                        field("password", "Password").generated(CREATE_PASSWORD))
                .stateful()
                .filtered()
                .on(ACCOUNT_DISCOVER_SCHEMA, (context, input, response) -> response.send(PEOPLE))
                .on(
                        TEST_CONNECTION,
                        using(DirectoryConnector::open, (directory, input, response) -> directory.latestChange()))
                .on(
                        ACCOUNT_LIST,
                        using(
                                DirectoryConnector::open,
                                (directory, input, response) -> Delta.runFrom(
                                        input,
                                        response,
                                        directory::latestChange,
                                        since -> directory.people(since).forEach(response::send))))
                .on(
                        ACCOUNT_READ,
                        using(
                                DirectoryConnector::open,
                                (directory, input, response) -> response.send(directory.person(input.id()))))
                .on(ACCOUNT_CREATE, using(DirectoryConnector::open, DirectoryConnector::create))
                .on(ACCOUNT_UPDATE, using(DirectoryConnector::open, DirectoryConnector::update))
                .on(
                        ACCOUNT_DELETE,
                        using(DirectoryConnector::open, (directory, input, response) -> directory.delete(input.id())))
                .on(ACCOUNT_ENABLE, changing(person -> person.withDisabled(false)))
                .on(ACCOUNT_DISABLE, changing(person -> person.withDisabled(true)))
                .on(ACCOUNT_UNLOCK, changing(person -> person.withLocked(false)))
                .on(
                        CHANGE_PASSWORD,
                        using(
                                DirectoryConnector::open,
                                (directory, input, response) -> directory.changePassword(input.id(), input.password())))
                .on(AUTHENTICATE, using(DirectoryConnector::open, DirectoryConnector::authenticate))
                .on(
                        ENTITLEMENT_LIST,
                        using(
                                DirectoryConnector::open,
                                (directory, input, response) ->
                                        directory.groups(input.type()).forEach(response::send)))
                .on(
                        ENTITLEMENT_READ,
                        using(
                                DirectoryConnector::open,
                                (directory, input, response) ->
                                        response.send(directory.group(input.type(), input.id()))))
                .build();
    }

    private static void create(Directory directory, AccountCreateInput input, Response<Account> response) {
        var given = input.attributes().without("password").onlyOf(PEOPLE);
        var person = Account.of(given.requiredText("id"))
                .withAttributes(given.with("displayName", given.requiredText("displayName"))
                        .shapedBy(PEOPLE))
                .withDisabled(false)
                .withLocked(false);
        response.send(directory.add(person, input.attributes().text("password")));
    }

    private static void update(Directory directory, AccountUpdateInput input, Response<Account> response) {
        var before = directory.person(input.id());
        var after = directory.change(
                input.id(),
                person -> person.withAttributes(
                        input.applyTo(person.attributes(), PEOPLE).onlyOf(PEOPLE)));
        response.send(after.unlessEqualTo(before));
    }

    private static Handler<AccountReference, Account> changing(UnaryOperator<Account> edit) {
        return using(
                DirectoryConnector::open,
                (directory, input, response) -> response.send(directory.change(input.id(), edit)));
    }

    private static void authenticate(Directory directory, AuthenticateInput input, Response<Account> response) {
        if (!directory.isPassword(input.username(), input.password())) {
            // One answer for a wrong name and a wrong password, so that nobody finds out which names exist.
            throw new ConnectorException(
                    ConnectorException.Type.INSUFFICIENT_PERMISSION, "the user name or the password is wrong");
        }
        response.send(directory.person(input.username()));
    }

    private static Directory open(Context context) {
        var settings = Settings.of(Config.of(context));
        return Directory.open(settings.database(), new Company(settings.people()));
    }
}
