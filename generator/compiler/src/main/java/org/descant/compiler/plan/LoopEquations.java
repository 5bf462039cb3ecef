package org.descant.compiler.plan;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Kind;
import org.descant.compiler.ir.Narrow;
import org.descant.compiler.ir.Read;
import org.descant.compiler.ir.Reduce;
import org.descant.compiler.ir.Shape;
import org.descant.compiler.ir.Subexpressions;
import org.descant.compiler.ir.Variable;

/** Equations that loops compute, and the walk through them from what loops leave to what that is made of. */
final class LoopEquations {
    private final Map<Variable, Equation> equations = new LinkedHashMap<>();

    /** @param equations in the order of dependency */
    LoopEquations(Collection<Equation> equations) {
        equations.forEach(equation -> this.equations.put(equation.target(), equation));
    }

    /** All, in the order of dependency. */
    Collection<Equation> all() {
        return equations.values();
    }

    boolean define(Variable variable) {
        return equations.containsKey(variable);
    }

    /** The equation that defines what an expression reads, if it is one of these. */
    Optional<Equation> of(Expr expr) {
        return expr instanceof Read read ? Optional.ofNullable(equations.get(read.variable())) : Optional.empty();
    }

    /** Whether an expression reads a number for each element that one of these defines. */
    boolean isElement(Expr expr) {
        return expr.kind() == Kind.NUMBER && expr.shape().equals(Shape.ELEMENT) && of(expr).isPresent();
    }

    /** Whether loops take a value from prologues, so that none of these computes what it is made of. */
    static boolean isHandedOver(Expr expr) {
        return expr instanceof Narrow || expr instanceof Reduce;
    }

    /**
     * Walks from values to what they are made of: to the parts of each expression, and behind what it reads to the equation that defines it. What is nearer to
     * the values comes first, and no equation comes twice.
     *
     * @param goesBehind is told each expression, and whether to walk on to what it is made of
     * @return the equations that the walk went through, in the order of dependency
     */
    List<Equation> walk(Collection<? extends Expr> values, Predicate<Expr> goesBehind) {
        Set<Variable> seen = new HashSet<>();
        Deque<Expr> open = new ArrayDeque<>(values);
        while (!open.isEmpty()) {
            Expr expr = open.remove();
            if (goesBehind.test(expr)) {
                open.addAll(Subexpressions.of(expr));
                of(expr).filter(equation -> seen.add(equation.target()))
                        .ifPresent(equation -> open.add(equation.value()));
            }
        }
        return equations.values().stream()
                .filter(equation -> seen.contains(equation.target()))
                .toList();
    }
}
