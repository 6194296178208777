package dev.connectorkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectorkit.dsl.internal.json.Json;
import dev.connectorkit.dsl.internal.json.JsonEquality;
import dev.connectorkit.testkit.jqwik.JsonValues;
import jakarta.json.JsonNumber;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DoubleNumbersProperties {

    @Provide
    Arbitrary<JsonNumber> numbers() {
        return JsonValues.numbers();
    }

    @Property
    void a_number_survives_being_a_double(@ForAll("numbers") JsonNumber number) {
        var fitting = (JsonNumber) DoubleNumbers.in(number);

        var written = DoublesTest.DoubleStore.shortest(fitting.doubleValue());

        assertThat(written).isEqualByComparingTo(fitting.bigDecimalValue());
    }

    @Property
    void a_number_that_fits_stays_as_it_is(@ForAll int number) {
        var value = Json.provider().createValue(number);

        assertThat(JsonEquality.equal(DoubleNumbers.in(value), value)).isTrue();
    }
}
