package org.descant.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FlatLayoutTest {
    private final FlatLayout layout = new FlatLayout()
            .tensor("weight", 2, 3)
            .tensor("empty", 0, 4)
            .group("bias")
            .tensor("bias", 2)
            .tensor("scale");

    @Test
    void tensors_followEachOther() {
        assertThat(layout.length()).isEqualTo(9);
        assertThat(layout.names()).containsExactly("weight", "empty", "bias", "scale");
        assertThat(layout.names().stream().map(layout::offset)).containsExactly(0, 6, 6, 8);
        assertThat(layout.names().stream().map(layout::length)).containsExactly(6, 0, 2, 1);
    }

    @Test
    void parameters_lieInTheArraysAsLaidOut() {
        double[] values = new double[9];
        double[] gradients = {0, 1, 2, 3, 4, 5, 6, 7, 8};
        Parameters parameters = layout.parameters(values, gradients);

        assertThat(parameters.names()).isEqualTo(layout.names());
        assertThat(parameters.shape("weight")).isEqualTo(List.of(2, 3));
        assertThat(parameters.group("weight")).isEqualTo("default");
        assertThat(parameters.group("scale")).isEqualTo("bias");
        assertThat(parameters.tensor("bias").value()).isSameAs(values);
        assertThat(parameters.tensor("bias").gradient()).isSameAs(gradients);
        assertThat(parameters.tensor("bias").offset()).isEqualTo(6);
        assertThat(parameters.tensor("bias").gradientOffset()).isEqualTo(6);
    }

    @Test
    void parameters_ofFloats_canBeSaidMoreOf() {
        Parameters parameters =
                layout.builder(new float[9], new float[9]).overwriteGradients().build();

        assertThat(parameters.elementType()).isEqualTo(ElementType.FLOAT);
        assertThat(parameters.overwritesGradients()).isTrue();
    }

    @Test
    void arraysOfAnotherLength_areRefused() {
        assertThatThrownBy(() -> layout.parameters(new float[9], new float[10]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the layout has 9 elements, but the array of the values has 9 and that of the gradients 10: make"
                                + " both as long as the layout");
    }

    @Test
    void secondTensorOfAName_isRefused() {
        assertThatThrownBy(() -> layout.tensor("bias", 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two tensors are called 'bias': give each a name of its own");
    }

    @Test
    void unknownTensor_isRefused() {
        assertThatThrownBy(() -> layout.offset("bais"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no tensor 'bais'; there are weight, empty, bias, scale");
    }

    @Test
    void moreElementsThanAnArrayHas_areRefused() {
        assertThatThrownBy(() -> layout.tensor("huge", Integer.MAX_VALUE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "with the tensor 'huge' there are 2147483656 elements, more than a Java array can hold: lay them out"
                                + " in several");
        assertThat(layout.length()).isEqualTo(9);
    }
}
