package org.descant.proof.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.descant.compiler.Descant;
import org.descant.compiler.RuleCompiler;
import org.descant.compiler.load.LoadedFile;
import org.descant.grammar.source.SourceText;
import org.descant.harness.Evaluation;
import org.descant.harness.Feedback;
import org.descant.harness.ModelTensor;
import org.descant.harness.Session;
import org.descant.harness.Subject;
import org.junit.jupiter.api.Test;

class MutationRunTest {
    private static final String DESCENT = """
            optimizer Descent(w, g) {
              option twice = false
              w[t] = w[t-1] - (if twice then 2 else 0.5) * g
            }
            """;

    @Test
    void mutant_thatFailsATrial_isCaughtByIt() {
        MutationReport report = run(DESCENT, EqualMutants.NONE, once("large", false, 4, 2), once("twice", true, 4, -4));

        assertThat(lines(report.of(Fate.CAUGHT)))
                .contains(
                        "large: w[t] = w[t-1] + (if twice then 2 else 0.5) * g",
                        "twice: w[t] = w[t-1] - (if twice then 3 else 0.5) * g",
                        "large: w[t] = w[t-1] - (if twice then 0.5 else 2) * g");
        assertThat(report.count(Fate.CAUGHT)).isEqualTo(15);
    }

    @Test
    void mutant_thatIsNoRule_isCountedApart() {
        MutationReport report = run(DESCENT, EqualMutants.NONE, once("large", false, 4, 2));

        assertThat(lines(report.of(Fate.REFUSED))).containsExactly(": w[t] = w[t] - (if twice then 2 else 0.5) * g");
    }

    @Test
    void mutant_thatPassesEveryTrial_survives_unlessItIsListed() {
        String change = """
                - w[t] = w[t-1] - (if twice then 2 else 0.5) * g
                + w[t] = w[t-2] - (if twice then 2 else 0.5) * g
                """;
        EqualMutants list = EqualMutants.parse("Descent: there is one step\n" + change);

        assertThat(lines(run(DESCENT, EqualMutants.NONE, once("large", false, 4, 2))
                        .of(Fate.SURVIVED)))
                .containsExactly(": w[t] = w[t-2] - (if twice then 2 else 0.5) * g");
        MutationReport known = run(DESCENT, list, once("large", false, 4, 2));
        assertThat(known.count(Fate.SURVIVED)).isZero();
        assertThat(lines(known.of(Fate.EQUAL)))
                .containsExactly("there is one step: w[t] = w[t-2] - (if twice then 2 else 0.5) * g");
    }

    @Test
    void mutant_thatThrows_isCaught() {
        Trial picky = new Trial("picky", Map.of(), subject -> {
            throw new IllegalStateException("never good enough");
        });

        assertThat(run(DESCENT, EqualMutants.NONE, picky).count(Fate.SURVIVED)).isZero();
    }

    private static MutationReport run(String text, EqualMutants equal, Trial... trials) {
        RuleCompiler compiler = Descant.compiler();
        LoadedFile file =
                compiler.run(new SourceText("test.opt", text), "parse").file().orElseThrow();
        return new MutationRun(compiler, file, "Descent", List.of(trials), equal).run(Set.of());
    }

    /** One step from 4 with a gradient has to lead to a point. */
    private static Trial once(String name, boolean twice, double gradient, double point) {
        Predicate<Subject> passes = subject -> {
            Session session = subject.begin(List.of(new ModelTensor("a", List.of(), List.of(4.0))));
            session.step(new Given(gradient));
            return session.values("a")[0] == point;
        };
        return new Trial(name, Map.of("twice", Boolean.toString(twice)), passes);
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
