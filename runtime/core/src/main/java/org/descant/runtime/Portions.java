package org.descant.runtime;

import java.util.Arrays;

/**
 * How some pieces of memory are divided between threads, decided once: cut into chunks, of which each thread begins with a share of its own and
 * then takes what others have left. Chunks are sixteen for each thread, so that a thread which is held up delays the end by little,
 * and not smaller than a block, unless the threads would have nothing to do.
 */
final class Portions {
    private static final int CHUNKS_PER_THREAD = 16;

    /** The pieces, by number, in their order. */
    private final int[] pieces;
    /** Into how many units each can be cut. */
    private final int[] units;
    /** Where chunk k begins; the last entry is the end of all. */
    private final int[] firstPlace;

    private final int[] firstUnit;
    /** With which chunk the share of each thread begins; the last entry is the end of all. */
    private final int[] shares;
    /** Where the results of a piece's units stand, of which there is none if it is in one chunk. */
    private final int[] slots;

    private final int slotCount;
    private final long elements;

    /**
     * @param pieces their numbers
     * @param lengths the elements of each, by its number
     * @param cuts whether pieces are cut at every block, and not at all otherwise
     */
    Portions(int[] pieces, int[] lengths, int threads, boolean cuts) {
        this.pieces = pieces;
        units = new int[pieces.length];
        long sum = 0;
        int most = 0;
        for (int place = 0; place < pieces.length; place++) {
            int length = lengths[pieces[place]];
            units[place] = cuts ? Math.max(1, Hand.blocks(length)) : 1;
            most += units[place];
            sum += length;
        }
        elements = sum;
        long least = Math.min(Driver.BLOCK, (sum + threads - 1) / threads);
        long wanted = Math.max(least, sum / ((long) threads * CHUNKS_PER_THREAD));
        int[] places = new int[most + 1];
        int[] from = new int[most + 1];
        long[] ends = new long[most + 1];
        int chunks = 0;
        long done = 0;
        long begun = -wanted;
        for (int place = 0; place < pieces.length; place++) {
            int left = lengths[pieces[place]];
            for (int unit = 0; unit < units[place]; unit++) {
                if (done - begun >= wanted) {
                    places[chunks] = place;
                    from[chunks] = unit;
                    begun = done;
                    chunks++;
                }
                int taken = cuts ? Math.min(left, Driver.BLOCK) : left;
                done += taken;
                left -= taken;
                ends[chunks - 1] = done;
            }
        }
        firstPlace = Arrays.copyOf(places, chunks + 1);
        firstUnit = Arrays.copyOf(from, chunks + 1);
        firstPlace[chunks] = pieces.length;
        firstUnit[chunks] = 0;
        shares = shares(ends, chunks, sum, threads);
        slots = new int[pieces.length];
        slotCount = slots(chunks);
    }

    /** A chunk is of the share in which its middle lies. */
    private static int[] shares(long[] ends, int chunks, long sum, int threads) {
        int[] shares = new int[threads + 1];
        int chunk = 0;
        for (int thread = 1; thread <= threads; thread++) {
            while (chunk < chunks
                    && (thread == threads
                            || (chunk == 0 ? 0 : ends[chunk - 1]) + ends[chunk] < 2 * sum * thread / threads)) {
                chunk++;
            }
            shares[thread] = chunk;
        }
        return shares;
    }

    private int slots(int chunks) {
        boolean[] split = new boolean[pieces.length];
        for (int chunk = 0; chunk < chunks; chunk++) {
            if (firstUnit[chunk] > 0) {
                split[firstPlace[chunk]] = true;
            }
        }
        int count = 0;
        for (int place = 0; place < slots.length; place++) {
            slots[place] = split[place] ? count : -1;
            count += split[place] ? units[place] : 0;
        }
        return count;
    }

    /** The elements of all pieces. */
    long elements() {
        return elements;
    }

    /** How many pieces there are. */
    int count() {
        return pieces.length;
    }

    /** The number of a piece. */
    int piece(int place) {
        return pieces[place];
    }

    /** Into how many units a piece can be cut. */
    int units(int place) {
        return units[place];
    }

    /** The piece with which a chunk begins, by its place. */
    int firstPlace(int chunk) {
        return firstPlace[chunk];
    }

    /** The unit of that piece with which it begins. */
    int firstUnit(int chunk) {
        return firstUnit[chunk];
    }

    /** The chunk with which a thread's share begins, or, of the thread after the last, the number of chunks. */
    int share(int thread) {
        return shares[thread];
    }

    /** Whether a piece is in several chunks. */
    boolean isSplit(int place) {
        return slots[place] >= 0;
    }

    /** Where the results of a split piece's units begin. */
    int slot(int place) {
        return slots[place];
    }

    /** How many results there are, of all split pieces. */
    int slots() {
        return slotCount;
    }
}
