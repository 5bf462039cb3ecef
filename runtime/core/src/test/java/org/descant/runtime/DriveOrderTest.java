package org.descant.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DriveOrderTest {
    private static final RuleDescription ONE_LOOP = RuleDescription.builder("Order")
            .sweep()
            .loop(new int[] {0, 1}, new int[] {0})
            .build();

    private static final RuleDescription TWO_SWEEPS = RuleDescription.builder("Order")
            .sweep()
            .loop(new int[] {0}, new int[] {0})
            .loop(new int[] {0}, new int[] {0})
            .sweep()
            .loop(new int[] {0}, new int[] {0})
            .build();

    @Test
    void secondSweep_goesForwardsInATensor() {
        assertThat(calls(TWO_SWEEPS, 10_000))
                .containsExactly(
                        "0.0[0,4096)",
                        "0.1[0,4096)",
                        "0.0[4096,8192)",
                        "0.1[4096,8192)",
                        "0.0[8192,10000)",
                        "0.1[8192,10000)",
                        "1.0[0,4096)",
                        "1.0[4096,8192)",
                        "1.0[8192,10000)");
    }

    @Test
    void sweepThatAdds_goesForwards() {
        RuleDescription description = RuleDescription.builder("Order")
                .sweep()
                .loop(new int[] {0}, new int[] {0})
                .sweepPerTensor()
                .reduction("sum(w^2)", StateShape.PER_TENSOR, ReductionKind.SUM)
                .loop(new int[] {0}, new int[] {2})
                .loop(new int[] {0}, new int[] {0})
                .build();

        assertThat(calls(description, 5000).stream().filter(call -> call.startsWith("1.1")))
                .containsExactly("1.1[0,4096)", "1.1[4096,5000)");
    }

    @Test
    void sweepsThatWaitForTheirOwnTensorOnly_takeOneTensorAfterTheOther() {
        assertThat(calls(reducing(StateShape.PER_TENSOR, RuleDescriptionBuilder::sweepPerTensor), 2, 3))
                .containsExactly(
                        "0.0[0,2)",
                        "0.1[0,2)",
                        "tensor of 2",
                        "1.0[0,2)",
                        "0.0[0,3)",
                        "0.1[0,3)",
                        "tensor of 3",
                        "1.0[0,3)");
    }

    @Test
    void sweepThatWaitsForTheModel_beginsAfterTheLastTensor() {
        assertThat(calls(reducing(StateShape.PER_MODEL, RuleDescriptionBuilder::sweep), 2, 3))
                .containsExactly("0.0[0,2)", "0.1[0,2)", "0.0[0,3)", "0.1[0,3)", "1.0[0,3)", "1.0[0,2)");
    }

    @Test
    void sweepThatWaitsForTheModelAndTakesNumbersOfTensors_beginsWithTheLastTensor() {
        RuleDescription description = RuleDescription.builder("Order")
                .sweep()
                .reduction("sum(w^2)", StateShape.PER_MODEL, ReductionKind.SUM)
                .loop(new int[] {0}, new int[] {2})
                .sweep()
                .loop(new int[] {0}, new int[] {0})
                .tensorScalars(1)
                .build();

        assertThat(calls(description, 5000, 3))
                .endsWith("tensor of 5000", "tensor of 3", "1.0[0,3)", "1.0[0,4096)", "1.0[4096,5000)");
    }

    @Test
    void loopAlone_takesAllElementsOnceItsCodeIsCompiled() {
        assertThat(laterCalls(ONE_LOOP, new float[50_000])).containsExactly("0.0[0,50000)");
    }

    @Test
    void loopsTogether_takeFourBlocksOfFloatsAtATime() {
        assertThat(laterCalls(TWO_SWEEPS, new float[20_000]))
                .containsExactly(
                        "0.0[0,16384)", "0.1[0,16384)", "0.0[16384,20000)", "0.1[16384,20000)", "1.0[0,20000)");
    }

    @Test
    void loopsTogether_takeTwoBlocksOfDoublesAtATime() {
        assertThat(laterCalls(TWO_SWEEPS, new double[10_000]))
                .containsExactly("0.0[0,8192)", "0.1[0,8192)", "0.0[8192,10000)", "0.1[8192,10000)", "1.0[0,10000)");
    }

    @Test
    void terms_areAddedUpBlockByBlock() {
        RuleDescription description = RuleDescription.builder("Order")
                .sweep()
                .reduction("sum(w^2)", StateShape.PER_MODEL, ReductionKind.SUM)
                .loop(new int[] {0}, new int[] {2})
                .loop(new int[] {0}, new int[] {0})
                .build();

        assertThat(laterCalls(description, new float[9_000]))
                .containsExactly("0.0[0,4096)", "0.0[4096,8192)", "0.0[8192,9000)", "0.1[0,9000)");
    }

    @Test
    void gradientsThatAreZeroed_areStillInTheCache() {
        float[] gradient = new float[20_000];
        Order order = new Order(
                ONE_LOOP,
                Parameters.builder()
                        .tensor("tensor", new float[20_000], gradient, 20_000)
                        .zeroGradients()
                        .build());
        laterCalls(order, gradient.length);
        Arrays.fill(gradient, 1);

        assertThat(laterCalls(order, gradient.length)).containsExactly("0.0[0,16384)", "0.0[16384,20000)");
        assertThat(gradient).containsOnly(0);
    }

    @Test
    void elementsAtOtherIndicesThanTheirGradients_areCopiedBlockByBlock() {
        Order order = new Order(
                ONE_LOOP,
                Parameters.builder()
                        .tensor("tensor", new float[5_001], 0, new float[5_001], 1, 5_000)
                        .build());

        assertThat(laterCalls(order, 5_000)).containsExactly("0.0[0,4096)", "0.0[0,904)");
    }

    /** The calls of a step when every loop has been called often. */
    private static List<String> laterCalls(RuleDescription description, float[] values) {
        ParametersBuilder model = Parameters.builder().tensor("tensor", values, values.clone(), values.length);
        return laterCalls(new Order(description, model.build()), values.length);
    }

    private static List<String> laterCalls(RuleDescription description, double[] values) {
        ParametersBuilder model = Parameters.builder().tensor("tensor", values, values.clone(), values.length);
        return laterCalls(new Order(description, model.build()), values.length);
    }

    private static List<String> laterCalls(Order order, int length) {
        for (int blocks = 0; blocks < Hand.ONE_BY_ONE; blocks += Hand.blocks(length)) {
            order.step();
        }
        order.step();
        return order.calls;
    }

    private static RuleDescription reducing(StateShape shape, UnaryOperator<RuleDescriptionBuilder> secondSweep) {
        RuleDescriptionBuilder first = RuleDescription.builder("Order")
                .sweep()
                .reduction("sum(w^2)", shape, ReductionKind.SUM)
                .loop(new int[] {0}, new int[] {2})
                .loop(new int[] {0}, new int[] {0});
        return secondSweep.apply(first).loop(new int[] {0}, new int[] {0}).build();
    }

    private static List<String> calls(RuleDescription description, int... lengths) {
        ParametersBuilder model = Parameters.builder();
        IntStream.range(0, lengths.length)
                .forEach(k -> model.tensor("tensor" + k, new double[lengths[k]], new double[lengths[k]], lengths[k]));
        Order order = new Order(description, model.build());
        order.step();
        return order.calls;
    }

    /** Writes down in which order it is called. */
    private static final class Order extends Optimizer {
        private final List<String> calls = new ArrayList<>();

        Order(RuleDescription description, Parameters parameters) {
            super(description, parameters);
        }

        @Override
        protected void prologue(Step step) {
            calls.clear();
        }

        @Override
        protected void tensorPrologue(int sweep, Step step, TensorStep tensor) {
            if (sweep > 0) {
                calls.add("tensor of " + (int) tensor.numel());
            }
        }

        @Override
        protected void loop(int sweep, int loop, Block block) {
            calls.add(sweep + "." + loop + "[" + block.from() + "," + block.to() + ")");
        }
    }
}
