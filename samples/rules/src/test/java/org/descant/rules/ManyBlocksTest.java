package org.descant.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.descant.harness.ModelTensor;
import org.descant.runtime.ElementType;
import org.descant.runtime.Optimizer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * An optimizer takes many blocks of elements at a time once its loops are compiled, and one after the other before that. Every rule of the library has the same bits
 * either way.
 */
class ManyBlocksTest {
    /** Four blocks that are taken together, and one that is not whole. */
    private static final ModelTensor MATRIX = new ModelTensor(
            "weight",
            List.of(90, 200),
            numbers(new SplittableRandom(1), 18_000).boxed().toList());

    /** Steps after which blocks are taken together, and some more. */
    private static final int BEFORE = 900;

    private static final int AFTER = 3;

    @TestFactory
    Stream<DynamicTest> blocksTakenTogether_haveTheBitsOfThoseTakenAlone() {
        return LibraryRules.generated().stream().map(rule -> DynamicTest.dynamicTest(rule, () -> assertSameBits(rule)));
    }

    private static void assertSameBits(String rule) {
        TestModel model = new TestModel(ElementType.FLOAT, List.of(MATRIX));
        Optimizer late = LibraryRules.optimizer(rule, model.parameters());
        steps(late, model, 2, BEFORE);

        TestModel other = new TestModel(ElementType.FLOAT, List.of(MATRIX));
        other.tensor("weight").setValues(model.tensor("weight").values());
        Optimizer early = LibraryRules.optimizer(rule, other.parameters());
        early.restore(late.snapshot());
        steps(late, model, 3, AFTER);
        steps(early, other, 3, AFTER);

        assertThat(model.tensor("weight").values()).doesNotContain(Double.NaN);
        assertThat(other.tensor("weight").values())
                .isEqualTo(model.tensor("weight").values());
        SnapshotTest.assertSame(early.snapshot(), late.snapshot());
    }

    /** Steps along one gradient, whose sign chance decides. */
    private static void steps(Optimizer optimizer, TestModel model, long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] gradient = numbers(random, MATRIX.values().length).toArray();
        double[] opposite = DoubleStream.of(gradient).map(number -> -number).toArray();
        TestTensor tensor = model.tensor("weight");
        optimizer.inputs(input -> tensor.give(optimizer, input, gradient));
        for (int i = 0; i < count; i++) {
            tensor.setGradient(random.nextBoolean() ? gradient : opposite);
            optimizer.step(number -> (float) random.nextDouble());
        }
    }

    private static DoubleStream numbers(SplittableRandom random, int count) {
        return random.doubles(count, -1, 1);
    }
}
