package org.descant.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.descant.compiler.ir.Reduce;
import org.descant.compiler.plan.Buffer;
import org.descant.compiler.plan.Loop;
import org.descant.compiler.plan.Reduced;
import org.descant.compiler.plan.Space;
import org.descant.compiler.plan.Sweep;
import org.descant.runtime.ReductionKind;
import org.descant.runtime.StateShape;

/** What the description of a rule says of a sweep: its reductions and its loops. */
final class SweepWriter {
    private final CodeBlock.Builder code = CodeBlock.builder();

    private SweepWriter() {}

    /** A sweep of each step. */
    static CodeBlock ofStep(Sweep sweep) {
        return new SweepWriter().write(sweep, "reduction", "termsOf", "loop");
    }

    /** A sweep before the first step. */
    static CodeBlock ofStart(Sweep sweep) {
        return new SweepWriter().write(sweep, "startReduction", "startTermsOf", "startLoop");
    }

    private CodeBlock write(Sweep sweep, String reductions, String sharing, String loops) {
        for (Reduced reduced : sweep.reductions()) {
            reduction(reductions, reduced);
            sweep.reductions().stream()
                    .filter(reduced::hasTermsOf)
                    .forEach(other -> code.add("\n.$L($L)", sharing, other.index()));
        }
        sweep.allLoops().forEach(loop -> loop(loops, loop));
        return code.build();
    }

    private void reduction(String method, Reduced reduced) {
        Reduce reduce = reduced.reduce();
        boolean isOfElements = reduced.over().equals(Optional.of(Space.ELEMENT));
        code.add("\n.$L$L($L", method, kind(reduced, isOfElements), Escape.string(Reduced.text(reduce)));
        if (reduced.terms().isPresent()) {
            StateShape shape = RuntimeShapes.of(reduce.shape(), reduce.view());
            reduced.over()
                    .filter(over -> !isOfElements || reduced.cell().isPresent())
                    .ifPresent(over -> code.add(
                            ", $T.$L", StateShape.class, RuntimeShapes.of(over).name()));
            code.add(", $T.$L", StateShape.class, shape.name());
        }
        code.add(", $T.$L", ReductionKind.class, reduce.reduction().name());
        reduced.cell().ifPresent(cell -> code.add(", $L", cell.number()));
        code.add(")");
    }

    private static String kind(Reduced reduced, boolean isOfElements) {
        if (reduced.cell().isPresent()) {
            return "ToCells";
        } else if (reduced.terms().isEmpty()) {
            return "OfNumbers";
        }
        return isOfElements ? "" : "OfCells";
    }

    private void loop(String method, Loop loop) {
        List<Buffer> cellReads = loop.reads().stream().filter(Buffer::isCell).toList();
        if (loop.space().isOfElements()) {
            List<Buffer> reads =
                    loop.reads().stream().filter(buffer -> !buffer.isCell()).toList();
            code.add("\n.$L($L, $L", method, numbers(reads), numbers(loop.writes()));
            if (!cellReads.isEmpty()) {
                code.add(", $L", numbers(cellReads));
            }
            code.add(")");
            conditions(loop);
            return;
        }
        code.add(
                "\n.$L($T.$L, $L, $L, $L)",
                method.equals("loop") ? "cellLoop" : "startCellLoop",
                StateShape.class,
                RuntimeShapes.of(loop.space()).name(),
                numbers(cellReads),
                numbers(loop.writes().stream().filter(Buffer::isCell).toList()),
                numbers(loop.writes().stream()
                        .filter(buffer -> !buffer.isCell())
                        .toList()));
        conditions(loop);
    }

    private void conditions(Loop loop) {
        if (!loop.conditions().isEmpty()) {
            code.add(
                    "\n.when($L)",
                    loop.conditions().stream()
                            .map(flag -> Integer.toString(flag.index()))
                            .collect(Collectors.joining(", ")));
        }
    }

    /** The numbers of some buffers, as an array. */
    static String numbers(List<Buffer> buffers) {
        return buffers.stream()
                .map(buffer -> Integer.toString(buffer.number()))
                .collect(Collectors.joining(", ", "new int[] {", "}"));
    }
}
