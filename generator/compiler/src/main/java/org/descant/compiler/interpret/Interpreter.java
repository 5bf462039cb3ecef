package org.descant.compiler.interpret;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Hyper;
import org.descant.compiler.ir.Output;
import org.descant.compiler.ir.State;
import org.descant.compiler.ir.StateKind;
import org.descant.compiler.ir.Variable;
import org.descant.runtime.ElementType;

/**
 * The oracle: runs any equation system, equation by equation, in the order and the precision that it is written in. Plain rather than
 * fast.
 *
 * <p>Values are lists over all tensors in the order of the model, row-major in each; {@code double} holds floats too.
 */
public final class Interpreter {
    private final EquationSystem system;
    private final Layout layout;
    private final Memory memory;
    private final StepRunner runner;
    private long completed;
    private boolean started;

    /** @param tensors with unique names; all elements start at 0 */
    public Interpreter(EquationSystem system, ElementType elements, List<TensorSpec> tensors) {
        Set<String> names = new HashSet<>();
        for (TensorSpec tensor : tensors) {
            if (!names.add(tensor.name())) {
                throw new IllegalArgumentException("two tensors are called '" + tensor.name() + "'");
            }
        }
        this.system = system;
        this.layout = new Layout(tensors);
        this.memory = new Memory(system, layout);
        this.runner = new StepRunner(system, layout, memory, elements);
    }

    public EquationSystem system() {
        return system;
    }

    public List<TensorSpec> tensors() {
        return layout.tensors();
    }

    /** The number of completed steps. */
    public long steps() {
        return completed;
    }

    /** Sets a hyperparameter for all groups. */
    public void set(String hyper, double value) {
        Arrays.fill(checked(hyper, value), value);
    }

    /** Sets a hyperparameter for one group of tensors. */
    public void set(String hyper, int group, double value) {
        double[] values = checked(hyper, value);
        if (group < 0 || group >= values.length) {
            throw new IllegalArgumentException("there is no group " + group);
        }
        if (!declared(hyper).perGroup() && values.length > 1) {
            throw new IllegalArgumentException("'" + hyper
                    + "' cannot be set per group: a state, an output or a condition of the whole model reads it");
        }
        values[group] = value;
    }

    /** The value of a hyperparameter for a group. */
    public double hyper(String name, int group) {
        return Memory.known(memory.hypers, "hyperparameter", name).values()[group];
    }

    private Hyper declared(String name) {
        for (Hyper hyper : system.hypers()) {
            if (hyper.name().equals(name)) {
                return hyper;
            }
        }
        throw new IllegalArgumentException("no hyperparameter is called '" + name + "'");
    }

    private double[] checked(String name, double value) {
        Hyper hyper = declared(name);
        if (!hyper.range().contains(value)) {
            throw new IllegalArgumentException("'" + name + "' " + hyper.range().refusal(value));
        }
        return Memory.known(memory.hypers, "hyperparameter", name).values();
    }

    /** Overwrites a tensor, rounded to the type of the elements. */
    public void setWeight(String tensor, double... values) {
        int place = layout.tensor(tensor);
        runner.copyElements(values, memory.weight, place, "tensor '" + tensor + "'");
    }

    /** The elements of a tensor. */
    public double[] weight(String tensor) {
        return part(memory.weight, layout.tensor(tensor));
    }

    /** Makes a step; if anything is thrown, the parameters and all states are as before. */
    public void step(StepSource source) {
        runner.run(completed + 1, started, source);
        completed++;
        started = true;
    }

    /** All values of a variable as of the last step on which it was computed. A condition is 1 or 0. */
    public double[] value(String variable) {
        return Memory.known(memory.variables, "variable", variable).values().clone();
    }

    /** The values of a variable that belong to a tensor, or to its group. */
    public double[] value(String variable, String tensor) {
        return part(Memory.known(memory.variables, "variable", variable), layout.tensor(tensor));
    }

    /** The names of all variables. */
    public List<Variable> variables() {
        return system.equations().stream().map(equation -> equation.target()).toList();
    }

    /** All values of a state; before the first step, its start. */
    public double[] state(String name) {
        Cells cells = known(name);
        if (!started) {
            runner.start();
        }
        return cells.values().clone();
    }

    /** The values of a state that belong to a tensor, or to its group. */
    public double[] state(String name, String tensor) {
        Cells cells = known(name);
        if (!started) {
            runner.start();
        }
        return part(cells, layout.tensor(tensor));
    }

    /** All values of an output as of the last step. Before the first, only an output that is a state has a value: its start. */
    public double[] output(String name) {
        for (Output output : system.outputs()) {
            if (output.name().equals(name)) {
                if (!started && output.state().kind() == StateKind.OUTPUT) {
                    throw new IllegalStateException("output '" + name + "' has no value before the first step");
                }
                return state(output.state().name());
            }
        }
        throw new IllegalArgumentException("no output is called '" + name + "'");
    }

    /** All that the rule remembers. */
    public Snapshot save() {
        Map<String, double[]> states = new HashMap<>();
        if (started) {
            memory.states.forEach(
                    (name, cells) -> states.put(name, cells.values().clone()));
        }
        return new Snapshot(completed, states);
    }

    /** Goes on from what was saved; weights and hyperparameters are the caller's to restore. */
    public void restore(Snapshot snapshot) {
        for (State state : system.states()) {
            int size = known(state.name()).values().length;
            double[] values = snapshot.states().getOrDefault(state.name(), new double[0]);
            if (snapshot.steps() > 0 && values.length != size) {
                throw new IllegalArgumentException(
                        "the snapshot holds " + values.length + " values of '" + state.name() + "', not " + size);
            }
        }
        snapshot.states().keySet().forEach(this::known);
        snapshot.states().forEach((name, values) -> {
            Cells cells = known(name);
            System.arraycopy(values, 0, cells.values(), 0, values.length);
        });
        completed = snapshot.steps();
        started = completed > 0;
    }

    private Cells known(String state) {
        return Memory.known(memory.states, "state", state);
    }

    private double[] part(Cells cells, int tensor) {
        int start = layout.start(cells.space(), tensor);
        return Arrays.copyOfRange(cells.values(), start, start + layout.count(cells.space(), tensor));
    }
}
