package org.descant.compiler.plan;

import java.util.List;
import java.util.stream.IntStream;
import org.descant.compiler.ir.Shape;

/**
 * What the barriers between the sweeps of a course wait for. One that waits for nothing but its own tensor, not for another one and not for the caller, lets
 * the sweep behind it take a tensor as soon as the one before has: the runtime takes both on one tensor before it begins the next. Where nothing is reduced it
 * does not tell tensors apart.
 */
final class Barriers {
    private final Stages stages;
    private final Requests requests;
    private final List<Reduced> reductions;

    /** @param reductions of the course */
    Barriers(Stages stages, Requests requests, List<Reduced> reductions) {
        this.stages = stages;
        this.requests = requests;
        this.reductions = List.copyOf(reductions);
    }

    /** Whether a sweep follows the one before it tensor by tensor. */
    boolean followsPerTensor(int sweep) {
        return sweep > 0 && !reductions.isEmpty() && !waitsForModel(sweep) && !waitsForCaller(sweep);
    }

    /** Whether all sweeps behind one, up to another, follow it tensor by tensor. */
    boolean followPerTensor(int first, int last) {
        return IntStream.rangeClosed(first + 1, last).allMatch(this::followsPerTensor);
    }

    private boolean waitsForModel(int sweep) {
        return reductions.stream()
                .filter(each -> each.reduce().shape().equals(Shape.MODEL))
                .anyMatch(each -> stages.of(each.reduce().argument()) == sweep - 1);
    }

    /** A sweep before a gradient is asked for may write its point, which no tensor may have before all have the values as they were. */
    private boolean waitsForCaller(int sweep) {
        boolean asksForGradient = IntStream.range(0, requests.points().size())
                .map(stages::asked)
                .anyMatch(asked -> asked == sweep || asked == sweep + 1);
        return asksForGradient
                || requests.demands().stream()
                        .map(Demand::input)
                        .filter(input -> Level.of(input.shape()) == Level.TENSOR)
                        .anyMatch(input -> stages.decided(input) == sweep);
    }
}
