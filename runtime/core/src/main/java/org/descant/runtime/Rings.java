package org.descant.runtime;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Where each buffer and each cell stands: at its own place, unless it is a state that takes turns with others. All tensors share this, so
 * that a turn costs the same whatever their number.
 */
final class Rings {
    private final List<RingDescription> described;
    private final int[] buffers;
    private final int[] cells;
    private final int[][] rings;
    private final boolean[] isOfCells;

    Rings(RuleDescription rule) {
        described = rule.rings();
        buffers = own(rule.buffers());
        cells = own(rule.allCells().size());
        rings = new int[described.size()][];
        isOfCells = new boolean[rings.length];
        List<String> elementStates = names(rule.elementStates());
        List<String> cellStates = names(rule.cellStates());
        for (int i = 0; i < rings.length; i++) {
            List<String> states = described.get(i).states();
            isOfCells[i] = cellStates.contains(states.get(0));
            List<String> numbered = isOfCells[i] ? cellStates : elementStates;
            int first = isOfCells[i] ? 0 : rule.firstStateBuffer();
            rings[i] = states.stream()
                    .mapToInt(state -> first + numbered.indexOf(state))
                    .toArray();
        }
    }

    /** The places of things that never take turns. */
    static int[] own(int count) {
        return IntStream.range(0, count).toArray();
    }

    private static List<String> names(List<StateDescription> states) {
        return states.stream().map(StateDescription::name).toList();
    }

    /** The place of each buffer; the array changes with every turn. */
    int[] buffers() {
        return buffers;
    }

    /** The place of each cell; the array changes with every turn. */
    int[] cells() {
        return cells;
    }

    /** Lets a step end: the oldest, which the new value has been written to, is the newest from now on. */
    void turn(boolean[] flags) {
        for (int i = 0; i < rings.length; i++) {
            if (described.get(i).turns(flags)) {
                turn(rings[i], isOfCells[i] ? cells : buffers);
            }
        }
    }

    private static void turn(int[] ring, int[] places) {
        int oldest = places[ring[ring.length - 1]];
        for (int age = ring.length - 1; age > 0; age--) {
            places[ring[age]] = places[ring[age - 1]];
        }
        places[ring[0]] = oldest;
    }
}
