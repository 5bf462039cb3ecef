package org.descant.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.descant.compiler.ir.Shape;
import org.descant.compiler.ir.State;
import org.descant.compiler.plan.Variants;
import org.descant.runtime.ElementType;
import org.descant.runtime.RuleDescription;

/** What a rule's memory costs. */
final class StateCost {
    private StateCost() {}

    /** The bytes that a rule keeps for each parameter; a format of fewer bits is held in arrays of the element type too. */
    static int bytesPerParameter(RuleDescription rule, ElementType type) {
        return rule.elementStates().size() * bytes(type);
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

    private static int bytes(ElementType type) {
        return switch (type) {
            case FLOAT -> Float.BYTES;
            case DOUBLE -> Double.BYTES;
        };
    }
}
