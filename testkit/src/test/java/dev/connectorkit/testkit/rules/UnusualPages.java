package dev.connectorkit.testkit.rules;

import static dev.connectorkit.testkit.rules.CommandTypes.LIST;
import static dev.connectorkit.testkit.rules.Reference.PAGE_SIZE;

import dev.connectorkit.dsl.command.Attributes;
import dev.connectorkit.testkit.run.Line;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Correct connectors to sources with pages of their own kind. */
final class UnusualPages {
    private UnusualPages() {}

    static Map<String, Consumer<Reference>> all() {
        return Map.of("pages that are counted off, the newest account first", UnusualPages::newestFirst);
    }

    /** An account that is added meanwhile moves the others on, so that the next page begins with one that was sent. */
    private static void newestFirst(Reference reference) {
        var listing = new Listing(reference);
        reference.around(LIST, (request, sink, inner) -> {
            if (Inputs.of(request).containsKey("state")) {
                inner.handle(request, sink);
                return;
            }
            reference.requireConfig(request);
            var filter = listing.filter(request, true);
            var watermark = reference.retrying(sink, reference.users::token);
            for (var sent = 0; sent < reference.users.size() || sent == 0; sent += PAGE_SIZE) {
                var left = reference.users.size() - sent;
                var page = window(reference, sink, left);
                Reference.reversed(page).stream()
                        .map(reference::account)
                        .filter(filter)
                        .forEach(sink::output);
                sink.line(Line.KEEP_ALIVE, JsonValue.EMPTY_JSON_OBJECT);
            }
            if (Inputs.of(request).getBoolean("stateful", false)) {
                listing.save(sink, watermark);
            }
        });
    }

    private static List<Attributes> window(Reference reference, WireDriver.Sink sink, int left) {
        return reference
                .retrying(
                        sink,
                        () -> reference.users.rows(
                                Math.max(0, left - PAGE_SIZE), Math.max(0, Math.min(left, PAGE_SIZE))))
                .rows();
    }
}
