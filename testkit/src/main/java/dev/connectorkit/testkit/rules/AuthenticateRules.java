package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.CommandTypes.AUTHENTICATE;
import static dev.connectorkit.testkit.rules.CommandTypes.PASSWORD;
import static dev.connectorkit.testkit.rules.Rule.rule;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.testkit.run.Exchange;
import dev.connectorkit.testkit.run.Secrets;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Authenticate tells who somebody is that knows the password, and nobody else. */
final class AuthenticateRules {
    static final List<Rule> RULES = List.of(
            rule(
                            "authenticate.wrong-password-fails",
                            "Nobody authenticates with a wrong password",
                            AuthenticateRules::wrongPassword)
                    .needs(AUTHENTICATE)
                    .changingData(),
            rule(
                            "authenticate.equals-read",
                            "Who authenticates is the account that the password is of",
                            AuthenticateRules::equalsRead)
                    .needs(AUTHENTICATE, PASSWORD)
                    .changingData());

    private static final String NOBODY = "connectorkit-no-such-user";

    private AuthenticateRules() {}

    private static JsonObject input(String username, String password) {
        return Json.object()
                .add("identity", username)
                .add("username", username)
                .add("password", password)
                .build();
    }

    /** Authenticates by one name of an account after the other, until one is taken; the last answer is its, if any is. */
    static List<Exchange> tries(Trial trial, ResourceObject account, String password) {
        var answers = new ArrayList<Exchange>();
        for (var name : names(account)) {
            answers.add(trial.run(AUTHENTICATE, input(name, password)));
            if (answers.get(answers.size() - 1).succeeded()) {
                break;
            }
        }
        if (answers.isEmpty()) {
            throw new RuleSkipped(account + " has no name to log in with");
        }
        return answers;
    }

    /** Returns what somebody might log in with: the ids of an account, and its attributes of one text. */
    private static Set<String> names(ResourceObject account) {
        var names = new LinkedHashSet<String>();
        var identity = account.identity();
        if (identity != null) {
            names.add(identity);
        }
        names.addAll(account.keyIds());
        account.attributes().forEach((name, value) -> {
            if (value instanceof JsonString text && !Secrets.isSecretName(name)) {
                names.add(text.getString());
            }
        });
        return names;
    }

    private static void wrongPassword(Trial trial) {
        var account = trial.existing(PasswordRules.subject(trial));
        if (trial.has(PASSWORD)) {
            requireRightPassword(trial, account);
        } else {
            trial.note("nothing shows that a right password is taken: the connector lacks `" + PASSWORD + "`");
        }
        var answers = tries(trial, account, trial.inputs().password());
        for (var answer : answers) {
            trial.check(!answer.succeeded(), account + " authenticates with any password", answer);
        }
        var nobody = trial.run(AUTHENTICATE, input(NOBODY, trial.inputs().password()));
        trial.check(!nobody.succeeded(), "a user that does not exist authenticates", nobody);
        trial.exercised(account);
    }

    private static void requireRightPassword(Trial trial, ResourceObject account) {
        var password = trial.inputs().password();
        trial.run(PASSWORD, Inputs.with(account.reference(), "password", Json.text(password)));
        if (tries(trial, account, password).stream().noneMatch(Exchange::succeeded)) {
            throw new RuleSkipped("nobody authenticates, not even " + account + " with the right password");
        }
    }

    private static void equalsRead(Trial trial) {
        var account = PasswordRules.subject(trial);
        var password = trial.inputs().password();
        PasswordRules.change(trial, account, password);
        var now = trial.existing(account);
        var answers = tries(trial, now, password);
        var last = answers.get(answers.size() - 1);
        if (!last.succeeded()) {
            throw new RuleSkipped("no name of " + account + " is one to log in with: " + last.failure());
        }
        var output = last.output();
        if (output == null) {
            throw trial.failure(
                    "authenticate sends one account, but sent " + last.outputs().size(), last);
        }
        var differences = Compare.differences("authenticate", new ResourceObject(output), "read", now);
        trial.check(
                new ResourceObject(output).id().equals(now.id()) && differences.isEmpty(),
                "authenticate of " + now + " sends " + Compare.show(output) + ": " + String.join("; ", differences),
                last);
        trial.exercised(now);
    }
}
