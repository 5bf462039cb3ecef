package org.descant.runtime;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The values of the inputs: those per model as numbers, those per tensor as numbers of each, those per element in arrays that mirror the
 * values, and those per matrix, row and column in cells.
 */
final class InputValues {
    private static final InputSource NOBODY = input -> {};

    private final RuleDescription rule;
    private final Parameters parameters;
    private final ElementStates elements;
    private final TensorWork[] works;
    private final List<InputDescription> numberInputs;
    private final double[] numbers;
    private final boolean[] given;
    private final boolean[] asked;
    private final boolean[][] filled;
    private InputSource source = NOBODY;

    /** @param works in the order of the model; none if the rule has nothing per tensor */
    InputValues(RuleDescription rule, Parameters parameters, ElementStates elements, TensorWork[] works) {
        this.rule = rule;
        this.parameters = parameters;
        this.elements = elements;
        this.works = works;
        numberInputs = rule.numberInputs();
        numbers = new double[numberInputs.size()];
        given = new boolean[numberInputs.size()];
        asked = new boolean[rule.inputs().size()];
        filled = new boolean[asked.length][parameters.tensors().size()];
    }

    void source(InputSource inputs) {
        source = Objects.requireNonNull(inputs, () -> rule.name() + ": the source of inputs is null");
    }

    void give(String input, double value) {
        InputDescription described = rule.input(input);
        if (described.shape() != StateShape.PER_MODEL) {
            throw refused(described, "is " + described.shape() + ": give it for each tensor, by its name");
        }
        int index = numberInputs.indexOf(described);
        numbers[index] = value;
        given[index] = true;
    }

    void give(String input, String tensor, double value) {
        InputDescription described = rule.input(input);
        checkOfTensors(described);
        if (described.shape() != StateShape.PER_TENSOR) {
            throw refused(described, "is " + described.shape() + ": give it for each tensor in an array");
        }
        int place = parameters.place(tensor);
        works[place].input(rule.tensorInputs().indexOf(described), value);
        filled[rule.inputs().indexOf(described)][place] = true;
    }

    /** @param values an array of the element type, or for matrices of any; any other is refused */
    void give(String input, String tensor, Object values, int offset) {
        InputDescription described = rule.input(input);
        checkOfTensors(described);
        if (described.shape() == StateShape.PER_TENSOR) {
            throw refused(described, "is per tensor: give it as one number of the tensor, not in an array");
        }
        int place = parameters.place(tensor);
        Tensor target = parameters.tensors().get(place);
        Objects.requireNonNull(
                values,
                () -> rule.name() + ": the values of the input '" + input + "' for the tensor '" + tensor
                        + "' are null");
        boolean fits = values instanceof float[]
                ? elements.elementType() == ElementType.FLOAT
                : elements.elementType() == ElementType.DOUBLE;
        if (!fits && !described.shape().isOfMatrices()) {
            throw refused(
                    described,
                    "is of another type than the " + elements.elementType().javaName() + "[] parameters");
        }
        int count = count(described, target);
        checkRoom(described, tensor, Buffers.length(values), offset, count);
        if (count > 0) {
            copy(described, target, place, values, offset, count);
        }
        filled[rule.inputs().indexOf(described)][place] = true;
    }

    private void checkRoom(InputDescription input, String tensor, int length, int offset, int count) {
        if (offset < 0) {
            throw refused(
                    input, "is given for the tensor '" + tensor + "' from " + offset + " on: no offset is negative");
        }
        if (length - offset < count) {
            boolean isOfElements = input.shape() == StateShape.PER_ELEMENT;
            throw refused(
                    input,
                    "has " + Math.max(0, length - offset) + (isOfElements ? " elements" : " values") + " from "
                            + offset + " on, and the tensor '" + tensor + "' has " + count
                            + (isOfElements ? "" : ", " + input.shape()));
        }
    }

    private void copy(InputDescription input, Tensor target, int place, Object values, int offset, int count) {
        if (input.shape() == StateShape.PER_ELEMENT) {
            int buffer = rule.firstInputBuffer() + rule.elementInputs().indexOf(input);
            System.arraycopy(values, offset, elements.buffer(target, buffer), target.offset(), count);
            return;
        }
        int cell = rule.cellStates().size() + rule.cellInputs().indexOf(input);
        Object array = works[place].cells().arrays().array(cell);
        if (array instanceof double[] doubles && values instanceof float[] floats) {
            for (int i = 0; i < count; i++) {
                doubles[i] = floats[offset + i];
            }
        } else {
            System.arraycopy(values, offset, array, 0, count);
        }
    }

    private static int count(InputDescription input, Tensor tensor) {
        return switch (input.shape()) {
            case PER_ELEMENT -> tensor.length();
            case PER_STEP, PER_MODEL, PER_TENSOR -> 1;
            case PER_MATRIX, PER_ROW, PER_COL, PER_LAST_MATRIX, PER_LAST_ROW, PER_LAST_COL ->
                Geometry.of(tensor.shape(), input.shape()).count(input.shape());
        };
    }

    private void checkOfTensors(InputDescription input) {
        if (input.shape() == StateShape.PER_MODEL) {
            throw refused(input, "is per model: give it without a tensor's name");
        }
    }

    private IllegalArgumentException refused(InputDescription input, String why) {
        return new IllegalArgumentException(rule.name() + ": the input '" + input.name() + "' " + why);
    }

    /** Nothing has been asked for in the step that begins. */
    void beginStep() {
        Arrays.fill(asked, false);
    }

    /** An input per model, asked for when it is first read in a step. */
    double number(int index) {
        InputDescription input = numberInputs.get(index);
        ask(input);
        if (!given[index]) {
            throw new IllegalStateException(rule.name() + " reads the input '" + input.name()
                    + "', which has no value: give it by input(\"" + input.name() + "\", …) or a source of inputs");
        }
        return numbers[index];
    }

    /** Asks for an input of tensors, and makes sure that every one has it. */
    void takeOfTensors(InputDescription input) {
        ask(input);
        boolean[] has = filled[rule.inputs().indexOf(input)];
        for (int i = 0; i < has.length; i++) {
            Tensor tensor = parameters.tensors().get(i);
            if (!has[i] && count(input, tensor) > 0) {
                throw new IllegalStateException(rule.name() + " reads the input '" + input.name()
                        + "', which has no values for the tensor '" + tensor.name() + "': give them by input(\""
                        + input.name() + "\", \"" + tensor.name() + "\", …) or a source of inputs");
            }
        }
    }

    private void ask(InputDescription input) {
        int place = rule.inputs().indexOf(input);
        if (!asked[place]) {
            asked[place] = true;
            source.give(input.name());
        }
    }
}
