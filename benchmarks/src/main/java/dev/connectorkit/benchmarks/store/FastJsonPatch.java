package dev.connectorkit.benchmarks.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.connectorkit.dsl.internal.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The library fast-json-patch on Node, which compares the same documents in a process of its own. */
final class FastJsonPatch {
    static final String NAME = "FAST_JSON_PATCH";
    private static final String PACKAGE = "fast-json-patch@3.1.1";
    private static final String SCRIPT = "fast-json-patch.cjs";

    private final Path folder;

    private FastJsonPatch(Path folder) {
        this.folder = folder;
    }

    /** Returns why the library cannot be run here, or null if it can. */
    static @Nullable String reasonToSkip() throws InterruptedException {
        for (String program : List.of("node", "npm")) {
            try {
                var process = new ProcessBuilder(program, "--version")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                if (process.waitFor() != 0) {
                    return program + " does not start";
                }
            } catch (IOException e) {
                return program + " is not installed";
            }
        }
        return null;
    }

    /** Installs the library in a temporary folder. */
    static FastJsonPatch install() throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("fast-json-patch");
        run(folder, List.of("npm", "install", "--silent", "--no-audit", "--no-fund", PACKAGE));
        try (InputStream script = FastJsonPatch.class.getResourceAsStream(SCRIPT)) {
            Files.copy(Objects.requireNonNull(script, SCRIPT), folder.resolve(SCRIPT));
        }
        return new FastJsonPatch(folder);
    }

    /** Returns {@code operations}, {@code bytes} and {@code microseconds} of the patch of two documents. */
    JsonNode measure(Documents documents) throws IOException, InterruptedException {
        write("before.json", documents.before());
        write("after.json", documents.after());
        return new ObjectMapper().readTree(run(folder, List.of("node", SCRIPT)));
    }

    private void write(String name, jakarta.json.JsonObject stored) throws IOException {
        Files.write(folder.resolve(name), Json.toBytes(out -> out.write(Documents.config(stored))));
    }

    private static String run(Path folder, List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var output = process.inputReader()) {
            var text = output.lines().reduce("", (all, line) -> all + line + "\n");
            if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed");
            }
            return text;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
