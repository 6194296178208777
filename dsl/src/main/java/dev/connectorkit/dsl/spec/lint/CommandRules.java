package dev.connectorkit.dsl.spec.lint;

import static dev.connectorkit.dsl.spec.lint.Words.quoted;

import dev.connectorkit.dsl.internal.spec.Nearest;
import dev.connectorkit.dsl.internal.spec.StandardCommands;
import dev.connectorkit.dsl.spec.lint.Located.Kind;
import java.util.HashSet;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Rules about the list of commands. */
final class CommandRules {
    private CommandRules() {}

    static void texts(SpecView spec, Findings findings) {
        var commands = spec.root().get("commands");
        if (commands == null) {
            return;
        }
        for (var command : commands.elements()) {
            if (!command.is(Kind.STRING)) {
                findings.add(
                        LintRule.WRONG_TYPE,
                        command,
                        "a command is " + command.kind().words() + ", but should be a string",
                        null);
            }
        }
    }

    static void names(SpecView spec, Findings findings) {
        for (var command : spec.commands()) {
            var name = command.scalar();
            if (StandardCommands.ALL.contains(name)) {
                continue;
            }
            var meant = meant(name);
            if (name.toLowerCase(Locale.ROOT).startsWith("std:") || meant != null) {
                // Without the prefix it may be a command of the connector's own, however unlikely.
                boolean standard = name.toLowerCase(Locale.ROOT).startsWith("std");
                findings.add(
                        LintRule.UNKNOWN_COMMAND,
                        standard ? Severity.ERROR : Severity.WARNING,
                        command,
                        "the platform has no command " + quoted(name),
                        meant == null
                                ? "give a command of your own a prefix other than `std:`"
                                : "did you mean " + quoted(meant) + "?");
            } else {
                findings.add(
                        LintRule.CUSTOM_COMMAND,
                        command,
                        quoted(name) + " is a command of the connector's own, which the platform never sends by itself",
                        null);
            }
        }
    }

    /** Finds the standard command behind a slip, a missing prefix, or the SDK's name for it ({@code stdAccountList}). */
    private static @Nullable String meant(String name) {
        var letters = letters(name);
        for (var standard : StandardCommands.ALL) {
            var wanted = letters(standard);
            if (letters.equals(wanted) || ("std" + letters).equals(wanted)) {
                return standard;
            }
        }
        for (var standard : StandardCommands.ALL) {
            if (standard.startsWith(name + "-")) {
                return standard;
            }
        }
        boolean looksStandard = name.toLowerCase(Locale.ROOT).startsWith("std");
        return looksStandard ? Nearest.to(name, StandardCommands.ALL) : null;
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }

    static void duplicates(SpecView spec, Findings findings) {
        var seen = new HashSet<String>();
        for (var command : spec.commands()) {
            if (!seen.add(command.scalar())) {
                findings.add(
                        LintRule.DUPLICATE_COMMAND,
                        command,
                        quoted(command.scalar()) + " is listed twice",
                        "remove one");
            }
        }
    }

    static void deprecated(SpecView spec, Findings findings) {
        for (var command : spec.commands()) {
            if (command.scalar().equals("std:agent:list")) {
                findings.add(
                        LintRule.DEPRECATED_COMMAND,
                        command,
                        "`std:agent:list` is deprecated",
                        "handle `std:machine-identity:list`");
            }
        }
    }

    static void testConnection(SpecView spec, Findings findings) {
        var commands = spec.root().get("commands");
        if (commands == null || !spec.lacks("std:test-connection")) {
            return;
        }
        // A connector of custom commands alone is a tool; nobody sets up a source with it.
        boolean tool = !spec.commands().isEmpty() && !spec.handlesAny("std:");
        findings.add(
                LintRule.NO_TEST_CONNECTION,
                tool ? Severity.INFORMATION : Severity.WARNING,
                commands,
                "`std:test-connection` is missing, so a source's configuration cannot be tested",
                "handle it");
    }

    static void standard(SpecView spec, Findings findings) {
        var commands = spec.root().get("commands");
        if (commands != null && commands.is(Kind.ARRAY) && !spec.handlesAny("std:")) {
            findings.add(LintRule.NO_STANDARD_COMMAND, commands, "none of the platform's own commands is listed", null);
        }
    }

    static void enableAndDisable(SpecView spec, Findings findings) {
        for (var command : spec.commands()) {
            var other = switch (command.scalar()) {
                case "std:account:enable" -> "std:account:disable";
                case "std:account:disable" -> "std:account:enable";
                default -> null;
            };
            if (other != null && !spec.handles(other)) {
                findings.add(
                        LintRule.UNPAIRED_ENABLE_DISABLE,
                        command,
                        quoted(command.scalar()) + " is listed without " + quoted(other),
                        "handle both, or neither");
            }
        }
    }

    static void listAndRead(SpecView spec, Findings findings) {
        for (var command : spec.commands()) {
            if (command.scalar().equals("std:account:list") && !spec.handles("std:account:read")) {
                findings.add(
                        LintRule.LIST_WITHOUT_READ,
                        command,
                        "accounts can be listed, but not read one by one",
                        "handle `std:account:read`");
            }
        }
    }
}
