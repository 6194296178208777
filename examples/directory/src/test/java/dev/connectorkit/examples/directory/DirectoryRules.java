package dev.connectorkit.examples.directory;

import static at.favre.lib.crypto.bcrypt.BCrypt.Version.VERSION_2A;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import dev.connectorkit.dsl.Config;
import dev.connectorkit.dsl.command.Account;
import dev.connectorkit.dsl.command.ConnectorException;
import dev.connectorkit.examples.company.Company;
import dev.connectorkit.examples.company.Person;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/** What holds of a directory in any database; every test gets an empty database. */
interface DirectoryRules {
    int PEOPLE = 501;

    /** Returns the configuration of a source whose database is empty. */
    JsonObject emptyDatabase();

    private static Directory open(JsonObject config) {
        return new Directory(database(config));
    }

    private static Handle database(JsonObject config) {
        return Database.open(
                Config.of(Json.createObjectBuilder(config).add("people", PEOPLE).build()));
    }

    @Test
    default void everyone_comes_once_in_the_order_of_their_ids_over_the_borders_of_pages() {
        try (var directory = open(emptyDatabase())) {
            var ids = directory.people(null).map(Account::identity).toList();

            assertThat(ids).hasSize(PEOPLE).doesNotHaveDuplicates();
            assertThat(directory.people(null).map(Account::identity)).containsExactlyElementsOf(ids);
        }
    }

    @Test
    default void what_was_generated_is_what_is_read() {
        try (var directory = open(emptyDatabase())) {
            var generated = new Company(PEOPLE)
                    .people()
                    .map(DirectoryConnector.PEOPLE::account)
                    .toList();

            assertThat(directory.people(null)).containsExactlyInAnyOrderElementsOf(generated);
            assertThat(directory.person(String.valueOf(generated.get(7).identity())))
                    .isEqualTo(generated.get(7));
        }
    }

    @Test
    default void a_directory_that_exists_is_not_filled_again() {
        var config = emptyDatabase();
        try (var directory = open(config)) {
            directory.delete("ada.lovelace");
        }
        try (var directory = open(config)) {
            assertThat(directory.people(null)).hasSize(PEOPLE - 1);
        }
    }

    @Test
    default void changes_are_told_once_each_as_the_person_is_now_or_as_a_deletion() {
        try (var directory = open(emptyDatabase())) {
            var before = directory.latestChange();
            directory.change("ada.lovelace", person -> person.with("title", "Countess"));
            directory.change("ada.lovelace", person -> person.withLocked(true));
            directory.delete("grace.ng");
            directory.add(newcomer("new.comer"), null);
            directory.add(newcomer("gone.again"), null);
            directory.delete("gone.again");

            var changed = directory.people(before).toList();

            assertThat(changed)
                    .extracting(Account::identity, Account::isDeleted)
                    .containsExactly(
                            tuple("ada.lovelace", false),
                            tuple("gone.again", true),
                            tuple("grace.ng", true),
                            tuple("new.comer", false));
            assertThat(changed.get(0)).isEqualTo(directory.person("ada.lovelace"));
            assertThat(directory.people(directory.latestChange())).isEmpty();
        }
    }

    @Test
    default void a_change_that_changes_nothing_is_not_told() {
        try (var directory = open(emptyDatabase())) {
            var before = directory.latestChange();
            directory.change("ada.lovelace", person -> person.withDisabled(Boolean.TRUE.equals(person.disabled())));

            assertThat(directory.people(before)).isEmpty();
        }
    }

    @Test
    default void a_change_that_fails_leaves_nothing_behind() {
        try (var directory = open(emptyDatabase())) {
            var before = directory.person("ada.lovelace");
            var latest = directory.latestChange();

            assertThatThrownBy(() -> directory.change(
                            "ada.lovelace",
                            person -> person.with("title", "Lost").with("groups", List.of("nowhere"))))
                    .isInstanceOf(ConnectorException.class)
                    .hasMessage("`groups`: there is no group with the id `nowhere`");

            assertThat(directory.person("ada.lovelace")).isEqualTo(before);
            assertThat(directory.latestChange()).isEqualTo(latest);
        }
    }

    @Test
    default void the_numbers_of_concurrent_changes_are_in_the_order_of_their_commits() throws Exception {
        var config = emptyDatabase();
        open(config).close();
        var seen = new ArrayList<String>();
        var threads = Executors.newFixedThreadPool(4);
        try {
            var number = new AtomicInteger();
            Callable<Void> writer = () -> {
                try (var directory = open(config)) {
                    for (var i = 0; i < 10; i++) {
                        directory.add(newcomer("writer" + number.incrementAndGet()), null);
                    }
                }
                return null;
            };
            var writers = List.of(threads.submit(writer), threads.submit(writer), threads.submit(writer));
            try (var directory = open(config)) {
                var told = new ArrayList<String>();
                var since = "0";
                while (!writers.stream().allMatch(Future::isDone)) {
                    var latest = directory.latestChange();
                    directory.people(since).map(Account::identity).forEach(told::add);
                    since = latest;
                    seen.add(latest);
                }
                directory.people(since).map(Account::identity).forEach(told::add);

                assertThat(told).contains("writer1", "writer15", "writer30");
                assertThat(Set.copyOf(told)).hasSize(30);
            }
            for (var each : writers) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(seen).isSortedAccordingTo(Comparator.comparing(Long::valueOf));
    }

    @Test
    default void texts_of_all_scripts_and_signs_come_back_as_they_went_in() {
        var odd = List.of("O'Brien; DROP TABLE person; --", "李娜", "🦆", "{\"a\",b}", "\\", " ", "NULL");
        try (var directory = open(emptyDatabase())) {
            var person = newcomer("odd.one").with("title", odd.get(0)).with("phones", odd);

            assertThat(directory.add(person, null)).isEqualTo(person);
            assertThat(directory.person("odd.one")).isEqualTo(person);
        }
    }

    @Test
    default void a_password_is_kept_as_a_hash_only() {
        var config = emptyDatabase();
        try (var directory = open(config);
                var database = database(config)) {
            directory.add(newcomer("new.comer"), "s3cret-ü");

            var row = database.select("SELECT * FROM person WHERE id = 'new.comer'")
                    .mapToMap()
                    .one();
            var verifyer = BCrypt.verifyer(VERSION_2A, LongPasswordStrategies.hashSha512(VERSION_2A));
            var hash = String.valueOf(row.get("passwordhash"));
            assertThat(row.toString()).doesNotContain("s3cret");
            assertThat(verifyer.verify("s3cret-ü".toCharArray(), hash).verified).isTrue();
            assertThat(verifyer.verify("s3cret-u".toCharArray(), hash).verified).isFalse();
        }
    }

    private static Account newcomer(String id) {
        return DirectoryConnector.PEOPLE.account(new Person(
                id,
                "New Comer",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                false,
                false));
    }
}
