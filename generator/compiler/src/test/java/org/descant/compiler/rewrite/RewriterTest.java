package org.descant.compiler.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.descant.compiler.ir.Apply;
import org.descant.compiler.ir.Constant;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Gradient;
import org.descant.compiler.ir.Operator;
import org.descant.compiler.ir.Truth;
import org.descant.compiler.ir.Verifier;
import org.descant.compiler.random.Features;
import org.descant.compiler.random.Property;
import org.descant.compiler.random.RuleBuilder;
import org.descant.compiler.random.Trial;
import org.junit.jupiter.api.Test;

class RewriterTest {
    @Test
    void strict_keepsEveryBit() {
        Property.holdsFor(300, 1, Features.all(), RewriterTest::differenceAfterRewriting);
        Property.holdsFor(200, 1, Features.elementwise(), RewriterTest::differenceAfterRewriting);
    }

    @Test
    void strict_runsNothingButBitwise() {
        assertThat(Rewriter.strict().rewrites()).allMatch(rewrite -> rewrite.exactness() == Exactness.BITWISE);
    }

    @Test
    void strict_ofItsOwnResult_changesNothing() {
        Property.holdsFor(100, 1000, Features.all(), system -> {
            EquationSystem once = Rewriter.strict().rewrite(system).system();
            Map<String, Integer> applied = Rewriter.strict().rewrite(once).applied();
            return applied.isEmpty() ? Optional.empty() : Optional.of("at its end it applies " + applied);
        });
    }

    @Test
    void strict_leavesAReadableRule() {
        assertThat(Equations.after(Rewriter.strict(), """
                        option amsgrad = false
                        option maximize = true
                        state m = 0
                        state v = 0
                        state vmax = 0
                        h = if maximize then -g else g
                        m[t] = beta * m[t-1] + (1 - beta) * h
                        v[t] = 0.999 * v[t-1] + (1 - 0.999) * h^2
                        vmax[t] = max(vmax[t-1], v[t])
                        second = if amsgrad then vmax[t] else v[t]
                        w[t] = w[t-1] - lr * (m[t] / (1 - beta^t)) / (sqrt(second / 2) + 1e-8)
                        """)).isEqualTo("""
                        h: per element = -gradient(0)
                        s#1: per step = 1 - beta
                        m: per element = narrow(beta) * m[t-1] + narrow(s#1) * h
                        v: per element = narrow(0.999) * v[t-1] + narrow(0.0010000000000000009) * h^2
                        s#2: per step = 1 - beta^t
                        w: per element = w[t-1] - narrow(lr) * (m / narrow(s#2)) / (sqrt(v * narrow(0.5)) + narrow(1e-8))
                        next m = m
                        next v = v
                        """);
    }

    @Test
    void result_countsWhatWasApplied() {
        EquationSystem system = Equations.rule("w[t] = w[t-1] * 1 - g / 1");
        assertThat(Rewriter.strict().rewrite(system).applied()).isEqualTo(Map.of("DropNeutralOperands", 2));
    }

    @Test
    void chainOfManyTerms_isLeftAlone() {
        Expr chain = new Gradient(0);
        for (int i = 0; i < 500; i++) {
            chain = new Apply(Operator.NEGATE, chain);
        }
        EquationSystem system = new RuleBuilder().build(chain);
        assertThat(Rewriter.strict().rewrite(system).system()).isEqualTo(system);
    }

    @Test
    void rewriteThatChangesAKind_isRefused() {
        assertThatThrownBy(() -> Rewriter.of(replacing(new Gradient(0), new Truth(true)))
                        .rewrite(Equations.rule("w[t] = w[t-1] - g")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Replace changed the type of ");
    }

    @Test
    void rewriteThatChangesAPrecision_isRefused() {
        assertThatThrownBy(() -> Rewriter.of(replacing(new Gradient(0), new Constant(1)))
                        .rewrite(Equations.rule("w[t] = w[t-1] - g")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Replace changed the type of ");
    }

    @Test
    void rewriteThatLosesWhatACallerSees_isRefused() {
        SystemRewrite rename = new SystemRewrite() {
            @Override
            public Exactness exactness() {
                return Exactness.BITWISE;
            }

            @Override
            public String label() {
                return "DropHypers";
            }

            @Override
            public Optional<EquationSystem> rewrite(EquationSystem s) {
                return Optional.of(new EquationSystem(
                        s.name(),
                        s.doc(),
                        List.of(),
                        s.options(),
                        s.inputs(),
                        s.states(),
                        s.equations(),
                        s.updates(),
                        s.weight(),
                        s.evaluations(),
                        s.checks(),
                        s.outputs(),
                        s.usesLoss(),
                        s.origin()));
            }
        };
        assertThatThrownBy(() -> Rewriter.of(rename).rewrite(Equations.rule("w[t] = w[t-1] - g")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("DropHypers changed the hyperparameters from ");
    }

    @Test
    void rewriteThatNeverEnds_isStopped() {
        SystemRewrite swap = new SystemRewrite() {
            @Override
            public Exactness exactness() {
                return Exactness.BITWISE;
            }

            @Override
            public String label() {
                return "Swap";
            }

            @Override
            public Optional<EquationSystem> rewrite(EquationSystem system) {
                List<Equation> equations = new ArrayList<>();
                for (Equation e : system.equations()) {
                    Apply sum = (Apply) e.value();
                    Expr swapped = new Apply(
                            Operator.ADD, sum.operands().get(1), sum.operands().get(0));
                    equations.add(new Equation(e.target(), swapped, e.clock(), e.origin()));
                }
                return Optional.of(Parts.withEquations(system, equations));
            }
        };
        EquationSystem system = Equations.rule("w[t] = w[t-1] + g");
        assertThat(Rewriter.of(swap).rewrite(system)).isEqualTo(new Rewritten(system, Map.of("Swap", 100)));
    }

    private static ExpressionRewrite replacing(Expr expr, Expr replacement) {
        return new ExpressionRewrite() {
            @Override
            public Exactness exactness() {
                return Exactness.BITWISE;
            }

            @Override
            public String label() {
                return "Replace";
            }

            @Override
            public Optional<Expr> rewrite(Expr candidate) {
                return candidate.equals(expr) ? Optional.of(replacement) : Optional.empty();
            }
        };
    }

    private static Optional<String> differenceAfterRewriting(EquationSystem system) {
        EquationSystem rewritten =
                Verifier.verify(Rewriter.strict().rewrite(system).system());
        return Trial.several(1, 3).stream()
                .flatMap(trial -> trial.difference(system, rewritten).stream())
                .findFirst();
    }
}
