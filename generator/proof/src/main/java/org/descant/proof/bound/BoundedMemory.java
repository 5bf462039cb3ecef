package org.descant.proof.bound;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.descant.compiler.interpret.Layout;
import org.descant.compiler.interpret.Space;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Hyper;
import org.descant.compiler.ir.Input;
import org.descant.compiler.ir.State;

/** All values that a system works on, by name, with their bounds. */
final class BoundedMemory {
    private final Layout layout;
    private final Rounding elements;
    private final Map<String, Bounded> hypers = new HashMap<>();
    private final Map<String, Bounded> variables = new HashMap<>();
    private final Map<String, Bounded> states = new HashMap<>();
    private final Map<Integer, Bounded> gradients = new HashMap<>();
    private final Map<String, Bounded> inputs = new HashMap<>();
    Bounded weight;
    double loss;
    long step;
    BoundedSource source = BoundedSource.of((evaluation, point, gradients) -> Double.NaN);

    BoundedMemory(EquationSystem system, Layout layout, Rounding elements) {
        this.layout = layout;
        this.elements = elements;
        weight = zero(Space.ELEMENT);
        for (Hyper hyper : system.hypers()) {
            hypers.put(hyper.name(), Bounded.number(hyper.defaultValue(), layout.groups()));
        }
        for (Equation equation : system.equations()) {
            variables.put(
                    equation.target().name(),
                    zero(Space.of(equation.target().shape(), equation.target().view())));
        }
        for (State state : system.states()) {
            states.put(state.name(), zero(Space.of(state.shape(), state.view())));
        }
    }

    private Bounded zero(Space space) {
        return Bounded.zero(space, layout.size(space));
    }

    Bounded hyper(String name) {
        return known(hypers, name);
    }

    Bounded variable(String name) {
        return known(variables, name);
    }

    void setVariable(String name, Bounded value) {
        variables.put(name, value);
    }

    Bounded state(String name) {
        return known(states, name);
    }

    void setState(String name, Bounded value) {
        states.put(name, value);
    }

    Bounded gradient(int evaluation) {
        return gradients.computeIfAbsent(evaluation, index -> zero(Space.ELEMENT));
    }

    void setGradient(int evaluation, Bounded value) {
        gradients.put(evaluation, value);
    }

    /** The values of an input, asked for when they are first read in a step. */
    Bounded input(Input input) {
        return inputs.computeIfAbsent(input.name(), name -> fetch(input));
    }

    void beginStep(long number) {
        step = number;
        inputs.clear();
    }

    private Bounded fetch(Input input) {
        double[][] given = source.input(input.name());
        Space space = Space.of(input.shape(), input.view());
        if (space.equals(Space.GROUP)) {
            return Bounded.number(given[0][0], layout.groups());
        }
        Bounded exact = Bounded.exact(
                space, Arrays.stream(given).flatMapToDouble(Arrays::stream).toArray());
        return input.shape().isNumber() ? exact : Evaluator.rounded(exact, elements);
    }

    private static <T> T known(Map<String, T> map, String name) {
        return Optional.ofNullable(map.get(name))
                .orElseThrow(() -> new IllegalArgumentException("nothing is called '" + name + "'"));
    }
}
