package dev.connectorkit.dsl.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ValueWriterProperties {

    @Property(tries = 300)
    void every_value_is_written_as_if_it_were_the_first(@ForAll("objects") List<JsonObject> values) {
        var bytes = new ByteArrayOutputStream();
        var writer = new ValueWriter(bytes);
        for (var value : values) {
            bytes.reset();

            writer.write(value, (json, out) -> out.write(json));

            assertThat(bytes.toString(UTF_8)).isEqualTo(Json.toText(value));
            assertThat(Json.parse(bytes.toString(UTF_8))).isEqualTo(value);
        }
    }

    @Provide
    Arbitrary<List<JsonObject>> objects() {
        var usual = Arbitraries.integers().between(0, 400).map(number -> "attribute" + number);
        var hostile = Arbitraries.oneOf(
                        Arbitraries.strings().all().ofMaxLength(5),
                        Arbitraries.strings()
                                .withChars("\"\\/~{}\u0000\n\u007f\u00e4\u2028 ")
                                .ofMaxLength(4),
                        Arbitraries.strings().alpha().ofMinLength(60).ofMaxLength(70))
                .filter(name -> UTF_8.newEncoder().canEncode(name));
        return Arbitraries.oneOf(usual, hostile)
                .set()
                .ofMaxSize(30)
                .map(ValueWriterProperties::object)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    private static JsonObject object(Set<String> names) {
        var object = Json.object();
        names.forEach(name -> object.add(name, name.length()));
        return object.build();
    }

    @Example
    void a_name_with_half_a_character_is_no_exception() {
        var half = Json.object().add("a\ud83d", 1).build();
        var bytes = new ByteArrayOutputStream();
        var writer = new ValueWriter(bytes);

        writer.write(half, (json, out) -> out.write(json));
        writer.write(half, (json, out) -> out.write(json));

        assertThat(bytes.toString(UTF_8)).isEqualTo(Json.toText(half).repeat(2));
    }
}
