package org.descant.proof.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.descant.compiler.Descant;
import org.descant.compiler.RuleException;
import org.descant.grammar.source.SourceText;
import org.descant.harness.Evaluation;
import org.descant.harness.Feedback;
import org.descant.harness.ModelTensor;
import org.descant.harness.Session;
import org.descant.harness.Subject;
import org.descant.runtime.ElementType;
import org.junit.jupiter.api.Test;

class TestedRuleTest {
    private static final List<ModelTensor> MODEL = List.of(new ModelTensor("a", List.of(2), List.of(1.0, -3.0)));

    private static final Feedback GIVEN = new Given();

    private static final TestedRule MOMENTUM = rule("""
            optimizer Momentum(w, g) {
              hyper lr = 0.1 in [0, inf)
              option sum = false
              state v = 0
              v[t] = 0.9 * v[t-1] + (if sum then 1 else 0.1) * g
              step = lr * v[t]
              w[t] = w[t-1] - step
            }
            """);

    @Test
    void subjects_ofAllBackEnds_giveTheSameBits() {
        for (ElementType type : ElementType.values()) {
            double[] expected = run(MOMENTUM.subject(BackEnd.INTERPRETER, type)).values("a");
            for (BackEnd backEnd : BackEnd.available()) {
                Session session = run(MOMENTUM.subject(backEnd, type));
                assertThat(session.values("a")).as(backEnd.label()).isEqualTo(expected);
                assertThat(session.state("a", "v"))
                        .hasValueSatisfying(v -> assertThat(v).hasSize(2));
                assertThat(session.state("a", "m")).isEmpty();
                assertThat(session.hypers("a")).containsExactly(Map.entry("lr", 0.5));
            }
        }
    }

    @Test
    void classes_compiledAtOnce_areThoseOfTheirOwnRules() {
        TestedRule summed = MOMENTUM.option("sum", "true");
        TestedRule broken = rule("optimizer X(w, g) { w[t] = u }");
        TestedRule.compileAhead(List.of(MOMENTUM, summed, broken), BackEnd.JAVAC);

        assertThat(run(MOMENTUM.subject(BackEnd.JAVAC, ElementType.DOUBLE)).values("a"))
                .isEqualTo(run(MOMENTUM.subject(BackEnd.INTERPRETER, ElementType.DOUBLE))
                        .values("a"));
        assertThat(run(summed.subject(BackEnd.JAVAC, ElementType.DOUBLE)).values("a"))
                .isEqualTo(run(summed.subject(BackEnd.INTERPRETER, ElementType.DOUBLE))
                        .values("a"))
                .isNotEqualTo(
                        run(MOMENTUM.subject(BackEnd.JAVAC, ElementType.DOUBLE)).values("a"));
    }

    @Test
    void subject_isNamedAfterRuleBackEndAndType() {
        assertThat(BackEnd.available())
                .extracting(
                        backEnd -> MOMENTUM.subject(backEnd, ElementType.FLOAT).name())
                .containsExactly("Momentum, interpreter, float", "Momentum, janino, float", "Momentum, javac, float");
    }

    @Test
    void schedule_showsItsValueAsAState_onEveryBackEnd() {
        TestedRule ramp = rule("schedule ramp(k, steps, base = 0.1) = base * min(1, (k + 1) / steps)")
                .schedule("ramp");

        assertThat(ramp.types()).containsExactly(ElementType.DOUBLE);
        for (BackEnd backEnd : BackEnd.available()) {
            Subject subject = ramp.subject(backEnd, ElementType.DOUBLE);
            Session session = subject.begin(MODEL);
            session.set("steps", 4);
            List<Double> values = new ArrayList<>();
            for (int t = 1; t <= 5; t++) {
                session.step(GIVEN);
                values.add(session.state("a", "ramp").orElseThrow()[0]);
            }
            assertThat(values).as(backEnd.label()).containsExactly(0.1 * 0.25, 0.1 * 0.5, 0.1 * 0.75, 0.1, 0.1);
            assertThat(session.values("a")).containsExactly(1, -3);
            assertThat(session.hypers("a")).containsEntry("steps", 4.0).containsEntry("base", 0.1);
            assertThat(subject.name()).isEqualTo("ramp, " + backEnd.label() + ", double");
        }
    }

    @Test
    void interpreter_knowsWhatItComputedOnTheWay() {
        Session session = run(MOMENTUM.subject(BackEnd.INTERPRETER, ElementType.DOUBLE));

        assertThat(session.quantities("a").keySet()).containsExactly("v", "step", "w");
        assertThat(session.quantities("a").get("step")).containsExactly(0.5 * (0.9 * 0.1 * 2 + 0.1 * 2), 0);
    }

    @Test
    void option_changesTheRule() {
        Session session = run(MOMENTUM.option("sum", "true").subject(BackEnd.JANINO, ElementType.DOUBLE));

        assertThat(session.state("a", "v").orElseThrow()).containsExactly(0.9 * 2 + 2, 0);
    }

    @Test
    void rule_thatAsksForItsGradients_isGivenThemWhereItAsks() {
        TestedRule lookAhead = rule("""
                optimizer LookAhead(w) {
                  input scale per model
                  g    = grad(w[t-1] + 1)
                  w[t] = w[t-1] - scale * g
                }
                """);
        Session session =
                lookAhead.subject(BackEnd.INTERPRETER, ElementType.DOUBLE).begin(MODEL);
        session.step(new Feedback() {
            @Override
            public Evaluation evaluate() {
                throw new IllegalStateException();
            }

            @Override
            public Evaluation evaluate(Map<String, double[]> point) {
                return new Evaluation(0, point);
            }

            @Override
            public double[] input(String name, String tensor) {
                return new double[] {10};
            }
        });

        assertThat(session.values("a")).containsExactly(1 - 10 * 2, -3 - 10 * -2);
        assertThat(lookAhead.obstacles()).isEmpty();
    }

    @Test
    void system_ofABrokenRule_isRefusedWithItsDiagnostics() {
        assertThatThrownBy(() -> rule("optimizer X(w, g) { w[t] = u }").system())
                .isInstanceOf(RuleException.class)
                .hasMessageContaining("there is no 'u'");
    }

    private static TestedRule rule(String text) {
        return TestedRule.of(Descant.compiler(), new SourceText("test.opt", text));
    }

    private static Session run(Subject subject) {
        Session session = subject.begin(MODEL);
        session.set("lr", 0.5);
        session.step(GIVEN);
        session.step(GIVEN);
        return session;
    }

    /** One gradient, wherever the parameters are. */
    private static final class Given implements Feedback {
        @Override
        public Evaluation evaluate() {
            return new Evaluation(Double.NaN, Map.of("a", new double[] {2, 0}));
        }

        @Override
        public Evaluation evaluate(Map<String, double[]> point) {
            throw new IllegalStateException();
        }

        @Override
        public double[] input(String name, String tensor) {
            throw new IllegalArgumentException(name);
        }
    }
}
