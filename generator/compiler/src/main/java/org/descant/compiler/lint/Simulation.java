package org.descant.compiler.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.descant.compiler.ir.Arithmetic;
import org.descant.compiler.ir.Clock;
import org.descant.compiler.ir.Hyper;
import org.descant.compiler.ir.Operator;
import org.descant.compiler.model.ModelState;
import org.descant.compiler.model.RuleModel;
import org.descant.compiler.model.Term;
import org.descant.compiler.model.Term.ApplyTerm;
import org.descant.compiler.model.Term.DimensionTerm;
import org.descant.compiler.model.Term.GradientTerm;
import org.descant.compiler.model.Term.HyperTerm;
import org.descant.compiler.model.Term.InputTerm;
import org.descant.compiler.model.Term.LossTerm;
import org.descant.compiler.model.Term.NumberTerm;
import org.descant.compiler.model.Term.PreviousTerm;
import org.descant.compiler.model.Term.ReduceTerm;
import org.descant.compiler.model.Term.StepTerm;
import org.descant.compiler.model.Term.TruthTerm;
import org.descant.compiler.model.Term.VariableTerm;
import org.descant.compiler.model.Term.WeightTerm;

/**
 * A run of a rule on a single number, at the defaults of its hyperparameters, that looks for roots of negative numbers and divisions by
 * zero. Values are computed when they are asked for, so what only an untaken branch reads is not looked at.
 */
final class Simulation implements Term.Visitor<Double> {
    private final RuleModel model;
    private final Gradients gradients;
    private final Map<String, Term> equations = new HashMap<>();
    private final Map<String, Double> hypers = new HashMap<>();
    private final Map<String, Double> values = new HashMap<>();
    private final Map<String, Double> states = new HashMap<>();
    private final Set<Term> failures = new HashSet<>();
    private double weight;
    private int step = 1;

    /** What the caller of a rule gives to it. */
    interface Gradients {
        double at(int step, int evaluation);
    }

    Simulation(RuleModel model, double weight, Gradients gradients) {
        this.model = model;
        this.weight = weight;
        this.gradients = gradients;
        model.equations().forEach(equation -> equations.put(equation.name(), equation.value()));
        for (Hyper hyper : model.hypers()) {
            hypers.put(hyper.name(), hyper.defaultValue());
        }
    }

    /** The radicands that were negative and the divisors that were zero in so many steps. */
    Set<Term> run(int steps) {
        for (ModelState state : model.states()) {
            states.put(state.name(), of(state.start()));
        }
        for (step = 1; step <= steps; step++) {
            values.clear();
            double next = variable(model.weight());
            Map<String, Double> updated = new HashMap<>();
            for (ModelState state : model.states()) {
                if (isActive(state.clock())) {
                    updated.put(state.name(), of(state.next()));
                }
            }
            states.putAll(updated);
            weight = next;
        }
        return failures;
    }

    private boolean isActive(Clock clock) {
        return clock.conditions().stream().allMatch(condition -> variable(condition) != 0);
    }

    private double of(Term term) {
        return term.accept(this);
    }

    private double variable(String name) {
        Double known = values.get(name);
        if (known != null) {
            return known;
        }
        Term definition = equations.get(name);
        double value = definition == null ? Double.NaN : of(definition);
        values.put(name, value);
        return value;
    }

    @Override
    public Double visitNumber(NumberTerm number) {
        return number.value();
    }

    @Override
    public Double visitTruth(TruthTerm truth) {
        return truth.value() ? 1.0 : 0.0;
    }

    @Override
    public Double visitHyper(HyperTerm hyper) {
        return hypers.getOrDefault(hyper.name(), Double.NaN);
    }

    @Override
    public Double visitStep(StepTerm term) {
        return (double) step;
    }

    @Override
    public Double visitVariable(VariableTerm term) {
        return variable(term.name());
    }

    @Override
    public Double visitPrevious(PreviousTerm previous) {
        return states.getOrDefault(previous.state(), Double.NaN);
    }

    @Override
    public Double visitWeight(WeightTerm term) {
        return weight;
    }

    @Override
    public Double visitGradient(GradientTerm gradient) {
        return gradients.at(step, gradient.evaluation());
    }

    @Override
    public Double visitInput(InputTerm input) {
        return gradients.at(step, -1);
    }

    @Override
    public Double visitLoss(LossTerm loss) {
        return 1.0;
    }

    @Override
    public Double visitDimension(DimensionTerm dimension) {
        return 1.0;
    }

    @Override
    public Double visitApply(ApplyTerm apply) {
        Operator operator = apply.operator();
        List<Term> operands = apply.operands();
        if (operator.isChoice()) {
            return of(operands.get(of(operands.get(0)) != 0 ? 1 : 2));
        }
        List<Double> x = new ArrayList<>();
        operands.forEach(operand -> x.add(of(operand)));
        if ((operator == Operator.SQRT && x.get(0) < 0) || (operator == Operator.DIVIDE && x.get(1) == 0)) {
            failures.add(operands.get(operands.size() - 1));
        }
        return switch (x.size()) {
            case 1 -> Arithmetic.DOUBLE.unary(operator, x.get(0));
            case 2 -> Arithmetic.DOUBLE.binary(operator, x.get(0), x.get(1));
            default -> Arithmetic.DOUBLE.ternary(operator, x.get(0), x.get(1), x.get(2));
        };
    }

    @Override
    public Double visitReduce(ReduceTerm reduce) {
        double x = of(reduce.arguments().get(0));
        return switch (reduce.word()) {
            case SUM, MEAN, AMAX, AMIN -> x;
            case NORM, NORM1, RMS -> Math.abs(x);
            case DOT -> x * of(reduce.arguments().get(1));
        };
    }
}
