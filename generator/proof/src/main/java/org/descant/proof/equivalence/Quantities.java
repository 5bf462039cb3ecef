package org.descant.proof.equivalence;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.EquationSystem;
import org.descant.proof.bound.BoundedRun;

/** The equations of two rules side by side, by their names. */
final class Quantities {
    /** A value with how far it can be off. */
    private record Value(double value, double bound) {}

    private Quantities() {}

    /** The values at an element, or of what it lies in; what the compiler named is left out. */
    static List<Quantity> of(
            EquationSystem left, EquationSystem right, BoundedRun one, BoundedRun other, String tensor, int element) {
        Set<String> names = new LinkedHashSet<>(names(left));
        names.addAll(names(right));
        // The parameter is reported by itself.
        names.remove(left.weight().name());
        names.remove(right.weight().name());
        List<Quantity> quantities = new ArrayList<>();
        for (String name : names) {
            Optional<Value> x = value(left, one, name, tensor, element);
            Optional<Value> y = value(right, other, name, tensor, element);
            boolean differs = x.isPresent()
                    && y.isPresent()
                    && Pair.isApart(
                            x.orElseThrow().value(),
                            x.orElseThrow().bound(),
                            y.orElseThrow().value(),
                            y.orElseThrow().bound(),
                            true);
            quantities.add(new Quantity(name, x.map(Value::value), y.map(Value::value), differs));
        }
        return quantities;
    }

    private static List<String> names(EquationSystem system) {
        return system.equations().stream()
                .map(equation -> equation.target().name())
                .filter(name -> !name.contains("#"))
                .toList();
    }

    private static Optional<Value> value(
            EquationSystem system, BoundedRun run, String name, String tensor, int element) {
        for (Equation equation : system.equations()) {
            if (equation.target().name().equals(name)) {
                double[] values = run.value(name, tensor);
                double[] bounds = run.bound(name, tensor);
                // A smaller shape than that of elements is the same for all of them in a model of one.
                int place = values.length == 1 ? 0 : element;
                return place < values.length ? Optional.of(new Value(values[place], bounds[place])) : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
