package org.descant.proof.bound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.descant.compiler.interpret.Layout;
import org.descant.compiler.interpret.Space;
import org.descant.compiler.interpret.StepSource;
import org.descant.compiler.interpret.TensorSpec;
import org.descant.compiler.ir.Clock;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Evaluation;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Gradient;
import org.descant.compiler.ir.Loss;
import org.descant.compiler.ir.Operator;
import org.descant.compiler.ir.RangeCheck;
import org.descant.compiler.ir.State;
import org.descant.compiler.ir.Subexpressions;
import org.descant.compiler.ir.Update;
import org.descant.runtime.ElementType;
import org.descant.runtime.Numeric;

/**
 * Runs any equation system as the interpreter does, to the last bit, and says of every value how far the exact one can be: that of the same
 * equations in real numbers, for the weights, gradients and hyperparameters as they are given, before they are rounded to the type of the
 * parameters.
 */
public final class BoundedRun {
    private record Next(State state, Bounded value) {}

    private final EquationSystem system;
    private final Layout layout;
    private final Rounding elements;
    private final BoundedMemory memory;
    private final Undecided undecided = new Undecided();
    private final Evaluator evaluator;
    private long completed;

    /** @param tensors with unique names; all elements start at 0 */
    public BoundedRun(EquationSystem system, ElementType type, List<TensorSpec> tensors) {
        this.system = system;
        this.layout = new Layout(tensors);
        this.elements = Rounding.of(type);
        this.memory = new BoundedMemory(system, layout, elements);
        this.evaluator = new Evaluator(layout, memory, elements, undecided);
    }

    /** Sets a hyperparameter for all groups; unchecked. */
    public void set(String hyper, double value) {
        Arrays.fill(memory.hyper(hyper).values(), value);
    }

    /** Sets a hyperparameter for one group; unchecked. */
    public void set(String hyper, int group, double value) {
        memory.hyper(hyper).values()[group] = value;
    }

    /** Overwrites a tensor; what rounding to the type of the elements changes counts. */
    public void setWeight(String tensor, double... values) {
        int start = layout.start(Space.ELEMENT, layout.tensor(tensor));
        Bounded rounded = Evaluator.rounded(Bounded.exact(Space.ELEMENT, values), elements);
        System.arraycopy(rounded.values(), 0, memory.weight.values(), start, values.length);
        System.arraycopy(rounded.errors(), 0, memory.weight.errors(), start, values.length);
    }

    /** Makes a step with gradients that do not depend on where they are asked for. */
    public void step(StepSource source) {
        step(BoundedSource.of(source));
    }

    /**
     * Makes a step.
     *
     * @throws IllegalArgumentException if a value that is passed for a hyperparameter is out of its range
     */
    public void step(BoundedSource source) {
        memory.source = source;
        memory.beginStep(completed + 1);
        if (completed == 0) {
            List<Next> starts = new ArrayList<>();
            system.states().forEach(state -> starts.add(new Next(state, at(state.start(), state))));
            starts.forEach(this::commit);
        }
        int made = 0;
        for (Equation equation : system.equations()) {
            if (isActive(equation.clock())) {
                made = evaluate(made, required(equation.value()));
                Space space =
                        Space.of(equation.target().shape(), equation.target().view());
                Bounded value = evaluator.at(equation.value(), space);
                memory.setVariable(equation.target().name(), doubted(equation.clock(), value));
            } else if (isDoubtful(equation.clock())) {
                String name = equation.target().name();
                memory.setVariable(name, memory.variable(name).unknown());
            }
        }
        evaluate(made, system.evaluations().size());
        system.checks().forEach(this::check);
        List<Next> updates = new ArrayList<>();
        for (Update update : system.updates()) {
            Clock clock = update.state().clock();
            if (isActive(clock)) {
                updates.add(new Next(update.state(), doubted(clock, at(update.next(), update.state()))));
            } else if (isDoubtful(clock)) {
                updates.add(new Next(
                        update.state(), memory.state(update.state().name()).unknown()));
            }
        }
        updates.forEach(this::commit);
        memory.weight = memory.variable(system.weight().name()).copy();
        completed++;
    }

    private Bounded at(Expr expr, State state) {
        return evaluator.at(expr, Space.of(state.shape(), state.view())).copy();
    }

    private boolean isActive(Clock clock) {
        return clock.conditions().stream()
                .allMatch(name -> memory.variable(name).values()[0] != 0);
    }

    private boolean isDoubtful(Clock clock) {
        return clock.conditions().stream()
                .anyMatch(name -> memory.variable(name).errors()[0] != 0);
    }

    private Bounded doubted(Clock clock, Bounded value) {
        return isDoubtful(clock) ? value.unknown() : value;
    }

    /** How many evaluations an expression waits for. */
    private int required(Expr expr) {
        int required = 0;
        for (Expr node : Subexpressions.within(expr)) {
            if (node instanceof Loss) {
                required = Math.max(required, 1);
            } else if (node instanceof Gradient gradient) {
                for (int i = 0; i < system.evaluations().size(); i++) {
                    if (system.evaluations().get(i).index() == gradient.evaluation()) {
                        required = Math.max(required, i + 1);
                    }
                }
            }
        }
        return required;
    }

    private int evaluate(int from, int to) {
        for (int i = from; i < to; i++) {
            Evaluation evaluation = system.evaluations().get(i);
            if (isActive(evaluation.clock())) {
                Bounded point = evaluator.at(evaluation.point(), Space.ELEMENT);
                double[][] gradients = perTensor(new double[point.size()]);
                double[][] errors = perTensor(new double[point.size()]);
                double loss = memory.source.evaluate(
                        evaluation.index(), perTensor(point.values()), perTensor(point.errors()), gradients, errors);
                Bounded given = new Bounded(Space.ELEMENT, flat(gradients), flat(errors));
                memory.setGradient(evaluation.index(), Evaluator.rounded(given, elements));
                if (i == 0) {
                    memory.loss = loss;
                }
            }
        }
        return Math.max(from, to);
    }

    private double[][] perTensor(double[] values) {
        double[][] parts = new double[layout.tensors().size()][];
        for (int tensor = 0; tensor < parts.length; tensor++) {
            parts[tensor] = part(Space.ELEMENT, values, tensor);
        }
        return parts;
    }

    private static double[] flat(double[][] parts) {
        return Arrays.stream(parts).flatMapToDouble(Arrays::stream).toArray();
    }

    private void check(RangeCheck check) {
        if (isActive(check.clock())) {
            for (double value : check.value().accept(evaluator).values()) {
                if (!check.range().contains(value)) {
                    throw new IllegalArgumentException("'" + check.name() + "' cannot be " + value);
                }
            }
        }
    }

    /** What is stored: of the precision of the state, rounded as it is stored, which the exact run does too. */
    private void commit(Next next) {
        State state = next.state();
        Bounded own = state.shape().isNumber() ? next.value() : Evaluator.rounded(next.value(), elements);
        Bounded stored = own.copy();
        for (int i = 0; i < stored.size(); i++) {
            double value = own.values()[i];
            double error = own.errors()[i];
            switch (state.storage()) {
                case NATIVE, F64 -> {}
                case F32 -> {
                    stored.values()[i] = Numeric.f32(value);
                    stored.errors()[i] = Propagation.unary(Operator.F32, value, error);
                }
                case BF16 -> {
                    stored.values()[i] = Numeric.bf16(value);
                    stored.errors()[i] = Propagation.unary(Operator.BF16, value, error);
                }
                case F16 -> {
                    stored.values()[i] = Numeric.f16(value);
                    stored.errors()[i] = Propagation.unary(Operator.F16, value, error);
                }
            }
        }
        memory.setState(state.name(), stored);
    }

    /** The elements of a tensor as the interpreter has them. */
    public double[] weight(String tensor) {
        return part(Space.ELEMENT, memory.weight.values(), layout.tensor(tensor));
    }

    /** For each element of a tensor how far the exact one can be; infinite where nothing is known. */
    public double[] bound(String tensor) {
        return part(Space.ELEMENT, memory.weight.errors(), layout.tensor(tensor));
    }

    /** The values of a variable that belong to a tensor, or to its group. */
    public double[] value(String variable, String tensor) {
        Bounded bounded = memory.variable(variable);
        return part(bounded.space(), bounded.values(), layout.tensor(tensor));
    }

    /** How far the exact values of a variable can be. */
    public double[] bound(String variable, String tensor) {
        Bounded bounded = memory.variable(variable);
        return part(bounded.space(), bounded.errors(), layout.tensor(tensor));
    }

    /** How far the exact values of a state can be. */
    public double[] stateBound(String state, String tensor) {
        Bounded bounded = memory.state(state);
        return part(bounded.space(), bounded.errors(), layout.tensor(tensor));
    }

    private double[] part(Space space, double[] values, int tensor) {
        int start = layout.start(space, tensor);
        return Arrays.copyOfRange(values, start, start + layout.count(space, tensor));
    }

    /** How many values up to now could have been others in the exact run: conditions, signs, floors, roundings that belong to the rule. */
    public long undecided() {
        return undecided.count();
    }

    /** The number of completed steps. */
    public long steps() {
        return completed;
    }
}
