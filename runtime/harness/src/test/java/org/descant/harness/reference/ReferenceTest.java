package org.descant.harness.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.descant.harness.Evaluation;
import org.descant.harness.Feedback;
import org.descant.harness.ModelTensor;
import org.descant.harness.Session;
import org.descant.runtime.ElementType;
import org.junit.jupiter.api.Test;

class ReferenceTest {
    private static final List<ModelTensor> MODEL = List.of(new ModelTensor("a", List.of(2), List.of(0.1, -3.0)));

    @Test
    void names_areAllDifferent() {
        assertThat(References.all()).extracting(Reference::name).doesNotHaveDuplicates();
    }

    @Test
    void firstStepOfAdam_isLrAgainstTheSignOfTheGradient() {
        Session session =
                References.named("Adam").with("lr", 0.5).in(ElementType.DOUBLE).begin(MODEL);

        session.step(gradient(40, -0.01));

        assertThat(session.values("a")).containsExactly(new double[] {-0.4, -2.5}, within(1e-6));
        assertThat(session.hypers("a")).containsEntry("lr", 0.5);
    }

    @Test
    void floatForm_roundsWhatItIsGiven_andEveryOperation() {
        Session session =
                References.named("SGD").with("lr", 0.1).in(ElementType.FLOAT).begin(MODEL);

        assertThat(session.values("a")).containsExactly(0.1f, -3);
        session.step(gradient(0.3, 0));

        assertThat(session.values("a")).containsExactly(0.1f - 0.1f * 0.3f, -3);
    }

    @Test
    void state_thatStartsAtAHyperparameter_takesItsValueAtTheFirstStep() {
        Session session = References.named("Rprop").in(ElementType.FLOAT).begin(MODEL);
        session.set("lr", 0.2);

        assertThat(session.state("a", "e")).contains(new double[] {0.2f, 0.2f});
        assertThat(session.state("a", "m")).isEmpty();
    }

    @Test
    void stateOfTheModel_isOneNumber() {
        Session session = References.named("NAdam")
                .with("momentum_decay", 0)
                .in(ElementType.DOUBLE)
                .begin(MODEL);
        session.step(gradient(1, 1));
        session.step(gradient(1, 1));

        assertThat(session.state("a", "p")).contains(new double[] {0.45 * 0.45});
    }

    @Test
    void wrongName_isRefused_withTheRightOnes() {
        assertThatThrownBy(() -> References.named("adam"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("there is no reference 'adam', but [SGD, SGDMomentum, ");
        assertThatThrownBy(() -> References.named("SGD").with("rate", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the reference SGD has no hyperparameter 'rate', but [lr, weight_decay]");
        assertThatThrownBy(() -> References.named("SGDNesterov").with("nesterov", false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the reference SGDNesterov has no option 'nesterov', but [maximize]");
    }

    @Test
    void step_withoutAGradient_changesNothing() {
        Session session = References.named("SGD").in(ElementType.DOUBLE).begin(MODEL);

        assertThatThrownBy(() -> session.step(gradient(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tensor 'a' needs a gradient of 2 elements");
        assertThatThrownBy(() -> session.set("lr", Double.NaN)).hasMessage("'lr' cannot be NaN");
        assertThatThrownBy(() -> session.values("b")).hasMessage("the model has no tensor 'b'");
        assertThat(session.values("a")).containsExactly(0.1, -3);
    }

    private static Feedback gradient(double... gradient) {
        return new Feedback() {
            @Override
            public Evaluation evaluate() {
                return new Evaluation(Double.NaN, Map.of("a", gradient));
            }

            @Override
            public Evaluation evaluate(Map<String, double[]> point) {
                throw new IllegalStateException();
            }

            @Override
            public double[] input(String name, String tensor) {
                throw new IllegalArgumentException(name);
            }
        };
    }
}
