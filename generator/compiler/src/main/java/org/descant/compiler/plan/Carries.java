package org.descant.compiler.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Gradient;
import org.descant.compiler.ir.Read;
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

    private final LoopEquations equations;
    private final Stages stages;
    private final int points;
    private final List<FixedStore> pointStores;
    private final List<Expr> arguments;
    private final List<Expr> stored;
    /** For what loops compute, the place of the first gradient that it is made of. */
    private final Map<Variable, Integer> oldest = new HashMap<>();

    /**
     * @param points how many gradients are asked for
     * @param pointStores what writes their points
     * @param arguments what is reduced
     * @param stored what is stored at the end
     */
    Carries(
            LoopEquations equations,
            Stages stages,
            int points,
            List<FixedStore> pointStores,
            List<Expr> arguments,
            List<Expr> stored) {
        this.equations = equations;
        this.stages = stages;
        this.points = points;
        this.pointStores = List.copyOf(pointStores);
        this.arguments = List.copyOf(arguments);
        this.stored = List.copyOf(stored);
        for (Equation equation : equations.all()) {
            oldest.put(equation.target(), oldest(equation.value()));
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
            int gradient = place;
            equations.walk(neededBehind(place, sweeps), expr -> !isDecided(expr, gradient, way, sweeps));
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

    /** Whether it is known of an expression how it is there once the gradient of a place is: it is made of later ones only, or is kept from now on. */
    private boolean isDecided(Expr expr, int place, Way way, Map<Expr, Integer> kept) {
        int last = stages.asked(place) - 1;
        if (oldest(expr) >= place) {
            return true;
        } else if (expr instanceof Gradient gradient) {
            kept.put(gradient, stages.asked(stages.place(gradient) + 1) - 1);
            return true;
        } else if (way == Way.RESULTS && equations.isElement(expr) && stages.of(expr) <= last) {
            kept.merge(expr, last, Math::min);
            return true;
        }
        return false;
    }

    /** The place of the first gradient that loops need to compute it; what prologues hand over needs none. */
    private int oldest(Expr expr) {
        if (expr instanceof Gradient gradient) {
            return stages.place(gradient);
        } else if (LoopEquations.isHandedOver(expr)) {
            return Integer.MAX_VALUE;
        } else if (expr instanceof Read read) {
            return oldest.getOrDefault(read.variable(), Integer.MAX_VALUE);
        }
        return Subexpressions.of(expr).stream().mapToInt(this::oldest).min().orElse(Integer.MAX_VALUE);
    }
}
