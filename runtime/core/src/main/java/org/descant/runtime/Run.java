package org.descant.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A stretch of memory that is driven as one: adjacent tensors of a group, whose elements follow each other in the arrays
 * of all buffers.
 */
final class Run {
    private final Buffers here;
    private final Buffers away;
    private final int[] offsets;
    private final int from;
    private final int length;
    private final boolean staged;
    private final boolean[] missing;
    private final boolean[] tooShort;

    private Run(Buffers here, Buffers away, int[] offsets, int length, boolean[] missing) {
        this.here = here;
        this.away = away;
        this.offsets = offsets;
        this.from = offsets[0];
        this.length = length;
        this.missing = missing;
        boolean differs = false;
        tooShort = new boolean[missing.length];
        for (int buffer = 0; buffer < missing.length; buffer++) {
            tooShort[buffer] = Buffers.length(away.array(buffer)) < offsets[buffer] + length;
            differs |= offsets[buffer] != from;
        }
        staged = differs;
    }

    /** The same with other arrays of one length in place of some, by buffer number; {@link Buffers#NONE} where it stays. */
    Run lent(Object[] own) {
        return new Run(here.lent(own), away.lent(own), offsets, length, missing);
    }

    /**
     * The arrays, by buffer number.
     *
     * @param isAway whether the values hold a point of the rule's choosing; while they do not, they are what they were before the step
     */
    Buffers buffers(boolean isAway) {
        return isAway ? away : here;
    }

    /** The index of the first element in each of the arrays. */
    int[] offsets() {
        return offsets;
    }

    /** The index of the first element in all arrays, unless the run is staged. */
    int from() {
        return from;
    }

    /** The number of elements. */
    int length() {
        return length;
    }

    /** Whether the tensors do not need a buffer: what loops leave in it means nothing. */
    boolean isMissing(int buffer) {
        return missing[buffer];
    }

    /** Whether any of some buffers is there. */
    boolean hasAny(int[] buffers) {
        for (int buffer : buffers) {
            if (!missing[buffer]) {
                return true;
            }
        }
        return false;
    }

    /** Whether the offsets differ, so that loops work on copies that are indexed alike. */
    boolean staged() {
        return staged;
    }

    /** Whether each of some buffers has a place for all elements: what stands for those that the tensors do not need may be shorter. */
    boolean hasRoom(int[] buffers) {
        for (int buffer : buffers) {
            if (tooShort[buffer]) {
                return false;
            }
        }
        return true;
    }

    /** The runs of a group's tensors, in their order; tensors without elements have none. */
    static List<Run> of(List<Tensor> tensors, RuleDescription rule, ElementStates states) {
        List<Run> runs = new ArrayList<>();
        int first = 0;
        while (first < tensors.size()) {
            Tensor start = tensors.get(first);
            int length = start.length();
            int next = first + 1;
            while (next < tensors.size() && follows(start, length, tensors.get(next), states)) {
                length += tensors.get(next).length();
                next++;
            }
            if (length > 0) {
                runs.add(of(start, length, rule, states));
            }
            first = next;
        }
        return List.copyOf(runs);
    }

    private static boolean follows(Tensor start, int length, Tensor next, ElementStates states) {
        return states.needs(start).isLike(states.needs(next))
                && next.value() == start.value()
                && next.gradient() == start.gradient()
                && next.offset() == start.offset() + length
                && next.gradientOffset() == start.gradientOffset() + length;
    }

    private static Run of(Tensor start, int length, RuleDescription rule, ElementStates states) {
        Object[] arrays = new Object[rule.buffers()];
        int[] places = states.rings().buffers();
        int[] offsets = new int[rule.buffers()];
        boolean[] missing = new boolean[rule.buffers()];
        Arrays.fill(offsets, start.offset());
        arrays[0] = start.value();
        for (int buffer = 1; buffer < rule.buffers(); buffer++) {
            boolean isGradient = buffer < rule.firstInputBuffer() || buffer == states.heir();
            arrays[buffer] = isGradient ? start.gradient() : states.buffer(start, buffer);
            offsets[buffer] = isGradient ? start.gradientOffset() : start.offset();
            missing[buffer] = Buffers.length(arrays[buffer]) < offsets[buffer] + length;
            arrays[buffer] = missing[buffer] ? states.spare() : arrays[buffer];
        }
        Buffers away = new Buffers(arrays, places);
        Buffers here = away;
        if (rule.movesValues()) {
            arrays[rule.keptBuffer()] = start.value();
            here = new Buffers(arrays, places);
        }
        return new Run(here, away, offsets, length, missing);
    }
}
