package org.descant.runtime;

import java.util.Arrays;
import java.util.IdentityHashMap;

/**
 * The states per element. For every slot and every array that holds values there is one array with the same index, as
 * long as the last slice of values needs: a loop then has one index for values and states.
 */
final class ElementStates {
    private final ElementType elementType;
    private final int slots;
    private final IdentityHashMap<Object, Object[]> mirrors = new IdentityHashMap<>();

    ElementStates(RuleDescription rule, Parameters parameters) {
        elementType = parameters.elementType();
        slots = rule.elementStates().size();
        IdentityHashMap<Object, Integer> lengths = new IdentityHashMap<>();
        for (Tensor tensor : parameters.tensors()) {
            int end = tensor.length() == 0 ? 0 : tensor.offset() + tensor.length();
            lengths.merge(tensor.value(), end, Math::max);
        }
        lengths.forEach((value, length) -> {
            Object[] arrays = new Object[slots];
            for (int slot = 0; slot < slots; slot++) {
                arrays[slot] = Buffers.array(elementType, length);
            }
            mirrors.put(value, arrays);
        });
    }

    ElementType elementType() {
        return elementType;
    }

    int slots() {
        return slots;
    }

    /** The array that mirrors the one which holds the tensor's values. */
    Object array(Tensor tensor, int slot) {
        Object[] arrays = mirrors.get(tensor.value());
        if (arrays == null) {
            throw new IllegalArgumentException("no state for the tensor '" + tensor.name() + "'");
        }
        return arrays[slot];
    }

    /** Copies of a tensor's values and states in the order of their buffers, and one more array that is all 0. */
    Buffers copyOutAll(Tensor tensor, RuleDescription rule) {
        Object[] copies = new Object[rule.buffers() + 1];
        Arrays.setAll(copies, buffer -> Buffers.array(elementType, tensor.length()));
        System.arraycopy(tensor.value(), tensor.offset(), copies[0], 0, tensor.length());
        for (int slot = 0; slot < slots; slot++) {
            copies[rule.firstStateBuffer() + slot] = copyOut(tensor, slot);
        }
        return new Buffers(elementType, copies);
    }

    /** A copy of what a slot holds for one tensor: a {@code float[]} or {@code double[]}. */
    Object copyOut(Tensor tensor, int slot) {
        Object copy = Buffers.array(elementType, tensor.length());
        if (tensor.length() > 0) {
            System.arraycopy(array(tensor, slot), tensor.offset(), copy, 0, tensor.length());
        }
        return copy;
    }

    /** Writes a slot of one tensor. */
    void copyIn(Tensor tensor, int slot, Object values) {
        if (tensor.length() > 0) {
            System.arraycopy(values, 0, array(tensor, slot), tensor.offset(), tensor.length());
        }
    }
}
