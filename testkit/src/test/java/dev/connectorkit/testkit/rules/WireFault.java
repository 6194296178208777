package dev.connectorkit.testkit.rules;

import dev.connectorkit.testkit.run.HttpDriver;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A server whose connector is sound, but which speaks the protocol as it should not.
 *
 * @param name what is wrong with it
 * @param rule the rule that must find it
 * @param message part of what the rule must say
 * @param frame what it sends in place of a proper answer
 */
record WireFault(String name, String rule, String message, WireServer.Frame frame) {
    private static final String LINES = "protocol.lines";

    static List<WireFault> all() {
        return List.of(
                lists(
                        "a byte order mark",
                        LINES,
                        "byte order mark",
                        proper -> proper.withText("\uFEFF" + proper.text())),
                lists("Latin-1", LINES, "no UTF-8", WireFault::inLatin1),
                lists("a JSON array", LINES, "each line is one", WireFault::asArray),
                lists("pretty-printed JSON", LINES, "complete on that line: {", WireFault::pretty),
                lists("half a line", LINES, "no JSON object", WireFault::halved),
                lists("no line feeds", LINES, "no JSON object", WireFault::inOneLine),
                lists("server-sent events", LINES, "no JSON object", WireFault::asEvents),
                lists("no envelope", LINES, "has no `type`", proper -> proper.withText("{\"identity\":\"u0\"}\n")),
                lists("another type of line", LINES, "type `Output`", WireFault::capitalised),
                lists("keepAlive with a time", LINES, "`keepAlive` whose `data` is 5", WireFault::keepAliveWithTime),
                lists(
                        "outputs with a status of failure",
                        LINES,
                        "outputs came with HTTP status 500",
                        proper -> proper.withStatus(500)),
                lists(
                        "application/json",
                        "protocol.media-type",
                        "Content-Type application/json",
                        proper -> proper.withType("application/json")),
                new WireFault(
                        "no content instead of an empty object",
                        LINES,
                        "HTTP status 204",
                        (request, proper) -> request.type().equals(CommandTypes.TEST) && proper.succeeds()
                                ? proper.withStatus(204).withText("")
                                : proper));
    }

    /** Returns the report of the rule. */
    RuleReport report() {
        var reference = new Reference();
        reference.source.reset(7);
        try (var server = new WireServer(reference.driver(), frame);
                var driver = HttpDriver.to(server.uri())) {
            return Validation.of(driver)
                    .config(ReferenceSpec.CONFIG)
                    .spec(reference.spec())
                    .only(rule)
                    .run()
                    .rule(rule);
        }
    }

    @Override
    public String toString() {
        return name + " is found by " + rule;
    }

    @FunctionalInterface
    private interface Change {
        WireServer.Answer of(WireServer.Answer proper);
    }

    private static WireFault lists(String name, String rule, String message, Change change) {
        return new WireFault(
                name,
                rule,
                message,
                (request, proper) ->
                        request.type().equals(CommandTypes.LIST) && proper.succeeds() ? change.of(proper) : proper);
    }

    private static WireServer.Answer inLatin1(WireServer.Answer proper) {
        return proper.withText(proper.text().replace("User", "Usér")).in(StandardCharsets.ISO_8859_1);
    }

    private static WireServer.Answer asArray(WireServer.Answer proper) {
        return proper.withText("[" + String.join(",", proper.text().lines().toList()) + "]");
    }

    private static WireServer.Answer pretty(WireServer.Answer proper) {
        return proper.withText(proper.text().replace("{\"type\"", "{\n  \"type\""));
    }

    private static WireServer.Answer halved(WireServer.Answer proper) {
        return proper.withText(proper.text().substring(0, proper.text().length() - 20));
    }

    private static WireServer.Answer inOneLine(WireServer.Answer proper) {
        return proper.withText(String.join("", proper.text().lines().toList()));
    }

    private static WireServer.Answer asEvents(WireServer.Answer proper) {
        return proper.withText(
                "data: " + String.join("\n\ndata: ", proper.text().lines().toList()));
    }

    private static WireServer.Answer capitalised(WireServer.Answer proper) {
        return proper.withText(proper.text().replace("\"type\":\"output\"", "\"type\":\"Output\""));
    }

    private static WireServer.Answer keepAliveWithTime(WireServer.Answer proper) {
        return proper.withText("{\"type\":\"keepAlive\",\"data\":5}\n" + proper.text());
    }
}
