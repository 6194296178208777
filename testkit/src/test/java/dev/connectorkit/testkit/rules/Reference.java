package dev.connectorkit.testkit.rules;

import dev.connectorkit.dsl.command.Attributes;
import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.runtime.CommandRequest;
import dev.connectorkit.testkit.run.Failure;
import dev.connectorkit.testkit.run.Line;
import dev.connectorkit.testkit.simulation.FakeSource;
import dev.connectorkit.testkit.simulation.FakeTable;
import dev.connectorkit.testkit.simulation.SourceException;
import dev.connectorkit.testkit.simulation.VirtualClock;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A connector that keeps every rule, and can be told not to: by slips in its own work, and by changes to what it sends
 * and declares. Belongs to one test.
 */
final class Reference {
    static final int PAGE_SIZE = 3;

    final VirtualClock clock = new VirtualClock();
    final FakeSource source = new FakeSource(clock).pageSize(PAGE_SIZE).clientTimeout(Duration.ofSeconds(30));
    final FakeTable users = source.accounts("users", Reference::user);
    final FakeTable groups = source.entitlements("group", "groups", 4, n -> row("id", "g" + n, "name", "Group " + n));
    final FakeTable roles = source.entitlements(
            "role", "roles", 3, n -> row("id", "r" + n, "name", "Role " + n).with("rank", n));
    final Set<Slip> slips = EnumSet.noneOf(Slip.class);
    final Set<String> softDeleted = new HashSet<>();
    private final Provisioning provisioning = new Provisioning(this);
    private final Listing listing = new Listing(this);
    private JsonObject spec = ReferenceSpec.SPEC;
    private BiFunction<String, JsonObject, JsonObject> output = (command, object) -> object;
    private final Map<String, WireDriver.Handler> handlers = new LinkedHashMap<>();
    private JsonObject config = ReferenceSpec.CONFIG;
    private boolean softDelete;
    private boolean quiet;

    Reference() {
        handlers.put(
                CommandTypes.SPEC,
                (request, sink) ->
                        sink.output(Json.object().add("specification", spec).build()));
        handlers.put(CommandTypes.TEST, this::test);
        handlers.put(CommandTypes.LIST, listing::accounts);
        handlers.put(CommandTypes.READ, listing::read);
        handlers.put(CommandTypes.ENTITLEMENT_LIST, listing::entitlements);
        handlers.put(CommandTypes.ENTITLEMENT_READ, listing::entitlement);
        handlers.put(CommandTypes.CREATE, provisioning::create);
        handlers.put(CommandTypes.UPDATE, provisioning::update);
        handlers.put(CommandTypes.DELETE, provisioning::delete);
        handlers.put(CommandTypes.ENABLE, provisioning::enable);
        handlers.put(CommandTypes.DISABLE, provisioning::disable);
        handlers.put(CommandTypes.UNLOCK, provisioning::unlock);
        handlers.put(CommandTypes.PASSWORD, provisioning::changePassword);
        handlers.put(CommandTypes.AUTHENTICATE, provisioning::authenticate);
    }

    static Attributes row(String... namesAndValues) {
        var row = Attributes.empty();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            row = row.with(namesAndValues[i], namesAndValues[i + 1]);
        }
        return row;
    }

    private static Attributes user(int n) {
        var user = row("id", "u" + n, "name", "User " + n, "department", n % 2 == 0 ? "Sales" : "Research")
                .with("age", 20 + n % 50)
                .with("contractor", n % 3 == 0)
                .with("disabled", n % 4 == 1)
                .with("locked", n % 5 == 2)
                .with("groups", n % 3 == 2 ? List.of() : List.of("g" + n % 4, "g" + (n + 1) % 4))
                .with("roles", List.of("r" + n % 3));
        if (n % 2 == 0) {
            user = user.with("email", "u" + n + "@example.com").with("badge", 7_000_000_000L + n);
        }
        return n % 2 == 1
                ? user.with("aliases", List.of("alias" + n, "other" + n)).with("levels", List.of(n))
                : user;
    }

    Reference slip(Slip first, Slip... more) {
        slips.addAll(EnumSet.of(first, more));
        return this;
    }

    boolean slips(Slip slip) {
        return slips.contains(slip);
    }

    Reference spec(UnaryOperator<JsonObject> change) {
        spec = change.apply(spec);
        return this;
    }

    Reference output(BiFunction<String, JsonObject, JsonObject> change) {
        output = change;
        return this;
    }

    Reference without(String... commands) {
        for (var command : commands) {
            handlers.remove(command);
        }
        return this;
    }

    Reference handler(String command, WireDriver.Handler handler) {
        handlers.put(command, handler);
        return this;
    }

    /** Puts something around the handler of a command. */
    Reference around(String command, Around around) {
        var inner = Objects.requireNonNull(handlers.get(command), command);
        return handler(command, (request, sink) -> around.handle(request, sink, inner));
    }

    /** Answers a command in place of the handler that did so far, which is at hand. */
    interface Around {
        void handle(CommandRequest request, WireDriver.Sink sink, WireDriver.Handler inner);
    }

    Reference softDelete() {
        softDelete = true;
        return this;
    }

    boolean isSoftDelete() {
        return softDelete;
    }

    JsonObject spec() {
        return spec;
    }

    Reference config(JsonObject other) {
        config = other;
        return this;
    }

    Validation validation() {
        return Validation.of(driver()).spec(spec).config(config).source(source);
    }

    WireDriver driver() {
        return new WireDriver(clock, this::handle);
    }

    /** Makes every error but not found say the same. */
    Reference quiet() {
        quiet = true;
        return this;
    }

    private void handle(CommandRequest request, WireDriver.Sink sink) {
        try {
            answer(request, sink);
        } catch (WireDriver.WireFailure e) {
            throw quiet && e.type().equals(Failure.GENERIC) ? WireDriver.WireFailure.generic("internal error") : e;
        }
    }

    private void answer(CommandRequest request, WireDriver.Sink sink) {
        var handler = handlers.get(request.type());
        if (handler == null) {
            throw WireDriver.WireFailure.generic("unsupported command: " + request.type());
        }
        try {
            handler.handle(request, new Transforming(request.type(), sink));
        } catch (SourceException e) {
            throw e.status() == 404
                    ? WireDriver.WireFailure.notFound("such object")
                    : WireDriver.WireFailure.generic("the source answers " + e.status());
        }
    }

    /** Sends outputs as the test wants them. */
    private final class Transforming implements WireDriver.Sink {
        private final String command;
        private final WireDriver.Sink sink;

        Transforming(String command, WireDriver.Sink sink) {
            this.command = command;
            this.sink = sink;
        }

        @Override
        public void line(String type, JsonValue data) {
            var isOutput = type.equals(Line.OUTPUT) && data instanceof JsonObject;
            sink.line(type, isOutput ? output.apply(command, data.asJsonObject()) : data);
        }
    }

    private void test(CommandRequest request, WireDriver.Sink sink) {
        if (!slips(Slip.TEST_IGNORES_CONFIG)) {
            requireConfig(request);
        }
        if (!slips(Slip.TEST_ASKS_NOTHING)) {
            try {
                source.ping();
            } catch (SourceException e) {
                if (!slips(Slip.TEST_SWALLOWS_ERROR)) {
                    throw e;
                }
            }
        }
        sink.output(JsonValue.EMPTY_JSON_OBJECT);
        if (slips(Slip.TEST_SENDS_TWICE)) {
            sink.output(JsonValue.EMPTY_JSON_OBJECT);
        }
    }

    void requireConfig(CommandRequest request) {
        for (var key : List.of("baseUrl", "token")) {
            if (!request.config().containsKey(key)) {
                throw WireDriver.WireFailure.generic("the configuration lacks `" + key + "`");
            }
        }
        var token = request.config().getString("token");
        if (!token.equals(ReferenceSpec.CONFIG.getString("token"))) {
            throw WireDriver.WireFailure.generic(
                    "the token is refused" + (slips(Slip.TOKEN_IN_ERROR) ? ": " + token : ""));
        }
    }

    /** Calls the source, and waits as it asks to, with signs of life. */
    <T> T retrying(WireDriver.Sink sink, Supplier<T> call) {
        while (true) {
            try {
                return call.get();
            } catch (SourceException e) {
                var wait = e.retryAfter();
                if (wait == null || slips(Slip.TOO_MANY_FAILS)) {
                    throw e;
                }
                waitFor(sink, wait);
            }
        }
    }

    private void waitFor(WireDriver.Sink sink, Duration wait) {
        if (slips(Slip.TOO_MANY_AT_ONCE)) {
            return;
        }
        if (slips(Slip.LONG_WAIT_SILENT)) {
            clock.sleep(wait);
            return;
        }
        for (var left = wait; !left.isZero(); ) {
            var step = left.compareTo(Duration.ofMinutes(1)) < 0 ? left : Duration.ofMinutes(1);
            clock.sleep(step);
            left = left.minus(step);
            sink.line(Line.KEEP_ALIVE, JsonValue.EMPTY_JSON_OBJECT);
        }
    }

    /** Returns an account as list and read send it. */
    JsonObject account(Attributes row) {
        var id = String.valueOf(row.text("id"));
        var attributes = Json.object();
        for (var name : List.of("id", "name", "email", "department", "age", "badge", "contractor")) {
            if (row.get(name) != null) {
                add(attributes, name, row.get(name));
            }
        }
        for (var name : List.of("aliases", "levels", "groups", "roles")) {
            add(attributes, name, row.get(name) == null ? List.of() : row.get(name));
        }
        return Json.object()
                .add("identity", id)
                .add("key", Json.object().add("simple", Json.object().add("id", id)))
                .add("disabled", Boolean.TRUE.equals(row.get("disabled")) || softDeleted.contains(id))
                .add("locked", Boolean.TRUE.equals(row.get("locked")))
                .add("attributes", attributes)
                .build();
    }

    static void add(JsonObjectBuilder into, String name, @Nullable Object value) {
        into.add(name, json(value));
    }

    static JsonValue json(@Nullable Object value) {
        return Json.toValue(out -> Json.writePlain(out, value));
    }

    JsonObject entitlement(String type, Attributes row) {
        var id = String.valueOf(row.text("id"));
        var attributes = Json.object();
        row.forEach((name, value) -> add(attributes, name, value));
        return Json.object()
                .add("identity", id)
                .add("key", Json.object().add("simple", Json.object().add("id", id)))
                .add("type", type)
                .add("attributes", attributes)
                .build();
    }

    FakeTable table(String type) {
        return switch (type) {
            case "group" -> groups;
            case "role" -> roles;
            default -> throw WireDriver.WireFailure.generic("there are no entitlements of type `" + type + "`");
        };
    }

    static String id(JsonObject input) {
        if (input.get("key") instanceof JsonObject key) {
            var object = new ResourceObject(Json.object().add("key", key).build());
            return object.keyIds().get(0);
        }
        return input.getString("identity");
    }

    /** Returns a copy of a list in the opposite order. */
    static <T> List<T> reversed(List<T> list) {
        var reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        return reversed;
    }
}
