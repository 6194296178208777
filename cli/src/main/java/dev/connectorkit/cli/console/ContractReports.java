package dev.connectorkit.cli.console;

import dev.connectorkit.dsl.Connector;
import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.internal.json.JsonSyntaxException;
import dev.connectorkit.testkit.rules.Validation;
import dev.connectorkit.testkit.rules.report.ReportFormat;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The last report of the contract: the one made here, or else the one in the file. Safe for concurrent use. */
final class ContractReports {
    private final Connector connector;
    private final SimulatedSource source;
    private final Path file;
    private volatile @Nullable JsonObject made;

    ContractReports(Connector connector, SimulatedSource source, Path file) {
        this.connector = connector;
        this.source = source;
        this.file = file;
    }

    /** Returns the last report. */
    JsonObject last() throws RefusedException {
        var own = made;
        return own == null ? read() : own;
    }

    private JsonObject read() throws RefusedException {
        try {
            var report = Body.object(Json.parse(Files.readAllBytes(file)));
            return shown(report, "written " + Files.getLastModifiedTime(file) + " to " + file);
        } catch (NoSuchFileException e) {
            throw new RefusedException(
                    404,
                    "there is no report yet: make one here, or have `connectorkit validate --report json --out %s` write it"
                            .formatted(file.getParent() == null ? "." : file.getParent()));
        } catch (IOException | JsonSyntaxException e) {
            throw RefusedException.unacceptable("the report %s cannot be read: %s".formatted(file, e.getMessage()));
        }
    }

    /** Holds the connector against the rules, those that change no data unless the body's {@code writing} is true. */
    JsonObject make(JsonObject body) throws RefusedException {
        var validation = Validation.of(connector).config(source.config());
        if (body.get("writing") != JsonValue.TRUE) {
            validation = validation.readOnly();
        }
        var text = ReportFormat.JSON.write(validation.run(), "");
        var report = shown(Body.object(Json.parse(source.secrets().mask(text))), "made here");
        made = report;
        return report;
    }

    private static JsonObject shown(JsonObject report, String origin) {
        return Json.provider().createObjectBuilder(report).add("origin", origin).build();
    }
}
