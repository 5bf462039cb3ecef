package org.descant.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.descant.compiler.ir.Shape;
import org.descant.compiler.ir.State;
import org.descant.compiler.plan.Variants;
import org.descant.runtime.ElementType;
import org.descant.runtime.Optimizer;
import org.descant.runtime.Parameters;
import org.descant.runtime.StateDescription;
import org.descant.runtime.StateShape;

/** What a rule's memory costs. */
final class StateCost {
    private StateCost() {}

    /** The bytes of state that an optimizer keeps, over the number of its parameters; what a tensor does without does not count. */
    static double bytesPerParameter(Optimizer optimizer) {
        Parameters parameters = optimizer.parameters();
        long bytes = 0;
        for (StateDescription state : optimizer.description().states()) {
            if (state.shape().isNumber()) {
                bytes += Double.BYTES;
                continue;
            }
            for (String tensor : parameters.names()) {
                if (optimizer.keeps(tensor, state.name())) {
                    bytes += (long) optimizer.state(tensor, state.name()).length
                            * bytes(state.shape(), parameters.elementType());
                }
            }
        }
        return (double) bytes / parameters.length();
    }

    /** What the states of a rule cost, in sentences. */
    static List<String> lines(List<State> states) {
        int elements = count(states, Shape.ELEMENT);
        List<String> more = new ArrayList<>();
        add(more, "row", count(states, Shape.ROW), Float.BYTES);
        add(more, "column", count(states, Shape.COL), Float.BYTES);
        add(more, "matrix", count(states, Shape.MATRIX), Double.BYTES);
        List<String> lines = new ArrayList<>();
        lines.add(
                elements == 0
                        ? "It keeps nothing for each parameter."
                        : "It keeps " + elements * Float.BYTES + " bytes for each float parameter, "
                                + elements * Double.BYTES + " for each double.");
        if (!more.isEmpty()) {
            lines.add("For floats it keeps " + String.join(", ", more) + " of a tensor.");
        }
        return lines;
    }

    /** Which states tensors do without, in a sentence for each way in which their dimensions decide. */
    static List<String> spared(Variants variants) {
        List<String> lines = new ArrayList<>();
        for (int way = 0; way < variants.unneeded().size(); way++) {
            Set<State> states = variants.unneeded().get(way).states();
            if (!states.isEmpty()) {
                String names = states.stream().map(State::name).sorted().collect(Collectors.joining(", "));
                lines.add("A tensor with " + variants.words(way) + " keeps no " + names + ".");
            }
        }
        return lines;
    }

    private static void add(List<String> costs, String of, int count, int bytes) {
        if (count > 0) {
            costs.add(count * bytes + " bytes for each " + of);
        }
    }

    private static int count(List<State> states, Shape shape) {
        return (int)
                states.stream().filter(state -> state.shape().equals(shape)).count();
    }

    private static int bytes(StateShape shape, ElementType type) {
        return switch (shape) {
            case PER_STEP, PER_MODEL, PER_TENSOR, PER_MATRIX, PER_LAST_MATRIX -> Double.BYTES;
            case PER_ELEMENT, PER_ROW, PER_COL, PER_LAST_ROW, PER_LAST_COL ->
                type == ElementType.FLOAT ? Float.BYTES : Double.BYTES;
        };
    }
}
