package org.descant.benchmarks.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.LongStream;
import org.descant.benchmarks.Child;
import org.descant.compiler.Descant;
import org.junit.jupiter.api.Test;

class RandomRulesTest {
    @Test
    void rules_areRules_andDiffer() {
        assertThat(LongStream.range(0, 60).mapToObj(RandomRules::rule))
                .doesNotHaveDuplicates()
                .allSatisfy(rule ->
                        assertThat(Descant.compile(rule).description().name()).isEqualTo("Random"));
    }

    @Test
    void program_saysHowLongTheyTake() throws IOException {
        assertThat(Child.saidBy(List.of("-XX:-UseSuperWord"), StepTimes.class, 1L, 2L))
                .hasSize(2)
                .allMatch(picos -> picos > 0);
    }

    @Test
    void seed_decides() {
        assertThat(RandomRules.rule(7)).isEqualTo(RandomRules.rule(7));
    }
}
