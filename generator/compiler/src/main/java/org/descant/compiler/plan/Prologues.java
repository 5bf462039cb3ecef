package org.descant.compiler.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Kind;
import org.descant.compiler.ir.RangeCheck;
import org.descant.compiler.ir.Read;
import org.descant.compiler.ir.Reduce;
import org.descant.compiler.ir.Subexpressions;
import org.descant.compiler.ir.Variable;

/** The prologues of a course: every number is computed in the first that can, and handed over to later ones that read it. */
final class Prologues {
    private record Place(int stage, Level level) {}

    private final List<Equation> equations;
    private final List<RangeCheck> checks;
    private final List<NumberStore> stores;
    private final List<Reduced> reductions;
    private final Stages stages;
    private final HandOver handOver;
    private final Set<Variable> defined = new HashSet<>();

    /**
     * @param equations those of prologues
     * @param handOver what loops take, to which is added what prologues take of each other
     */
    Prologues(
            List<Equation> equations,
            List<RangeCheck> checks,
            List<NumberStore> stores,
            Reductions reductions,
            Stages stages,
            HandOver handOver) {
        this.equations = equations;
        this.checks = checks;
        this.stores = stores;
        this.reductions = reductions.all();
        this.stages = stages;
        this.handOver = handOver;
        equations.forEach(equation -> defined.add(equation.target()));
        handOverBetween();
    }

    Prologue of(int stage, Level level) {
        Place place = new Place(stage, level);
        Set<Scalar> takenScalars = new LinkedHashSet<>();
        Set<Flag> takenFlags = new LinkedHashSet<>();
        for (Expr value : values(place)) {
            for (Variable variable : taken(value, place)) {
                if (variable.kind() == Kind.BOOLEAN) {
                    takenFlags.add(handOver.flag(new Read(variable)));
                } else {
                    takenScalars.add(handOver.scalar(new Read(variable)));
                }
            }
        }
        return new Prologue(
                new ArrayList<>(takenScalars),
                new ArrayList<>(takenFlags),
                equations.stream().filter(e -> place(e).equals(place)).toList(),
                checks.stream().filter(c -> place(c).equals(place)).toList(),
                stores.stream().filter(s -> place(s).equals(place)).toList(),
                terms(place),
                scalars(place),
                flags(place));
    }

    /** Whatever a prologue reads of an earlier one is handed over; that alone takes nothing of others. */
    private void handOverBetween() {
        for (Place place : places()) {
            for (Expr value : values(place)) {
                for (Variable variable : taken(value, place)) {
                    Read read = new Read(variable);
                    if (variable.kind() == Kind.BOOLEAN) {
                        handOver.flag(read);
                    } else {
                        handOver.scalar(read);
                    }
                }
            }
        }
    }

    private List<Place> places() {
        Set<Place> places = new LinkedHashSet<>();
        equations.forEach(equation -> places.add(place(equation)));
        stores.forEach(store -> places.add(place(store)));
        checks.forEach(check -> places.add(place(check)));
        reductions.forEach(
                reduced -> places.add(new Place(stages.of(reduced.reduce().argument()), Level.TENSOR)));
        handOver.scalars().forEach(scalar -> places.add(place(scalar.value())));
        handOver.flags().forEach(flag -> places.add(place(flag.condition())));
        return new ArrayList<>(places);
    }

    private Place place(Expr value) {
        return new Place(stages.of(value), Level.of(value.shape()));
    }

    private Place place(Equation equation) {
        return new Place(stages.of(equation.value()), Level.of(equation.target().shape()));
    }

    private Place place(RangeCheck check) {
        return new Place(stages.of(check), Level.GROUP);
    }

    private Place place(NumberStore store) {
        int stage = stages.of(store.value());
        for (Variable condition : store.when()) {
            stage = Math.max(stage, stages.of(condition));
        }
        return new Place(stage, Level.of(store.state().shape()));
    }

    /** All that is computed in a place. */
    private List<Expr> values(Place place) {
        List<Expr> values = new ArrayList<>();
        equations.stream().filter(e -> place(e).equals(place)).forEach(e -> values.add(e.value()));
        for (NumberStore store : stores) {
            if (place(store).equals(place)) {
                values.add(store.value());
                store.when().forEach(condition -> values.add(new Read(condition)));
            }
        }
        for (RangeCheck check : checks) {
            if (place(check).equals(place)) {
                values.add(check.value());
                conditions(check).forEach(condition -> values.add(new Read(condition)));
            }
        }
        terms(place).forEach(term -> values.add(term.value()));
        scalars(place).forEach(scalar -> values.add(scalar.value()));
        flags(place).forEach(flag -> values.add(flag.condition()));
        return values;
    }

    private List<Variable> conditions(RangeCheck check) {
        return equations.stream()
                .map(Equation::target)
                .filter(target -> check.clock().conditions().contains(target.name()))
                .toList();
    }

    private List<Term> terms(Place place) {
        List<Term> terms = new ArrayList<>();
        for (Reduced reduced : reductions) {
            Expr argument = reduced.reduce().argument();
            if (reduced.terms().isEmpty() && place.equals(new Place(stages.of(argument), Level.TENSOR))) {
                terms.add(new Term(reduced, argument));
            }
        }
        return terms;
    }

    private List<Scalar> scalars(Place place) {
        return handOver.scalars().stream()
                .filter(scalar -> place(scalar.value()).equals(place))
                .toList();
    }

    private List<Flag> flags(Place place) {
        return handOver.flags().stream()
                .filter(flag -> place(flag.condition()).equals(place))
                .toList();
    }

    /** The variables that an expression reads and that another prologue computes; reductions are asked of the runtime. */
    private List<Variable> taken(Expr value, Place place) {
        List<Variable> taken = new ArrayList<>();
        Deque<Expr> open = new ArrayDeque<>(List.of(value));
        while (!open.isEmpty()) {
            Expr expr = open.pop();
            if (expr instanceof Read read && defined.contains(read.variable())) {
                Variable variable = read.variable();
                boolean elsewhere = !place.equals(new Place(stages.of(variable), Level.of(variable.shape())));
                if (elsewhere) {
                    taken.add(variable);
                }
            } else if (!(expr instanceof Reduce)) {
                Subexpressions.of(expr).forEach(open::push);
            }
        }
        return taken;
    }
}
