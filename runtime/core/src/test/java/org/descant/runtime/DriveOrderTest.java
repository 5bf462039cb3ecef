package org.descant.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DriveOrderTest {
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
