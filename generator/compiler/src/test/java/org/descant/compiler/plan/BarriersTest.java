package org.descant.compiler.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.descant.compiler.Descant;
import org.descant.grammar.source.SourceText;
import org.junit.jupiter.api.Test;

class BarriersTest {
    @Test
    void sweep_thatWaitsForAReductionOfItsTensor_followsPerTensor() {
        assertThat(following("w[t] = w[t-1] - g / sum(g^2 per tensor)")).containsExactly(false, true);
        assertThat(following("w[t] = w[t-1] - g / sum(g^2 per row)")).containsExactly(false, true);
    }

    @Test
    void sweep_thatWaitsForTheModel_doesNot() {
        assertThat(following("w[t] = w[t-1] - g / sum(g^2 per model)")).containsExactly(false, false);
        assertThat(following("""
                n = sum(g^2 per tensor)
                w[t] = w[t-1] - g / sum(g^2 / n per model)
                """)).containsExactly(false, true, false);
    }

    @Test
    void sweepsBesideAGradientThatIsAskedFor_doNot() {
        assertThat(following("""
                p = w[t-1] + g / sum(g^2 per tensor)
                a = grad(p)
                w[t] = w[t-1] - a / sum(a^2 per tensor)
                """)).containsExactly(false, false, false, true);
    }

    @Test
    void sweepBeforeWhichTensorsAreAskedForAnInput_doesNot() {
        assertThat(following("""
                input x
                w[t] = w[t-1] - g / sum(g^2 per tensor) * (if sum(g^2 per model) > 1 then x else 1)
                """)).containsExactly(false, false);
        assertThat(following("""
                input x
                input every per model
                w[t] = w[t-1] - g * every / sum(g^2 * x per tensor)
                """)).containsExactly(false, true);
    }

    @Test
    void whereNothingIsReduced_noSweepFollowsPerTensor() {
        assertThat(following("""
                input x per model
                w[t] = w[t-1] - g * (if t > 2 then x else 1)
                """)).isNotEmpty().doesNotContain(true);
    }

    /** Of each sweep of a rule whether it follows per tensor. */
    private static List<Boolean> following(String lines) {
        String rule = "optimizer Rule(w, g) {\n" + lines.indent(2) + "}\n";
        return Descant.compiler()
                .run(new SourceText("rule.opt", rule), "plan")
                .executionPlan()
                .orElseThrow()
                .sweeps()
                .stream()
                .map(Sweep::followsPerTensor)
                .toList();
    }
}
