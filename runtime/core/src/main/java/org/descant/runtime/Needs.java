package org.descant.runtime;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What one tensor needs of a rule. */
final class Needs {
    private final RuleDescription rule;
    private final boolean[] cells;
    private final boolean[] reductions;
    private final int way;
    private final Optional<UnneededDescription> unneeded;

    /** @param way how the conditions on the tensor's dimensions turn out */
    Needs(RuleDescription rule, int way) {
        this.rule = rule;
        this.way = way;
        unneeded = rule.unneeded().stream().filter(each -> each.way() == way).findFirst();
        cells = new boolean[rule.allCells().size()];
        for (int cell = 0; cell < cells.length; cell++) {
            int number = cell;
            cells[cell] = unneeded.stream().noneMatch(each -> each.cells().contains(number));
        }
        reductions = new boolean[rule.reductions().size()];
        for (int reduction = 0; reduction < reductions.length; reduction++) {
            int number = reduction;
            reductions[reduction] =
                    unneeded.stream().noneMatch(each -> each.reductions().contains(number));
        }
    }

    /** What all tensors need, by name; a tensor's dimensions are decided once. */
    static Map<String, Needs> of(Optimizer optimizer, RuleDescription rule, Parameters parameters) {
        Map<String, Needs> needs = new HashMap<>();
        for (Tensor tensor : parameters.tensors()) {
            boolean isDecided = !rule.unneeded().isEmpty();
            int way = isDecided ? optimizer.decide(new TensorStep(rule, tensor, new double[0])) : 0;
            needs.put(tensor.name(), new Needs(rule, way));
        }
        return needs;
    }

    /** Whether another tensor needs the same. */
    boolean isLike(Needs other) {
        return way == other.way;
    }

    boolean state(StateDescription state) {
        return unneeded.stream().noneMatch(each -> each.states().contains(state.name()));
    }

    /** A state per element, by its place among these. */
    boolean slot(int slot) {
        return state(rule.elementStates().get(slot));
    }

    /** Whether it needs all states per element. */
    boolean allSlots() {
        return rule.elementStates().stream().allMatch(this::state);
    }

    boolean cell(int cell) {
        return cells[cell];
    }

    boolean reduction(int reduction) {
        return reductions[reduction];
    }

    boolean any(int[] some, int[] reduced) {
        for (int cell : some) {
            if (cells[cell]) {
                return true;
            }
        }
        return anyReduction(reduced);
    }

    boolean all(int[] some, int[] others) {
        for (int cell : some) {
            if (!cells[cell]) {
                return false;
            }
        }
        for (int cell : others) {
            if (!cells[cell]) {
                return false;
            }
        }
        return true;
    }

    boolean anyReduction(int[] some) {
        for (int reduction : some) {
            if (reductions[reduction]) {
                return true;
            }
        }
        return false;
    }
}
