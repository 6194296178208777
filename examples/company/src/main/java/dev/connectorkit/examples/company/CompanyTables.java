package dev.connectorkit.examples.company;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.locator.ClasspathSqlLocator;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** A company's directory in a database: see {@code schema.sql} beside this class. */
public final class CompanyTables {
    private static final String SCHEMA = "dev/connectorkit/examples/company/schema.sql";
    private static final int BATCH = 500;

    private CompanyTables() {}

    /**
     * Opens the database, whose rows are read as {@link Person} and {@link Group}. Unless the tables are there already,
     * whatever is in them, they are created and filled with a company.
     */
    public static Handle open(Jdbi jdbi, Company company) {
        jdbi.registerArrayType(String.class, "VARCHAR")
                .registerRowMapper(ConstructorMapper.factory(Person.class))
                .registerRowMapper(ConstructorMapper.factory(Group.class));
        var database = jdbi.open();
        try {
            createIfMissing(database, company);
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static void createIfMissing(Handle database, Company company) {
        // Two first uses at a time would both find nothing and both create the tables.
        synchronized (CompanyTables.class) {
            if (!exist(database)) {
                database.useTransaction(transaction -> create(transaction, company));
            }
        }
    }

    private static boolean exist(Handle database) {
        try {
            return database.createQuery("SELECT latest FROM change_counter")
                    .mapTo(long.class)
                    .findOne()
                    .isPresent();
        } catch (JdbiException e) {
            return false;
        }
    }

    private static void create(Handle database, Company company) {
        database.createScript(ClasspathSqlLocator.create().getResource(CompanyTables.class.getClassLoader(), SCHEMA))
                .execute();
        var groups = database.prepareBatch("INSERT INTO directory_group VALUES (:id, :name, :description, :owner)");
        company.groups().forEach(group -> groups.bindMethods(group).add());
        groups.execute();
        var people =
                database.prepareBatch("INSERT INTO person VALUES (:id, :displayName, :firstName, :lastName, :email,"
                        + " :type, :employeeNumber, :title, :department, :location, :manager, :phones, :groups, :disabled,"
                        + " :locked, NULL)");
        company.people().forEach(person -> {
            people.bindMethods(person).add();
            if (people.size() == BATCH) {
                people.execute();
            }
        });
        people.execute();
        database.execute("INSERT INTO change_counter VALUES (0)");
    }
}
