package dev.connectorkit.filter.internal.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SdkHostileInputProperties {
    private static final String DATA = "{\"a\":null,\"b\":[1,\"x\"],\"c\":\"text\",\"undefined\":{}}";

    @Property(tries = 2000)
    void any_text_is_answered_or_refused_inside_its_bounds(@ForAll("texts") String text) {
        String answer = SdkAnswers.answer(text, DATA);

        if (answer.startsWith("parse@")) {
            assertThat(Integer.parseInt(answer.substring(6))).isBetween(0, text.length() + 1);
        } else {
            assertThat(answer).isIn("T", "F", "X");
        }
    }

    @Provide
    Arbitrary<String> texts() {
        var tokens = Arbitraries.of(
                ("a b c 1 .5 1e5 \"s\" 'q ( ) [ ] , ; : ? . ?. ! - ~ == != === < >= && || ?? + * ** | @ \\ \"x\\ é 😀 \uD83D"
                                + " isNull contains() () true null this")
                        .split(" "));
        var structured = tokens.list().ofMaxSize(20).map(list -> String.join("", list));
        var spaced = tokens.list().ofMaxSize(20).map(list -> String.join(" ", list));
        return Arbitraries.oneOf(structured, spaced, Arbitraries.strings().ofMaxLength(40));
    }

    @Example
    void brackets_may_stand_inside_one_another_up_to_a_limit() {
        int most = Parser.MAX_NESTING - 1;

        assertThat(SdkAnswers.answer("(".repeat(most) + "a == null" + ")".repeat(most), "{}"))
                .isEqualTo("T");
        for (String opening : new String[] {"(", "[", "a[", "a(", "a ? ", "!("}) {
            assertThatThrownBy(() -> SdkProgram.parse(opening.repeat(Parser.MAX_NESTING + 1)))
                    .as(opening)
                    .isInstanceOf(SdkSyntaxException.class)
                    .hasMessage(
                            "A filter has at most 500 expressions inside one another at character %d",
                            Parser.MAX_NESTING * opening.length());
        }
    }

    @Example
    void a_text_has_a_longest_length() {
        assertThat(SdkAnswers.answer(" ".repeat(Parser.MAX_LENGTH), "{}")).isEqualTo("F");
        assertThatThrownBy(() -> SdkProgram.parse(" ".repeat(Parser.MAX_LENGTH + 1)))
                .hasMessage("A filter has at most 65536 characters at character 65536");
    }

    @Example
    void chains_do_not_nest() {
        for (String link : new String[] {"!", "-", "a==1||", "a!=1&&", "a.", "a ? a : ", "a**", "a;", "a??", "a<"}) {
            String chain = link.repeat(Parser.MAX_LENGTH / link.length() - 1) + "a";

            assertThat(SdkProgram.parse(chain).matches(Map.of("a", 2))).as(link).isIn(true, false);
        }
    }
}
