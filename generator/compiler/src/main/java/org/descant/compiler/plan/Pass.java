package org.descant.compiler.plan;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

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

    /** By how much the loops of every step hold more than becomes vector code. */
    int excess(LoopBudget budget) {
        return all().filter(loop -> loop.conditions().isEmpty())
                .mapToInt(budget::excess)
                .sum();
    }

    /** The arrays whose values from before the pass it reads, cells among them, each once. */
    public List<Buffer> reads() {
        Set<Integer> written = new HashSet<>();
        Map<Integer, Buffer> elements = new LinkedHashMap<>();
        Map<Integer, Buffer> cells = new LinkedHashMap<>();
        all().forEach(loop -> {
            for (Buffer buffer : loop.reads()) {
                if (buffer.isCell()) {
                    cells.putIfAbsent(buffer.number(), buffer);
                } else if (!buffer.isOfTerms() && !written.contains(buffer.number())) {
                    elements.putIfAbsent(buffer.number(), buffer);
                }
            }
            written.addAll(numbers(loop.writes()));
        });
        return Stream.concat(elements.values().stream(), cells.values().stream())
                .toList();
    }

    /** The arrays that it leaves changed, but for those of terms. */
    public List<Buffer> writes() {
        return updates.stream()
                .flatMap(loop -> loop.writes().stream())
                .distinct()
                .toList();
    }

    /**
     * The values that go between memory and processor for each element: every buffer that is read before the pass has written it, and every
     * one that is written. Terms stay in the cache.
     */
    public int traffic() {
        return numbers(reads()).size() + numbers(writes()).size();
    }

    /** How often the pass reads or writes one of some buffers, by their numbers. */
    int uses(Set<Integer> buffers) {
        Set<Integer> read = numbers(reads());
        Set<Integer> written = numbers(writes());
        read.retainAll(buffers);
        written.retainAll(buffers);
        return read.size() + written.size();
    }

    /** The numbers of those that are of elements. */
    static Set<Integer> numbers(List<Buffer> buffers) {
        Set<Integer> numbers = new HashSet<>();
        buffers.stream().filter(buffer -> !buffer.isCell()).forEach(buffer -> numbers.add(buffer.number()));
        return numbers;
    }
}
