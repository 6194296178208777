package dev.connectorkit.examples.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectorkit.dsl.command.Account;
import dev.connectorkit.dsl.command.Entitlement;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CompanyTest {
    private final Company company = new Company(5_000);

    @Test
    void the_same_people_come_every_time_and_a_larger_company_has_them_too() {
        var people = company.people().toList();

        assertThat(company.people()).isEqualTo(people).hasSize(5_000);
        assertThat(new Company(6_000).people().limit(5_000)).isEqualTo(people);
    }

    @Test
    void nobody_shares_an_id_or_a_number() {
        assertThat(company.people().map(Account::identity))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z.-]+[0-9]*"));
        assertThat(company.people()
                        .map(person -> person.attributes().text("employeeNumber"))
                        .filter(n -> n != null))
                .doesNotHaveDuplicates();
    }

    @Test
    void managers_and_groups_exist_and_everyone_reports_to_the_chief() {
        var managers = company.people()
                .filter(person -> person.attributes().text("manager") != null)
                .collect(Collectors.toMap(
                        Account::identity, person -> person.attributes().text("manager")));
        var groups = company.groups().map(Entitlement::identity).toList();

        assertThat(groups).hasSize(120).doesNotHaveDuplicates();
        assertThat(company.people()).allSatisfy(person -> {
            assertThat(groups).containsAll(person.attributes().texts("groups"));
            var boss = person.identity();
            for (var steps = 0; managers.containsKey(boss); steps++) {
                assertThat(steps).as("levels above %s", person.identity()).isLessThan(10);
                boss = managers.get(boss);
            }
            assertThat(boss).isEqualTo("ada.lovelace");
        });
    }

    @Test
    void there_is_someone_of_every_kind() {
        assertThat(company.people())
                .anyMatch(person -> Boolean.TRUE.equals(person.disabled()))
                .anyMatch(person -> Boolean.TRUE.equals(person.locked()))
                .anyMatch(person -> person.attributes().get("employeeNumber") == null)
                .anyMatch(person -> person.attributes().get("location") == null)
                .anyMatch(person -> person.attributes().texts("phones").isEmpty())
                .anyMatch(person -> person.attributes().texts("phones").size() == 1)
                .anyMatch(person -> person.attributes().texts("groups").isEmpty())
                .anyMatch(person -> person.attributes().texts("groups").size() > 4)
                .anyMatch(person -> "李娜 山田".equals(person.attributes().text("displayName")));
    }
}
