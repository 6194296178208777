package dev.connectorkit.benchmarks.server;

import static dev.connectorkit.dsl.command.Commands.ACCOUNT_LIST;
import static dev.connectorkit.dsl.spec.SchemaAttribute.string;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import dev.connectorkit.dsl.Connector;
import dev.connectorkit.dsl.command.Account;
import dev.connectorkit.dsl.runtime.CommandRequest;
import dev.connectorkit.dsl.runtime.ConnectorRunner;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Accounts to lines, which nobody reads: by a connector's runner, and by hand. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(3)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class Serialization {
    private static final int COUNT = 1000;

    private final List<Person> people =
            IntStream.range(0, COUNT).mapToObj(Person::of).toList();
    private final List<Account> accounts = people.stream().map(Person::account).toList();
    private final CommandRequest request = CommandRequest.of(ACCOUNT_LIST.type(), JsonValue.EMPTY_JSON_OBJECT);
    private final ConnectorRunner runner = ConnectorRunner.of(Connector.named("listing")
            .accounts(
                    string("id", "Id").identity(), string("displayName", "Name").display())
            .on(ACCOUNT_LIST, (context, input, response) -> accounts.forEach(response::send))
            .build());
    private final JsonGenerator byHand = generator();

    private static JsonGenerator generator() {
        try {
            return JsonFactory.builder()
                    .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
                    .build()
                    .createGenerator(OutputStream.nullOutputStream())
                    .setRootValueSeparator(null);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends accounts to a sink that drops their lines. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void connectorkit() {
        runner.run(request, (type, buffer, offset, length) -> {});
    }

    /** Writes the same lines with a generator of Jackson's. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void jacksonByHand() throws IOException {
        for (Person person : people) {
            person.writeLine(byHand);
        }
        byHand.flush();
    }
}
