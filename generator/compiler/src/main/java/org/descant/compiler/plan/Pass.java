package org.descant.compiler.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.descant.compiler.ir.Reduce;

/**
 * The loops of one pass over the elements.
 *
 * @param terms those that write terms of reductions and nothing else
 * @param updates those that change values and states, or keep something for a later pass
 * @param termsLast whether the terms are made of what the updates leave; they come before them otherwise, as these may overwrite what they read
 */
public record Pass(List<Loop> terms, List<Loop> updates, boolean termsLast) {
    static final Pass NONE = new Pass(List.of(), List.of(), false);

    public Pass {
        terms = List.copyOf(terms);
        updates = List.copyOf(updates);
    }

    /** The loops in the order in which they run on a block. */
    public Stream<Loop> all() {
        return termsLast
                ? Stream.concat(updates.stream(), terms.stream())
                : Stream.concat(terms.stream(), updates.stream());
    }

    /** Whether one loop was made several. */
    boolean isSplit() {
        return terms.size() > 1 || updates.size() > 1;
    }

    /** How much the loops hold, each for itself. */
    int weight() {
        return all().mapToInt(LoopBudget::weight).sum();
    }

    /**
     * The values that go between memory and processor for each element: every buffer that is read before the pass has written it, and every
     * one that is written. Terms stay in the cache.
     */
    public int traffic() {
        Set<Integer> read = new HashSet<>();
        Set<Integer> written = new HashSet<>();
        all().forEach(loop -> {
            Set<Integer> reads = numbers(loop.reads().stream());
            reads.removeAll(written);
            read.addAll(reads);
            written.addAll(numbers(loop.writes().stream()));
        });
        return read.size() + written.size();
    }

    /** How often the pass reads or writes one of some buffers, by their numbers. */
    int uses(Set<Integer> buffers) {
        Set<Integer> read = numbers(all().flatMap(loop -> loop.reads().stream()));
        Set<Integer> written = numbers(updates.stream().flatMap(loop -> loop.writes().stream()));
        read.removeAll(written);
        read.retainAll(buffers);
        written.retainAll(buffers);
        return read.size() + written.size();
    }

    /** The buffers that are neither cells nor terms. */
    private static Set<Integer> numbers(Stream<Buffer> buffers) {
        Set<Integer> numbers = new HashSet<>();
        buffers.filter(buffer -> !buffer.isCell() && !(buffer.before() instanceof Reduce))
                .forEach(buffer -> numbers.add(buffer.number()));
        return numbers;
    }
}
