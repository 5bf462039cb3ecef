package org.descant.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.descant.harness.ModelTensor;
import org.descant.runtime.ElementType;
import org.descant.runtime.Optimizer;
import org.descant.runtime.Snapshot;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every rule of the library that can be generated, restored in mid-course, goes on bit for bit. */
class SnapshotTest {
    private static final int BEFORE = 7;
    private static final int AFTER = 8;

    @TestFactory
    Stream<DynamicTest> restored_rule_goesOnBitForBit_inFloat() {
        return LibraryRules.generated().stream()
                .map(rule -> DynamicTest.dynamicTest(rule, () -> assertGoesOn(rule, ElementType.FLOAT)));
    }

    @TestFactory
    Stream<DynamicTest> restored_rule_goesOnBitForBit_inDouble() {
        return LibraryRules.generated().stream()
                .map(rule -> DynamicTest.dynamicTest(rule, () -> assertGoesOn(rule, ElementType.DOUBLE)));
    }

    private static void assertGoesOn(String rule, ElementType type) {
        TestModel straight = new TestModel(type, TestModel.TENSORS);
        Optimizer first = LibraryRules.optimizer(rule, straight.parameters());
        steps(first, straight, 1, BEFORE);

        TestModel resumed = new TestModel(type, TestModel.TENSORS);
        TestModel.TENSORS.forEach(tensor -> resumed.tensor(tensor.name())
                .setValues(straight.tensor(tensor.name()).values()));
        Optimizer second = LibraryRules.optimizer(rule, resumed.parameters());
        second.restore(first.snapshot());
        steps(first, straight, 2, AFTER);
        steps(second, resumed, 2, AFTER);

        assertThat(second.t()).isEqualTo(BEFORE + AFTER);
        for (ModelTensor tensor : TestModel.TENSORS) {
            assertThat(resumed.tensor(tensor.name()).values())
                    .isEqualTo(straight.tensor(tensor.name()).values());
        }
        assertSame(second.snapshot(), first.snapshot());
    }

    /** The same numbers in all slots, bit for bit. */
    static void assertSame(Snapshot actual, Snapshot expected) {
        assertThat(actual.tensors()).isEqualTo(expected.tensors());
        assertThat(actual.modelSlots()).isEqualTo(expected.modelSlots());
        for (String slot : expected.modelSlots()) {
            assertThat(actual.number(slot)).as(slot).isEqualTo((Double) expected.number(slot));
        }
        for (String tensor : expected.tensors()) {
            for (String slot : expected.numberSlots(tensor)) {
                assertThat(actual.number(tensor, slot)).as(slot).isEqualTo((Double) expected.number(tensor, slot));
            }
            for (String slot : expected.elementSlots(tensor)) {
                assertThat(actual.elements(tensor, slot)).as(slot).isEqualTo(expected.elements(tensor, slot));
            }
        }
    }

    private static void steps(Optimizer optimizer, TestModel model, long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        optimizer.inputs(input -> TestModel.gradients(random)
                .forEach((tensor, values) -> model.tensor(tensor).give(optimizer, input, values)));
        for (int i = 0; i < count; i++) {
            optimizer.step(number -> {
                TestModel.gradients(random)
                        .forEach((tensor, gradient) -> model.tensor(tensor).setGradient(gradient));
                return (float) random.nextDouble();
            });
        }
    }
}
