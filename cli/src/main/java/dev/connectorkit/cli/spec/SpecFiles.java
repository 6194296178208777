package dev.connectorkit.cli.spec;

import dev.connectorkit.dsl.spec.ConnectorSpec;
import dev.connectorkit.dsl.spec.SpecException;
import dev.connectorkit.dsl.spec.lint.LintRule;
import dev.connectorkit.dsl.spec.lint.SpecLint;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Reads the files that the command line names, and says why if it cannot. */
final class SpecFiles {
    static final int FOUND = 1;
    static final int UNUSABLE = 2;

    private static final Set<LintRule> ABOUT_THE_TEXT = Set.of(LintRule.NOT_JSON, LintRule.NOT_AN_OBJECT);

    private SpecFiles() {}

    /**
     * Returns the file's text.
     *
     * @throws ParameterException if the file cannot be read or is not UTF-8
     */
    static String read(Path file, CommandSpec command) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw unusable(command, file + " is not UTF-8; save it in that encoding", e);
        } catch (NoSuchFileException e) {
            throw unusable(command, file + " does not exist", e);
        } catch (IOException e) {
            var reason = Files.isDirectory(file) ? "is a directory" : "cannot be read: " + e.getMessage();
            throw unusable(command, file + " " + reason, e);
        }
    }

    private static ParameterException unusable(CommandSpec command, String message, IOException cause) {
        return new ParameterException(command.commandLine(), message, cause);
    }

    /** Returns the spec in the file, or null after saying where and why the file holds none. */
    static @Nullable ConnectorSpec parse(Path file, CommandSpec command) {
        var text = read(file, command);
        try {
            return ConnectorSpec.parse(text);
        } catch (SpecException e) {
            var err = command.commandLine().getErr();
            SpecLint.check(text).findings().stream()
                    .filter(finding -> ABOUT_THE_TEXT.contains(finding.rule()))
                    .forEach(finding -> err.println(file + ":" + finding));
            err.println(file + " holds no JSON object");
            err.flush();
            return null;
        }
    }
}
