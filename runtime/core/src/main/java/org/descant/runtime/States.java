package org.descant.runtime;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** All state of an optimizer, reached by names: read, copied out and copied in. */
final class States {
    private final RuleDescription rule;
    private final Parameters parameters;
    private final ElementStates elements;
    private final Group[] groups;
    private final TensorWork[] tensors;

    States(RuleDescription rule, Parameters parameters, ElementStates elements, Group[] groups, TensorWork[] tensors) {
        this.rule = rule;
        this.parameters = parameters;
        this.elements = elements;
        this.groups = groups;
        this.tensors = tensors;
    }

    double[] read(String parameter, StateDescription state) {
        Tensor tensor = parameters.tensor(parameter);
        if (state.shape() == StateShape.PER_MODEL) {
            throw new IllegalArgumentException(
                    rule.name() + ": '" + state.name() + "' is per model: ask for it without a tensor's name");
        }
        if (!elements.needs(tensor).state(state)) {
            return new double[0];
        }
        return isArray(state) ? Buffers.widened(copyOut(tensor, state)) : new double[] {number(tensor, state)};
    }

    boolean keeps(String parameter, StateDescription state) {
        return elements.needs(parameters.tensor(parameter)).state(state);
    }

    double read(StateDescription state) {
        if (state.shape() != StateShape.PER_MODEL) {
            throw new IllegalArgumentException(
                    rule.name() + ": '" + state.name() + "' is " + state.shape() + ": ask for it with a tensor's name");
        }
        return groups[0].number(number(state));
    }

    /** What an output per element is for one tensor: a {@code float[]} or {@code double[]}. */
    Object elements(Optimizer optimizer, Tensor tensor, OutputDescription output) {
        if (output instanceof OutputDescription.Kept kept) {
            return elements.copyOut(tensor, element(rule.state(kept.slot())));
        }
        int index = rule.outputs().indexOf(output);
        Step step = group(tensor).beginReading();
        optimizer.outputPrologue(index, step);
        Buffers buffers = elements.copyOutAll(tensor, rule);
        Block block = new Block(elements.elementType());
        block.take(step);
        block.take(buffers);
        block.take(0, tensor.length());
        optimizer.outputLoop(index, block);
        return buffers.array(rule.outputBuffer());
    }

    Snapshot copyOut(Clock clock) {
        SnapshotBuilder copy = Snapshot.builder(rule.name(), elements.elementType(), clock.completed());
        if (!clock.started()) {
            copy.notStarted();
        }
        for (StateDescription state : rule.states()) {
            if (state.shape() == StateShape.PER_MODEL) {
                copy.number(state.name(), groups[0].number(number(state)));
                continue;
            }
            for (Tensor tensor : keeping(state)) {
                if (isArray(state)) {
                    copy.put(tensor.name(), state.name(), copyOut(tensor, state));
                } else {
                    copy.number(tensor.name(), state.name(), number(tensor, state));
                }
            }
        }
        return copy.build();
    }

    /** Takes a snapshot's states; nothing is written unless all of it fits. */
    void copyIn(Snapshot snapshot) {
        checkKind(snapshot);
        checkNames(snapshot);
        checkValues(snapshot);
        for (StateDescription state : rule.states()) {
            if (state.shape() == StateShape.PER_MODEL) {
                for (Group group : groups) {
                    group.number(number(state), snapshot.number(state.name()));
                }
                continue;
            }
            for (Tensor tensor : keeping(state)) {
                if (state.shape() == StateShape.PER_STEP) {
                    group(tensor).number(number(state), snapshot.number(tensor.name(), state.name()));
                } else if (state.shape() == StateShape.PER_TENSOR) {
                    work(tensor).number(tensorState(state), snapshot.number(tensor.name(), state.name()));
                } else if (state.shape().isOfCells()) {
                    work(tensor).cells().copyIn(cell(state), snapshot.array(tensor.name(), state.name()));
                } else {
                    elements.copyIn(tensor, element(state), snapshot.array(tensor.name(), state.name()));
                }
            }
        }
    }

    /** The tensors that need a state. */
    private List<Tensor> keeping(StateDescription state) {
        return parameters.tensors().stream()
                .filter(tensor -> elements.needs(tensor).state(state))
                .toList();
    }

    private void checkKind(Snapshot snapshot) {
        if (!snapshot.rule().equals(rule.name())) {
            throw refused("it is of the rule " + snapshot.rule());
        }
        if (snapshot.elementType() != elements.elementType()) {
            throw refused("it is of " + snapshot.elementType().javaName() + "[] parameters, and these are "
                    + elements.elementType().javaName() + "[]");
        }
    }

    private void checkNames(Snapshot snapshot) {
        checkSame("the states per model", snapshot.modelSlots(), names(StateShape.PER_MODEL));
        Set<String> numbers = names(StateShape.PER_STEP);
        numbers.addAll(names(StateShape.PER_TENSOR));
        Set<String> named = new TreeSet<>();
        parameters.tensors().stream()
                .filter(tensor -> !numbers.isEmpty() || !arrays(tensor).isEmpty())
                .forEach(tensor -> named.add(tensor.name()));
        checkSame("the tensors", snapshot.tensors(), named);
        for (Tensor tensor : parameters.tensors()) {
            String of = " of the tensor '" + tensor.name() + "'";
            checkSame("the states per step and per tensor" + of, snapshot.numberSlots(tensor.name()), numbers);
            checkSame(
                    (rule.cellStates().isEmpty()
                                    ? "the states per element"
                                    : "the states per element, row, column and matrix")
                            + of,
                    snapshot.elementSlots(tensor.name()),
                    arrays(tensor));
        }
    }

    /** The names of the states that a tensor has arrays of. */
    private Set<String> arrays(Tensor tensor) {
        Set<String> names = new TreeSet<>();
        rule.states().stream()
                .filter(state -> isArray(state) && elements.needs(tensor).state(state))
                .forEach(state -> names.add(state.name()));
        return names;
    }

    private void checkValues(Snapshot snapshot) {
        for (StateDescription state : rule.states()) {
            for (Tensor tensor : keeping(state)) {
                if (isArray(state)) {
                    checkLength(snapshot, state, tensor);
                }
            }
        }
        for (String slot : names(StateShape.PER_STEP)) {
            for (Group group : groups) {
                checkAgree(snapshot, slot, group);
            }
        }
    }

    private void checkLength(Snapshot snapshot, StateDescription state, Tensor tensor) {
        int length = Buffers.length(snapshot.array(tensor.name(), state.name()));
        boolean isElements = state.shape() == StateShape.PER_ELEMENT;
        int wanted = isElements
                ? tensor.length()
                : Geometry.of(tensor.shape(), state.shape()).count(state.shape());
        if (length != wanted) {
            throw refused("the state '" + state.name() + "' of the tensor '" + tensor.name() + "' has " + length
                    + (isElements ? " elements in it, and the tensor has " : " values in it, and the tensor has ")
                    + wanted + (isElements ? "" : ", " + state.shape()));
        }
        boolean isDouble = snapshot.array(tensor.name(), state.name()) instanceof double[];
        if (isDouble
                && elements.elementType() == ElementType.FLOAT
                && !state.shape().isOfMatrices()) {
            throw refused("the state '" + state.name() + "' of the tensor '" + tensor.name()
                    + "' is given in doubles, and only those per matrix are");
        }
    }

    private void checkAgree(Snapshot snapshot, String slot, Group group) {
        List<Tensor> members = parameters.members(parameters.groupPlace(group.name()));
        String first = members.get(0).name();
        double value = snapshot.number(first, slot);
        for (Tensor member : members) {
            double other = snapshot.number(member.name(), slot);
            if (Double.compare(other, value) != 0) {
                throw refused("the state '" + slot + "' is " + value + " for the tensor '" + first + "' and " + other
                        + " for '" + member.name() + "', which are both in group '" + group.name() + "'");
            }
        }
    }

    private void checkSame(String what, Set<String> given, Set<String> wanted) {
        if (!given.equals(wanted)) {
            throw refused(what + " are " + list(given) + " in it, and must be " + list(wanted));
        }
    }

    private static String list(Set<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    private IllegalArgumentException refused(String why) {
        return new IllegalArgumentException(rule.name() + " cannot take the snapshot: " + why);
    }

    private Set<String> names(StateShape shape) {
        Set<String> names = new TreeSet<>();
        rule.states().stream().filter(state -> state.shape() == shape).forEach(state -> names.add(state.name()));
        return names;
    }

    private int number(StateDescription state) {
        return rule.numberStates().indexOf(state);
    }

    private static boolean isArray(StateDescription state) {
        return state.shape() == StateShape.PER_ELEMENT || state.shape().isOfCells();
    }

    private Object copyOut(Tensor tensor, StateDescription state) {
        return state.shape().isOfCells()
                ? work(tensor).cells().copyOut(cell(state))
                : elements.copyOut(tensor, element(state));
    }

    private int cell(StateDescription state) {
        return rule.cellStates().indexOf(state);
    }

    private double number(Tensor tensor, StateDescription state) {
        return state.shape() == StateShape.PER_TENSOR
                ? work(tensor).number(tensorState(state))
                : group(tensor).number(number(state));
    }

    private int tensorState(StateDescription state) {
        return rule.tensorStates().indexOf(state);
    }

    private TensorWork work(Tensor tensor) {
        return tensors[parameters.place(tensor.name())];
    }

    private int element(StateDescription state) {
        return rule.elementStates().indexOf(state);
    }

    private Group group(Tensor tensor) {
        return groups[parameters.groupPlace(tensor.group())];
    }
}
