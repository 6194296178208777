package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.CommandTypes.AUTHENTICATE;
import static dev.connectorkit.testkit.rules.CommandTypes.CREATE;
import static dev.connectorkit.testkit.rules.CommandTypes.DELETE;
import static dev.connectorkit.testkit.rules.CommandTypes.LIST;
import static dev.connectorkit.testkit.rules.CommandTypes.PASSWORD;
import static dev.connectorkit.testkit.rules.CommandTypes.SPEC;
import static dev.connectorkit.testkit.rules.CommandTypes.TEST;
import static dev.connectorkit.testkit.rules.Rule.rule;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.testkit.run.Exchange;
import dev.connectorkit.testkit.run.Failure;
import dev.connectorkit.testkit.run.Line;
import dev.connectorkit.testkit.run.Secrets;
import dev.connectorkit.testkit.simulation.Fault;
import dev.connectorkit.testkit.simulation.PatchRejectedException;
import dev.connectorkit.testkit.simulation.SimulatedPlatform;
import dev.connectorkit.testkit.simulation.SourceControl.Ability;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An invocation keeps to the protocol, to its own time, to what it was given, and its secrets to itself. */
final class LifeRules {
    private static final String PROTOCOL = "protocol.lines";
    private static final String EMPTY_ANSWERS = "protocol.empty-answers";
    private static final String CONFIG_UNCHANGED = "life.config-unchanged";
    private static final String NOT_LEAKED = "secrets.not-leaked";
    private static final String PATCHES = "data-store.patches-apply";

    static final List<Rule> RULES = List.of(
            rule(PROTOCOL, "An answer consists of documented lines and nothing else", Observations.report(PROTOCOL)),
            rule("protocol.media-type", "Answers are of the type application/x-ndjson", LifeRules::mediaType)
                    .optional(),
            rule(EMPTY_ANSWERS, "Delete and change password send one {}", Observations.report(EMPTY_ANSWERS))
                    .optional(),
            rule(NOT_LEAKED, "No secret is in an output, a state, a stored value or an error", LifeRules::notLeaked),
            rule("secrets.not-logged", "No secret is in a log", LifeRules::notLogged)
                    .inProcess(),
            rule(
                    PATCHES,
                    "Patches of the configuration apply, and each operation changes something",
                    Observations.report(PATCHES)),
            rule(CONFIG_UNCHANGED, "The config object is what it was", Observations.report(CONFIG_UNCHANGED))
                    .inProcess(),
            rule("life.nothing-after-return", "Nothing is written after the handler returned", LifeRules::nothingLate)
                    .inProcess());

    private static final String NDJSON = "application/x-ndjson";
    private static final String PLAIN_TEXT = "text/plain";
    private static final Set<String> LINE_TYPES = Set.of(Line.OUTPUT, Line.STATE, Line.KEEP_ALIVE, Line.CONFIG);
    // A secret such as "test" is in many innocent texts.
    private static final int SHORTEST_TELLING_SECRET = 8;
    // A connector that repeats a call without end must come to one here.
    private static final int MANY_CALLS = 200;
    private static final String NOBODY = "connectorkit-no-such-user";
    private static final String MARKER = "connectorkit-wrong-secret-";

    private LifeRules() {}

    static List<Observations.Check> checks() {
        return List.of(
                check(PROTOCOL, LifeRules::protocol),
                new EmptyAnswers(),
                check(NOT_LEAKED, LifeRules::leaked),
                check(PATCHES, LifeRules::patches),
                new ConfigUnchanged());
    }

    /** Something that must hold of each exchange. */
    @FunctionalInterface
    private interface ExchangeCheck {
        @Nullable
        String problem(Session session, Exchange exchange, Observations.Count count);
    }

    private static Observations.Check check(String rule, ExchangeCheck check) {
        return new Observations.Check() {
            @Override
            public String rule() {
                return rule;
            }

            @Override
            public @Nullable String problem(Session session, Exchange exchange, Observations.Count count) {
                return check.problem(session, exchange, count);
            }
        };
    }

    private static @Nullable String protocol(Session session, Exchange exchange, Observations.Count count) {
        // What the connector says of itself is no sign that it says anything else.
        count.add(exchange.request().type().equals(SPEC) ? 0 : exchange.lines().size(), 0);
        for (var line : exchange.lines()) {
            if (!LINE_TYPES.contains(line.type())) {
                return "`" + exchange.request().type() + "` sent a line of type `" + line.type()
                        + "`; types are output, state, keepAlive and config";
            }
            if (line.type().equals(Line.OUTPUT) && !(line.data() instanceof JsonObject) && mustBeObject(exchange)) {
                return "`" + exchange.request().type() + "` sent the output " + Compare.show(line.data())
                        + ", which is no object";
            }
        }
        for (var data : exchange.data(Line.KEEP_ALIVE)) {
            if (!(data instanceof JsonObject)) {
                return "`" + exchange.request().type() + "` sent a line of type `keepAlive` whose `data` is "
                        + Compare.show(data) + "; it is {\"type\":\"keepAlive\",\"data\":{}}";
            }
        }
        var failure = exchange.failure();
        return failure != null && failure.type().equals(Failure.PROTOCOL)
                ? "the answer to `" + exchange.request().type() + "` breaks the protocol: " + failure.message()
                : null;
    }

    private static void mediaType(Trial trial) {
        trial.lookAround();
        var types = trial.session().driver().mediaTypes();
        if (types.isEmpty()) {
            throw new RuleSkipped("there is no media type where the connector is not asked over HTTP");
        }
        var others =
                types.stream().filter(type -> !type.equals(NDJSON)).sorted().toList();
        trial.check(
                others.isEmpty(),
                "answers come with the Content-Type " + String.join(", ", others) + ", but lines of JSON are "
                        + NDJSON
                        + (others.contains(PLAIN_TEXT)
                                ? "; if it is the text of an error, its status is 500, or it is no failure"
                                : ""));
        trial.exercised(1, 0);
    }

    private static boolean mustBeObject(Exchange exchange) {
        return !exchange.request().type().startsWith("std:source-data:");
    }

    private static void notLeaked(Trial trial) {
        provoke(trial);
        Observations.report(NOT_LEAKED).attempt(trial);
    }

    /** Provokes errors that may show secrets: with credentials that are wrong, and with a source that is down. */
    private static void provoke(Trial trial) {
        provokeErrorsOfChanges(trial);
        var wrong = withWrongSecrets(trial);
        var config = wrong == null ? trial.config() : wrong;
        for (var command : List.of(TEST, LIST)) {
            if (!trial.has(command)) {
                continue;
            }
            if (wrong != null) {
                trial.run(command, JsonValue.EMPTY_JSON_OBJECT, config);
            }
            if (trial.can(Ability.FAULTS)) {
                trial.source().inject(Fault.down().times(MANY_CALLS));
                trial.run(command, JsonValue.EMPTY_JSON_OBJECT);
                trial.source().inject(Fault.serverError().times(MANY_CALLS));
                trial.run(command, JsonValue.EMPTY_JSON_OBJECT, config);
                trial.source().heal();
            }
        }
    }

    /** Returns the configuration with other secrets than the right ones; null if it has none. */
    static @Nullable JsonObject withWrongSecrets(Trial trial) {
        var wrong = Json.object();
        var any = false;
        for (var member : trial.config().entrySet()) {
            var secret = trial.spec().secretItems().contains(member.getKey()) || Secrets.isSecretName(member.getKey());
            if (secret && member.getValue() instanceof JsonString) {
                any = true;
                wrong.add(member.getKey(), MARKER + trial.session().nextNumber());
            } else {
                wrong.add(member.getKey(), member.getValue());
            }
        }
        return any ? wrong.build() : null;
    }

    /** Provokes errors of the commands that are given a password. */
    private static void provokeErrorsOfChanges(Trial trial) {
        var unknown = trial.inputs().unknown(List.of());
        var password = Json.text(trial.inputs().password());
        if (trial.mayChange(PASSWORD)) {
            trial.run(PASSWORD, Inputs.with(unknown, "password", password));
        }
        if (trial.mayChange(AUTHENTICATE)) {
            var login = Json.object()
                    .add("identity", NOBODY)
                    .add("username", NOBODY)
                    .add("password", password);
            trial.run(AUTHENTICATE, login.build());
        }
        if (!trial.can(Ability.FAULTS)) {
            return;
        }
        var account = trial.mayChange(CREATE) ? trial.inputs().create(Inputs.Extent.MAXIMAL) : unknown;
        trial.source().inject(Fault.serverError().times(MANY_CALLS));
        if (trial.mayChange(PASSWORD)) {
            trial.run(PASSWORD, Inputs.with(unknown, "password", password));
        }
        if (trial.mayChange(CREATE)) {
            trial.tryCreate(account);
        }
        trial.source().heal();
    }

    private static @Nullable String leaked(Session session, Exchange exchange, Observations.Count count) {
        var secrets = session.secrets().longerThan(SHORTEST_TELLING_SECRET);
        if (secrets.isEmpty()) {
            return null;
        }
        for (var line : exchange.lines()) {
            count.add(1, 0);
            if (line.type().equals(Line.CONFIG)) {
                var path = storedSecret(session, secrets, line.data());
                if (path != null) {
                    return "a secret of the request or the configuration is stored at `" + path + "` by `"
                            + exchange.request().type() + "`, where nothing keeps it secret";
                }
            } else if (secrets.appearIn(Json.toText(line.data()))) {
                return "a secret of the request or the configuration is in a line of type `" + line.type() + "` of `"
                        + exchange.request().type() + "`";
            }
        }
        var failure = exchange.failure();
        if (failure != null) {
            count.add(1, 0);
            if (secrets.appearIn(failure.message())) {
                return "a secret of the request or the configuration is in the error of `"
                        + exchange.request().type() + "`: " + failure;
            }
        }
        return null;
    }

    /** Returns where a patch of the configuration puts a secret, other than where one is kept; null if it does not. */
    private static @Nullable String storedSecret(Session session, Secrets secrets, JsonValue patch) {
        for (var operation : SpecView.objects(patch)) {
            var path = String.valueOf(SpecView.text(operation, "path"));
            var name = path.substring(path.lastIndexOf('/') + 1);
            var isKept =
                    Secrets.isSecretName(name) || session.spec().secretItems().contains(name);
            var value = operation.get("value");
            if (!isKept && value != null && secrets.appearIn(Json.toText(value))) {
                return path;
            }
        }
        return null;
    }

    private static void notLogged(Trial trial) {
        var printed = LogTap.during(() -> {
            trial.lookAgain();
            provoke(trial);
        });
        var secrets = trial.session().secrets().longerThan(SHORTEST_TELLING_SECRET);
        if (secrets.isEmpty()) {
            throw new RuleSkipped("neither the configuration nor any request had a secret");
        }
        var guilty = printed.lines().filter(secrets::appearIn).findFirst();
        trial.check(guilty.isEmpty(), "a secret is in the log line: " + guilty.orElse(""));
        trial.exercised(1, 0);
    }

    private static @Nullable String patches(Session session, Exchange exchange, Observations.Count count) {
        var patches = exchange.data(Line.CONFIG);
        if (patches.isEmpty()) {
            return null;
        }
        var platform = SimulatedPlatform.withConfig(exchange.request().config());
        if (exchange.request().config().get("connectorAttributes") instanceof JsonObject attributes) {
            platform.setAttributes(attributes);
        }
        for (var patch : patches) {
            if (!(patch instanceof JsonArray operations)) {
                return "a config line carries " + Compare.show(patch) + ", which is no JSON Patch";
            }
            for (var operation : operations) {
                count.add(1, 0);
                var before = platform.document();
                try {
                    platform.patchConfig(Inputs.array(List.of(operation)));
                } catch (PatchRejectedException e) {
                    return "the platform refuses the operation " + Json.toText(operation) + ": " + e.getMessage();
                }
                if (Compare.equal(before, platform.document())) {
                    return "the operation " + Json.toText(operation) + " changes nothing";
                }
            }
        }
        return null;
    }

    private static void nothingLate(Trial trial) {
        Background.awaited(trial::lookAgain);
        var late = trial.session().driver().lateLines();
        trial.check(
                late.isEmpty(),
                "after the handler had returned, a line of type `"
                        + (late.isEmpty() ? "" : late.get(0).type())
                        + "` was written, which nobody reads: wait for what runs in the background before you return");
        trial.exercised(1, 0);
    }

    /** Remembers what each config was when it was first seen, and looks whether the same object still says so. */
    private static final class ConfigUnchanged implements Observations.Check {
        private @Nullable JsonObject config;
        private String text = "";

        @Override
        public String rule() {
            return CONFIG_UNCHANGED;
        }

        @Override
        public @Nullable String problem(Session session, Exchange exchange, Observations.Count count) {
            if (config == null) {
                config = session.options().config();
                text = session.originalConfig();
            }
            count.add(1, 0);
            return Json.toText(config).equals(text)
                    ? null
                    : "`" + exchange.request().type() + "` changed the config object that it was given";
        }
    }

    /** Looks at the answers of the commands that have nothing to tell. */
    private static final class EmptyAnswers implements Observations.Check {
        @Override
        public String rule() {
            return EMPTY_ANSWERS;
        }

        @Override
        public boolean looksAtEachOutput() {
            return false;
        }

        @Override
        public @Nullable String problem(Session session, Exchange exchange, Observations.Count count) {
            var type = exchange.request().type();
            if (!exchange.succeeded() || !(type.equals(DELETE) || type.equals(PASSWORD))) {
                return null;
            }
            count.add(1, 0);
            var outputs = exchange.data(Line.OUTPUT);
            return outputs.equals(List.of(JsonValue.EMPTY_JSON_OBJECT))
                    ? null
                    : "`" + type + "` sends one {}, but sent "
                            + (outputs.isEmpty() ? "nothing" : Compare.show(Inputs.array(outputs)));
        }
    }
}
