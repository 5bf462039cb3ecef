package org.descant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RuleHeaderTest {
    @Test
    void summaryAndSource_areTakenFromTheirLines() {
        RuleHeader header = RuleHeader.of("Rprop", """
                Rprop: each element has a step size of its own.
                Source: Riedmiller & Braun (1993); as
                torch.optim.Rprop.
                Differs: optax.rprop applies the move of the step before.""");

        assertThat(header.summary()).isEqualTo("each element has a step size of its own");
        assertThat(header.source()).isEqualTo("Riedmiller & Braun (1993); as torch.optim.Rprop");
    }

    @Test
    void otherDocumentation_isTheSummary() {
        assertThat(RuleHeader.of("Mine", "My rule, second try\nNothing more."))
                .isEqualTo(new RuleHeader("My rule, second try", ""));
    }

    @Test
    void noDocumentation_isEmpty() {
        assertThat(RuleHeader.of("Mine", "")).isEqualTo(new RuleHeader("", ""));
    }
}
