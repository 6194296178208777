package dev.connectorkit.filter.internal.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectorkit.filter.internal.Counting;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts what the parser of the SDK's dialect reads of texts that are made to keep it busy. */
class SdkParsingWorkTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "!",
                "((a))||",
                "a||",
                "a == 1 || ",
                "a.",
                "a?.b ",
                "a.contains('b') && ",
                "a(b, ",
                "a[",
                "[1,",
                "\"",
                "'",
                "\"b\" == a || ",
                "\"\\\"",
                "a ? b : ",
                "1",
                "1.",
                ".",
                "1e",
                "a;",
                "a , ",
                "a**b-",
                "#",
                "\ud83d\ude00 ",
                "\ud83d"
            })
    void work_grows_with_the_length_and_no_faster(String shape) {
        for (int length = 4 * 1024; length < Parser.MAX_LENGTH; length *= 2) {
            long once = work(shape, length);
            long twice = work(shape, 2 * length);

            assertThat(twice)
                    .as("reads for %d characters of %s, after %d for half as many", 2 * length, shape, once)
                    .isLessThan(once * 22 / 10);
            assertThat(twice).isLessThan(20L * length);
        }
    }

    private static long work(String shape, int length) {
        var text = shape.repeat(length / shape.length() + 1).substring(0, length);
        var counting = new Counting();
        try {
            new Parser(new Tokens(text, counting.characters(Tokens.units(text)))).filter();
        } catch (SdkSyntaxException e) {
            assertThat(e).hasMessageContaining("character");
        }
        return counting.reads();
    }
}
