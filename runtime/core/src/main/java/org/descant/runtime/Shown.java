package org.descant.runtime;

import java.util.Optional;
import java.util.function.Function;

/** What stands in the parameters in place of the values: an output, while it is shown. */
final class Shown {
    private final RuleDescription rule;
    private final Parameters parameters;
    private final ElementStates elements;
    private Optional<String> output = Optional.empty();

    Shown(RuleDescription rule, Parameters parameters, ElementStates elements) {
        this.rule = rule;
        this.parameters = parameters;
        this.elements = elements;
    }

    /** The output that is shown. */
    Optional<String> output() {
        return output;
    }

    void checkElements(OutputDescription wanted) {
        if (wanted instanceof OutputDescription.Kept kept) {
            StateShape shape = rule.state(kept.slot()).shape();
            if (shape != StateShape.PER_ELEMENT) {
                throw new IllegalArgumentException(rule.name() + ": '" + wanted.name() + "' is " + shape
                        + ": only an output per element can be shown");
            }
        }
    }

    /** @param read gives the elements of the output for a tensor, in an array of their own */
    void show(OutputDescription wanted, Function<Tensor, Object> read) {
        parameters.tensors().forEach(elements::putAside);
        output = Optional.of(wanted.name());
        for (Tensor tensor : parameters.tensors()) {
            System.arraycopy(read.apply(tensor), 0, tensor.value(), tensor.offset(), tensor.length());
        }
    }

    void hide() {
        if (output.isPresent()) {
            elements.putBack(parameters.tensors());
            output = Optional.empty();
        }
    }
}
