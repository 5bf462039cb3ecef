package org.descant.runtime;

/**
 * A mark by which C2, the JVM's compiler, makes vector code of a loop that is long. It unrolls no loop of more than 60 nodes of its own, and of a loop that is not unrolled it makes
 * no vectors, so that an iteration takes 4 to 10 times as long. Where it sees four exclusive ors, though, as checksums have them, it unrolls loops of up to 240 nodes. The mark has
 * four. It is 0 throughout, which C2 finds out only when it has unrolled the loop, and then leaves all of it out.
 *
 * <pre>
 * int mark = 0;
 * for (int i = from; i &lt; to; i++) {
 *     ...
 *     mark = LongLoop.mark(mark, i);
 * }
 * LongLoop.end(mark);
 * </pre>
 */
public final class LongLoop {
    private LongLoop() {}

    /**
     * The mark at the end of an iteration.
     *
     * @param mark the one at its beginning
     */
    public static int mark(int mark) {
        return ((((((((mark ^ 2) + 4) ^ 8) + 16) ^ 32) - 16) ^ 8) - 4) ^ 2;
    }

    /**
     * Uses the mark, which C2 would leave out too early if nothing did.
     *
     * @param first the one before the first iteration
     * @param last the one after the last
     */
    public static void end(int first, int last) {
        if (((first ^ last) & 1) != 0) {
            throw new IllegalStateException("the mark of a loop was " + first + " and is " + last);
        }
    }
}
