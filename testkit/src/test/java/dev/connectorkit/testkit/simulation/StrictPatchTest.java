package dev.connectorkit.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.internal.json.JsonEquality;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StrictPatchTest {

    static Stream<Arguments> cases() throws IOException {
        try (var in = StrictPatchTest.class.getResourceAsStream("/rfc6902/cases.json")) {
            assertThat(in).isNotNull();
            return Json.parse(in).asJsonArray().getValuesAs(JsonObject.class).stream()
                    .map(example -> Arguments.of(example.getString("name"), example));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void rfc_6902(String name, JsonObject example) {
        var document = example.getValue("/document");
        var before = Json.toText(document);
        var patch = example.getJsonArray("patch");

        if (example.containsKey("rejected")) {
            assertThatExceptionOfType(PatchRejectedException.class)
                    .as(name)
                    .isThrownBy(() -> StrictPatch.apply(patch, document))
                    .withMessageContaining(example.getString("rejected"));
        } else {
            var expected = example.getValue("/result");
            var result = StrictPatch.apply(patch, document);
            assertThat(result).as(name).usingEquals(StrictPatchTest::same).isEqualTo(expected);
        }
        assertThat(Json.toText(document)).isEqualTo(before);
    }

    private static boolean same(JsonValue left, JsonValue right) {
        return JsonEquality.equal(left, right);
    }
}
