package org.descant.compiler.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Gradient;
import org.descant.compiler.ir.Kind;
import org.descant.compiler.ir.Narrow;
import org.descant.compiler.ir.Read;
import org.descant.compiler.ir.Reduce;
import org.descant.compiler.ir.Shape;
import org.descant.compiler.ir.Subexpressions;
import org.descant.compiler.ir.Variable;

/**
 * What has to be kept because a gradient is overwritten by the next one. There are two ways: to keep the gradients themselves, and compute
 * again what is made of them; or to keep what is made of them and needed later. Which moves fewer values is for the caller to find out.
 */
final class Carries {
    private enum Way {
        GRADIENTS,
        RESULTS
    }

    private final Map<Variable, Equation> inLoops;
    private final Stages stages;
    private final int points;
    private final List<FixedStore> pointStores;
    private final List<Expr> arguments;
    private final List<Expr> stored;
    /** For what loops compute, the place of the first gradient that it is made of. */
    private final Map<Variable, Integer> oldest = new HashMap<>();

    /**
     * @param equations in the order of their dependency
     * @param points how many gradients are asked for
     * @param pointStores what writes their points
     * @param arguments what is reduced
     * @param stored what is stored at the end
     */
    Carries(
            List<Equation> equations,
            Map<Variable, Equation> inLoops,
            Stages stages,
            int points,
            List<FixedStore> pointStores,
            List<Expr> arguments,
            List<Expr> stored) {
        this.inLoops = inLoops;
        this.stages = stages;
        this.points = points;
        this.pointStores = List.copyOf(pointStores);
        this.arguments = List.copyOf(arguments);
        this.stored = List.copyOf(stored);
        for (Equation equation : equations) {
            if (inLoops.containsKey(equation.target())) {
                oldest.put(equation.target(), oldest(equation.value()));
            }
        }
    }

    /** The ways, each with all that it keeps; two that are the same are given once. */
    List<List<Carry>> ways(IntFunction<Buffer> buffers) {
        List<Carry> gradients = carries(Way.GRADIENTS, buffers);
        List<Carry> results = carries(Way.RESULTS, buffers);
        return gradients.equals(results) ? List.of(gradients) : List.of(gradients, results);
    }

    private List<Carry> carries(Way way, IntFunction<Buffer> buffers) {
        Map<Expr, Integer> sweeps = new LinkedHashMap<>();
        for (int place = points - 1; place > 0; place--) {
            Set<Variable> seen = new HashSet<>();
            for (Expr root : neededBehind(place, sweeps)) {
                choose(root, place, way, sweeps, seen);
            }
        }
        List<Carry> carries = new ArrayList<>();
        sweeps.forEach((value, sweep) -> {
            Buffer free = buffers.apply(carries.size());
            carries.add(new Carry(value, sweep, new Buffer(free.number(), name(value), value)));
        });
        return carries;
    }

    private static String name(Expr value) {
        if (value instanceof Read read) {
            return read.variable().name();
        }
        return value instanceof Gradient gradient ? Reduced.gradient(gradient.evaluation()) + "(kept)" : "";
    }

    /** What sweeps compute, or keep, once the gradient of that place has been asked for. */
    private List<Expr> neededBehind(int place, Map<Expr, Integer> kept) {
        int first = stages.asked(place);
        List<Expr> needed = new ArrayList<>(stored);
        arguments.stream().filter(argument -> stages.of(argument) >= first).forEach(needed::add);
        pointStores.stream()
                .filter(point -> point.sweep() >= first)
                .forEach(point -> needed.add(point.store().value()));
        kept.forEach((value, sweep) -> {
            if (sweep >= first) {
                needed.add(value);
            }
        });
        return needed;
    }

    private void choose(Expr expr, int place, Way way, Map<Expr, Integer> kept, Set<Variable> seen) {
        if (oldest(expr) >= place) {
            return;
        }
        int last = stages.asked(place) - 1;
        if (expr instanceof Gradient gradient) {
            kept.put(gradient, stages.asked(stages.place(gradient) + 1) - 1);
        } else if (way == Way.RESULTS && expr instanceof Read read && isElement(read) && stages.of(read) <= last) {
            kept.merge(read, last, Math::min);
        } else if (expr instanceof Read read) {
            if (seen.add(read.variable())) {
                choose(value(read), place, way, kept, seen);
            }
        } else {
            Subexpressions.of(expr).forEach(part -> choose(part, place, way, kept, seen));
        }
    }

    private static boolean isElement(Read read) {
        return read.kind() == Kind.NUMBER && read.shape().equals(Shape.ELEMENT);
    }

    /** The place of the first gradient that loops need to compute it; what prologues hand over needs none. */
    private int oldest(Expr expr) {
        if (expr instanceof Gradient gradient) {
            return stages.place(gradient);
        } else if (expr instanceof Narrow || expr instanceof Reduce) {
            return Integer.MAX_VALUE;
        } else if (expr instanceof Read read) {
            return oldest.getOrDefault(read.variable(), Integer.MAX_VALUE);
        }
        return Subexpressions.of(expr).stream().mapToInt(this::oldest).min().orElse(Integer.MAX_VALUE);
    }

    private Expr value(Read read) {
        Equation equation = inLoops.get(read.variable());
        if (equation == null) {
            throw new IllegalStateException(read.variable().name() + " is not computed in loops");
        }
        return equation.value();
    }
}
