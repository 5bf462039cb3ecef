package org.descant.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotTest {
    /** A model of two groups, with its own memory. */
    private static final class Model {
        final float[] weight = Numbers.floats(1, 5000);
        final float[] weightGradient = new float[5000];
        final float[] bias = Numbers.floats(2, 7);
        final float[] biasGradient = new float[7];
        final Parameters parameters = Parameters.builder()
                .tensor("weight", weight, weightGradient, 50, 100)
                .group("bias")
                .tensor("bias", bias, biasGradient, 7)
                .build();
        final Adam adam = new Adam(parameters);

        Model() {
            adam.group("bias").set("beta1", 0.5);
            adam.schedule("lr", completed -> 1e-2 / (1 + completed));
        }

        void steps(int from, int to) {
            for (int t = from; t <= to; t++) {
                Numbers.fill(10 + t, weightGradient);
                Numbers.fill(1000 + t, biasGradient);
                adam.step();
            }
        }

        void take(Model other) {
            System.arraycopy(other.weight, 0, weight, 0, weight.length);
            System.arraycopy(other.bias, 0, bias, 0, bias.length);
            adam.restore(other.adam.snapshot());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5})
    void restore_inMidCourse_goesOnBitForBit(int course) {
        Model whole = new Model();
        Model first = new Model();
        Model second = new Model();
        second.steps(100, 103);
        whole.steps(1, 9);
        first.steps(1, course);
        second.take(first);
        assertThat(second.adam.t()).isEqualTo(course);
        second.steps(course + 1, 9);
        assertThat(second.weight).isEqualTo(whole.weight);
        assertThat(second.bias).isEqualTo(whole.bias);
        for (String slot : new String[] {"p1", "m", "p2", "v", "average", "rate"}) {
            assertThat(second.adam.state("weight", slot)).isEqualTo(whole.adam.state("weight", slot));
            assertThat(second.adam.state("bias", slot)).isEqualTo(whole.adam.state("bias", slot));
        }
        assertThat(second.adam.state("count")).isEqualTo(whole.adam.state("count"));
    }

    @Test
    void snapshot_afterFurtherSteps_staysAsItWas() {
        Model model = new Model();
        model.steps(1, 2);
        Snapshot snapshot = model.adam.snapshot();
        double[] m = snapshot.elements("weight", "m");
        model.steps(3, 3);
        assertThat(snapshot.t()).isEqualTo(2);
        assertThat(snapshot.rule()).isEqualTo("Adam");
        assertThat(snapshot.elementType()).isEqualTo(ElementType.FLOAT);
        assertThat(snapshot.tensors()).containsExactly("bias", "weight");
        assertThat(snapshot.elementSlots("bias")).containsExactly("average", "m", "v");
        assertThat(snapshot.numberSlots("bias")).containsExactly("p1", "p2", "rate");
        assertThat(snapshot.modelSlots()).containsExactly("count");
        assertThat(snapshot.elements("weight", "m")).isEqualTo(m).isNotEqualTo(model.adam.state("weight", "m"));
        assertThat(snapshot.number("bias", "p1")).isEqualTo(0.25);
        assertThat(snapshot.number("weight", "p1")).isEqualTo(0.9 * 0.9);
        assertThat(snapshot.number("count")).isEqualTo(2);
    }

    @Test
    void snapshot_whoseBuilderIsUsedAgain_staysAsItWas() {
        SnapshotBuilder builder = Snapshot.builder("Adam", ElementType.FLOAT, 1)
                .number("count", 1)
                .number("w", "p1", 0.5)
                .elements("w", "m", new float[] {1});
        Snapshot snapshot = builder.build();
        builder.number("count", 2).number("w", "p1", 0.25).number("w", "p2", 0.25);
        builder.elements("w", "m", new float[] {2}).elements("w", "v", new float[] {2});
        assertThat(snapshot.number("count")).isEqualTo(1);
        assertThat(snapshot.number("w", "p1")).isEqualTo(0.5);
        assertThat(snapshot.numberSlots("w")).containsExactly("p1");
        assertThat(snapshot.elements("w", "m")).containsExactly(1);
        assertThat(snapshot.elementSlots("w")).containsExactly("m");
    }

    @Test
    void restore_copiedThroughTheBuilder_isTheSame() {
        Model model = new Model();
        model.steps(1, 3);
        Snapshot snapshot = model.adam.snapshot();
        Model other = new Model();
        other.adam.restore(copy(snapshot, builder -> {}).build());
        assertThat(other.adam.t()).isEqualTo(3);
        assertThat(other.adam.state("weight", "v")).isEqualTo(model.adam.state("weight", "v"));
        assertThat(other.adam.state("bias", "p1")).isEqualTo(model.adam.state("bias", "p1"));
    }

    @Test
    void restore_atTimeZero_keepsTheGivenStates() {
        Model model = new Model();
        SnapshotBuilder builder = Snapshot.builder("Adam", ElementType.FLOAT, 0);
        fill(builder, new Model().adam.snapshot());
        model.adam.restore(builder.elements("bias", "average", new float[7]).build());
        assertThat(model.adam.state("bias", "average")).containsOnly(0);
    }

    @Test
    void restore_notFitting_namesWhatAndWritesNothing() {
        refused(new Momentum(new Model().parameters).snapshot(), "it is of the rule Momentum");
        refused(
                Snapshot.builder("Adam", ElementType.DOUBLE, 1).build(),
                "it is of double[] parameters, and these are float[]");
        refused(
                Snapshot.builder("Adam", ElementType.FLOAT, 1).build(),
                "the states per model are none in it, and must be count");
        refused(
                Snapshot.builder("Adam", ElementType.FLOAT, 1)
                        .number("count", 1)
                        .build(),
                "the tensors are none in it, and must be bias, weight");
        refused(
                changed(builder -> builder.number("extra", "p1", 1)),
                "the tensors are bias, extra, weight in it, and must be bias, weight");
        refused(
                changed(builder -> builder.number("bias", "p3", 1)),
                "the states per step and per tensor of the tensor 'bias' are p1, p2, p3, rate in it, and must be p1, p2, rate");
        refused(
                changed(builder -> builder.elements("bias", "velocity", new float[7])),
                "the states per element of the tensor 'bias' are average, m, v, velocity in it, and must be average, m,"
                        + " v");
        refused(
                changed(builder -> builder.elements("bias", "m", new float[8])),
                "the state 'm' of the tensor 'bias' has 8 elements in it, and the tensor has 7");
    }

    @Test
    @SuppressWarnings("NullAway") // Callers are not all checked for it.
    void restore_null_isRefused() {
        Adam adam = new Model().adam;
        assertThatThrownBy(() -> adam.restore(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("Adam: the snapshot is null");
    }

    @Test
    void restore_statesPerStepThatDisagreeInAGroup_isRefused() {
        Parameters parameters = Parameters.builder()
                .tensor("a", new float[1], new float[1], 1)
                .tensor("b", new float[1], new float[1], 1)
                .build();
        Adam adam = new Adam(parameters);
        SnapshotBuilder builder = Snapshot.builder("Adam", ElementType.FLOAT, 1);
        fill(builder, adam.snapshot());
        Snapshot snapshot = builder.number("b", "p1", 0.5).build();
        assertThatThrownBy(() -> adam.restore(snapshot))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Adam cannot take the snapshot: the state 'p1' is 1.0 for the tensor 'a' and 0.5 for 'b',"
                        + " which are both in group 'default'");
    }

    @Test
    void builder_impossibleContent_isRefused() {
        assertThatThrownBy(() -> Snapshot.builder("Adam", ElementType.FLOAT, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a snapshot after -1 updates: the count is at least 0");
        assertThatThrownBy(() -> Snapshot.builder("Adam", ElementType.FLOAT, 1)
                        .elements("w", "m", new double[] {0.5, Double.NaN, 0.1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "state 'm' of the tensor 'w' holds 0.1, which is no float: make the snapshot one of doubles,"
                                + " or round it");
    }

    @Test
    void snapshot_askedForWhatItHasNot_saysSo() {
        Snapshot snapshot = new Model().adam.snapshot();
        assertThatThrownBy(() -> snapshot.number("p1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the snapshot has no state 'p1' per model");
        assertThatThrownBy(() -> snapshot.number("bias", "m"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the snapshot has no state 'm' as a number of the tensor 'bias'");
        assertThatThrownBy(() -> snapshot.elements("bias", "p1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the snapshot has no state 'p1' per element of the tensor 'bias'");
    }

    private static Snapshot changed(Consumer<SnapshotBuilder> change) {
        return copy(new Model().adam.snapshot(), change).build();
    }

    private static SnapshotBuilder copy(Snapshot snapshot, Consumer<SnapshotBuilder> change) {
        SnapshotBuilder builder = Snapshot.builder(snapshot.rule(), snapshot.elementType(), snapshot.t());
        fill(builder, snapshot);
        change.accept(builder);
        return builder;
    }

    private static void fill(SnapshotBuilder builder, Snapshot snapshot) {
        snapshot.modelSlots().forEach(slot -> builder.number(slot, snapshot.number(slot)));
        for (String tensor : snapshot.tensors()) {
            snapshot.numberSlots(tensor).forEach(slot -> builder.number(tensor, slot, snapshot.number(tensor, slot)));
            snapshot.elementSlots(tensor)
                    .forEach(slot -> builder.elements(tensor, slot, snapshot.elements(tensor, slot)));
        }
    }

    private static void refused(Snapshot snapshot, String why) {
        Model model = new Model();
        model.steps(1, 2);
        double[] m = model.adam.state("bias", "m");
        assertThatThrownBy(() -> model.adam.restore(snapshot))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Adam cannot take the snapshot: " + why);
        assertThat(model.adam.t()).isEqualTo(2);
        assertThat(model.adam.state("bias", "m")).isEqualTo(m);
    }
}
