package org.descant.compiler.interpret;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.descant.compiler.ir.Arithmetic;
import org.descant.compiler.ir.Clock;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Evaluation;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.RangeCheck;
import org.descant.compiler.ir.State;
import org.descant.compiler.ir.Update;
import org.descant.runtime.ElementType;
import org.descant.runtime.Numeric;

/** Makes one step: equations in their order, then all that is written at once. */
final class StepRunner {
    /** An expression and where its values go. */
    private record Assignment(Node node, Cells target, Clock clock) {
        void run() {
            System.arraycopy(node.values(), 0, target.values(), 0, target.values().length);
        }
    }

    private record Check(RangeCheck declared, Node value) {}

    private record Store(State state, Assignment next) {}

    private final EquationSystem system;
    private final Layout layout;
    private final Memory memory;
    private final Arithmetic elements;
    private final Epoch epoch = new Epoch();
    private final int[] required;
    private final List<Store> starts = new ArrayList<>();
    private final List<Assignment> equations = new ArrayList<>();
    private final List<Assignment> points = new ArrayList<>();
    private final List<Check> checks = new ArrayList<>();
    private final List<Store> updates = new ArrayList<>();
    private final double[] weight;
    private StepSource source = StepSource.of();

    StepRunner(EquationSystem system, Layout layout, Memory memory, ElementType type) {
        this.system = system;
        this.layout = layout;
        this.memory = memory;
        this.elements = switch (type) {
            case FLOAT -> Arithmetic.FLOAT;
            case DOUBLE -> Arithmetic.DOUBLE;
        };
        this.required = Requirements.of(system);
        this.weight = Memory.known(memory.variables, "variable", system.weight().name())
                .values();
        Formulas formulas = new Formulas(layout, memory, elements, this::fetch);
        for (State state : system.states()) {
            starts.add(new Store(state, assignment(formulas, state.start(), staged(state), Clock.BASE)));
        }
        for (Equation equation : system.equations()) {
            Cells target =
                    Memory.known(memory.variables, "variable", equation.target().name());
            equations.add(assignment(formulas, equation.value(), target, equation.clock()));
        }
        for (Evaluation evaluation : system.evaluations()) {
            Cells target = Cells.of(layout, Space.ELEMENT);
            points.add(assignment(formulas, evaluation.point(), target, evaluation.clock()));
        }
        for (RangeCheck check : system.checks()) {
            checks.add(new Check(check, formulas.at(check.value(), Space.GROUP)));
        }
        for (Update update : system.updates()) {
            State state = update.state();
            updates.add(new Store(state, assignment(formulas, update.next(), staged(state), state.clock())));
        }
    }

    private Cells staged(State state) {
        return Cells.of(layout, state.shape(), state.view());
    }

    private static Assignment assignment(Formulas formulas, Expr value, Cells target, Clock clock) {
        return new Assignment(formulas.at(value, target.space()), target, clock);
    }

    /** Gives every state its start. */
    void start() {
        epoch.next();
        memory.step = 1;
        starts.forEach(store -> store.next().run());
        starts.forEach(this::commit);
    }

    /** Makes the step with that number. */
    void run(long step, boolean started, StepSource from) {
        source = from;
        if (!started) {
            start();
        }
        epoch.next();
        memory.step = step;
        int made = 0;
        for (int i = 0; i < equations.size(); i++) {
            Assignment equation = equations.get(i);
            if (isActive(equation.clock())) {
                made = evaluate(made, required[i]);
                equation.run();
            }
        }
        evaluate(made, points.size());
        checks.forEach(this::check);
        List<Store> active =
                updates.stream().filter(store -> isActive(store.next().clock())).toList();
        active.forEach(store -> store.next().run());
        active.forEach(this::commit);
        System.arraycopy(weight, 0, memory.weight.values(), 0, weight.length);
    }

    private boolean isActive(Clock clock) {
        for (String condition : clock.conditions()) {
            // A condition is one for all groups.
            if (Memory.known(memory.variables, "condition", condition).values()[0] == 0) {
                return false;
            }
        }
        return true;
    }

    private int evaluate(int from, int to) {
        for (int i = from; i < to; i++) {
            Assignment point = points.get(i);
            if (isActive(point.clock())) {
                point.run();
                int index = system.evaluations().get(i).index();
                Cells target = memory.gradient(index);
                double[][] gradients = perTensor(target);
                double loss = source.evaluate(index, perTensor(point.target()), gradients);
                copy(gradients, target, "the gradient");
                if (i == 0) {
                    memory.loss = loss;
                }
            }
        }
        return Math.max(from, to);
    }

    private void fetch(Fetched input) {
        if (!input.claim(epoch.number())) {
            return;
        }
        double[][] values = source.input(input.name());
        Cells cells = input.cells();
        String what = "the input '" + input.name() + "'";
        if (cells.space().level() != Level.GROUP) {
            copy(values, cells, what);
        } else if (values.length == 1 && values[0].length == 1) {
            Arrays.fill(cells.values(), values[0][0]);
        } else {
            throw new IllegalArgumentException(what + " is one number for the model");
        }
    }

    private void check(Check check) {
        if (!isActive(check.declared().clock())) {
            return;
        }
        for (double value : check.value().values()) {
            if (!check.declared().range().contains(value)) {
                throw new IllegalArgumentException(check.declared().description() + " "
                        + check.declared().range().refusal(value));
            }
        }
    }

    private void commit(Store store) {
        State state = store.state();
        double[] from = store.next().target().values();
        double[] to = Memory.known(memory.states, "state", state.name()).values();
        for (int cell = 0; cell < to.length; cell++) {
            to[cell] = stored(state, from[cell]);
        }
    }

    private double stored(State state, double value) {
        double own = state.shape().isNumber() ? value : elements.round(value);
        return switch (state.storage()) {
            case NATIVE, F64 -> own;
            case F32 -> Numeric.f32(own);
            case BF16 -> Numeric.bf16(own);
            case F16 -> Numeric.f16(own);
        };
    }

    private double[][] perTensor(Cells cells) {
        double[][] parts = new double[layout.tensors().size()][];
        for (int tensor = 0; tensor < parts.length; tensor++) {
            int start = layout.start(cells.space(), tensor);
            int end = start + layout.count(cells.space(), tensor);
            parts[tensor] = Arrays.copyOfRange(cells.values(), start, end);
        }
        return parts;
    }

    private void copy(double[][] values, Cells target, String what) {
        if (values.length != layout.tensors().size()) {
            throw new IllegalArgumentException(what + " is given for " + values.length + " tensors, not "
                    + layout.tensors().size());
        }
        for (int tensor = 0; tensor < values.length; tensor++) {
            copyElements(
                    values[tensor],
                    target,
                    tensor,
                    what + " of tensor '" + layout.tensors().get(tensor).name() + "'");
        }
    }

    /** Copies the values of one tensor, those of elements, rows and columns rounded to their type. */
    void copyElements(double[] values, Cells target, int tensor, String what) {
        int count = layout.count(target.space(), tensor);
        if (values.length != count) {
            throw new IllegalArgumentException(what + " has " + values.length + " values, not " + count);
        }
        int start = layout.start(target.space(), tensor);
        Level level = target.space().level();
        boolean number = level != Level.ROW && level != Level.COL && level != Level.ELEMENT;
        for (int i = 0; i < count; i++) {
            target.values()[start + i] = number ? values[i] : elements.round(values[i]);
        }
    }
}
