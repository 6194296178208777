package dev.connectorkit.benchmarks.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QuestionTest {
    private final List<Map<String, Object>> accounts = Accounts.all();

    @ParameterizedTest
    @EnumSource
    void every_engine_gives_the_answers_of_the_handwritten_predicate(Question question) {
        var expected = accounts.stream().filter(HandWritten.predicate(question)).toList();
        for (Engine engine : Engine.values()) {
            var filter = engine.compile(question);
            assertThat(accounts.stream().filter(filter).toList())
                    .as(engine.name())
                    .isEqualTo(expected);
            // Some engines compile once they have seen values.
            assertThat(accounts.stream().filter(filter).toList())
                    .as("%s, warm", engine)
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void some_accounts_match_and_some_do_not(Question question) {
        var filter = HandWritten.predicate(question);

        assertThat(accounts).hasSize(Accounts.COUNT).anyMatch(filter).anyMatch(filter.negate());
    }
}
