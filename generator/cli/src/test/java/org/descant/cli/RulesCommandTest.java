package org.descant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RulesCommandTest {
    @Test
    void words_chooseRules() {
        assertThat(Invocation.of("rules", "lion", "one STATE")).isEqualTo(new Invocation(0, """
                        Lion: the sign of a mean of momentum and gradient, one state, decoupled weight decay
                            Chen et al. (2023), arXiv:2302.06675, Algorithm 2
                            state: m
                        """, ""));
    }

    @Test
    void allRules_areListedInTheOrderOfTheAlphabet() {
        List<String> names = Invocation.of("rules")
                .out()
                .lines()
                .filter(line -> !line.startsWith(" "))
                .map(line -> line.replaceAll(":.*", ""))
                .toList();

        assertThat(names).contains("Adam", "AdamW", "Lion", "SGD").isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
    }

    @Test
    void wordThatNoRuleHas_isSaid() {
        assertThat(Invocation.of("rules", "adam", "sourdough"))
                .isEqualTo(new Invocation(2, "", "descant: the library has no rule with adam and sourdough\n"));
    }
}
