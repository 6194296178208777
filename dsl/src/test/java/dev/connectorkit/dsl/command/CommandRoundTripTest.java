package dev.connectorkit.dsl.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.internal.spec.StandardCommands;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of the platform's pages, and one of every shape that its types allow. */
class CommandRoundTripTest {
    private static final List<Command<?, ?>> STANDARD = standardCommands();

    record Example(String type, String side, JsonValue json) {
        Codec<?> codec() {
            var command = standard(type);
            return side.equals("in") ? command.input() : command.output();
        }
    }

    static List<Example> examples() throws IOException {
        try (var lines = CommandRoundTripTest.class.getResourceAsStream("/command-examples.psv")) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\\|", 3))
                    .map(columns -> new Example(columns[0], columns[1], Json.parse(columns[2])))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_reads_and_writes_as_equal_json(Example example) {
        assertThat(again(example.codec(), example.json())).isEqualTo(example.json());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void a_member_of_a_later_version_is_no_error(Example example) {
        if (example.json().getValueType() == JsonValue.ValueType.OBJECT) {
            var newer = Json.provider()
                    .createObjectBuilder(example.json().asJsonObject())
                    .add("addedLater", 1)
                    .build();

            var written = again(example.codec(), newer).asJsonObject();

            assertThat(written.entrySet())
                    .containsAll(example.json().asJsonObject().entrySet());
        }
    }

    @Test
    void the_examples_cover_both_sides_of_all_commands() throws IOException {
        var sides = new TreeSet<String>();
        examples().forEach(example -> sides.add(example.type() + " " + example.side()));
        var expected = new TreeSet<String>();
        STANDARD.forEach(command -> expected.addAll(List.of(command.type() + " in", command.type() + " out")));

        assertThat(sides).isEqualTo(expected);
    }

    @Test
    void what_checks_specs_knows_the_same_commands() {
        assertThat(STANDARD).extracting(Command::type).containsExactlyInAnyOrderElementsOf(StandardCommands.ALL);
    }

    static Command<?, ?> standard(String type) {
        return STANDARD.stream()
                .filter(command -> command.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static <T> JsonValue again(Codec<T> codec, JsonValue json) {
        var value = codec.read(json);
        return Json.toValue(out -> codec.write(value, out));
    }

    private static List<Command<?, ?>> standardCommands() {
        return Arrays.stream(Commands.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .<Command<?, ?>>map(field -> {
                    try {
                        return (Command<?, ?>) field.get(null);
                    } catch (IllegalAccessException e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
    }
}
