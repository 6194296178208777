package dev.connectorkit.examples.directory;

import static dev.connectorkit.dsl.command.Commands.*;
import static dev.connectorkit.dsl.spec.ConfigItem.*;
import static dev.connectorkit.dsl.spec.SchemaAttribute.*;
import static dev.connectorkit.dsl.spec.TemplateField.*;

import dev.connectorkit.dsl.Config;
import dev.connectorkit.dsl.Connector;
import dev.connectorkit.dsl.ConnectorProvider;
import dev.connectorkit.dsl.Delta;
import dev.connectorkit.dsl.ObjectMapping;
import dev.connectorkit.dsl.command.Account;
import dev.connectorkit.dsl.command.AccountCreateInput;
import dev.connectorkit.dsl.command.AccountReference;
import dev.connectorkit.dsl.command.AccountUpdateInput;
import dev.connectorkit.dsl.command.Handler;
import dev.connectorkit.dsl.command.Response;
import dev.connectorkit.dsl.spec.Schema;
import dev.connectorkit.examples.company.Group;
import dev.connectorkit.examples.company.Person;
import java.util.function.UnaryOperator;

/** A connector for the people and groups of a directory that lives in an SQL database. */
public final class DirectoryConnector implements ConnectorProvider {
    static final ObjectMapping<Person> PEOPLE = ObjectMapping.of(Person.class)
            .attribute(string("id", "User name").identity(), Person::id)
            .attribute(string("displayName", "Full name").display(), Person::displayName)
            .attribute(string("firstName", "First name"), Person::firstName)
            .attribute(string("lastName", "Last name"), Person::lastName)
            .attribute(string("email", "Mail address"), Person::email)
            .attribute(string("type", "Employee or Contractor"), Person::type)
            .attribute(
                    integer("employeeNumber", "Number in the payroll; contractors have none"), Person::employeeNumber)
            .attribute(string("title", "Job title"), Person::title)
            .attribute(string("department", "Department"), Person::department)
            .attribute(string("location", "Office"), Person::location)
            .attribute(string("manager", "User name of the manager"), Person::manager)
            .attribute(string("phones", "Phone numbers").multi(), Person::phones)
            .attribute(
                    string("groups", "Ids of the groups the person is in")
                            .multi()
                            .entitlement()
                            .managed()
                            .group(),
                    Person::groups)
            .disabled(Person::disabled)
            .locked(Person::locked);

    static final ObjectMapping<Group> GROUPS = ObjectMapping.of(Group.class)
            .attribute(string("id", "Id").identity(), Group::id)
            .attribute(string("name", "Name").display(), Group::name)
            .attribute(string("description", "What being in the group means"), Group::description)
            .attribute(string("owner", "User name of the owner"), Group::owner);

    private static final Schema.Account SCHEMA = PEOPLE.accountSchema();

    @Override
    public String name() {
        return "directory";
    }

    @Override
    public Connector connector() {
        return Connector.named(name())
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
                .entitlements("group", GROUPS)
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
                .on(ACCOUNT_DISCOVER_SCHEMA, (context, input, response) -> response.send(SCHEMA))
                .using(context -> new Directory(Database.open(Config.of(context))))
                .on(TEST_CONNECTION, (directory, input, response) -> directory.latestChange())
                .on(ACCOUNT_READ, (directory, input, response) -> response.send(directory.person(input.id())))
                .on(
                        ACCOUNT_LIST,
                        (directory, input, response) -> Delta.runFrom(
                                input,
                                response,
                                directory::latestChange,
                                since -> directory.people(since).forEach(response::send)))
                .on(ACCOUNT_CREATE, DirectoryConnector::create)
                .on(ACCOUNT_UPDATE, DirectoryConnector::update)
                .on(ACCOUNT_DELETE, (directory, input, response) -> directory.delete(input.id()))
                .on(ACCOUNT_ENABLE, changing(person -> person.withDisabled(false)))
                .on(ACCOUNT_DISABLE, changing(person -> person.withDisabled(true)))
                .on(ACCOUNT_UNLOCK, changing(person -> person.withLocked(false)))
                .on(ENTITLEMENT_LIST, (directory, input, response) -> {
                    input.requireType("group");
                    directory.groups().forEach(response::send);
                })
                .on(ENTITLEMENT_READ, (directory, input, response) -> {
                    input.requireType("group");
                    response.send(directory.group(input.id()));
                })
                .build();
    }

    private static void create(Directory directory, AccountCreateInput input, Response<Account> response) {
        var given = input.attributes();
        var person = Account.of(given.requiredText("id"))
                .withAttributes(given.without("password").onlyOf(SCHEMA).shapedBy(SCHEMA))
                .with("displayName", given.requiredText("displayName"));
        response.send(directory.add(person, given.text("password")));
    }

    private static void update(Directory directory, AccountUpdateInput input, Response<Account> response) {
        var before = directory.person(input.id());
        var after = directory.change(
                input.id(),
                person -> person.withAttributes(
                        input.applyTo(person.attributes(), SCHEMA).onlyOf(SCHEMA)));
        response.send(after.unlessEqualTo(before));
    }

    private static Handler.Work<Directory, AccountReference, Account> changing(UnaryOperator<Account> edit) {
        return (directory, input, response) -> response.send(directory.change(input.id(), edit));
    }
}
