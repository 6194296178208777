package dev.connectorkit.filter.internal.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SdkSyntaxTest {

    @ParameterizedTest
    @CsvSource(delimiter = '§', quoteCharacter = '`', textBlock = """
                    a = 1           §  2 § Unexpected "="
                    `a == 1 @`      §  7 § Unexpected "@"
                    ` ;a`           §  1 § Unexpected ";"
                    `a; ;b`         §  3 § Unexpected ";"
                    `(a; )`         §  4 § Unexpected ")"
                    `( )`           §  2 § Unexpected ")"
                    `(; )`          §  3 § Unexpected ")"
                    (())            §  3 § Unexpected ")"
                    () ;            §  3 § Unexpected ";"
                    a ==            §  4 § Expected expression after ==
                    `a == ()  1`    §  7 § Expected expression after ==
                    a &&& b         §  4 § Expected expression after &&
                    a <> b          §  3 § Expected expression after <
                    !               §  1 § missing unaryOp argument
                    !()             §  3 § missing unaryOp argument
                    !=5             §  1 § missing unaryOp argument
                    a.5             §  2 § Unexpected 5
                    a .5            §  3 § Unexpected 5
                    `"s".5`         §  4 § Unexpected 5
                    (a).5           §  4 § Unexpected 5
                    a."x            §  2 § Unexpected "
                    v?.5:1          §  3 § Unexpected 5
                    a[]             §  2 § Unexpected "]"
                    a[()]           §  4 § Unexpected "]"
                    `a[1,2]`        §  3 § Unclosed [
                    (a b            §  4 § Unclosed (
                    (()             §  3 § Unclosed (
                    `f(,1)`         §  3 § Unexpected token ,
                    `f(1,,2)`       §  5 § Unexpected token ,
                    `f(1 2,3)`      §  6 § Unexpected token ,
                    `f(1,)`         §  5 § Unexpected token )
                    f(1;2)          §  3 § Expected comma
                    `f(1,2 3)`      §  6 § Expected comma
                    f(())           §  4 § Expected comma
                    `[1 2, 3]`      §  6 § Expected comma
                    f(1             §  3 § Expected )
                    `f(1 `          §  4 § Expected )
                    `f(1, `         §  5 § Expected comma
                    [1              §  2 § Expected ]
                    a ? b           §  5 § Expected :
                    a ? : b         §  4 § Expected expression
                    a ? b :         §  7 § Expected expression
                    `a ? ()  : b`   §  8 § Expected expression
                    1e+x            §  3 § Expected exponent (1e+x)
                    1e              §  2 § Expected exponent (1e)
                    0x1F            §  1 § Variable names cannot start with a number (0x)
                    12ab            §  2 § Variable names cannot start with a number (12a)
                    1.2.3           §  3 § Unexpected period
                    .               §  1 § Unexpected period
                    5.isNull()      §  2 § Variable names cannot start with a number (5.i)
                    `"abc`          §  4 § Unclosed quote after "abc"
                    `"abc\\`         §  6 § Unclosed quote after "abc"
                    `"\\n'`          §  4 § Unclosed quote after "{newline}'"
                    `a // note`     §  3 § Expected expression after /
                    """)
    void is_refused_with_the_position_and_the_wording_of_the_sdk(String text, int position, String description) {
        var thrown = catchThrowableOfType(SdkSyntaxException.class, () -> SdkProgram.parse(text));

        assertThat(thrown).as(text).isNotNull();
        assertThat(thrown.description()).isEqualTo(description.replace("{newline}", "\n"));
        assertThat(thrown.position()).isEqualTo(position);
        assertThat(thrown).hasMessage("%s at character %d", thrown.description(), position);
    }

    @Test
    void an_empty_name_at_the_end_is_described_by_nothing() {
        assertThatThrownBy(() -> SdkProgram.parse("a.")).hasMessage("Unexpected  at character 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ";,",
                "()",
                "(;,)",
                "a == 1 () ",
                "a ;b",
                "a;;b",
                "(a;)",
                "(a )",
                "a == 1 and b == 2",
                "1 .5",
                "1?.5:2",
                "v ? .5 : 1",
                "a ? b : c ? d : e",
                "a ? b ? c : d : e",
                "[,]",
                "[1,,2]",
                "[1 2]",
                "[1,]",
                "f(1 2)",
                "a.true.null.this",
                "a?.b?.[c]?.(d)",
                "a\n(b)",
                "1 (2)",
                "!!-+~a",
                "a ++b",
                "a !b",
                "5. .5 5.e3 00012 1e400 .e5",
                "$_aé٣≠“½\uD800 == '\n'",
                "a ?? b ** c >>> d",
            })
    void is_accepted_as_by_the_sdk(String text) {
        assertThat(SdkAnswers.answer(text, "{}")).doesNotStartWith("parse");
    }

    @Test
    void positions_count_utf_16_units() {
        assertThat(SdkAnswers.answer("\"😀\" = 1", "{}")).isEqualTo("parse@5");
        assertThat(SdkAnswers.answer("\uD83D\uD83D = 1", "{}")).isEqualTo("parse@3");
    }

    @Test
    void blanks_are_four_characters_and_a_no_break_space_is_a_letter() {
        assertThat(SdkAnswers.answer("a\t\r\n == 1", "{\"a\":1}")).isEqualTo("T");
        assertThat(SdkAnswers.answer("a\u00A0== 1", "{\"a\\u00A0\":1}")).isEqualTo("T");
        assertThat(SdkAnswers.answer("a\u000B== 1", "{\"a\":1}")).isEqualTo("parse@1");
    }
}
