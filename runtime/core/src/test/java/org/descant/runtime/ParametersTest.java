package org.descant.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ParametersTest {
    private final float[] ten = new float[10];
    private final float[] gradient = new float[10];

    @Test
    void build_tensorsInGroups_areFoundByName() {
        Parameters parameters = Parameters.builder()
                .tensor("weight", ten, 0, gradient, 0, 2, 3)
                .group("bias")
                .tensor("bias", ten, 6, gradient, 6, 4)
                .group("default")
                .tensor("empty", new float[0], new float[0], 3, 0, 70_000)
                .tensor("scalar", new float[1], new float[1])
                .build();
        assertThat(parameters.names()).containsExactly("weight", "bias", "empty", "scalar");
        assertThat(parameters.groups()).containsExactly("default", "bias");
        assertThat(parameters.group("bias")).isEqualTo("bias");
        assertThat(parameters.group("empty")).isEqualTo("default");
        assertThat(parameters.shape("weight")).containsExactly(2, 3);
        assertThat(parameters.shape("scalar")).isEmpty();
        assertThat(parameters.length("weight")).isEqualTo(6);
        assertThat(parameters.length("empty")).isZero();
        assertThat(parameters.length()).isEqualTo(11);
        assertThat(parameters.elementType()).isEqualTo(ElementType.FLOAT);
    }

    @Test
    void build_noTensor_isRefused() {
        refused(() -> Parameters.builder().build(), "there are no tensors: add at least one with tensor(name, …)");
    }

    @Test
    void emptyName_isRefused() {
        refused(
                () -> Parameters.builder().tensor("", ten, gradient, 10),
                "the name of a tensor is empty: give it a name");
        refused(() -> Parameters.builder().group(" "), "the name of a group is empty: give it a name");
    }

    @Test
    @SuppressWarnings("NullAway") // Callers are not all checked for it.
    void tensor_withoutAShape_isRefused() {
        int[] none = null;
        assertThatThrownBy(() -> Parameters.builder().tensor("w", ten, gradient, none))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("tensor 'w' has null for its shape");
    }

    @Test
    void tensor_sameNameTwice_isRefused() {
        refused(
                () -> Parameters.builder().tensor("w", ten, gradient, 10).tensor("w", ten, gradient, 10),
                "two tensors are called 'w': give each a name of its own");
    }

    @Test
    void tensor_shapeNotTheArraysLength_isRefused() {
        refused(
                () -> Parameters.builder().tensor("w", ten, gradient, 3, 4),
                "tensor 'w' of shape [3, 4] has 12 elements, but its value array has 10: correct the shape, or give"
                        + " offsets for a slice");
        refused(
                () -> Parameters.builder().tensor("w", ten, new float[9], 10),
                "tensor 'w' of shape [10] has 10 elements, but its gradient array has 9: correct the shape, or give"
                        + " offsets for a slice");
        refused(
                () -> Parameters.builder().tensor("w", new double[2], new double[2]),
                "tensor 'w' of shape [] has 1 elements, but its value array has 2: correct the shape, or give offsets"
                        + " for a slice");
    }

    @Test
    void tensor_sliceBeyondTheArray_isRefused() {
        refused(
                () -> Parameters.builder().tensor("w", ten, 5, gradient, 0, 6),
                "tensor 'w' takes 6 elements from offset 5 of its value array, which has 10: correct the offset or the"
                        + " shape");
        refused(
                () -> Parameters.builder().tensor("w", ten, 4, gradient, -1, 6),
                "tensor 'w' takes 6 elements from offset -1 of its gradient array, which has 10: correct the offset or"
                        + " the shape");
        refused(
                () -> Parameters.builder().tensor("w", ten, Integer.MAX_VALUE, gradient, 0, 6),
                "tensor 'w' takes 6 elements from offset 2147483647 of its value array, which has 10: correct the"
                        + " offset or the shape");
    }

    @Test
    void tensor_negativeDimension_isRefused() {
        refused(
                () -> Parameters.builder().tensor("w", ten, gradient, -2, -5),
                "tensor 'w' has the shape [-2, -5]: no dimension is negative");
    }

    @Test
    void tensor_moreElementsThanAnArray_isRefused() {
        refused(
                () -> Parameters.builder().tensor("w", ten, gradient, 65_536, 65_536, 65_536, 65_536),
                "tensor 'w' of shape [65536, 65536, 65536, 65536] has more elements than a Java array can hold: split"
                        + " it");
    }

    @Test
    void tensor_moreColumnsThanAnArray_isRefused() {
        refused(
                () -> Parameters.builder().tensor("w", new float[0], new float[0], 0, 70_000, 70_000),
                "tensor 'w' of shape [0, 70000, 70000] has no elements, but more rows or columns than a Java array can"
                        + " hold: leave it out");
    }

    @Test
    void tensor_thatWasRefused_leavesItsName() {
        ParametersBuilder builder = Parameters.builder().tensor("a", ten, gradient, 10);
        refused(
                () -> builder.tensor("b", new double[1], new double[1], 1),
                "tensor 'b' is double[], but 'a' is float[]: a model has one element type; convert one of them");
        assertThat(builder.tensor("b", new float[1], new float[1], 1).build().names())
                .containsExactly("a", "b");
    }

    @Test
    void tensor_otherElementType_isRefused() {
        refused(
                () -> Parameters.builder().tensor("w", ten, gradient, 10).tensor("b", new double[1], new double[1], 1),
                "tensor 'b' is double[], but 'w' is float[]: a model has one element type; convert one of them");
    }

    @Test
    void build_overlappingValues_isRefused() {
        refused(
                () -> Parameters.builder()
                        .tensor("a", ten, 4, gradient, 4, 3)
                        .tensor("b", ten, 0, gradient, 0, 5)
                        .build(),
                "the values of 'b' (elements 0 to 4) and the values of 'a' (elements 4 to 6) overlap in one array: give"
                        + " each memory of its own");
    }

    @Test
    void build_valueOverGradient_isRefused() {
        refused(
                () -> Parameters.builder().tensor("a", ten, ten, 10).build(),
                "the values of 'a' (elements 0 to 9) and the gradient of 'a' (elements 0 to 9) overlap in one array:"
                        + " give each memory of its own");
        refused(
                () -> Parameters.builder()
                        .tensor("a", ten, 0, gradient, 0, 3)
                        .tensor("b", gradient, 9, ten, 2, 1)
                        .build(),
                "the values of 'a' (elements 0 to 2) and the gradient of 'b' (elements 2 to 2) overlap in one array:"
                        + " give each memory of its own");
    }

    /** A long gradient before a value hides a shorter one that reaches it as well; both orders must be seen. */
    @Test
    void build_valueInsideLongGradient_isRefused() {
        float[] shared = new float[20];
        refused(
                () -> Parameters.builder()
                        .tensor("long", ten, 0, shared, 0, 10)
                        .tensor("short", new float[2], 0, shared, 1, 2)
                        .tensor("value", shared, 8, gradient, 0, 1)
                        .build(),
                "the gradient of 'long' (elements 0 to 9) and the values of 'value' (elements 8 to 8) overlap in one"
                        + " array: give each memory of its own");
    }

    @Test
    void build_touchingSlicesAndSharedGradients_areFine() {
        float[] shared = new float[20];
        Parameters parameters = Parameters.builder()
                .tensor("a", shared, 0, gradient, 0, 10)
                .tensor("b", shared, 10, gradient, 0, 5)
                .tensor("c", new float[5], 0, shared, 15, 5)
                .tensor("nothing", shared, 3, gradient, 0, 0)
                .build();
        assertThat(parameters.length()).isEqualTo(20);
    }

    @Test
    void length_unknownName_namesThoseThatExist() {
        Parameters parameters =
                Parameters.builder().tensor("w", ten, gradient, 10).build();
        refused(() -> parameters.length("v"), "there is no tensor 'v'; there are w");
    }

    @Test
    @SuppressWarnings("NullAway") // what is tested
    void tensor_nullArray_isNamed() {
        float[] missing = null;
        assertThatThrownBy(() -> Parameters.builder().tensor("w", ten, missing, 10))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("tensor 'w' has null for its gradient array: allocate it first");
        assertThatThrownBy(() -> Parameters.builder().tensor("w", missing, 0, gradient, 0, 10))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("tensor 'w' has null for its value array");
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Test
    void gradientThatTwoTensorsShare_cannotBeOverwritten() {
        double[] shared = new double[3];
        ParametersBuilder model = Parameters.builder()
                .overwriteGradients()
                .tensor("a", new double[3], shared, 3)
                .tensor("b", new double[3], shared, 3);

        assertThatThrownBy(model::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the gradient of 'a' (elements 0 to 2) and the gradient of 'b' (elements 0 to 2) overlap in one array:"
                                + " give each memory of its own");
    }
}
