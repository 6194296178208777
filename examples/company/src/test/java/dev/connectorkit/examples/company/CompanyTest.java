package dev.connectorkit.examples.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
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
        assertThat(company.people().map(Person::id))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z.-]+[0-9]*"));
        assertThat(company.people().map(Person::employeeNumber).filter(Objects::nonNull))
                .doesNotHaveDuplicates();
    }

    @Test
    void managers_and_groups_exist_and_everyone_reports_to_the_chief() {
        var managers = company.people()
                .filter(person -> person.manager() != null)
                .collect(Collectors.toMap(Person::id, Person::manager));
        var groups = company.groups().map(Group::id).toList();

        assertThat(groups).hasSize(120).doesNotHaveDuplicates();
        assertThat(company.people()).allSatisfy(person -> {
            assertThat(groups).containsAll(person.groups());
            var boss = person.id();
            for (var steps = 0; managers.containsKey(boss); steps++) {
                assertThat(steps).as("levels above %s", person.id()).isLessThan(10);
                boss = managers.get(boss);
            }
            assertThat(boss).isEqualTo("ada.lovelace");
        });
    }

    @Test
    void there_is_someone_of_every_kind() {
        assertThat(company.people())
                .anyMatch(Person::disabled)
                .anyMatch(Person::locked)
                .anyMatch(person -> person.employeeNumber() == null)
                .anyMatch(person -> person.location() == null)
                .anyMatch(person -> person.phones().isEmpty())
                .anyMatch(person -> person.phones().size() == 1)
                .anyMatch(person -> person.groups().isEmpty())
                .anyMatch(person -> person.groups().size() > 4)
                .anyMatch(person -> "李娜 山田".equals(person.displayName()));
    }
}
