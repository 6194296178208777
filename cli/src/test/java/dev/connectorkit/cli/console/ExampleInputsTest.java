package dev.connectorkit.cli.console;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connectorkit.dsl.command.Command;
import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.internal.spec.StandardCommands;
import dev.connectorkit.dsl.spec.ConnectorSpec;
import dev.connectorkit.dsl.spec.KeyType;
import dev.connectorkit.dsl.spec.SchemaAttribute;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ExampleInputsTest {
    private static JsonObject inputs(ConnectorSpec spec, String chosen) {
        return new ExampleInputs(spec)
                .all(JsonValue.EMPTY_JSON_OBJECT, Json.parse(chosen).asJsonObject());
    }

    private static JsonObject harbour(String chosen) {
        return inputs(Harbour.connector().spec(), chosen);
    }

    private static JsonObject parse(String json) {
        return Json.parse(json).asJsonObject();
    }

    private static Map<String, Command<?, ?>> commands() {
        return Stream.of(dev.connectorkit.dsl.command.Commands.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .map(field -> {
                    try {
                        return (Command<?, ?>) field.get(null);
                    } catch (IllegalAccessException e) {
                        throw new AssertionError(e);
                    }
                })
                .collect(Collectors.toMap(Command::type, command -> command));
    }

    @TestFactory
    List<DynamicTest> the_input_of_every_standard_command_is_one_that_it_reads() {
        var spec = Harbour.connector().spec().withCommands(StandardCommands.ALL);
        var inputs = inputs(spec, "{}");
        var commands = commands();
        return StandardCommands.ALL.stream()
                .map(type -> DynamicTest.dynamicTest(
                        type,
                        () -> assertThat(requireNonNull(commands.get(type), type)
                                        .input()
                                        .read(inputs.getJsonObject(type)))
                                .isNotNull()))
                .toList();
    }

    @Test
    void a_create_fills_in_the_template() {
        assertThat(harbour("{}").getJsonObject("std:account:create"))
                .isEqualTo(parse("{\"attributes\":{\"name\":\"Ada Lovelace\",\"password\":\"Example-Passw0rd!\"}}"));
    }

    @Test
    void an_update_changes_the_chosen_account_by_values_that_it_has() {
        var ada = """
                {"account": {"identity": "ada", "attributes": {"name": "Ada", "crews": ["c1", "c2"]}}}""";

        assertThat(harbour(ada).getJsonObject("std:account:update")).isEqualTo(parse("""
                        {"identity": "ada", "key": {"simple": {"id": "ada"}}, "changes": [
                          {"op": "Add", "attribute": "crews", "value": "c1"},
                          {"op": "Set", "attribute": "name", "value": "Ada"}]}"""));
    }

    @Test
    void a_compound_key_has_two_parts() {
        var spec = ConnectorSpec.named("two")
                .keyType(KeyType.COMPOUND)
                .commands(List.of("std:account:read"))
                .accounts(SchemaAttribute.string("id", "Id").identity().display())
                .build();

        assertThat(inputs(spec, "{}").getJsonObject("std:account:read").getJsonObject("key"))
                .isEqualTo(parse("{\"compound\":{\"lookupId\":\"ada.lovelace\",\"uniqueId\":\"ada.lovelace\"}}"));
        var chosen = "{\"account\":{\"key\":{\"compound\":{\"lookupId\":\"a\",\"uniqueId\":\"1\"}}}}";
        assertThat(inputs(spec, chosen).getJsonObject("std:account:read").getJsonObject("key"))
                .isEqualTo(parse("{\"compound\":{\"lookupId\":\"a\",\"uniqueId\":\"1\"}}"));
    }

    @Test
    void entitlements_have_the_type_of_their_schema() {
        assertThat(harbour("{}").getJsonObject("std:entitlement:list")).isEqualTo(parse("{\"type\":\"crew\"}"));
    }
}
