package org.descant.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Hyper;
import org.descant.compiler.ir.InputRead;
import org.descant.compiler.ir.OptionValue;
import org.descant.compiler.ir.Output;
import org.descant.compiler.ir.Previous;
import org.descant.compiler.ir.Printer;
import org.descant.compiler.ir.Reduce;
import org.descant.compiler.ir.Shape;
import org.descant.compiler.ir.State;
import org.descant.compiler.ir.StateKind;
import org.descant.compiler.ir.Storage;
import org.descant.compiler.ir.View;
import org.descant.compiler.plan.Asked;
import org.descant.compiler.plan.Buffer;
import org.descant.compiler.plan.ComputedOutput;
import org.descant.compiler.plan.Level;
import org.descant.compiler.plan.Loop;
import org.descant.compiler.plan.Phase;
import org.descant.compiler.plan.Plan;
import org.descant.compiler.plan.Reduced;
import org.descant.compiler.plan.Ring;
import org.descant.compiler.plan.Space;
import org.descant.compiler.plan.Sweep;
import org.descant.compiler.plan.TakenInput;
import org.descant.compiler.plan.Variants;
import org.descant.runtime.Numeric;
import org.descant.runtime.Range;
import org.descant.runtime.ReductionKind;
import org.descant.runtime.RuleDescription;
import org.descant.runtime.StateShape;

/** The description that a generated class carries of itself, as an expression. */
final class DescriptionWriter {
    private final Plan plan;
    private final RuleTexts texts;
    private final CodeBlock.Builder code = CodeBlock.builder();

    private DescriptionWriter(Plan plan, RuleTexts texts) {
        this.plan = plan;
        this.texts = texts;
    }

    static CodeBlock write(Plan plan, RuleTexts texts) {
        return new DescriptionWriter(plan, texts).description();
    }

    /** A range of the runtime. */
    static CodeBlock range(org.descant.compiler.ir.Range range) {
        if (range.equals(org.descant.compiler.ir.Range.ALL)) {
            return CodeBlock.of("$T.all()", Range.class);
        }
        String ends = range.lowOpen()
                ? (range.highOpen() ? "open" : "openClosed")
                : (range.highOpen() ? "closedOpen" : "closed");
        return CodeBlock.of("$T.$L($L, $L)", Range.class, ends, number(range.low()), number(range.high()));
    }

    private CodeBlock description() {
        code.add(
                "$T.builder($L)$>$>",
                RuleDescription.class,
                Escape.string(plan.system().name()));
        plan.system().hypers().forEach(this::hyper);
        for (OptionValue option : plan.system().options()) {
            code.add("\n.option($L, $L)", Escape.string(option.name()), option.value());
        }
        plan.system().states().forEach(this::state);
        plan.inputs().forEach(this::input);
        outputs();
        plan.cells().stream()
                .filter(cell -> !(cell.before() instanceof Previous || cell.before() instanceof InputRead))
                .forEach(cell -> code.add(
                        "\n.cell($L, $T.$L)",
                        Escape.string(cell.name()),
                        StateShape.class,
                        shape(cell.space()).name()));
        for (Phase phase : plan.phases()) {
            phase.gradient().ifPresent(this::evaluation);
            for (Sweep sweep : phase.sweeps()) {
                code.add("\n.sweep()");
                sweep.reductions().forEach(reduced -> reduction("reduction", reduced));
                sweep.allLoops().forEach(loop -> loop("loop", loop));
            }
        }
        for (Sweep sweep : plan.start().sweeps()) {
            if (plan.start().sweeps().size() > 1) {
                code.add("\n.startSweep()");
            }
            sweep.reductions().forEach(reduced -> reduction("startReduction", reduced));
            sweep.allLoops().forEach(loop -> loop("startLoop", loop));
        }
        plan.rings().forEach(this::ring);
        variants();
        code.add("\n.readsValues($L)", plan.readsValues());
        if (plan.system().usesLoss()) {
            code.add("\n.readsLoss()");
        }
        if (plan.carried() > 0) {
            code.add("\n.carried($L)", plan.carried());
        }
        code.add("\n.scalars($L)", plan.scalars(Level.GROUP));
        code.add("\n.flags($L)", plan.flags(Level.GROUP));
        if (plan.scalars(Level.TENSOR) > 0) {
            code.add("\n.tensorScalars($L)", plan.scalars(Level.TENSOR));
        }
        if (plan.flags(Level.TENSOR) > 0) {
            code.add("\n.tensorFlags($L)", plan.flags(Level.TENSOR));
        }
        code.add("\n.source($L)", Escape.string(texts.file()));
        code.add("\n.compilerVersion($L)", Escape.string(CompilerVersion.TEXT));
        code.add("\n.numericVersion($L)", Numeric.VERSION);
        code.add("\n.equations($>$>$L$<$<)", equations());
        return code.add("\n.build()$<$<").build();
    }

    /** The one gradient that is in place when a step begins goes without saying. */
    private void evaluation(Asked asked) {
        if (asked.when().isPresent()) {
            code.add("\n.evaluation($L, $L)", asked.moves(), asked.when().get().index());
        } else if (asked.moves()) {
            code.add("\n.evaluationAtPoint()");
        } else if (plan.asked().size() > 1 || !asked.isInPlace()) {
            code.add("\n.evaluation()");
        }
    }

    private void ring(Ring ring) {
        String states =
                ring.states().stream().map(state -> Escape.string(state.name())).collect(Collectors.joining(", "));
        code.add("\n.ring($L$L)", ring.when().map(flag -> flag.index() + ", ").orElse(""), states);
    }

    private void variants() {
        for (Expr condition : plan.variants().conditions()) {
            code.add("\n.decision($L)", Escape.string(Printer.print(condition)));
        }
        List<Variants.Unneeded> ways = plan.variants().unneeded();
        for (int way = 0; way < ways.size(); way++) {
            Variants.Unneeded unneeded = ways.get(way);
            String states = plan.system().states().stream()
                    .filter(unneeded.states()::contains)
                    .map(state -> Escape.string(state.name()))
                    .collect(Collectors.joining(", ", "new String[] {", "}"));
            String reductions = Stream.concat(plan.sweeps().stream(), plan.start().sweeps().stream())
                    .flatMap(sweep -> sweep.reductions().stream())
                    .filter(unneeded::hasReduction)
                    .map(reduced -> Integer.toString(reduced.index()))
                    .collect(Collectors.joining(", ", "new int[] {", "}"));
            code.add(
                    "\n.unneeded($L, $L, $L, $L)",
                    way,
                    states,
                    numbers(plan.cells().stream().filter(unneeded::hasCell).toList()),
                    reductions);
        }
    }

    private void input(TakenInput input) {
        code.add(
                "\n.input($L, $T.$L",
                Escape.string(input.input().name()),
                StateShape.class,
                shape(input.input().shape(), input.input().view()).name());
        input.when().ifPresent(flag -> code.add(", $L, $L", input.sweep(), flag.index()));
        code.add(")");
    }

    private void hyper(Hyper hyper) {
        code.add(
                "\n.hyper($L, $L, $L$L)",
                Escape.string(hyper.name()),
                number(hyper.defaultValue()),
                range(hyper.range()),
                hyper.perGroup() ? "" : ", false");
    }

    private void state(State state) {
        StateShape shape = shape(state.shape(), state.view());
        code.add("\n.state($L, $T.$L", Escape.string(state.name()), StateShape.class, shape.name());
        if (state.storage() != Storage.NATIVE) {
            code.add(
                    ", $T.$L",
                    org.descant.runtime.Storage.class,
                    state.storage().name());
        }
        code.add(")");
    }

    /** Kept and computed outputs in the order of the rule. */
    private void outputs() {
        Deque<Output> kept = new ArrayDeque<>(plan.system().outputs());
        Deque<ComputedOutput> computed = new ArrayDeque<>(plan.computed());
        for (int place = 0; !kept.isEmpty() || !computed.isEmpty(); place++) {
            if (!computed.isEmpty() && computed.peek().place() == place) {
                ComputedOutput output = computed.pop();
                code.add(
                        "\n.computedOutput($L, $L)",
                        Escape.string(output.name()),
                        numbers(output.loop().reads()));
            } else {
                Output output = kept.pop();
                code.add(
                        "\n.output($L, $L, $L)",
                        Escape.string(output.name()),
                        Escape.string(output.state().name()),
                        output.state().kind() == StateKind.DECLARED);
            }
        }
    }

    private void reduction(String method, Reduced reduced) {
        Reduce reduce = reduced.reduce();
        boolean isOfElements = reduced.over().equals(Optional.of(Space.ELEMENT));
        code.add("\n.$L$L($L", method, kind(reduced, isOfElements), Escape.string(Reduced.text(reduce)));
        if (reduced.terms().isPresent()) {
            StateShape shape = shape(reduce.shape(), reduce.view());
            reduced.over()
                    .filter(over -> !isOfElements || reduced.cell().isPresent())
                    .ifPresent(over ->
                            code.add(", $T.$L", StateShape.class, shape(over).name()));
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

    /** What the model alone has one value of is told from what is made of hyperparameters and may differ from group to group. */
    private static StateShape shape(Shape shape, View view) {
        Optional<Space> space = Space.of(shape, view);
        if (space.isPresent()) {
            return shape(space.get());
        }
        if (Shape.STEP.contains(shape)) {
            return StateShape.PER_STEP;
        }
        return Shape.MODEL.contains(shape) ? StateShape.PER_MODEL : StateShape.PER_TENSOR;
    }

    private static StateShape shape(Space space) {
        boolean isFirst = space.view() == View.FIRST;
        return switch (space.cell()) {
            case MATRIX -> isFirst ? StateShape.PER_MATRIX : StateShape.PER_LAST_MATRIX;
            case ROW -> isFirst ? StateShape.PER_ROW : StateShape.PER_LAST_ROW;
            case COL -> isFirst ? StateShape.PER_COL : StateShape.PER_LAST_COL;
            case ELEMENT -> StateShape.PER_ELEMENT;
        };
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
                shape(loop.space()).name(),
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

    private static String numbers(List<Buffer> buffers) {
        return buffers.stream()
                .map(buffer -> Integer.toString(buffer.number()))
                .collect(Collectors.joining(", ", "new int[] {", "}"));
    }

    private CodeBlock equations() {
        if (texts.equations().isEmpty()) {
            return CodeBlock.of("$L", Escape.string(""));
        }
        return equations(texts);
    }

    /** The equations as a string of one line each. */
    static CodeBlock equations(RuleTexts texts) {
        return texts.equations().stream()
                .map(line -> CodeBlock.of("$L", Escape.string(line + "\n")))
                .collect(CodeBlock.joining("\n+ "));
    }

    /** A number as an argument; -0 as an int would lose its sign. */
    static CodeBlock number(double value) {
        if (Double.isInfinite(value)) {
            return CodeBlock.of("$T.$L_INFINITY", Double.class, value > 0 ? "POSITIVE" : "NEGATIVE");
        }
        boolean isNegativeZero = Double.doubleToRawLongBits(value) == Long.MIN_VALUE;
        return CodeBlock.of("$L", isNegativeZero ? "-0.0" : Literals.decimal(value));
    }
}
