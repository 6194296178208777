package dev.connectorkit.examples.directory;

import static dev.connectorkit.examples.directory.DirectoryConnector.GROUPS;
import static dev.connectorkit.examples.directory.DirectoryConnector.PEOPLE;
import static java.util.stream.Collectors.joining;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import dev.connectorkit.dsl.command.Account;
import dev.connectorkit.dsl.command.Attributes;
import dev.connectorkit.dsl.command.ConnectorException;
import dev.connectorkit.dsl.command.Entitlement;
import dev.connectorkit.dsl.command.Key;
import dev.connectorkit.dsl.spec.SchemaAttribute;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.locator.ClasspathSqlLocator;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * The people and groups in a database. Its streams fetch a page when they come to it and hold no more than one. Belongs
 * to one invocation; not safe for concurrent use.
 */
final class Directory implements AutoCloseable {
    private static final String SCHEMA = "dev/connectorkit/examples/directory/schema.sql";
    private static final int PAGE = 500;
    private static final int BCRYPT_COST = 10;

    /** Columns are named as the attributes are: see schema.sql. */
    private static final List<String> COLUMNS = Stream.concat(
                    PEOPLE.attributes().stream().map(SchemaAttribute::name), Stream.of("disabled", "locked"))
            .toList();

    private static final String INSERT = COLUMNS.stream()
            .collect(joining(", ", "INSERT INTO person (", ") VALUES (:" + String.join(", :", COLUMNS) + ")"));
    private static final String UPDATE = COLUMNS.stream()
            .map(column -> column + " = :" + column)
            .collect(joining(", ", "UPDATE person SET ", " WHERE id = :id"));

    private final Handle database;

    private Directory(Handle database) {
        this.database = database;
    }

    /** Opens the directory in a database. Where there is none yet, one is created with the given people and groups. */
    static Directory open(Jdbi jdbi, Company company) {
        var directory = new Directory(jdbi.open());
        // Two first invocations at a time would both find nothing and both create the tables.
        synchronized (Directory.class) {
            if (!directory.exists()) {
                directory.create(company);
            }
        }
        return directory;
    }

    private boolean exists() {
        try {
            return latest() >= 0;
        } catch (JdbiException e) {
            return false;
        }
    }

    private void create(Company company) {
        var schema = ClasspathSqlLocator.create().getResource(Directory.class.getClassLoader(), SCHEMA);
        database.useTransaction(transaction -> {
            transaction.createScript(schema).execute();
            var groups =
                    transaction.prepareBatch("INSERT INTO directory_group VALUES (:id, :name, :description, :owner)");
            company.groups().map(Entitlement::attributes).forEach(groups::add);
            groups.execute();
            var people = transaction.prepareBatch(INSERT);
            company.people().forEach(person -> {
                people.add(columns(person));
                if (people.size() == PAGE) {
                    people.execute();
                }
            });
            people.execute();
            transaction.execute("INSERT INTO change_counter VALUES (0)");
        });
    }

    /**
     * Returns everyone that changed after the change of that number, as they are now or as deletions; everyone where the
     * number is null or ahead of this database, and so of another one. Ordered by id.
     */
    Stream<Account> people(@Nullable String since) {
        if (since == null || Long.parseLong(since) > latest()) {
            return inPages("SELECT id FROM person WHERE id > :last ORDER BY id FETCH FIRST :page ROWS ONLY");
        }
        return inPages("SELECT DISTINCT person AS id FROM change_log WHERE number > " + Long.parseLong(since)
                + " AND person > :last ORDER BY person FETCH FIRST :page ROWS ONLY");
    }

    /** Pages by the last id seen: unlike an offset, that is as fast at the end and misses nobody who stays. */
    private Stream<Account> inPages(String ids) {
        UnaryOperator<List<Account>> next = page -> select(ids)
                .bind("last", page.isEmpty() ? "" : page.get(page.size() - 1).id())
                .bind("page", PAGE)
                .map(Directory::person)
                .list();
        return Stream.iterate(next.apply(List.of()), page -> !page.isEmpty(), next)
                .flatMap(List::stream);
    }

    /** Returns one person, or fails as not found. */
    Account person(String id) {
        return find(id).orElseThrow(() -> ConnectorException.notFound("account", id));
    }

    private Optional<Account> find(String id) {
        return select("SELECT id FROM person WHERE id = :id")
                .bind("id", id)
                .map(Directory::person)
                .findOne();
    }

    private Query select(String ids) {
        return database.createQuery("SELECT found.id AS foundId, person.* FROM (" + ids + ") found"
                + " LEFT JOIN person ON person.id = found.id ORDER BY found.id");
    }

    private static Account person(ResultSet row, StatementContext context) throws SQLException {
        if (row.getString("id") == null) {
            return Account.deletion(Key.simple(row.getString("foundId")));
        }
        var attributes = Attributes.builder();
        for (var attribute : PEOPLE.attributes()) {
            var value = row.getObject(attribute.name());
            attributes.set(
                    attribute.name(), value instanceof Array array ? List.of((Object[]) array.getArray()) : value);
        }
        return Account.of(row.getString("id"))
                .withAttributes(attributes.build())
                .withDisabled(row.getBoolean("disabled"))
                .withLocked(row.getBoolean("locked"));
    }

    private static Map<String, @Nullable Object> columns(Account person) {
        Map<String, @Nullable Object> columns = new HashMap<>(person.attributes());
        PEOPLE.attributes().stream()
                .filter(SchemaAttribute::isMulti)
                .map(SchemaAttribute::name)
                .forEach(name ->
                        columns.put(name, person.attributes().texts(name).toArray(String[]::new)));
        PEOPLE.attributes().forEach(attribute -> columns.putIfAbsent(attribute.name(), null));
        columns.put("disabled", person.disabled());
        columns.put("locked", person.locked());
        return columns;
    }

    /** Adds a person, or fails if there is one with that id. */
    Account add(Account person, @Nullable String password) {
        var id = person.id();
        return inTransaction(number -> {
            if (find(id).isPresent()) {
                throw ConnectorException.invalidRequest("an account with the id `" + id + "` exists already");
            }
            write(INSERT, person, number);
            if (password != null) {
                changePassword(id, password);
            }
            return person(id);
        });
    }

    /** Returns a person as they are after {@code edit}; fails as not found where there is none. */
    Account change(String id, UnaryOperator<Account> edit) {
        return inTransaction(number -> {
            var before = person(id);
            var after = edit.apply(before);
            if (!after.equals(before)) {
                write(UPDATE, after, number);
            }
            return person(id);
        });
    }

    private void write(String sql, Account person, long number) {
        if (!person.id().equals(person.attributes().text("id"))) {
            throw ConnectorException.invalidRequest("`id` identifies the account and cannot change");
        }
        for (var group : person.attributes().texts("groups")) {
            if (groups(GROUPS.type(), "WHERE id = :id", group).isEmpty()) {
                throw ConnectorException.invalidRequest("`groups`: there is no group with the id `" + group + "`");
            }
        }
        database.createUpdate(sql).bindMap(columns(person)).execute();
        log(number, person.id());
    }

    /** Deletes a person; fails as not found where there is none. */
    void delete(String id) {
        inTransaction(number -> {
            if (database.execute("DELETE FROM person WHERE id = ?", id) == 0) {
                throw ConnectorException.notFound("account", id);
            }
            log(number, id);
            return id;
        });
    }

    /** Gives a person another password, which is nothing that an aggregation could see. */
    void changePassword(String id, String password) {
        var hash = BCrypt.with(LongPasswordStrategies.hashSha512(BCrypt.Version.VERSION_2A))
                .hashToString(BCRYPT_COST, password.toCharArray());
        if (database.execute("UPDATE person SET passwordHash = ? WHERE id = ?", hash, id) == 0) {
            throw ConnectorException.notFound("account", id);
        }
    }

    /** Returns whether there is such a person and this is their password. */
    boolean isPassword(String id, String password) {
        return database
                .createQuery("SELECT passwordHash FROM person WHERE id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .stream()
                .filter(Objects::nonNull)
                .anyMatch(hash -> BCrypt.verifyer(
                                BCrypt.Version.VERSION_2A, LongPasswordStrategies.hashSha512(BCrypt.Version.VERSION_2A))
                        .verify(password.toCharArray(), hash)
                        .verified);
    }

    /** Runs a change with its number. The counter makes changes wait for each other; schema.sql says why. */
    private <T> T inTransaction(LongFunction<T> change) {
        return database.inTransaction(transaction -> {
            transaction.execute("UPDATE change_counter SET latest = latest + 1");
            return change.apply(latest());
        });
    }

    private void log(long number, String person) {
        database.execute("INSERT INTO change_log VALUES (?, ?)", number, person);
    }

    /** Returns the number of the latest change. */
    String latestChange() {
        return Long.toString(latest());
    }

    private long latest() {
        return database.createQuery("SELECT latest FROM change_counter")
                .mapTo(long.class)
                .one();
    }

    /** Returns the groups, ordered by id. */
    List<Entitlement> groups(String type) {
        return groups(type, "WHERE id <> :id", "");
    }

    /** Returns one group, or fails as not found. */
    Entitlement group(String type, String id) {
        return groups(type, "WHERE id = :id", id).stream()
                .findFirst()
                .orElseThrow(() -> ConnectorException.notFound("group", id));
    }

    private List<Entitlement> groups(String type, String which, String id) {
        if (!type.equals(GROUPS.type())) {
            throw ConnectorException.invalidRequest("there are no entitlements of type `" + type + "`, only `group`");
        }
        return database.createQuery("SELECT * FROM directory_group " + which + " ORDER BY id")
                .bind("id", id)
                .mapToMap()
                .map(row -> Entitlement.of(type, String.valueOf(row.get("id"))).withAttributes(row))
                .list();
    }

    @Override
    public void close() {
        database.close();
    }
}
