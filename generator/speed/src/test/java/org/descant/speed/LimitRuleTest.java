package org.descant.speed;

import static org.assertj.core.api.Assertions.assertThat;

import org.descant.compiler.Compilation;
import org.descant.compiler.Descant;
import org.descant.grammar.source.SourceText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitRuleTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7})
    void rule_movesWhatItSays(int states) {
        Compilation compilation =
                Descant.compiler().run(new SourceText("limit.opt", LimitRule.text(states)), "compile");

        assertThat(compilation.diagnostics()).isEmpty();
        assertThat(compilation.executionPlan().orElseThrow().traffic()).isEqualTo(LimitRule.moved(states));
        assertThat(LimitRule.states(LimitRule.moved(states))).isEqualTo(states);
    }
}
