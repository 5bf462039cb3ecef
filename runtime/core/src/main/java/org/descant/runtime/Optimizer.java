package org.descant.runtime;

import java.util.Map;
import java.util.Objects;

/**
 * An update rule at work on the parameters of a model: it holds the rule's hyperparameters and state, and moves the values
 * one step at a time. Generated classes extend it; they add a typed setter for each hyperparameter and the arithmetic.
 *
 * <pre>{@code
 * AdamW optimizer = new AdamW(parameters).lr(3e-4).weightDecay(0.1);
 * optimizer.group("bias").set("weight_decay", 0);
 * for (Batch batch : batches) {
 *     network.gradients(batch);  // into the arrays that the parameters were made of
 *     optimizer.step();
 * }
 * }</pre>
 *
 * <p>A step that fails (a schedule's value or a number that the rule passes on is out of its range, or a schedule throws)
 * leaves values, state and {@link #t} as they were. An optimizer is for one thread at a time.
 */
public abstract class Optimizer extends RuleCode {
    private final RuleDescription rule;
    private final Parameters parameters;
    private final Clock clock = new Clock();
    private final Groups groups;
    private final InputValues inputs;
    private final Vectors vectors;
    private final Stepping stepping;
    private final Readings readings;

    /**
     * An optimizer before its first step.
     *
     * @throws IllegalArgumentException if the class has no kernels for the parameters' element type, or was generated for
     *     other numeric definitions
     */
    @SuppressWarnings("this-escape") // What is decided for a tensor depends on its dimensions alone.
    protected Optimizer(RuleDescription description, Parameters parameters) {
        Objects.requireNonNull(parameters, () -> description.name() + ": the parameters are null");
        Support.check(description, parameters.elementType());
        KernelCalls.load(getClass());
        this.rule = description;
        this.parameters = parameters;
        ElementStates elements = new ElementStates(description, parameters, Needs.of(this, description, parameters));
        TensorWork[] tensors = TensorWork.of(description, parameters, elements);
        this.inputs = new InputValues(description, parameters, elements, tensors);
        Group[] all = Group.of(description, parameters, clock, inputs, tensors, elements);
        this.groups = new Groups(description, parameters, all);
        this.vectors = Vectors.of(getClass(), parameters.elementType());
        this.stepping = new Stepping(description, parameters, clock, all, tensors, inputs, elements);
        this.readings = new Readings(this, description, parameters, clock, all, tensors, elements, stepping);
    }

    /** What the rule is, without running it. */
    public final RuleDescription description() {
        return rule;
    }

    /** The updates done so far; 0 before the first step. */
    public final long t() {
        return clock.completed();
    }

    /**
     * One update of all parameters from the gradients that are in place. After its first steps it allocates nothing, unless
     * {@linkplain VectorLoops vector forms} or {@linkplain Workers#on threads of an executor} do; with {@link #workers}, a thread may allocate once for a tensor
     * that others had done before.
     *
     * <p>It serves rules whose only gradient is that at the values, and, after {@link #prepare}, those with one gradient anywhere.
     *
     * @throws IllegalStateException if the rule asks for its gradients itself or reads the loss, or an output is shown. If a number is out
     *     of its range; nothing has been written then. Or if a loop broke off, which the code of a generated class gives no cause for; the
     *     message says that memory has been written
     * @throws IllegalArgumentException if the property {@value VectorLoops#PROPERTY} means nothing; nothing has been written
     */
    public final void step() {
        readings.checkHidden();
        stepping.step(this);
    }

    /**
     * As {@link #step()}, for rules that read the loss; those that do not take no notice of it.
     *
     * @param loss the loss that the gradients in place belong to
     * @throws IllegalStateException as for {@link #step()}, but for rules that read the loss
     * @throws IllegalArgumentException as for {@link #step()}
     */
    public final void step(double loss) {
        readings.checkHidden();
        stepping.step(this, loss);
    }

    /**
     * One update of all parameters, for every rule: the evaluation is asked for each gradient where the rule wants it, and once, at the
     * values, if the rule takes none. It allocates as little as {@link #step()}.
     *
     * <p>If the evaluation or a source of inputs throws, values, state and {@link #t} are as before; the step can be made again.
     *
     * @throws IllegalStateException after {@link #prepare}; if an output is shown, a number is out of its range or a loop broke off, as for {@link #step()}
     * @throws IllegalArgumentException as for {@link #step()}
     * @throws NullPointerException if the evaluation is null
     */
    public final void step(Evaluation evaluation) {
        Objects.requireNonNull(evaluation, () -> rule.name() + ": the evaluation is null");
        readings.checkHidden();
        stepping.step(this, evaluation);
    }

    /**
     * The first half of a step, for frameworks that compute gradients by themselves: puts the point where the rule wants its gradient into
     * the values. The gradient is computed there, and {@link #step()} is the other half. Rules whose gradient is that at the values can be
     * driven in the same way; nothing moves then.
     *
     * <p>Hyperparameters that are set between the halves are those of the step after. A second call before {@code step()} does nothing.
     *
     * @return whether the step will read a gradient; false on the steps on which the rule does without
     * @throws IllegalStateException if the rule asks for several gradients in a step, an output is shown, or a number is out of its range
     * @throws IllegalArgumentException as for {@link #step()}
     */
    public final boolean prepare() {
        readings.checkHidden();
        return stepping.prepare(this);
    }

    /** Puts the values back after {@link #prepare}, as if that had not been called. Does nothing where it has not. */
    public final void cancel() {
        stepping.cancel();
    }

    /**
     * Gives an input per model its value, until it is given another.
     *
     * @throws IllegalArgumentException if there is none of that name, or it has values for every tensor
     */
    public final void input(String input, double value) {
        inputs.give(input, value);
    }

    /**
     * Gives an input per tensor its value for one, until it is given another.
     *
     * @throws IllegalArgumentException if there is no such input or tensor, or the input is not one number for each tensor
     */
    public final void input(String input, String parameter, double value) {
        inputs.give(input, parameter, value);
    }

    /**
     * Gives an input per element, row, column or matrix its values for a tensor, which are copied, until it is given others. Those per
     * matrix are doubles whatever the parameters are, and may be given in either type.
     *
     * @param offset where the first value stands, from 0; the others follow in row-major order
     * @throws IllegalArgumentException if there is no such input or tensor, the input is one number for the model or for each tensor, the
     *     parameters are of another type, the offset is negative, or there are too few values
     * @throws NullPointerException if the values are null
     */
    public final void input(String input, String parameter, float[] values, int offset) {
        inputs.give(input, parameter, values, offset);
    }

    /** As {@link #input(String, String, float[], int)}, for parameters that are doubles. */
    public final void input(String input, String parameter, double[] values, int offset) {
        inputs.give(input, parameter, values, offset);
    }

    /**
     * Lets a source be asked for each input on the steps that read it, before it is read.
     *
     * @throws NullPointerException if the source is null
     */
    public final void inputs(InputSource source) {
        inputs.source(source);
    }

    /**
     * Puts an output per element into the parameters, in place of the values, until {@link #hide}: to evaluate or save the model that it
     * describes, such as the average of the weights. The values are kept beside it, bit for bit. Only one output is shown at a time.
     *
     * @throws IllegalArgumentException if there is no such output, or it is not per element
     * @throws IllegalStateException before the first step, unless the output is a state; between {@link #prepare} and {@link #step}, or in a step
     */
    public final void show(String output) {
        readings.show(output);
    }

    /** Puts the values back after {@link #show}. Does nothing where no output is shown. */
    public final void hide() {
        readings.hide();
    }

    /**
     * Gives this optimizer threads to share its steps with; before, and with {@link Workers#none}, the calling thread does all. The bits are the
     * same with any. Schedules, sources of inputs and evaluations are called by the calling thread alone, always.
     *
     * <p>The workers stay the caller's, to be shared and closed. This allocates what each of their threads has of its own, as {@link Workers} says.
     *
     * @throws IllegalStateException between {@link #prepare} and {@link #step}, or in a step
     * @throws NullPointerException if the workers are null
     */
    public final void workers(Workers workers) {
        Objects.requireNonNull(workers, () -> rule.name() + ": the workers are null: Workers.none() has no threads");
        stepping.workers(this, workers);
    }

    /**
     * Sets a hyperparameter for all groups; a schedule that it had is dropped.
     *
     * @param hyper the name in the rule
     * @throws IllegalArgumentException if there is none of that name, or the value is NaN or out of its range
     */
    public final void set(String hyper, double value) {
        set(rule.hyperIndex(hyper), value);
    }

    /**
     * Sets several hyperparameters for all groups: all of them or, if one is refused, none.
     *
     * @param values values by the names in the rule
     * @throws IllegalArgumentException if there is none of a name, or a value is NaN or out of its range
     * @throws NullPointerException if a value is null
     */
    public final void setAll(Map<String, ? extends Number> values) {
        groups.setAll(values);
    }

    /**
     * Gives a hyperparameter a schedule in all groups, in place of its value.
     *
     * @param hyper the name in the rule
     * @throws IllegalArgumentException if there is none of that name
     * @throws NullPointerException if the schedule is null
     */
    public final void schedule(String hyper, Schedule schedule) {
        schedule(rule.hyperIndex(hyper), schedule);
    }

    /**
     * The value of a hyperparameter that the next step takes.
     *
     * @param hyper the name in the rule
     * @throws IllegalArgumentException if there is none of that name
     * @throws IllegalStateException if groups have different values; ask {@link #group} then
     */
    public final double get(String hyper) {
        return groups.get(rule.hyperIndex(hyper));
    }

    /**
     * The hyperparameters of one group; the same object at every call.
     *
     * @throws IllegalArgumentException if no tensor belongs to a group of that name
     */
    public final Group group(String name) {
        return groups.group(name);
    }

    /**
     * A copy of a tensor's state: one number for each element, row, column or matrix in row-major order, or a single number for a state
     * per step or per tensor. Floats are widened, which is exact. Before the first step it is the state's start. It is empty if the
     * tensor does not {@linkplain #keeps need} the state.
     *
     * @throws IllegalArgumentException if there is no such tensor or slot, or the state belongs to the whole model
     * @throws IllegalStateException between {@link #prepare} and {@link #step}, or in a step
     */
    public final double[] state(String parameter, String slot) {
        return readings.state(parameter, slot);
    }

    /**
     * Whether a state is kept for a tensor. It is not if the tensor's dimensions decide that nothing reads it, as in a rule that keeps
     * rows and columns for matrices, and elements for all else.
     *
     * @throws IllegalArgumentException if there is no such tensor or slot
     */
    public final boolean keeps(String parameter, String slot) {
        return readings.keeps(parameter, slot);
    }

    /**
     * A state per model. Before the first step it is the state's start.
     *
     * @throws IllegalArgumentException if there is no such slot, or it has a value for every tensor
     * @throws IllegalStateException between {@link #prepare} and {@link #step}, or in a step
     */
    public final double state(String slot) {
        return readings.state(slot);
    }

    /**
     * A copy of what an output was in the last step, for one tensor; shaped like {@link #state(String, String)}.
     *
     * @throws IllegalArgumentException if there is no such tensor or output, or it belongs to the whole model
     * @throws IllegalStateException before the first step, unless the output is a state; between {@link #prepare} and {@link #step}, or in a step
     */
    public final double[] output(String parameter, String output) {
        return readings.output(parameter, output);
    }

    /**
     * What an output per model was in the last step.
     *
     * @throws IllegalArgumentException if there is no such output, or it has a value for every tensor
     * @throws IllegalStateException before the first step, unless the output is a state; between {@link #prepare} and {@link #step}, or in a step
     */
    public final double output(String output) {
        return readings.output(output);
    }

    /**
     * A copy of all state. An optimizer of the same rule that takes it goes on bit for bit as this one would.
     *
     * @throws IllegalStateException between {@link #prepare} and {@link #step}, or in a step
     */
    public final Snapshot snapshot() {
        return readings.snapshot();
    }

    /**
     * Takes the state of a snapshot, {@link #t} included; nothing is written unless all of it fits. The values and
     * hyperparameters are for the caller to restore.
     *
     * @throws IllegalArgumentException if it is of another rule or element type, or its names or lengths are not those of
     *     these parameters
     * @throws IllegalStateException between {@link #prepare} and {@link #step}, in a step, or while an output is shown
     * @throws NullPointerException if it is null
     */
    public final void restore(Snapshot snapshot) {
        Objects.requireNonNull(snapshot, () -> rule.name() + ": the snapshot is null");
        readings.restore(snapshot);
    }

    /** The vector form of its loops. */
    final Vectors vectors() {
        return vectors;
    }

    /** The parameters that this optimizer moves. */
    public final Parameters parameters() {
        return parameters;
    }

    /** Sets a hyperparameter, by its place in the description, for all groups; as {@link #set(String, double)}. */
    protected final void set(int hyper, double value) {
        groups.set(hyper, value);
    }

    /** Gives a hyperparameter, by its place in the description, a schedule in all groups; as {@link #schedule(String, Schedule)}. */
    protected final void schedule(int hyper, Schedule schedule) {
        groups.schedule(hyper, schedule);
    }
}
