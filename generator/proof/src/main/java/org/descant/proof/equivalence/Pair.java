package org.descant.proof.equivalence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.descant.compiler.interpret.Interpreter;
import org.descant.compiler.interpret.TensorSpec;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Hyper;
import org.descant.compiler.ir.Weight;
import org.descant.proof.bound.BoundedRun;
import org.descant.runtime.ElementType;

/** Two rules that are given the same. */
final class Pair {
    /**
     * The first parameter in which two runs differ by more than rounding.
     *
     * @param step from 1
     * @param bound what rounding explains
     */
    record Found(int step, int tensor, int element, double left, double right, double bound) {
        boolean isClear() {
            return !(Math.abs(left - right) <= 1e-6 * Math.max(Math.abs(left), Math.abs(right)));
        }
    }

    /** What comparing one case gave. */
    record Outcome(boolean sameBits, long compared, long unbounded, Optional<Found> found) {}

    private final EquationSystem left;
    private final EquationSystem right;
    private final Map<String, String> names;
    private final double slope;

    /** @param names of the hyperparameters of the first rule that the second has too, with what they are called there */
    Pair(EquationSystem left, EquationSystem right, Map<String, String> names) {
        this.left = left;
        this.right = right;
        this.names = names;
        // Where gradients are asked for at points of a rule's choosing, they must depend on the point.
        this.slope = asksAtParameters(left) && asksAtParameters(right) ? 0 : 0.75;
    }

    private static boolean asksAtParameters(EquationSystem system) {
        return system.evaluations().stream()
                .allMatch(evaluation -> evaluation.point() instanceof Weight
                        && evaluation.clock().isBase());
    }

    /** Runs both. */
    Outcome compare(Case given) {
        BoundedRun one = new BoundedRun(left, ElementType.DOUBLE, given.tensors());
        BoundedRun other = new BoundedRun(right, ElementType.DOUBLE, given.tensors());
        Tally tally = new Tally();
        begin(given, one, other);
        for (int step = 0; step < given.steps(); step++) {
            if (!step(given, step, one, other)) {
                break;
            }
            compare(given, step, one, other, tally);
            if (tally.found.isPresent()) {
                break;
            }
        }
        return new Outcome(tally.sameBits, tally.compared, tally.unbounded, tally.found);
    }

    private static final class Tally {
        private boolean sameBits = true;
        private long compared;
        private long unbounded;
        private Optional<Found> found = Optional.empty();
    }

    private static void begin(Case given, BoundedRun one, BoundedRun other) {
        for (int i = 0; i < given.tensors().size(); i++) {
            double[] start = array(given.start().get(i));
            one.setWeight(given.tensors().get(i).name(), start);
            other.setWeight(given.tensors().get(i).name(), start);
        }
    }

    /** Makes a step; false where one of them refuses what it is given. */
    private boolean step(Case given, int step, BoundedRun one, BoundedRun other) {
        given.hypers().get(step).forEach((name, value) -> {
            one.set(name, value);
            other.set(names.getOrDefault(name, name), value);
        });
        try {
            one.step(new CaseSource(given, step, slope, left));
            other.step(new CaseSource(given, step, slope, right));
            return true;
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    private static void compare(Case given, int step, BoundedRun one, BoundedRun other, Tally tally) {
        for (int tensor = 0; tensor < given.tensors().size(); tensor++) {
            String name = given.tensors().get(tensor).name();
            double[] x = one.weight(name);
            double[] y = other.weight(name);
            double[] a = one.bound(name);
            double[] b = other.bound(name);
            for (int i = 0; i < x.length; i++) {
                tally.compared++;
                if (Double.doubleToLongBits(x[i]) != Double.doubleToLongBits(y[i])) {
                    tally.sameBits = false;
                    if (tally.found.isEmpty() && isApart(x[i], a[i], y[i], b[i], given.isModerate())) {
                        tally.found = Optional.of(new Found(step + 1, tensor, i, x[i], y[i], a[i] + b[i]));
                    }
                }
                if (!Double.isFinite(a[i] + b[i])) {
                    tally.unbounded++;
                }
            }
        }
    }

    /**
     * Whether rounding cannot have taken the two apart.
     *
     * @param moderate whether nothing overflows on the way: then, where one is a number that is surely right, the other must be one too
     */
    static boolean isApart(double x, double a, double y, double b, boolean moderate) {
        boolean isLeft = Double.isFinite(x) && Double.isFinite(a);
        boolean isRight = Double.isFinite(y) && Double.isFinite(b);
        if (isLeft && isRight) {
            return Math.abs(x - y) > a + b;
        }
        return moderate && ((isLeft && Double.isNaN(y)) || (isRight && Double.isNaN(x)));
    }

    /** Whether both have the same bits in float too. */
    boolean isSameInFloat(Case given) {
        Interpreter one = new Interpreter(left, ElementType.FLOAT, given.tensors());
        Interpreter other = new Interpreter(right, ElementType.FLOAT, given.tensors());
        for (int i = 0; i < given.tensors().size(); i++) {
            one.setWeight(given.tensors().get(i).name(), array(given.start().get(i)));
            other.setWeight(given.tensors().get(i).name(), array(given.start().get(i)));
        }
        for (int step = 0; step < given.steps(); step++) {
            given.hypers().get(step).forEach((name, value) -> {
                one.set(name, value);
                other.set(names.getOrDefault(name, name), value);
            });
            try {
                one.step(new CaseSource(given, step, slope, left).plain());
                other.step(new CaseSource(given, step, slope, right).plain());
            } catch (IllegalArgumentException refused) {
                return true;
            }
            for (TensorSpec tensor : given.tensors()) {
                double[] x = one.weight(tensor.name());
                double[] y = other.weight(tensor.name());
                for (int i = 0; i < x.length; i++) {
                    if (Double.doubleToLongBits(x[i]) != Double.doubleToLongBits(y[i])) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** Everything about a case in which they differ. */
    CounterExample explain(Case given, Found found) {
        BoundedRun one = new BoundedRun(left, ElementType.DOUBLE, given.tensors());
        BoundedRun other = new BoundedRun(right, ElementType.DOUBLE, given.tensors());
        begin(given, one, other);
        String tensor = given.tensors().get(found.tensor()).name();
        List<Quantity> quantities = new ArrayList<>();
        Optional<CounterExample.FirstDifference> first = Optional.empty();
        for (int step = 0; step < found.step(); step++) {
            step(given, step, one, other);
            quantities = Quantities.of(left, right, one, other, tensor, found.element());
            for (Quantity quantity : quantities) {
                if (first.isEmpty() && quantity.differs()) {
                    first = Optional.of(new CounterExample.FirstDifference(
                            quantity.name(),
                            step + 1,
                            quantity.left().orElseThrow(),
                            quantity.right().orElseThrow()));
                }
            }
        }
        List<Double> gradients = given.gradients().stream()
                .map(step -> step.get(found.tensor()).get(found.element()))
                .toList();
        return new CounterExample(
                given.elements(),
                given.start().get(found.tensor()).get(found.element()),
                gradients,
                given.hypers(),
                found.left(),
                found.right(),
                found.bound(),
                quantities,
                first);
    }

    /** The defaults of the hyperparameters that both are set to. */
    double defaultOf(String name) {
        return left.hypers().stream()
                .filter(hyper -> hyper.name().equals(name))
                .mapToDouble(Hyper::defaultValue)
                .findFirst()
                .orElseThrow();
    }

    static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
