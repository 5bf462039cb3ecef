package org.descant.compiler.shape;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.descant.compiler.ir.Arithmetic;
import org.descant.compiler.model.Term;

/** The values of checked terms whose shape is constant. A condition is 1 or 0. */
final class Constants {
    private final Map<String, TermOrder> equations;
    private final Map<String, Double> variables = new HashMap<>();

    Constants(Map<String, TermOrder> equations) {
        this.equations = equations;
    }

    double value(TermOrder order) {
        IdentityHashMap<Term, Double> values = new IdentityHashMap<>();
        for (Term term : order.terms()) {
            values.put(term, value(term, values));
        }
        return values.getOrDefault(order.root(), Double.NaN);
    }

    private double value(Term term, IdentityHashMap<Term, Double> values) {
        if (term instanceof Term.NumberTerm number) {
            return number.value();
        }
        if (term instanceof Term.TruthTerm truth) {
            return truth.value() ? 1 : 0;
        }
        if (term instanceof Term.VariableTerm variable) {
            return variable(variable.name());
        }
        if (term instanceof Term.ApplyTerm apply) {
            List<Double> operands = apply.operands().stream()
                    .map(operand -> values.getOrDefault(operand, Double.NaN))
                    .toList();
            return switch (operands.size()) {
                case 1 -> Arithmetic.DOUBLE.unary(apply.operator(), operands.get(0));
                case 2 -> Arithmetic.DOUBLE.binary(apply.operator(), operands.get(0), operands.get(1));
                default ->
                    Arithmetic.DOUBLE.ternary(apply.operator(), operands.get(0), operands.get(1), operands.get(2));
            };
        }
        throw new IllegalArgumentException("not a constant: " + term.span().text());
    }

    private double variable(String name) {
        Double known = variables.get(name);
        TermOrder equation = equations.get(name);
        if (known != null) {
            return known;
        }
        if (equation == null) {
            throw new IllegalArgumentException("no equation defines " + name);
        }
        double value = value(equation);
        variables.put(name, value);
        return value;
    }
}
