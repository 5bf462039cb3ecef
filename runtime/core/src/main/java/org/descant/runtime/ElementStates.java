package org.descant.runtime;

import java.util.Arrays;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The states per element, and all other memory that loops work on beside values and gradients. For every such buffer and every array
 * that holds values there is one array with the same index, as long as the last slice of values needs it: a loop then has one index for
 * values and states. What a step carries from one sweep or loop to the next of the same tensor has one array for all of them.
 */
final class ElementStates {
    private final ElementType elementType;
    private final int buffers;
    private final int slots;
    private final int firstBuffer;
    private final int firstState;
    private final IdentityHashMap<Object, Object[]> mirrors = new IdentityHashMap<>();
    private final IdentityHashMap<Object, Object> aside = new IdentityHashMap<>();

    private final Map<String, Needs> needs;
    private final Rings rings;
    private final int heir;
    private final int[] taken;
    private final Object spare;

    /** @param needs what each tensor needs, by its name */
    ElementStates(RuleDescription rule, Parameters parameters, Map<String, Needs> needs) {
        this.needs = needs;
        rings = new Rings(rule);
        elementType = parameters.elementType();
        buffers = rule.buffers();
        slots = rule.elementStates().size();
        firstBuffer = rule.firstInputBuffer();
        firstState = rule.firstStateBuffer();
        heir = DeadGradient.heir(rule, parameters);
        int mirrored = buffers - firstBuffer;
        IdentityHashMap<Object, int[]> lengths = new IdentityHashMap<>();
        for (Tensor tensor : parameters.tensors()) {
            int end = tensor.length() == 0 ? 0 : tensor.offset() + tensor.length();
            int[] ends = lengths.computeIfAbsent(tensor.value(), value -> new int[mirrored]);
            for (int buffer = 0; buffer < mirrored; buffer++) {
                int slot = firstBuffer + buffer - firstState;
                boolean isState = slot >= 0 && slot < slots;
                if (!isState || needs(tensor).slot(slot)) {
                    ends[buffer] = Math.max(ends[buffer], end);
                }
            }
        }
        boolean hasSpare = needs.values().stream().anyMatch(each -> !each.allSlots());
        int longest =
                lengths.values().stream().flatMapToInt(Arrays::stream).max().orElse(0);
        spare = Buffers.array(elementType, hasSpare ? Math.min(longest, Alongside.REACH) : 0);
        taken = takenInTurns(rule);
        Object[] scratch = scratch(rule, lengths.values());
        lengths.forEach((value, ends) -> {
            Object[] arrays = scratch.clone();
            for (int buffer = 0; buffer < mirrored; buffer++) {
                if (arrays[buffer] == Buffers.NONE) {
                    arrays[buffer] = Buffers.apart(elementType, ends[buffer]);
                }
            }
            mirrors.put(value, arrays);
        });
    }

    /** The arrays that serve all tensors, one after the other; {@link Buffers#NONE} where a buffer has an array for each array of values. */
    private Object[] scratch(RuleDescription rule, Collection<int[]> lengths) {
        Object[] scratch = new Object[rule.buffers() - firstBuffer];
        Arrays.fill(scratch, Buffers.NONE);
        if (heir != DeadGradient.NONE) {
            scratch[heir - firstBuffer] = Buffers.array(elementType, 0);
        }
        for (int buffer : taken) {
            int place = buffer - firstBuffer;
            int longest = lengths.stream().mapToInt(ends -> ends[place]).max().orElse(0);
            scratch[place] = Buffers.apart(elementType, longest);
        }
        return scratch;
    }

    /** The buffers that are one array for all tensors. */
    private int[] takenInTurns(RuleDescription rule) {
        Stretches stretches = new Stretches(rule);
        return IntStream.range(rule.firstCarriedBuffer(), rule.buffers())
                .filter(buffer -> buffer != heir && stretches.isOfOne(buffer))
                .toArray();
    }

    /** Whether elements of several tensors have one place in an array, so that the tensors have to take turns. */
    boolean takesTurns() {
        return taken.length > 0 && mirrors.size() > 1;
    }

    /**
     * Arrays for another thread in place of those that serve all tensors, by buffer number, and {@link Buffers#NONE} for all others.
     *
     * @param longest the index behind the last element that they are used for
     */
    Object[] ownOfHand(int longest) {
        Object[] own = new Object[buffers];
        Arrays.fill(own, Buffers.NONE);
        for (int buffer : taken) {
            own[buffer] = Buffers.apart(elementType, longest);
        }
        return own;
    }

    /** What a tensor needs. */
    Needs needs(Tensor tensor) {
        Needs own = needs.get(tensor.name());
        if (own == null) {
            throw new IllegalArgumentException("no state for the tensor '" + tensor.name() + "'");
        }
        return own;
    }

    /**
     * What stands for a buffer that a tensor does not need, as far as {@link Alongside} arrays reach: loops may write it, and what they
     * read there goes nowhere.
     */
    Object spare() {
        return spare;
    }

    /** The buffer that lies in the arrays of the gradients, or {@link DeadGradient#NONE}. */
    int heir() {
        return heir;
    }

    /** Which states take turns. */
    Rings rings() {
        return rings;
    }

    ElementType elementType() {
        return elementType;
    }

    /** The array that is a buffer by now, and mirrors the one which holds the tensor's values. */
    Object buffer(Tensor tensor, int buffer) {
        Object[] arrays = mirrors.get(tensor.value());
        if (arrays == null) {
            throw new IllegalArgumentException("no state for the tensor '" + tensor.name() + "'");
        }
        return arrays[rings.buffers()[buffer] - firstBuffer];
    }

    private Object array(Tensor tensor, int slot) {
        return buffer(tensor, firstState + slot);
    }

    /** Copies of a tensor's values and states in the order of their buffers, and one more array that is all 0. */
    Buffers copyOutAll(Tensor tensor, RuleDescription rule) {
        Object[] copies = new Object[rule.buffers() + 1];
        Arrays.setAll(copies, buffer -> Buffers.array(elementType, tensor.length()));
        System.arraycopy(values(tensor), tensor.offset(), copies[0], 0, tensor.length());
        for (int slot = 0; slot < slots; slot++) {
            copies[rule.firstStateBuffer() + slot] = copyOut(tensor, slot);
        }
        return new Buffers(copies);
    }

    /** The array that holds the tensor's values: the caller's, unless they are put aside. */
    private Object values(Tensor tensor) {
        return aside.getOrDefault(tensor.value(), tensor.value());
    }

    /** Puts the values of a tensor aside. */
    void putAside(Tensor tensor) {
        Object kept = aside.computeIfAbsent(tensor.value(), value -> Buffers.array(elementType, Buffers.length(value)));
        System.arraycopy(tensor.value(), tensor.offset(), kept, tensor.offset(), tensor.length());
    }

    /** Puts all values back. */
    void putBack(List<Tensor> tensors) {
        for (Tensor tensor : tensors) {
            System.arraycopy(values(tensor), tensor.offset(), tensor.value(), tensor.offset(), tensor.length());
        }
        aside.clear();
    }

    /** A copy of what a slot holds for one tensor: a {@code float[]} or {@code double[]}. */
    Object copyOut(Tensor tensor, int slot) {
        Object copy = Buffers.array(elementType, tensor.length());
        if (tensor.length() > 0 && needs(tensor).slot(slot)) {
            System.arraycopy(array(tensor, slot), tensor.offset(), copy, 0, tensor.length());
        }
        return copy;
    }

    /** Writes a slot of one tensor. */
    void copyIn(Tensor tensor, int slot, Object values) {
        if (tensor.length() > 0 && needs(tensor).slot(slot)) {
            System.arraycopy(values, 0, array(tensor, slot), tensor.offset(), tensor.length());
        }
    }
}
