package dev.connectorkit.examples.company;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Someone who works for the company; a row of the table {@code person}.
 *
 * @param id the user name
 * @param displayName the full name
 * @param firstName the first name
 * @param lastName the last name
 * @param email the mail address
 * @param type {@code Employee} or {@code Contractor}
 * @param employeeNumber the number in the payroll; contractors have none
 * @param title what the person is called at work
 * @param department the department's name
 * @param location where the person's desk is, if they have one
 * @param manager the manager's user name; the chief has none
 * @param phones telephone numbers
 * @param groups the ids of the groups the person is in
 * @param disabled whether the person may not log in
 * @param locked whether the person mistyped a password too often
 */
public record Person(
        String id,
        String displayName,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String email,
        @Nullable String type,
        @Nullable Integer employeeNumber,
        @Nullable String title,
        @Nullable String department,
        @Nullable String location,
        @Nullable String manager,
        List<String> phones,
        List<String> groups,
        boolean disabled,
        boolean locked) {

    /** Copies the lists. */
    public Person {
        phones = List.copyOf(phones);
        groups = List.copyOf(groups);
    }
}
