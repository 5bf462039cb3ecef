package org.descant.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.descant.harness.ModelTensor;
import org.descant.harness.Session;
import org.descant.proof.subject.BackEnd;
import org.descant.runtime.ElementType;
import org.descant.runtime.Optimizer;
import org.descant.runtime.OutputDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The averages that rules of the library offer for evaluation. */
class OutputTest {
    private static final int STEPS = 9;

    @ParameterizedTest
    @CsvSource({"ScheduleFreeSGD, momentum", "ScheduleFreeAdamW, beta1", "ScheduleFreeAdamWUniform, beta1"})
    void average_ofAScheduleFreeRule_isThePointThatItsGradientsAreMixedFrom(String rule, String share) {
        TestModel model = new TestModel(ElementType.DOUBLE, TestModel.TENSORS);
        Optimizer optimizer = LibraryRules.optimizer(rule, model.parameters());
        run(optimizer, model);

        double beta = optimizer.get(share);
        for (ModelTensor tensor : TestModel.TENSORS) {
            double[] y = model.tensor(tensor.name()).values();
            double[] z = optimizer.state(tensor.name(), "z");
            double[] x = optimizer.output(tensor.name(), "average");
            for (int i = 0; i < y.length; i++) {
                assertThat(x[i]).isEqualTo((y[i] - (1 - beta) * z[i]) / beta);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ScheduleFreeSGD, average, true",
        "ScheduleFreeAdamW, average, true",
        "ScheduleFreeAdamWUniform, average, true",
        "StochasticWeightAverage, avg, false",
        "WeightEMA, average, false",
        "ASGD, ax, false"
    })
    void output_agreesWithTheInterpreter(String rule, String output, boolean computed) {
        for (ElementType type : ElementType.values()) {
            TestModel model = new TestModel(type, TestModel.TENSORS);
            Optimizer optimizer = LibraryRules.optimizer(rule, model.parameters());
            Session interpreted =
                    LibraryRules.tested(rule).subject(BackEnd.INTERPRETER, type).begin(TestModel.TENSORS);
            SplittableRandom random = new SplittableRandom(7);
            for (int t = 1; t <= STEPS; t++) {
                Map<String, double[]> gradients = TestModel.gradients(random);
                gradients.forEach((tensor, gradient) -> model.tensor(tensor).setGradient(gradient));
                optimizer.step();
                interpreted.step(new GivenStep(Map.of(), gradients));
                for (ModelTensor tensor : TestModel.TENSORS) {
                    assertThat(optimizer.output(tensor.name(), output))
                            .isEqualTo(interpreted.state(tensor.name(), output).orElseThrow());
                }
            }
            assertThat(optimizer.description().output(output) instanceof OutputDescription.Computed)
                    .isEqualTo(computed);
        }
    }

    @Test
    void average_ofStochasticWeightAverage_isTheMeanOfAllSteps() {
        TestModel model = new TestModel(ElementType.DOUBLE, TestModel.TENSORS);
        Optimizer optimizer = LibraryRules.optimizer("StochasticWeightAverage", model.parameters());
        Map<String, double[]> means = run(optimizer, model);

        means.forEach((tensor, mean) -> {
            double[] average = optimizer.output(tensor, "avg");
            for (int i = 0; i < mean.length; i++) {
                assertThat(average[i]).isCloseTo(mean[i], within(1e-14));
            }
        });
    }

    /** Makes steps; gives the means of the values after each. */
    private static Map<String, double[]> run(Optimizer optimizer, TestModel model) {
        SplittableRandom random = new SplittableRandom(5);
        Map<String, double[]> means = new LinkedHashMap<>();
        for (ModelTensor tensor : TestModel.TENSORS) {
            means.put(tensor.name(), new double[tensor.values().length]);
        }
        for (int t = 1; t <= STEPS; t++) {
            TestModel.gradients(random)
                    .forEach((tensor, gradient) -> model.tensor(tensor).setGradient(gradient));
            optimizer.step();
            means.forEach((tensor, mean) -> {
                double[] values = model.tensor(tensor).values();
                for (int i = 0; i < mean.length; i++) {
                    mean[i] += values[i] / STEPS;
                }
            });
        }
        return means;
    }
}
