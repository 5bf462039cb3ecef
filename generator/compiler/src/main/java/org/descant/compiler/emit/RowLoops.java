package org.descant.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.descant.compiler.plan.Buffer;
import org.descant.compiler.plan.Loop;
import org.descant.compiler.plan.Plan;
import org.descant.compiler.plan.Space;
import org.descant.compiler.plan.Sweep;

/**
 * The methods through which the runtime runs loops on one row after the other, and their kernels, in which what is per row is a number and need not lie beside
 * the elements, as what is per matrix or column does.
 */
final class RowLoops {
    private final Plan plan;
    private final JavaNames methods;
    private final List<MethodSpec> kernels;
    private final int[] sweeps;

    /** @param kernels where the kernels go that are called */
    RowLoops(Plan plan, JavaNames methods, List<MethodSpec> kernels) {
        this.plan = plan;
        this.methods = methods;
        this.kernels = kernels;
        this.sweeps = IntStream.range(0, plan.sweeps().size())
                .filter(sweep -> arePossible(plan.sweeps().get(sweep)))
                .toArray();
    }

    /** Whether the loops of a sweep over elements read something per row, of the same rows. */
    private static boolean arePossible(Sweep sweep) {
        List<Space> read = sweep.loops().stream()
                .flatMap(RowLoops::rows)
                .map(Buffer::space)
                .distinct()
                .toList();
        return read.size() == 1
                && sweep.loops().stream()
                        .allMatch(loop -> loop.slots() + rows(loop).count() <= Loop.MOST_SLOTS);
    }

    private static Stream<Buffer> rows(Loop loop) {
        return loop.reads().stream().filter(Buffer::isOfRows);
    }

    /** None if no sweep has such loops. */
    List<MethodSpec> methods() {
        return sweeps.length == 0 ? List.of() : List.of(Dispatch.isOneOf("takesRows", sweeps), dispatch());
    }

    private MethodSpec dispatch() {
        Dispatch dispatch = Dispatch.ofRow(methods, new Describe(plan.equations()), kernels, plan.rings());
        LoopVerbs verbs = new LoopVerbs(plan);
        for (int sweep : sweeps) {
            List<Loop> loops = plan.sweeps().get(sweep).allLoops();
            for (int loop = 0; loop < loops.size(); loop++) {
                Loop each = loops.get(loop);
                if (plan.sweeps().get(sweep).loops().contains(each)
                        && rows(each).findAny().isPresent()) {
                    dispatch.add(
                            CodeBlock.of("sweep == $L && loop == $L", sweep, loop),
                            verbs.of(sweep, each) + "OfRow",
                            each);
                }
            }
        }
        return dispatch.method("rowLoop", List.of("sweep", "loop"));
    }
}
