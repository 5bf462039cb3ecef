package org.descant.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Hyper;
import org.descant.compiler.ir.InputRead;
import org.descant.compiler.ir.OptionValue;
import org.descant.compiler.ir.Output;
import org.descant.compiler.ir.Previous;
import org.descant.compiler.ir.Printer;
import org.descant.compiler.ir.State;
import org.descant.compiler.ir.StateKind;
import org.descant.compiler.ir.Storage;
import org.descant.compiler.plan.Asked;
import org.descant.compiler.plan.ComputedOutput;
import org.descant.compiler.plan.Level;
import org.descant.compiler.plan.Phase;
import org.descant.compiler.plan.Plan;
import org.descant.compiler.plan.Ring;
import org.descant.compiler.plan.Sweep;
import org.descant.compiler.plan.TakenInput;
import org.descant.compiler.plan.Variants;
import org.descant.runtime.Numeric;
import org.descant.runtime.Range;
import org.descant.runtime.RuleDescription;
import org.descant.runtime.StateShape;

/** The description that a generated class carries of itself, as an expression. */
final class DescriptionWriter {
    /** So many states alike still get a call each. */
    private static final int MANY = 24;

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
        states();
        plan.inputs().forEach(this::input);
        outputs();
        plan.cells().stream()
                .filter(cell -> !(cell.before() instanceof Previous || cell.before() instanceof InputRead))
                .forEach(cell -> code.add(
                        "\n.cell($L, $T.$L)",
                        Escape.string(cell.name()),
                        StateShape.class,
                        RuntimeShapes.of(cell.space()).name()));
        for (Phase phase : plan.phases()) {
            phase.gradient().ifPresent(this::evaluation);
            for (Sweep sweep : phase.sweeps()) {
                code.add(sweep.followsPerTensor() ? "\n.sweepPerTensor()" : "\n.sweep()")
                        .add(SweepWriter.ofStep(sweep));
            }
        }
        for (Sweep sweep : plan.start().sweeps()) {
            if (plan.start().sweeps().size() > 1) {
                code.add("\n.startSweep()");
            }
            code.add(SweepWriter.ofStart(sweep));
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
                    SweepWriter.numbers(
                            plan.cells().stream().filter(unneeded::hasCell).toList()),
                    reductions);
        }
    }

    private void input(TakenInput input) {
        code.add(
                "\n.input($L, $T.$L",
                Escape.string(input.input().name()),
                StateShape.class,
                RuntimeShapes.of(input.input().shape(), input.input().view()).name());
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

    /** One call for each state, and one for each row of many that are alike: calls on results of calls may nest only so deeply. */
    private void states() {
        List<State> states = plan.system().states();
        int from = 0;
        while (from < states.size()) {
            State first = states.get(from);
            int to = from + 1;
            while (to < states.size() && isAlike(first, states.get(to))) {
                to++;
            }
            if (to - from > MANY && first.storage() == Storage.NATIVE) {
                String names = states.subList(from, to).stream()
                        .map(state -> Escape.string(state.name()))
                        .collect(Collectors.joining(",\n"));
                code.add(
                        "\n.states($>$>$T.$L,\n$L$<$<)",
                        StateShape.class,
                        shape(first).name(),
                        names);
            } else {
                states.subList(from, to).forEach(this::state);
            }
            from = to;
        }
    }

    private static boolean isAlike(State one, State other) {
        return one.storage() == other.storage() && shape(one) == shape(other);
    }

    private static StateShape shape(State state) {
        return RuntimeShapes.of(state.shape(), state.view());
    }

    private void state(State state) {
        code.add(
                "\n.state($L, $T.$L",
                Escape.string(state.name()),
                StateShape.class,
                shape(state).name());
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
                        SweepWriter.numbers(output.loop().reads()));
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
