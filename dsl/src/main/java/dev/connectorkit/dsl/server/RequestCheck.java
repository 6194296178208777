package dev.connectorkit.dsl.server;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What must be true of a request before anything of it is read. */
final class RequestCheck {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectorServer.class);
    private static final Pattern INVOKE = Pattern.compile("/[^/]+/invoke");
    private static final Pattern DIGITS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-fA-F:.%]+]");

    private static final long DRAINED = 64L << 20;

    private RequestCheck() {}

    /**
     * Refuses what a web page could have had a browser send: a page from elsewhere has an origin of its own, and a name
     * whose address was changed after the page was loaded shows in the host.
     */
    static void comesFromNoWebPage(Headers headers, Set<String> allowedHosts) throws Refusal {
        var host = headers.getFirst("Host");
        if (host != null && !isAllowed(withoutPort(host), allowedHosts)) {
            throw new Refusal(403, "this server does not answer to the host name of this request; allow it explicitly");
        }
        var origin = headers.getFirst("Origin");
        if (origin != null && !isSame(origin, host)) {
            throw new Refusal(403, "this server takes no commands from web pages of another origin");
        }
    }

    private static String withoutPort(String host) {
        var colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    }

    private static boolean isAllowed(String name, Set<String> allowedHosts) {
        return name.equalsIgnoreCase("localhost")
                || DIGITS.matcher(name).matches()
                || allowedHosts.stream().anyMatch(name::equalsIgnoreCase);
    }

    private static boolean isSame(String origin, @Nullable String host) {
        try {
            return host != null && host.equalsIgnoreCase(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    static boolean takesCommands(String path) {
        return path.equals("/") || INVOKE.matcher(path).matches();
    }

    static void isJson(Headers headers) throws Refusal {
        var type = headers.getFirst("Content-Type");
        if (type == null) {
            throw new Refusal(415, "the request has no Content-Type; it must be application/json");
        }
        if (!type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals("application/json")) {
            throw new Refusal(415, "the Content-Type must be application/json");
        }
    }

    static byte[] body(HttpExchange exchange, int limit) throws Refusal {
        // The JDK's server has refused what is no number.
        var announced = exchange.getRequestHeaders().getFirst("Content-Length");
        if (announced != null && Long.parseLong(announced) > limit) {
            throw tooLarge(limit);
        }
        byte[] body;
        try {
            body = exchange.getRequestBody().readNBytes(limit + 1);
        } catch (IOException e) {
            throw new Refusal(400, "the request ended before its body did");
        }
        if (body.length > limit) {
            throw tooLarge(limit);
        }
        return body;
    }

    /** Reads what a refused client still sends: it could not see the answer of a connection that closes before. */
    static void drain(HttpExchange exchange) {
        var body = exchange.getRequestBody();
        var bytes = new byte[8192];
        long left = DRAINED;
        try {
            for (int read = 0; read >= 0 && left > 0; left -= read) {
                read = body.read(bytes);
            }
        } catch (IOException e) {
            LOG.debug("a refused client broke off: {}", e.getMessage());
        }
    }

    private static Refusal tooLarge(int limit) {
        return new Refusal(413, String.format(Locale.ROOT, "the request has more than %,d bytes", limit));
    }
}
