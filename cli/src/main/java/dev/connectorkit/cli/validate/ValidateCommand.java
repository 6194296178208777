package dev.connectorkit.cli.validate;

import dev.connectorkit.cli.connector.JsonArgument;
import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.internal.json.JsonSyntaxException;
import dev.connectorkit.testkit.rules.RuleReport;
import dev.connectorkit.testkit.rules.RuleStatus;
import dev.connectorkit.testkit.rules.SpecUnavailableException;
import dev.connectorkit.testkit.rules.Validation;
import dev.connectorkit.testkit.rules.ValidationReport;
import dev.connectorkit.testkit.rules.report.ReportFormat;
import dev.connectorkit.testkit.run.ConnectorUnreachableException;
import dev.connectorkit.testkit.run.HttpDriver;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command {@code validate}. Exit codes: 0 when no required rule failed, 1 when one did, 2 when the connector, or one
 * of the rules, could not be tried.
 */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeOnExecutionException = ValidateCommand.IMPOSSIBLE,
        description = "Holds a running connector against the rules that every connector keeps.",
        footer = {
            "",
            "Test accounts are created, changed and removed, unless --read-only is given. Where a connector",
            "cannot create accounts, one of the source is changed and then changed back.",
            "Any server of the protocol will do, that of a TypeScript connector included."
        })
public final class ValidateCommand implements Callable<Integer> {
    private static final int FAULTY = 1;
    static final int IMPOSSIBLE = 2;
    private static final int SEEDS = 1_000_000;
    private static final Pattern PLAIN_WORD = Pattern.compile("[\\w@%+=:,./-]+");

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "http://localhost:3000",
            description = "Where the connector answers (${DEFAULT-VALUE}).")
    private URI url = URI.create("http://localhost:3000");

    @Option(
            names = "--config",
            paramLabel = "JSON|@FILE",
            defaultValue = "{}",
            description = "The source's configuration.")
    private String config = "{}";

    @Option(
            names = "--spec",
            paramLabel = "FILE",
            description = "The connector-spec.json; without it, the connector is asked by std:spec:read.")
    private @Nullable Path spec;

    @Option(names = "--read-only", description = "Leave out every rule that changes data.")
    private boolean readOnly;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many objects a rule looks at one by one (${DEFAULT-VALUE}).")
    private int limit = 20;

    @Option(names = "--seed", paramLabel = "N", description = "The seed of what is made up; the report shows it.")
    private @Nullable Long seed;

    @Option(names = "--rule", paramLabel = "RULE", description = "Try this rule only; may be repeated.")
    private List<String> rules = new ArrayList<>();

    @Option(
            names = "--bypass",
            paramLabel = "RULE=REASON",
            description = "Leave a rule out; the report shows the reason. May be repeated.")
    private Map<String, String> bypasses = new LinkedHashMap<>();

    @Option(names = "--soft-delete", description = "A deleted account stays, disabled.")
    private boolean softDelete;

    @Option(
            names = "--read-only-attribute",
            paramLabel = "NAME",
            description = "Updates may ignore this attribute, since the source maintains it; may be repeated.")
    private List<String> readOnlyAttributes = new ArrayList<>();

    @Option(
            names = "--value",
            paramLabel = "NAME=JSON",
            description = "A value of an attribute that the source takes, or an array of several; may be repeated.")
    private Map<String, String> values = new LinkedHashMap<>();

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "180",
            description = "How long to wait for the next line of an answer (${DEFAULT-VALUE}).")
    private int timeout = 180;

    @Option(
            names = "--report",
            paramLabel = "FORMAT",
            split = ",",
            description = "table, json, junit or html; may be repeated (table).")
    private List<String> formats = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write the reports to files named validation.* there, instead of to the output.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        var chosen = seed == null ? new SecureRandom().nextInt(SEEDS) : seed;
        var reports = formats.isEmpty()
                ? List.of(ReportFormat.TABLE)
                : formats.stream().map(this::format).toList();
        var given = config();
        try (var driver = HttpDriver.to(url).withSilenceLimit(Duration.ofSeconds(timeout))) {
            var validation =
                    validation(Validation.of(driver).config(given.json()).seed(chosen));
            var report = report(validation);
            write(reports, report, repeat(report, given));
            return report.hasFaults() ? FAULTY : report.passed() ? 0 : IMPOSSIBLE;
        } catch (ConnectorUnreachableException e) {
            err().println(e.getMessage());
            return IMPOSSIBLE;
        } catch (SpecUnavailableException e) {
            err().println(e.getMessage() + "; give the specification with --spec FILE");
            return IMPOSSIBLE;
        } catch (IOException e) {
            err().println("the report cannot be written: " + e);
            return IMPOSSIBLE;
        }
    }

    /** Tries the rules; whoever stops the process with Ctrl-C still has the test accounts removed. */
    private ValidationReport report(Validation validation) {
        var progress = new Progress(err(), validation.rules().size());
        var run = validation.start();
        try (var interruption = new Interruption()) {
            try (run) {
                for (var rule : run.rules()) {
                    progress.done(run.attempt(rule));
                }
            } catch (ConnectorUnreachableException e) {
                if (interruption.happened()) {
                    // What is printed from here on is the last that this process does.
                    err().println("interrupted; test accounts were removed" + leftBehind(run.report()));
                    err().flush();
                }
                throw e;
            }
            return run.report();
        }
    }

    private static String leftBehind(ValidationReport report) {
        return report.leftBehind().isEmpty() ? "" : ", but these are left: " + String.join(", ", report.leftBehind());
    }

    private JsonArgument config() {
        try {
            return JsonArgument.parse(config);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), "--config: " + e.getMessage(), e);
        }
    }

    private PrintWriter err() {
        return command.commandLine().getErr();
    }

    private ReportFormat format(String name) {
        for (var format : ReportFormat.values()) {
            if (format.name().equalsIgnoreCase(name.strip())) {
                return format;
            }
        }
        throw new ParameterException(
                command.commandLine(), "there is no report `" + name + "`; there are table, json, junit and html");
    }

    private Validation validation(Validation start) {
        try {
            var validation = start.limit(limit).readOnlyAttributes(readOnlyAttributes.toArray(String[]::new));
            if (spec != null) {
                validation = validation.spec(JsonArgument.read(spec));
            }
            if (readOnly) {
                validation = validation.readOnly();
            }
            if (softDelete) {
                validation = validation.softDelete();
            }
            for (var bypass : bypasses.entrySet()) {
                validation = validation.bypass(bypass.getKey(), bypass.getValue());
            }
            for (var value : values.entrySet()) {
                validation = validation.value(value.getKey(), json(value.getValue()));
            }
            return rules.isEmpty() ? validation : validation.only(rules.toArray(String[]::new));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    /** Reads a value as JSON, or, where it is none, as the text that it is. */
    private static JsonValue json(String text) {
        try {
            return Json.parse(text);
        } catch (JsonSyntaxException e) {
            return Json.text(text);
        }
    }

    /** Returns the command line that tries again what failed, with the same seed; all rules if nothing failed. */
    private String repeat(ValidationReport report, JsonArgument given) {
        var words = new ArrayList<>(List.of("connectorkit", "validate", "--url", url.toString()));
        // A config on the command line may hold secrets; a report must not.
        words.addAll(List.of("--config", given.isFile() ? given.text() : "CONFIG"));
        words.addAll(List.of("--seed", Long.toString(report.seed()), "--limit", Integer.toString(limit)));
        words.addAll(List.of("--timeout", Integer.toString(timeout)));
        if (spec != null) {
            words.addAll(List.of("--spec", spec.toString()));
        }
        if (readOnly) {
            words.add("--read-only");
        }
        if (softDelete) {
            words.add("--soft-delete");
        }
        readOnlyAttributes.forEach(name -> words.addAll(List.of("--read-only-attribute", name)));
        values.forEach((name, value) -> words.addAll(List.of("--value", name + "=" + value)));
        var failed = report.with(RuleStatus.FAILED);
        if (failed.isEmpty()) {
            bypasses.forEach((rule, reason) -> words.addAll(List.of("--bypass", rule + "=" + reason)));
            rules.forEach(rule -> words.addAll(List.of("--rule", rule)));
        }
        failed.forEach(rule -> words.addAll(List.of("--rule", rule.rule())));
        return words.stream().map(ValidateCommand::quoted).collect(Collectors.joining(" "));
    }

    /** Returns a word as a shell takes it. */
    private static String quoted(String word) {
        return PLAIN_WORD.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    private void write(List<ReportFormat> formats, ValidationReport report, String repeat) throws IOException {
        for (var format : formats) {
            var text = format.write(report, repeat);
            if (out == null) {
                command.commandLine().getOut().println(text);
                command.commandLine().getOut().flush();
            } else {
                var file = Files.createDirectories(out).resolve("validation." + format.extension());
                Files.writeString(file, text);
                err().println(format.name().toLowerCase(Locale.ROOT) + " report: " + file);
            }
        }
        if (out != null) {
            command.commandLine().getOut().println(report.summary());
            command.commandLine().getOut().flush();
        }
    }

    /** Tells of each rule as soon as it is done. */
    private static final class Progress {
        private final PrintWriter err;
        private final int rules;
        private int done;

        Progress(PrintWriter err, int rules) {
            this.err = err;
            this.rules = rules;
        }

        void done(RuleReport rule) {
            done++;
            err.printf(
                    "[%d/%d] %s %s%n",
                    done, rules, rule.rule(), rule.status().name().toLowerCase(Locale.ROOT));
            err.flush();
        }
    }
}
