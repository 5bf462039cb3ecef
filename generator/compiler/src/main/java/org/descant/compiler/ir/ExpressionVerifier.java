package org.descant.compiler.ir;

import static org.descant.compiler.ir.Verifier.require;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The laws of one expression, in the light of what stands above it. */
@SuppressWarnings("ReferenceEquality") // As in Verifier.
final class ExpressionVerifier {
    private final String where;
    private final Known known;

    ExpressionVerifier(String where, Known known) {
        this.where = where;
        this.known = known;
    }

    /** @param holding the conditions that hold wherever the expression is evaluated */
    void verify(Expr expr, Set<String> holding) {
        reads(expr, holding);
        if (expr instanceof Apply apply && apply.operator().isChoice()) {
            choice(apply, holding);
        } else {
            Subexpressions.of(expr).forEach(operand -> verify(operand, holding));
        }
        if (expr instanceof Apply apply) {
            precision(apply);
            views(apply);
        }
        if (expr instanceof Reduce reduce && reduce.shape().hasView()) {
            sameView(reduce.argument(), reduce.view());
        }
    }

    private void reads(Expr expr, Set<String> holding) {
        if (expr instanceof Read read) {
            Variable variable = read.variable();
            require(
                    known.variable(where, variable.name()).equals(variable),
                    "%s reads '%s' as something else than it is",
                    where,
                    variable.name());
            active("'" + variable.name() + "'", known.clocks.getOrDefault(variable.name(), Clock.BASE), holding);
        } else if (expr instanceof Previous previous) {
            known.check(where, previous.state());
        } else if (expr instanceof HyperRead read) {
            require(known.hypers.contains(read.hyper()), "%s reads an unknown hyperparameter %s", where, read.hyper());
        } else if (expr instanceof InputRead read) {
            require(known.inputs.contains(read.input()), "%s reads an unknown input %s", where, read.input());
        } else if (expr instanceof Gradient gradient) {
            Clock clock = known.gradients.get(gradient.evaluation());
            require(
                    clock != null,
                    "%s reads the gradient of evaluation %s, which is not made",
                    where,
                    gradient.evaluation());
            active("gradient " + gradient.evaluation(), clock == null ? Clock.BASE : clock, holding);
        }
    }

    private void active(String what, Clock clock, Set<String> holding) {
        require(holding.containsAll(clock.conditions()), "%s reads %s where its clock may stand still", where, what);
    }

    private void choice(Apply apply, Set<String> holding) {
        Expr condition = apply.operands().get(0);
        verify(condition, holding);
        Set<String> taken = new HashSet<>(holding);
        addConjuncts(condition, taken);
        verify(apply.operands().get(1), taken);
        verify(apply.operands().get(2), holding);
    }

    private static void addConjuncts(Expr condition, Set<String> names) {
        if (condition instanceof Read read) {
            names.add(read.variable().name());
        } else if (condition instanceof Apply apply && apply.operator() == Operator.AND) {
            apply.operands().forEach(operand -> addConjuncts(operand, names));
        }
    }

    private void precision(Apply apply) {
        List<Expr> numbers = apply.operands().stream()
                .filter(operand -> operand.kind() == Kind.NUMBER)
                .toList();
        for (Expr operand : numbers) {
            if (Precision.of(operand) != Precision.of(numbers.get(0))) {
                throw wrong("mixes precisions", apply);
            }
        }
        boolean rounded = numbers.isEmpty() || Precision.of(numbers.get(0)) == Precision.ELEMENT;
        if (!rounded && apply.kind() == Kind.NUMBER && !apply.shape().isNumber()) {
            throw wrong("spreads an unrounded number", apply);
        }
    }

    private void views(Apply apply) {
        for (Expr operand : apply.operands()) {
            if (apply.operands().stream().anyMatch(other -> other.shape().hasView())) {
                sameView(operand, apply.view());
            }
        }
    }

    private void sameView(Expr expr, View view) {
        if (expr.shape().hasView() && expr.view() != view) {
            throw wrong("mixes matrices of two kinds", expr);
        }
    }

    private IllegalStateException wrong(String what, Expr at) {
        return new IllegalStateException(where + " " + what + " in " + Printer.print(at));
    }
}
