package dev.connectorkit.cli.init;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes the project of a new connector. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = "Makes a project for a new connector, with tests, in a new folder.")
public final class InitCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "NAME",
            description = "The connector's name, such as my-hr; the folder and the artifact are called the same.")
    private String name = "";

    @Option(names = "--kotlin", description = "Write the project in Kotlin instead of Java.")
    private boolean kotlin;

    @Option(
            names = "--group",
            defaultValue = "com.example",
            description = "The project's group id, which its package starts with; default: ${DEFAULT-VALUE}.")
    private String group = "";

    @Option(names = "--in", paramLabel = "DIR", description = "Where to make the folder; default: here.")
    private Path directory = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        var names = names();
        var folder = directory.resolve(names.project());
        if (Files.exists(folder)) {
            throw new ParameterException(
                    spec.commandLine(), "`%s` is there already; choose another name, or remove it".formatted(folder));
        }
        var template = kotlin ? Template.KOTLIN : Template.JAVA;
        var out = spec.commandLine().getOut();
        for (var file : template.write(folder, names)) {
            out.println(folder.resolve(file));
        }
        out.println("""

                Next:
                  cd %s
                  mvn verify
                Its README.md says how to go on.""".formatted(folder));
        return 0;
    }

    private ProjectNames names() {
        try {
            return ProjectNames.of(name, group);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
