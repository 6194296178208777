package dev.connectorkit.cli.spec;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads a connector spec and writes it canonically. */
@Command(
        name = "roundtrip",
        mixinStandardHelpOptions = true,
        description = "Prints a connector-spec.json as it is understood: equal by value, in canonical form.",
        footer = {"", "Exit code: 0 if it is printed, 1 if the file holds no JSON object, 2 if it cannot be read."})
public final class RoundtripCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The file to read.")
    private Path file = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var read = SpecFiles.parse(file, spec);
        if (read == null) {
            return SpecFiles.FOUND;
        }
        var out = spec.commandLine().getOut();
        out.print(expressibleIn(standardOutput(), read.toText()));
        out.flush();
        return 0;
    }

    /** Escapes what a charset lacks; printed as it is, it would become a question mark and so another value. */
    static String expressibleIn(Charset charset, String json) {
        var encoder = charset.newEncoder();
        var escaped = new StringBuilder(json.length());
        json.codePoints().forEach(codePoint -> {
            var character = Character.toString(codePoint);
            if (encoder.canEncode(character)) {
                escaped.append(character);
            } else {
                character.chars().forEach(unit -> escaped.append(String.format("\\u%04x", unit)));
            }
        });
        return escaped.toString();
    }

    private static Charset standardOutput() {
        var name = System.getProperty("stdout.encoding");
        return name == null ? Charset.defaultCharset() : Charset.forName(name);
    }
}
