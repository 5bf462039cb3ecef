package org.descant.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StretchesTest {
    /** The values, the gradient, what is carried, and the terms of the reduction. */
    private static final int CARRIED = 2;

    private static final int TERMS = 3;

    @Test
    void sweepsAreOneStretch_whereTheBarrierIsOfTheTensor() {
        RuleDescription rule = carrying(StateShape.PER_TENSOR).build();

        assertThat(new Stretches(rule).end(0)).isEqualTo(2);
        assertThat(new Stretches(rule).isOfOne(CARRIED)).isTrue();
    }

    @Test
    void sweepsAreTwoStretches_whereTheBarrierIsOfTheModel() {
        RuleDescription rule = carrying(StateShape.PER_MODEL).build();

        assertThat(new Stretches(rule).end(0)).isEqualTo(1);
        assertThat(new Stretches(rule).isOfOne(CARRIED)).isFalse();
    }

    @Test
    void gradientBetweenThem_endsAStretch() {
        RuleDescription rule = RuleDescription.builder("Rule")
                .evaluation(false, EvaluationDescription.ALWAYS)
                .sweep()
                .reduction("sum(w^2)", StateShape.PER_TENSOR, ReductionKind.SUM)
                .loop(new int[] {0}, new int[] {3})
                .evaluation(true, EvaluationDescription.ALWAYS)
                .sweep()
                .loop(new int[] {1}, new int[] {0})
                .build();

        assertThat(new Stretches(rule).end(0)).isEqualTo(1);
    }

    @Test
    void whatIsCarried_liesInAGradientThatMayBeOverwrittenAndIsReadNoMore() {
        assertThat(heir(carrying(StateShape.PER_TENSOR), true)).isEqualTo(CARRIED);
        assertThat(heir(carrying(StateShape.PER_TENSOR), false)).isEqualTo(DeadGradient.NONE);
        assertThat(heir(carrying(StateShape.PER_MODEL), true)).isEqualTo(DeadGradient.NONE);
        assertThat(heir(carrying(StateShape.PER_TENSOR).loop(new int[] {1}, new int[] {0}), true))
                .isEqualTo(DeadGradient.NONE);
    }

    private static int heir(RuleDescriptionBuilder rule, boolean overwrites) {
        ParametersBuilder model = Parameters.builder().tensor("w", new double[1], new double[1], 1);
        return DeadGradient.heir(rule.build(), (overwrites ? model.overwriteGradients() : model).build());
    }

    /** The first of two sweeps makes something of the gradient, adds its squares, and the second takes it from the values. */
    private static RuleDescriptionBuilder carrying(StateShape shape) {
        return RuleDescription.builder("Rule")
                .carried(1)
                .sweep()
                .reduction("sum(u^2)", shape, ReductionKind.SUM)
                .loop(new int[] {1}, new int[] {CARRIED})
                .loop(new int[] {CARRIED}, new int[] {TERMS})
                .sweep()
                .loop(new int[] {0, CARRIED}, new int[] {0});
    }
}
