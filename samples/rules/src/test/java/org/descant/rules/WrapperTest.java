package org.descant.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SplittableRandom;
import org.descant.runtime.ElementType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rule around a rule gives the bits of the same rule written out by hand. */
class WrapperTest {
    @ParameterizedTest
    @CsvSource({"Lookahead, LookaheadSGD", "GradientAccumulation, AccumulatedAdam", "Averaged, WeightEMA"})
    void wrapper_aroundItsRule_isTheOneWrittenOut(String wrapper, String writtenOut) {
        Replay around = Subject.ofLibrary(wrapper).interpreted(TestModel.TENSORS, ElementType.DOUBLE);
        Replay byHand = Subject.ofLibrary(writtenOut).interpreted(TestModel.TENSORS, ElementType.DOUBLE);
        SplittableRandom random = new SplittableRandom(4);
        for (int t = 1; t <= 15; t++) {
            Map<String, double[]> gradients = TestModel.gradients(random);
            around.set("lr", 0.02);
            byHand.set("lr", 0.02);
            around.step(gradients);
            byHand.step(gradients);
            for (OracleCase.Start tensor : TestModel.TENSORS) {
                assertThat(around.values(tensor.name()))
                        .as("%s after step %d", tensor.name(), t)
                        .isEqualTo(byHand.values(tensor.name()));
            }
        }
    }
}
