package org.descant.runtime;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The values of the inputs: those per model as numbers, those per element in arrays that mirror the values. */
final class InputValues {
    private static final InputSource NOBODY = input -> {};

    private final RuleDescription rule;
    private final Parameters parameters;
    private final ElementStates elements;
    private final List<InputDescription> numberInputs;
    private final double[] numbers;
    private final boolean[] given;
    private final boolean[] asked;
    private final List<InputDescription> elementInputs;
    private final boolean[][] filled;
    private InputSource source = NOBODY;

    InputValues(RuleDescription rule, Parameters parameters, ElementStates elements) {
        this.rule = rule;
        this.parameters = parameters;
        this.elements = elements;
        numberInputs = rule.numberInputs();
        numbers = new double[numberInputs.size()];
        given = new boolean[numberInputs.size()];
        asked = new boolean[rule.inputs().size()];
        elementInputs = rule.elementInputs();
        filled = new boolean[elementInputs.size()][parameters.tensors().size()];
    }

    void source(InputSource inputs) {
        source = Objects.requireNonNull(inputs, () -> rule.name() + ": the source of inputs is null");
    }

    void give(String input, double value) {
        InputDescription described = rule.input(input);
        int index = numberInputs.indexOf(described);
        if (index < 0) {
            throw new IllegalArgumentException(rule.name() + ": the input '" + input + "' is " + described.shape()
                    + ": give it for each tensor, by its name");
        }
        numbers[index] = value;
        given[index] = true;
    }

    /** @param values an array of the element type; any other is refused */
    void give(String input, String tensor, Object values, int offset) {
        InputDescription described = rule.input(input);
        int place = elementInputs.indexOf(described);
        if (place < 0) {
            throw new IllegalArgumentException(rule.name() + ": the input '" + input + "' is " + described.shape()
                    + ": give it without a tensor's name");
        }
        Tensor target = parameters.tensor(tensor);
        boolean fits = values instanceof float[]
                ? elements.elementType() == ElementType.FLOAT
                : elements.elementType() == ElementType.DOUBLE;
        if (!fits) {
            throw new IllegalArgumentException(rule.name() + ": the input '" + input + "' is of another type than the "
                    + elements.elementType().javaName() + "[] parameters");
        }
        if (offset < 0 || Buffers.length(values) - offset < target.length()) {
            throw new IllegalArgumentException(rule.name() + ": the input '" + input + "' has "
                    + Math.max(0, Buffers.length(values) - offset) + " elements from " + offset
                    + " on, and the tensor '"
                    + tensor + "' has " + target.length());
        }
        if (target.length() > 0) {
            Object array = elements.buffer(target, rule.firstInputBuffer() + place);
            System.arraycopy(values, offset, array, target.offset(), target.length());
        }
        filled[place][parameters.tensors().indexOf(target)] = true;
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

    /** Asks for an input per element, and makes sure that every tensor has it. */
    void takeElements(InputDescription input) {
        ask(input);
        boolean[] has = filled[elementInputs.indexOf(input)];
        for (int i = 0; i < has.length; i++) {
            Tensor tensor = parameters.tensors().get(i);
            if (tensor.length() > 0 && !has[i]) {
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
