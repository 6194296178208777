package dev.connectorkit.cli.console;

import static java.util.Objects.requireNonNull;

import com.sun.net.httpserver.HttpHandler;
import dev.connectorkit.dsl.Connector;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.List;

/**
 * A page for the browser in which a connector's source is configured, its commands are run, and its filter, spec and last
 * contract report are looked at. It holds one simulated source, in memory. Safe for concurrent use.
 *
 * <p>The page's commands run in this process with the simulated source's configuration, so that its secrets never leave
 * it, and what they patch and save is kept there for the next ones.
 */
public final class Console {
    private final HttpHandler pages;

    private Console(HttpHandler pages) {
        this.pages = pages;
    }

    /**
     * Returns a console for a connector.
     *
     * @param config the configuration that the simulated source starts with
     * @param report where {@code validate --report json} writes its report; the file need not exist
     */
    public static Console of(Connector connector, JsonObject config, Path report) {
        var source = SimulatedSource.of(requireNonNull(connector, "connector"), requireNonNull(config, "config"));
        var inputs = new ExampleInputs(connector.spec());
        var filters = new FilterDesk(connector, source);
        var reports = new ContractReports(connector, source, requireNonNull(report, "report"));
        var about = new ConnectorDescription(connector);
        return new Console(new Pages(
                new RunEndpoint(connector, source),
                List.of(
                        Endpoint.get("connector", body -> about.json()),
                        Endpoint.get("lint", body -> about.lint()),
                        Endpoint.get("source", body -> source.json()),
                        Endpoint.put("source/config", body -> source.configure(Body.object(body))),
                        Endpoint.delete("source/stored", body -> source.forget()),
                        Endpoint.post("inputs", body -> inputs.all(source.nextRun(), Body.object(body))),
                        Endpoint.post("filter/check", body -> filters.check(Body.object(body))),
                        Endpoint.post("filter/explain", body -> filters.explain(Body.object(body))),
                        Endpoint.post("filter/sample", body -> filters.sample(Body.object(body))),
                        Endpoint.get("report", body -> reports.last()),
                        Endpoint.post("report", body -> reports.make(Body.object(body))))));
    }

    /** Returns what answers the requests of the page. */
    public HttpHandler pages() {
        return pages;
    }
}
