package org.descant.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class StretchesTest {
    /** The values, the gradient, what is carried, and the terms of the reduction. */
    private static final int CARRIED = 2;

    private static final int TERMS = 3;

    @Test
    void sweepThatFollowsPerTensor_isOfTheStretchBeforeIt() {
        RuleDescription rule = carrying(RuleDescriptionBuilder::sweepPerTensor).build();

        assertThat(new Stretches(rule).end(0)).isEqualTo(2);
        assertThat(new Stretches(rule).isOfOne(CARRIED)).isTrue();
    }

    @Test
    void otherSweep_beginsAStretch() {
        RuleDescription rule = carrying(RuleDescriptionBuilder::sweep).build();

        assertThat(new Stretches(rule).end(0)).isEqualTo(1);
        assertThat(new Stretches(rule).isOfOne(CARRIED)).isFalse();
    }

    @Test
    void firstSweep_followsNone() {
        RuleDescriptionBuilder rule =
                RuleDescription.builder("Rule").sweepPerTensor().loop(new int[] {1}, new int[] {0});

        assertThatThrownBy(rule::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Rule begins with a sweep that follows another");
    }

    @Test
    void sweepsOfARuleThatReducesNothing_doNotFollowPerTensor() {
        RuleDescriptionBuilder rule = RuleDescription.builder("Rule")
                .loop(new int[] {1}, new int[] {0})
                .sweepPerTensor()
                .loop(new int[] {1}, new int[] {0});

        assertThatThrownBy(rule::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Rule has sweeps that follow per tensor, but reduces nothing");
    }

    @Test
    void whatIsCarried_liesInAGradientThatMayBeOverwrittenAndIsReadNoMore() {
        assertThat(heir(carrying(RuleDescriptionBuilder::sweepPerTensor), true)).isEqualTo(CARRIED);
        assertThat(heir(carrying(RuleDescriptionBuilder::sweepPerTensor), false))
                .isEqualTo(DeadGradient.NONE);
        assertThat(heir(carrying(RuleDescriptionBuilder::sweep), true)).isEqualTo(DeadGradient.NONE);
        assertThat(heir(carrying(RuleDescriptionBuilder::sweepPerTensor).loop(new int[] {1}, new int[] {0}), true))
                .isEqualTo(DeadGradient.NONE);
    }

    private static int heir(RuleDescriptionBuilder rule, boolean overwrites) {
        ParametersBuilder model = Parameters.builder().tensor("w", new double[1], new double[1], 1);
        return DeadGradient.heir(rule.build(), (overwrites ? model.overwriteGradients() : model).build());
    }

    /** The first of two sweeps makes something of the gradient, adds its squares, and the second takes it from the values. */
    private static RuleDescriptionBuilder carrying(UnaryOperator<RuleDescriptionBuilder> secondSweep) {
        RuleDescriptionBuilder first = RuleDescription.builder("Rule")
                .carried(1)
                .sweep()
                .reduction("sum(u^2)", StateShape.PER_TENSOR, ReductionKind.SUM)
                .loop(new int[] {1}, new int[] {CARRIED})
                .loop(new int[] {CARRIED}, new int[] {TERMS});
        return secondSweep.apply(first).loop(new int[] {0, CARRIED}, new int[] {0});
    }
}
