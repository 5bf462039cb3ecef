package org.descant.compiler.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.descant.compiler.interpret.Interpreter;
import org.descant.compiler.interpret.StepSource;
import org.descant.compiler.interpret.TensorSpec;
import org.descant.compiler.ir.EquationSystem;
import org.descant.runtime.ElementType;
import org.junit.jupiter.api.Test;

class RelaxedRewritesTest {
    private static final String LINES = "w[t] = w[t-1] - lr * (g / (1 - beta^t)) - (beta * (lr * g)) / 3";

    @Test
    void factorsOfTheStep_areMultipliedOnce() {
        assertThat(Equations.of(Rewriter.of(new CollectStepFactors())
                        .rewrite(Equations.rule(LINES))
                        .system()))
                .isEqualTo("""
                        w: per element = w[t-1] - narrow(lr / (1 - beta^t)) * gradient(0) - narrow(beta * lr / 3) * gradient(0)
                        """);
    }

    @Test
    void divisorOfTheStep_becomesAFactor() {
        assertThat(Equations.of(Rewriter.of(new MultiplyByReciprocals())
                        .rewrite(Equations.rule("w[t] = w[t-1] - g / (1 - beta^t) - g / abs(g)"))
                        .system()))
                .isEqualTo("""
                        w: per element = w[t-1] - gradient(0) * narrow(1 / (1 - beta^t)) - gradient(0) / abs(gradient(0))
                        """);
    }

    @Test
    void ordinaryNumbers_comeOutNearlyTheSame() {
        EquationSystem before = Equations.rule(LINES);
        double expected = step(before);
        double actual = step(Rewriter.relaxed().rewrite(before).system());
        assertThat(actual).isCloseTo(expected, within(1e-15));
    }

    @Test
    void strict_hasNoneOfThem() {
        assertThat(Rewriter.strict().rewrites())
                .noneMatch(
                        rewrite -> rewrite instanceof CollectStepFactors || rewrite instanceof MultiplyByReciprocals);
        assertThat(Rewriter.relaxed().rewrites())
                .filteredOn(rewrite -> rewrite.exactness() != Exactness.BITWISE)
                .extracting(Rewrite::label)
                .containsExactly("CollectStepFactors", "MultiplyByReciprocals");
    }

    private static double step(EquationSystem system) {
        Interpreter interpreter = new Interpreter(system, ElementType.DOUBLE, List.of(new TensorSpec("p")));
        interpreter.setWeight("p", 0.75);
        interpreter.step(StepSource.of(new double[] {0.3}));
        return interpreter.weight("p")[0];
    }
}
