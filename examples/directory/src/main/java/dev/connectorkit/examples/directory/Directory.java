package dev.connectorkit.examples.directory;

import static dev.connectorkit.examples.directory.DirectoryConnector.GROUPS;
import static dev.connectorkit.examples.directory.DirectoryConnector.PEOPLE;
import static java.util.stream.Collectors.joining;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import dev.connectorkit.dsl.command.Account;
import dev.connectorkit.dsl.command.ConnectorException;
import dev.connectorkit.dsl.command.Entitlement;
import dev.connectorkit.dsl.command.Key;
import dev.connectorkit.examples.company.Group;
import dev.connectorkit.examples.company.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterable;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/**
 * The people and groups in a database. Its streams fetch a page when they come to it and hold no more than one. Belongs
 * to one invocation; not safe for concurrent use.
 */
final class Directory implements AutoCloseable {
    private static final int PAGE = 500;
    private static final int BCRYPT_COST = 10;
    private static final BCrypt.Hasher BCRYPT =
            BCrypt.with(LongPasswordStrategies.hashSha512(BCrypt.Version.VERSION_2A));

    private final Handle database;

    Directory(Handle database) {
        this.database = database;
    }

    /** Returns the number of the latest change. */
    String latestChange() {
        return database.select("SELECT latest FROM change_counter")
                .mapTo(String.class)
                .one();
    }

    /**
     * Returns everyone that changed after the change of that number, as they are now or as deletions; everyone where the
     * number is null or ahead of this database, and so of another one. Ordered by id.
     */
    Stream<Account> people(@Nullable String since) {
        if (since == null || Long.parseLong(since) > Long.parseLong(latestChange())) {
            return inPages("SELECT id FROM person WHERE id > :last");
        }
        return inPages("SELECT DISTINCT person AS id FROM change_log WHERE person > :last AND number > "
                + Long.parseLong(since));
    }

    private Stream<Account> inPages(String ids) {
        UnaryOperator<List<Account>> next =
                page -> page(ids, page.get(page.size() - 1).id());
        return Stream.iterate(page(ids, ""), page -> !page.isEmpty(), next).flatMap(List::stream);
    }

    /** A page starts after the last id seen: unlike an offset, that is as fast at the end and misses nobody who stays. */
    private List<Account> page(String ids, String last) {
        return database.createQuery("SELECT page.id AS pageId, person.*"
                        + " FROM (" + ids + " ORDER BY id FETCH FIRST " + PAGE + " ROWS ONLY) page"
                        + " LEFT JOIN person ON person.id = page.id ORDER BY page.id")
                .bind("last", last)
                .map(Directory::personOrDeletion)
                .list();
    }

    private static Account personOrDeletion(RowView row) {
        return row.getColumn("id", String.class) == null
                ? Account.deletion(Key.simple(row.getColumn("pageId", String.class)))
                : PEOPLE.account(row.getRow(Person.class));
    }

    /** Returns one person, or fails as not found. */
    Account person(String id) {
        return find(id).orElseThrow(() -> ConnectorException.notFound("account", id));
    }

    private Optional<Account> find(String id) {
        return database.select("SELECT * FROM person WHERE id = ?", id)
                .mapTo(Person.class)
                .map(PEOPLE::account)
                .findOne();
    }

    /** Adds a person, or fails if there is one with that id. */
    Account add(Account person, @Nullable String password) {
        var id = person.id();
        return inTransaction(() -> {
            if (find(id).isPresent()) {
                throw ConnectorException.invalidRequest("an account with the id `" + id + "` exists already");
            }
            var name = person.attributes().text("displayName");
            var hash = password == null ? null : BCRYPT.hashToString(BCRYPT_COST, password.toCharArray());
            database.execute("INSERT INTO person (id, displayName, passwordHash) VALUES (?, ?, ?)", id, name, hash);
            return save(person);
        });
    }

    /** Returns a person as they are after {@code edit}; fails as not found where there is none. */
    Account change(String id, UnaryOperator<Account> edit) {
        return inTransaction(() -> {
            var before = person(id);
            var after = edit.apply(before);
            return after.equals(before) ? before : save(after);
        });
    }

    /** Deletes a person; fails as not found where there is none. */
    void delete(String id) {
        inTransaction(() -> {
            var person = person(id);
            database.execute("DELETE FROM person WHERE id = ?", id);
            log(id);
            return person;
        });
    }

    /** Runs a change. The counter makes changes wait for each other; schema.sql of the company says why. */
    private Account inTransaction(Supplier<Account> change) {
        return database.inTransaction(transaction -> {
            transaction.execute("UPDATE change_counter SET latest = latest + 1");
            return change.get();
        });
    }

    private Account save(Account person) {
        var attributes = person.attributes();
        if (!person.id().equals(attributes.text("id"))) {
            throw ConnectorException.invalidRequest("`id` identifies the account and cannot change");
        }
        for (var group : attributes.texts("groups")) {
            if (groups("WHERE id = ?", group).findOne().isEmpty()) {
                throw ConnectorException.invalidRequest("`groups`: there is no group with the id `" + group + "`");
            }
        }
        // Columns are named as attributes are; none comes here that the schema lacks.
        Map<String, @Nullable Object> columns = new HashMap<>(attributes);
        columns.replaceAll(
                (name, value) -> value instanceof List ? attributes.texts(name).toArray(String[]::new) : value);
        columns.put("disabled", Boolean.TRUE.equals(person.disabled()));
        columns.put("locked", Boolean.TRUE.equals(person.locked()));
        var assignments =
                columns.keySet().stream().map(name -> name + " = :" + name).collect(joining(", "));
        database.createUpdate("UPDATE person SET " + assignments + " WHERE id = :id")
                .bindMap(columns)
                .execute();
        log(person.id());
        return person(person.id());
    }

    private void log(String id) {
        database.execute("INSERT INTO change_log SELECT latest, CAST(? AS VARCHAR) FROM change_counter", id);
    }

    /** Returns the groups, ordered by id. */
    Iterable<Entitlement> groups() {
        return groups("ORDER BY id");
    }

    /** Returns one group, or fails as not found. */
    Entitlement group(String id) {
        return groups("WHERE id = ?", id).findOne().orElseThrow(() -> ConnectorException.notFound("group", id));
    }

    private ResultIterable<Entitlement> groups(String which, Object... arguments) {
        return database.select("SELECT * FROM directory_group " + which, arguments)
                .mapTo(Group.class)
                .map(group -> GROUPS.entitlement("group", group));
    }

    @Override
    public void close() {
        database.close();
    }
}
