package org.descant.proof.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.descant.compiler.Descant;
import org.descant.grammar.source.SourceText;
import org.descant.harness.Evaluation;
import org.descant.harness.Feedback;
import org.descant.harness.ModelTensor;
import org.descant.harness.Session;
import org.descant.harness.Subject;
import org.descant.proof.subject.TestedRule;
import org.junit.jupiter.api.Test;

class MutationRunTest {
    @Test
    void mutant_thatFailsATrial_isCaughtByIt() {
        MutationReport report = run(KnownSurvivors.NONE, once("large", false, 4, 2), once("twice", true, 4, -4));

        assertThat(lines(report.of(Fate.CAUGHT)))
                .contains(
                        "large: w[t] = w[t-1] + (if twice then 2 else 0.5) * g",
                        "twice: w[t] = w[t-1] - (if twice then 3 else 0.5) * g",
                        "large: w[t] = w[t-1] - (if twice then 0.5 else 2) * g");
        assertThat(report.count(Fate.CAUGHT)).isEqualTo(15);
    }

    @Test
    void mutant_thatIsNoRule_isCountedApart() {
        MutationReport report = run(KnownSurvivors.NONE, once("large", false, 4, 2));

        assertThat(lines(report.of(Fate.REFUSED))).containsExactly(": w[t] = w[t] - (if twice then 2 else 0.5) * g");
    }

    @Test
    void mutant_thatPassesEveryTrial_survives_unlessItIsListed() {
        String change = """
                - w[t] = w[t-1] - (if twice then 2 else 0.5) * g
                + w[t] = w[t-2] - (if twice then 2 else 0.5) * g
                """;
        KnownSurvivors list = KnownSurvivors.parse("equal Descent: there is one step\n" + change);

        assertThat(lines(run(KnownSurvivors.NONE, once("large", false, 4, 2)).of(Fate.SURVIVED)))
                .containsExactly(": w[t] = w[t-2] - (if twice then 2 else 0.5) * g");
        MutationReport known = run(list, once("large", false, 4, 2));
        assertThat(known.count(Fate.SURVIVED)).isZero();
        assertThat(lines(known.of(Fate.EQUAL)))
                .containsExactly("there is one step: w[t] = w[t-2] - (if twice then 2 else 0.5) * g");
    }

    @Test
    void mutant_thatThrows_isCaught() {
        Trial picky = new Trial("picky", rule(false), Set.of(), subject -> {
            if (!once("large", false, 4, 2).passes().test(subject)) {
                throw new IllegalStateException("there is nothing to compare");
            }
            return true;
        });

        assertThat(run(KnownSurvivors.NONE, picky).count(Fate.CAUGHT)).isPositive();
    }

    @Test
    void rule_thatFailsATrialItself_isNoMeasureOfItsMutants() {
        assertThatThrownBy(() -> run(KnownSurvivors.NONE, once("wrong", false, 4, 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Descent itself fails wrong, which its mutants are to fail");
    }

    private static MutationReport run(KnownSurvivors known, Trial... trials) {
        return MutationRun.of(List.of(trials), known);
    }

    /** One step from 4 with a gradient has to lead to a point. */
    private static Trial once(String name, boolean twice, double gradient, double point) {
        Predicate<Subject> passes = subject -> {
            Session session = subject.begin(List.of(new ModelTensor("a", List.of(), List.of(4.0))));
            session.step(new Given(gradient));
            return session.values("a")[0] == point;
        };
        return new Trial(name, rule(twice), Set.of(), passes);
    }

    private static TestedRule rule(boolean twice) {
        return TestedRule.of(Descant.compiler(), new SourceText("test.opt", """
                        optimizer Descent(w, g) {
                          option twice = false
                          w[t] = w[t-1] - (if twice then 2 else 0.5) * g
                        }
                        """))
                .option("twice", Boolean.toString(twice));
    }

    private static List<String> lines(List<Outcome> outcomes) {
        return outcomes.stream()
                .map(outcome -> outcome.reason() + ": " + outcome.mutant().after())
                .toList();
    }

    private record Given(double gradient) implements Feedback {
        @Override
        public Evaluation evaluate() {
            return new Evaluation(Double.NaN, Map.of("a", new double[] {gradient}));
        }

        @Override
        public Evaluation evaluate(Map<String, double[]> point) {
            throw new IllegalStateException("one evaluation is enough");
        }

        @Override
        public double[] input(String name, String tensor) {
            throw new IllegalArgumentException(name);
        }
    }
}
