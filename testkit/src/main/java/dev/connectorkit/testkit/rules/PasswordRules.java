package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.CommandTypes.AUTHENTICATE;
import static dev.connectorkit.testkit.rules.CommandTypes.CREATE;
import static dev.connectorkit.testkit.rules.CommandTypes.DISABLE;
import static dev.connectorkit.testkit.rules.CommandTypes.LIST;
import static dev.connectorkit.testkit.rules.CommandTypes.PASSWORD;
import static dev.connectorkit.testkit.rules.Rule.rule;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.testkit.run.Exchange;
import dev.connectorkit.testkit.simulation.SourceControl.Ability;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Change password changes the password on the source, and nothing else. */
final class PasswordRules {
    static final List<Rule> RULES = List.of(
            rule("password.changes-source", "A changed password is the account's password", PasswordRules::changes)
                    .needs(PASSWORD)
                    .changingData(),
            rule("create.password", "A created account has the password asked for", PasswordRules::created)
                    .needs(CREATE)
                    .changingData(),
            rule(
                            "password.leaves-rest",
                            "A changed password leaves the account and the others alone",
                            PasswordRules::leavesRest)
                    .needs(PASSWORD)
                    .changingData(),
            rule(
                            "password.keeps-switches",
                            "A changed password neither enables nor unlocks the account",
                            PasswordRules::keepsSwitches)
                    .needs(PASSWORD)
                    .changingData()
                    .optional());

    private static final String UNUSUAL = " &+%41\"\\é z";

    private PasswordRules() {}

    /** Returns an account whose password may be changed, which cannot be undone. */
    static ResourceObject subject(Trial trial) {
        if (!trial.has(CREATE) && !trial.can(Ability.FILL)) {
            throw new RuleSkipped("the connector cannot create an account, and nobody could give one that is there its"
                    + " password back");
        }
        return trial.subject();
    }

    static Exchange change(Trial trial, ResourceObject account, String password) {
        return trial.succeed(PASSWORD, Inputs.with(account.reference(), "password", Json.text(password)));
    }

    private static void changes(Trial trial) {
        var account = subject(trial);
        var password = trial.inputs().password();
        var requestsBefore = requests(trial);
        var exchange = change(trial, account, password);
        if (trial.can(Ability.PASSWORDS)) {
            trial.check(
                    isPasswordOf(trial, account, password),
                    "the password of " + account + " was changed, but the source has another one",
                    exchange);
            onlyIts(trial, account, password, exchange);
            unusual(trial, account);
        } else if (trial.has(AUTHENTICATE)) {
            authenticates(trial, account, password);
        } else if (trial.can(Ability.REQUESTS)) {
            trial.check(
                    requests(trial) > requestsBefore,
                    "the password of " + account + " was changed without a single call to the source",
                    exchange);
        } else {
            throw new RuleSkipped("nothing shows which password an account has: the connector lacks `" + AUTHENTICATE
                    + "`, and there is no hand on the source");
        }
        trial.exercised(account);
    }

    /** Sets a password that a source may well refuse, but that must not arrive as another. */
    private static void unusual(Trial trial, ResourceObject account) {
        var password = trial.inputs().password() + UNUSUAL;
        var exchange = trial.run(PASSWORD, Inputs.with(account.reference(), "password", Json.text(password)));
        trial.check(
                !exchange.succeeded() || isPasswordOf(trial, account, password),
                "a password with blanks, quotes and the characters & + % é was set, but the source has another one: is it"
                        + " escaped where it is part of a URL, a form or a text of JSON?",
                exchange);
    }

    private static void created(Trial trial) {
        var template = trial.spec().template();
        var field = template == null
                ? Optional.<SpecView.Field>empty()
                : template.stream().filter(SpecView.Field::password).findFirst();
        if (field.isEmpty()) {
            throw new RuleSkipped("the create template has no password");
        }
        if (!trial.can(Ability.PASSWORDS) && !(trial.has(AUTHENTICATE) && trial.has(PASSWORD))) {
            throw new RuleSkipped("not tested: it needs a hand on the source that can " + Ability.PASSWORDS + ", or "
                    + AUTHENTICATE + " and " + PASSWORD);
        }
        var attributes = trial.inputs().attributes(Inputs.Extent.MAXIMAL);
        var password = attributes.get(field.get().key());
        var account = trial.create(trial.inputs().create(attributes));
        if (password instanceof JsonString text && !shows(trial, account, text.getString())) {
            if (trial.has(PASSWORD)) {
                requirePasswordsShow(trial, account);
            }
            throw trial.failure("account " + account + " was created with a `"
                    + field.get().key() + "`, but the source has another password for it or none");
        }
        trial.exercised(account);
    }

    /** Returns whether an account has a password, by the source or else by what authenticates. */
    private static boolean shows(Trial trial, ResourceObject account, String password) {
        return trial.can(Ability.PASSWORDS)
                ? isPasswordOf(trial, account, password)
                : AuthenticateRules.tries(trial, account, password).stream().anyMatch(Exchange::succeeded);
    }

    private static void requirePasswordsShow(Trial trial, ResourceObject account) {
        var other = trial.inputs().password();
        change(trial, account, other);
        if (!shows(trial, account, other)) {
            throw new RuleSkipped("a changed password does not show either, see password.changes-source");
        }
    }

    static boolean isPasswordOf(Trial trial, ResourceObject account, String password) {
        var ids = account.keyIds().isEmpty() ? List.of(account.id()) : account.keyIds();
        return ids.stream().anyMatch(id -> trial.source().hasPassword(id, password));
    }

    private static void onlyIts(Trial trial, ResourceObject account, String password, Exchange exchange) {
        if (!trial.has(LIST)) {
            return;
        }
        for (var other : UpdateEffectRules.others(trial.freshAccounts(), account)) {
            trial.check(
                    !trial.source().hasPassword(other.id(), password),
                    "the password of " + account + " was changed, and that of " + other + " too",
                    exchange);
        }
    }

    private static int requests(Trial trial) {
        return trial.can(Ability.REQUESTS) ? trial.source().requests().size() : 0;
    }

    private static void authenticates(Trial trial, ResourceObject account, String password) {
        var good = AuthenticateRules.tries(trial, account, password);
        var last = good.get(good.size() - 1);
        trial.check(
                last.succeeded(),
                "the password of " + account + " was changed, but does not authenticate: " + last.failure(),
                last);
    }

    private static void leavesRest(Trial trial) {
        var account = trial.existing(subject(trial));
        var others =
                trial.has(LIST) ? UpdateEffectRules.others(trial.freshAccounts(), account) : List.<ResourceObject>of();
        change(trial, account, trial.inputs().password());
        var differences = trial.changes(account, trial.existing(account), Set.of());
        trial.check(differences.isEmpty(), "a change of the password changed more: " + String.join("; ", differences));
        if (trial.has(LIST)) {
            ListRules.same(
                    trial,
                    others,
                    UpdateEffectRules.others(trial.freshAccounts(), account),
                    "after the password of " + account + " was changed, the list of the others");
        }
        trial.exercised(account);
    }

    /** Sources may well unlock an account whose password an administrator sets, so that this is advice only. */
    private static void keepsSwitches(Trial trial) {
        for (var flag : List.of("disabled", "locked")) {
            var account = switched(trial, flag);
            if (account == null) {
                continue;
            }
            var exchange = trial.run(
                    PASSWORD,
                    Inputs.with(
                            account.reference(),
                            "password",
                            Json.text(trial.inputs().password())));
            if (!exchange.succeeded()) {
                trial.note("the password of " + account + ", which is " + flag + ", is not changed: "
                        + exchange.failure());
                continue;
            }
            trial.check(
                    trial.existing(account).flag(flag),
                    "the password of " + account + ", which was " + flag + ", was changed, and the account is " + flag
                            + " no more; if the source does that by itself, leave this rule out with that reason",
                    exchange);
            trial.exercised(account);
        }
        if (trial.objects() == 0) {
            throw new RuleSkipped("there is no disabled or locked account whose password may be changed");
        }
    }

    /** Returns an account of the source that is disabled or locked, or one of ours that can be disabled; null if neither. */
    private static @Nullable ResourceObject switched(Trial trial, String flag) {
        if (trial.can(Ability.FILL) && trial.has(LIST)) {
            Filling.lookalikes(trial);
            for (var account : trial.accounts()) {
                if (account.flag(flag) && trial.existing(account).flag(flag)) {
                    return account;
                }
            }
        }
        if (!flag.equals("disabled") || !trial.has(DISABLE) || !trial.has(CREATE)) {
            return null;
        }
        var account = trial.create(trial.inputs().create(Inputs.Extent.MAXIMAL));
        var exchange = trial.run(DISABLE, account.reference());
        return exchange.succeeded() && trial.existing(account).flag(flag) ? account : null;
    }
}
