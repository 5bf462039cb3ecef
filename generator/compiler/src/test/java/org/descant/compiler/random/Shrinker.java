package org.descant.compiler.random;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.descant.compiler.ir.Constant;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Evaluation;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Gradient;
import org.descant.compiler.ir.Narrow;
import org.descant.compiler.ir.Output;
import org.descant.compiler.ir.Precision;
import org.descant.compiler.ir.Previous;
import org.descant.compiler.ir.Read;
import org.descant.compiler.ir.State;
import org.descant.compiler.ir.Subexpressions;
import org.descant.compiler.ir.Truth;
import org.descant.compiler.ir.Update;

/** Makes a system that fails smaller as long as it still fails: parts that nothing reads go, expressions become their operands or constants. */
public final class Shrinker {
    private static final int MOST_ATTEMPTS = 5000;

    private final Predicate<EquationSystem> fails;
    private int attempts;

    private Shrinker(Predicate<EquationSystem> fails) {
        this.fails = fails;
    }

    /** A system that fails and of which no smaller one that was tried does. */
    public static EquationSystem smallest(EquationSystem system, Predicate<EquationSystem> fails) {
        Shrinker shrinker = new Shrinker(fails);
        EquationSystem current = system;
        Optional<EquationSystem> next = shrinker.smaller(current);
        while (next.isPresent()) {
            current = next.get();
            next = shrinker.smaller(current);
        }
        return current;
    }

    private Optional<EquationSystem> smaller(EquationSystem system) {
        return dropped(system).or(() -> simplified(system));
    }

    private boolean stillFails(EquationSystem candidate) {
        return attempts++ < MOST_ATTEMPTS && fails.test(candidate);
    }

    // ---- Leaving parts out

    private Optional<EquationSystem> dropped(EquationSystem system) {
        List<EquationSystem> candidates = new ArrayList<>();
        Reads reads = new Reads(system);
        for (int i = system.equations().size() - 1; i >= 0; i--) {
            Equation equation = system.equations().get(i);
            String name = equation.target().name();
            if (!name.equals(system.weight().name()) && !reads.variables.contains(name)) {
                candidates.add(edit(system, system.states(), without(system.equations(), i), system.updates(), system));
            }
        }
        for (int i = 0; i < system.states().size(); i++) {
            State state = system.states().get(i);
            if (!reads.states.contains(state.name())) {
                List<Update> updates = system.updates().stream()
                        .filter(u -> !u.state().equals(state))
                        .toList();
                candidates.add(edit(system, without(system.states(), i), system.equations(), updates, system));
            }
        }
        candidates.addAll(withoutAdornment(system));
        return candidates.stream().filter(this::stillFails).findFirst();
    }

    private static List<EquationSystem> withoutAdornment(EquationSystem system) {
        List<EquationSystem> candidates = new ArrayList<>();
        if (!system.outputs().isEmpty()) {
            candidates.add(adorned(
                    system, system.evaluations(), List.of(), system.checks().isEmpty()));
        }
        if (!system.checks().isEmpty()) {
            candidates.add(adorned(system, system.evaluations(), system.outputs(), true));
        }
        if (system.evaluations().size() > 1 && !new Reads(system).secondGradient) {
            candidates.add(adorned(system, system.evaluations().subList(0, 1), system.outputs(), false));
        }
        return candidates;
    }

    private static EquationSystem adorned(
            EquationSystem s, List<Evaluation> evaluations, List<Output> outputs, boolean unchecked) {
        return new EquationSystem(
                s.name(),
                s.doc(),
                s.hypers(),
                s.options(),
                s.inputs(),
                s.states(),
                s.equations(),
                s.updates(),
                s.weight(),
                evaluations,
                unchecked ? List.of() : s.checks(),
                outputs,
                s.usesLoss(),
                s.origin());
    }

    private static <T> List<T> without(List<T> list, int index) {
        List<T> fewer = new ArrayList<>(list);
        fewer.remove(index);
        return fewer;
    }

    private static EquationSystem edit(
            EquationSystem s, List<State> states, List<Equation> equations, List<Update> updates, EquationSystem rest) {
        return new EquationSystem(
                s.name(),
                s.doc(),
                s.hypers(),
                s.options(),
                s.inputs(),
                states,
                equations,
                updates,
                s.weight(),
                rest.evaluations(),
                rest.checks(),
                rest.outputs(),
                s.usesLoss(),
                s.origin());
    }

    // ---- Making expressions smaller

    private Optional<EquationSystem> simplified(EquationSystem system) {
        for (int i = system.equations().size() - 1; i >= 0; i--) {
            Equation equation = system.equations().get(i);
            for (Expr value : smallerValues(equation.value())) {
                List<Equation> equations = new ArrayList<>(system.equations());
                equations.set(i, new Equation(equation.target(), value, equation.clock(), equation.origin()));
                EquationSystem candidate = edit(system, system.states(), equations, system.updates(), system);
                if (stillFails(candidate)) {
                    return Optional.of(candidate);
                }
            }
        }
        return Optional.empty();
    }

    /** Versions of the expression that are smaller at one place. */
    private static List<Expr> smallerValues(Expr expr) {
        List<Expr> smaller = new ArrayList<>(replacements(expr));
        List<Expr> operands = Subexpressions.of(expr);
        for (int i = 0; i < operands.size(); i++) {
            for (Expr operand : smallerValues(operands.get(i))) {
                withOperand(expr, i, operand).ifPresent(smaller::add);
            }
        }
        return smaller;
    }

    private static Optional<Expr> withOperand(Expr expr, int index, Expr operand) {
        int[] place = {0};
        try {
            return Optional.of(Subexpressions.map(expr, old -> place[0]++ == index ? operand : old));
        } catch (IllegalArgumentException wouldBeIllTyped) {
            return Optional.empty();
        }
    }

    private static List<Expr> replacements(Expr expr) {
        List<Expr> found = new ArrayList<>();
        if (Subexpressions.of(expr).isEmpty()) {
            return found;
        }
        Precision precision = Precision.of(expr);
        for (Expr operand : Subexpressions.of(expr)) {
            if (Precision.of(operand) == precision && expr.shape().contains(operand.shape())) {
                found.add(operand);
            }
        }
        Expr one = new Constant(1);
        switch (precision) {
            case TRUTH -> found.add(new Truth(true));
            case NUMBER -> found.add(one);
            case ELEMENT -> {
                if (!expr.equals(new Narrow(one))) {
                    found.add(new Narrow(one));
                }
            }
        }
        return found;
    }

    /** What is read anywhere. */
    private static final class Reads {
        private final Set<String> variables = new HashSet<>();
        private final Set<String> states = new HashSet<>();
        private boolean secondGradient;

        Reads(EquationSystem system) {
            system.equations().forEach(e -> {
                variables.addAll(e.clock().conditions());
                add(e.value());
            });
            system.updates().forEach(u -> {
                if (!(u.next() instanceof Previous own && own.state().equals(u.state()))) {
                    add(u.next());
                }
            });
            system.states().forEach(s -> variables.addAll(s.clock().conditions()));
            system.evaluations().forEach(e -> add(e.point()));
            system.checks().forEach(c -> add(c.value()));
            system.outputs().forEach(o -> states.add(o.state().name()));
        }

        private void add(Expr expr) {
            if (expr instanceof Read read) {
                variables.add(read.variable().name());
            } else if (expr instanceof Previous previous) {
                states.add(previous.state().name());
            } else if (expr instanceof Gradient gradient) {
                secondGradient |= gradient.evaluation() > 0;
            }
            Subexpressions.of(expr).forEach(this::add);
        }
    }
}
