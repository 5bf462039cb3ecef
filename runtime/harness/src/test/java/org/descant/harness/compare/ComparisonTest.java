package org.descant.harness.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.descant.harness.Feedback;
import org.descant.harness.ModelTensor;
import org.descant.harness.Session;
import org.descant.harness.Subject;
import org.descant.harness.recorded.Recordings;
import org.descant.harness.recorded.Trajectory;
import org.descant.runtime.ElementType;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final Trajectory MOMENTUM =
            Recordings.trajectory("seed001-momentum").renamed(Map.of("b", "v", "weight_decay", "unused"));

    @Test
    void rightRule_passes_andItsErrorsAreKnown() {
        RunResult result = Comparison.ofRecording(bare(MOMENTUM), new Descent(""));

        assertThat(result.passes()).isTrue();
        assertThat(result.deviations()).extracting(Deviation::quantity).contains("w", "v");
        assertThat(result.deviations()).allSatisfy(deviation -> {
            assertThat(deviation.scale()).isPositive();
            assertThat(deviation.relative()).isLessThan(1e-14);
            assertThat(deviation.exhausted()).isLessThan(0.1);
        });
        assertThat(result.worst().exhausted())
                .isEqualTo(result.deviations().stream()
                        .mapToDouble(Deviation::exhausted)
                        .max()
                        .orElseThrow());
        Deviation w = deviation(result, "w");
        assertThat(w.course()).hasSize(25);
    }

    @Test
    void wrongSign_partsInTheParameters_inTheFirstStep() {
        RunResult result = Comparison.ofRecording(bare(MOMENTUM), new Descent("sign"));

        Parting parting = result.parting().orElseThrow();
        assertThat(result.passes()).isFalse();
        assertThat(parting.step()).isEqualTo(1);
        assertThat(parting.tensor()).isEqualTo("layer1.weight");
        assertThat(parting.first().quantity()).isEqualTo("w");
        assertThat(parting.agreed()).containsExactly("v");
        assertThat(parting.guesses()).containsExactly("every element of w moves by -1 times the expected distance");
        assertThat(parting.given()).containsKeys("w[t-1]", "g", "v[t-1]", "lr", "momentum");
        assertThat(parting.computed()).containsOnlyKeys("v", "w");
        double[] start = MOMENTUM.tensors().get(0).values();
        assertThat(parting.given().get("w[t-1]"))
                .isEqualTo(start[parting.first().element()]);
        NumberPair numbers = parting.first().numbers();
        assertThat(numbers.actual()).isEqualTo(parting.computed().get("w"));
        assertThat(numbers.actual() + numbers.expected())
                .isCloseTo(2 * start[parting.first().element()], within(1e-12));
    }

    @Test
    void wrongState_partsBeforeTheParameters() {
        Parting parting = Comparison.ofRecording(bare(MOMENTUM), new Descent("damped"))
                .parting()
                .orElseThrow();

        assertThat(parting.parted()).extracting(Parting.Parted::quantity).containsExactly("v", "w");
        assertThat(parting.guesses()).containsExactly("every element of v is 0.5 times what is expected");
    }

    @Test
    void decayTooMuch_isRecognised_andTraced() {
        Parting parting = Comparison.ofRecording(bare(MOMENTUM), new Descent("decay"))
                .parting()
                .orElseThrow();

        assertThat(parting.guesses())
                .containsExactly("every element of w has -0.0001 times w[t-1] too much; -0.0001 is -lr * lr");
    }

    @Test
    void recordedState_thatIsNotShown_doesNotPass() {
        RunResult result = Comparison.ofRecording(bare(MOMENTUM), new Descent("hidden"));

        assertThat(result.parting()).isEmpty();
        assertThat(result.unseen()).extracting(Deviation::quantity).containsOnly("v");
        assertThat(result.passes()).isFalse();
    }

    @Test
    void hyperparameter_thatTheOptimizerLacks_isItsException() {
        Trajectory run = MOMENTUM.withHypers(Map.of("beta", 1.0));

        assertThatThrownBy(() -> Comparison.ofRecording(run, new Descent("")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void optimizer_thatAsksForOneEvaluationOfTwo_isOfAnotherKind() {
        Trajectory run = Recordings.trajectory("sam-sgd-authors");
        Trajectory renamed = new Trajectory(
                run.name(),
                run.catalogue(),
                run.rule(),
                run.source(),
                run.equations(),
                run.tolerance(),
                Map.of(),
                Map.of(),
                run.tensors(),
                run.steps());

        assertThatThrownBy(() -> Comparison.ofRecording(renamed, new Descent("")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the step asked for 1 of 2 evaluations: "
                        + "this optimizer is of another kind than the one that the run was made with");
    }

    @Test
    void equalSubjects_doNotPart_andDifferentOnesDo() {
        Course course = Courses.ordinary(1, 5);

        assertThat(Comparison.ofSubjects(course, new Descent(""), new Descent(""), Allowance.NONE)
                        .parting())
                .isEmpty();
        assertThat(Comparison.ofSubjects(course, new Descent(""), new Descent("damped"), Allowance.NONE)
                        .parting()
                        .orElseThrow()
                        .first()
                        .quantity())
                .isEqualTo("v");
        assertThat(Comparison.ofParameters(course, new Descent(""), new Descent("damped"), Allowance.NONE)
                        .parting()
                        .orElseThrow()
                        .parted())
                .extracting(Parting.Parted::quantity)
                .containsExactly("w");
    }

    @Test
    void subjects_thatBothAskForFewerEvaluationsThanThereAre_agree() {
        Course course = Courses.ordinary(1, 4, 2, Map.of());
        Subject everyOther = new Asking("every other", List.of(1, 2, 1, 2));

        assertThat(Comparison.ofSubjects(course, everyOther, everyOther, Allowance.NONE)
                        .passes())
                .isTrue();
        assertThat(Comparison.ofParameters(course, everyOther, everyOther, Allowance.NONE)
                        .passes())
                .isTrue();
    }

    @Test
    void subjects_thatAskForDifferentNumbersOfEvaluations_areRefused() {
        Course course = Courses.ordinary(1, 4, 2, Map.of());
        Subject everyOther = new Asking("every other", List.of(1, 2, 1, 2));
        Subject always = new Asking("always", List.of(2, 2, 2, 2));
        Subject more = new Asking("more", List.of(1, 2, 3, 2));

        assertThatIllegalStateException()
                .isThrownBy(() -> Comparison.ofSubjects(course, everyOther, always, Allowance.NONE))
                .withMessage("the number of evaluations that step 1 asks for is 2, but that of every other is 1");
        assertThatIllegalStateException()
                .isThrownBy(() -> Comparison.ofParameters(course, always, everyOther, Allowance.NONE))
                .withMessage("the number of evaluations that step 1 asks for is 1, but that of always is 2");
        assertThatIllegalStateException()
                .isThrownBy(() -> Comparison.ofSubjects(course, more, more, Allowance.NONE))
                .withMessage("the step asks for a further evaluation, but the run has 2");
    }

    @Test
    void parting_shows_theGradientsThatItsStepAskedFor() {
        Course course = Courses.ordinary(1, 1, 2, Map.of());

        assertThat(given(course, 1)).containsKey("g").doesNotContainKey("g of evaluation 2");
        assertThat(given(course, 2)).containsKeys("g", "g of evaluation 2");
    }

    /** What is shown of the first step of two that ask for so many evaluations and part in it. */
    private static Map<String, Double> given(Course course, int evaluations) {
        return Comparison.ofParameters(
                        course,
                        new Asking("one", List.of(evaluations), 1),
                        new Asking("other", List.of(evaluations), 2),
                        Allowance.NONE)
                .parting()
                .orElseThrow()
                .given();
    }

    @Test
    void negativeZero_isTheSameNumberButNotTheSameBits() {
        Course course = new Course(
                List.of(new ModelTensor("a", List.of(1), List.of(0.0))),
                Map.of("lr", 0.0),
                List.of(new Course.Feed(Map.of("a", new double[] {1}))));
        Subject still = new Still(0.0);
        Subject negative = new Still(-0.0);

        assertThat(Comparison.ofParameters(course, still, negative, Allowance.NONE)
                        .parting())
                .isPresent();
        assertThat(Comparison.ofParameters(course, still, negative, (quantity, tensor, step, element) -> 0)
                        .parting())
                .isEmpty();
        assertThat(Comparison.ofParameters(course, still, new Still(Double.NaN), (quantity, tensor, step, element) -> 9)
                        .parting())
                .isPresent();
        assertThat(Comparison.ofParameters(
                                course, still, new Still(Double.NaN), (a, b, c, d) -> Double.POSITIVE_INFINITY)
                        .parting())
                .isEmpty();
    }

    /** Without the hyperparameters that {@link Descent} does not have. */
    private static Trajectory bare(Trajectory run) {
        return new Trajectory(
                run.name(),
                run.catalogue(),
                run.rule(),
                run.source(),
                run.equations(),
                run.tolerance(),
                Map.of(
                        "lr",
                        run.hypers().getOrDefault("lr", 0.0),
                        "momentum",
                        run.hypers().getOrDefault("momentum", 0.0)),
                Map.of(),
                run.tensors(),
                run.steps());
    }

    private static Deviation deviation(RunResult result, String quantity) {
        return result.deviations().stream()
                .filter(deviation -> deviation.quantity().equals(quantity))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Puts one number into the parameters.
     *
     * @param evaluations how many each step asks for
     */
    private record Asking(String name, List<Integer> evaluations, double number) implements Subject {
        Asking(String name, List<Integer> evaluations) {
            this(name, evaluations, 0);
        }

        @Override
        public ElementType elementType() {
            return ElementType.DOUBLE;
        }

        @Override
        public Session begin(List<ModelTensor> tensors) {
            Iterator<Integer> next = evaluations.iterator();
            return new Session() {
                @Override
                public void set(String hyper, double value) {}

                @Override
                public void step(Feedback feedback) {
                    for (int left = next.next(); left > 0; left--) {
                        feedback.evaluate();
                    }
                }

                @Override
                public double[] values(String tensor) {
                    return tensors.stream()
                            .filter(each -> each.name().equals(tensor))
                            .flatMapToDouble(
                                    each -> Arrays.stream(each.values()).map(value -> number))
                            .toArray();
                }
            };
        }
    }

    /** Puts one number into every parameter. */
    private record Still(double number) implements Subject {
        @Override
        public String name() {
            return "still";
        }

        @Override
        public ElementType elementType() {
            return ElementType.DOUBLE;
        }

        @Override
        public Session begin(List<ModelTensor> tensors) {
            return new Session() {
                @Override
                public void set(String hyper, double value) {}

                @Override
                public void step(Feedback feedback) {
                    feedback.evaluate();
                }

                @Override
                public double[] values(String tensor) {
                    return new double[] {number};
                }
            };
        }
    }
}
