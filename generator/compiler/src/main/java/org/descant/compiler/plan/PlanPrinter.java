package org.descant.compiler.plan;

import java.util.List;
import java.util.stream.Collectors;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.Origin;
import org.descant.compiler.ir.State;

/** A plan as text, for people who ask what a rule costs: what is computed where, and which arrays each loop touches. */
public final class PlanPrinter {
    private static final String GROUP = "prologue, per group of tensors, in double";

    private final StringBuilder out = new StringBuilder();

    private PlanPrinter() {}

    public static String print(Plan plan) {
        PlanPrinter printer = new PlanPrinter();
        printer.plan(plan);
        return printer.out.toString();
    }

    public static String print(SchedulePlan plan) {
        PlanPrinter printer = new PlanPrinter();
        printer.line(0, "whenever it is asked, in double");
        printer.equations(1, plan.equations());
        if (plan.equations().stream().noneMatch(plan::isValue)) {
            printer.line(1, plan.system().origin().text());
        }
        return printer.out.toString();
    }

    private void plan(Plan plan) {
        if (!plan.start().sweeps().isEmpty()) {
            line(0, "before the first step");
            sweeps(1, plan.start().sweeps());
        }
        line(0, "each step");
        for (int phase = 0; phase < plan.phases().size(); phase++) {
            phase(phase, plan.phases().get(phase));
        }
        long passes = plan.sweeps().stream().filter(Sweep::isPass).count();
        if (plan.movesValues()) {
            line(1, "w is kept before the first point is written over it: 2 values of memory traffic per element");
        }
        plan.reasons().forEach(reason -> line(1, reason));
        line(1, count(plan.traffic(), "value") + " of memory traffic per element, in " + count((int) passes, "sweep"));
        plan.computed().forEach(this::computed);
        variants(plan.variants());
    }

    private void variants(Variants variants) {
        for (int way = 0; way < variants.unneeded().size(); way++) {
            Variants.Unneeded unneeded = variants.unneeded().get(way);
            List<String> states =
                    unneeded.states().stream().map(State::name).sorted().toList();
            line(
                    0,
                    "for a tensor with " + variants.words(way) + ": "
                            + (states.isEmpty() ? "all states" : "no " + String.join(", ", states)));
        }
    }

    private void phase(int place, Phase phase) {
        phase.gradient().filter(asked -> !asked.isInPlace()).ifPresent(asked -> {
            String where = asked.moves() ? " at the point in w" : " at w";
            String what = asked.evaluation().origin().map(Origin::text).orElse("g");
            line(1, "gradient" + where + (asked.when().isPresent() ? ", on some steps: " : ": ") + what);
        });
        line(1, "phase " + (place + 1));
        sweeps(2, phase.sweeps());
    }

    private void sweeps(int indent, List<Sweep> sweeps) {
        List<Reduced> known = List.of();
        int number = 0;
        for (Sweep sweep : sweeps) {
            if (!known.isEmpty()) {
                line(indent, "barrier: what follows needs " + reductions(known));
            }
            prologue(indent, GROUP, sweep.group());
            prologue(indent, "prologue, per tensor, in double", sweep.tensor());
            sweep.cellLoops().forEach(loop -> cellLoop(indent, loop));
            if (sweep.isPass()) {
                line(indent, "sweep " + ++number + (sweep.isOnSomeSteps() ? ", on some steps" : ""));
                sweep.pass().all().forEach(loop -> loop(indent + 1, loop.writesTerms() ? "terms" : "loop", loop));
                line(indent + 1, count(sweep.traffic(), "value") + " of memory traffic per element");
            }
            known = sweep.reductions();
        }
    }

    private void cellLoop(int indent, Loop loop) {
        loop(indent, "over " + loop.space() + (loop.writesTerms() ? ", terms" : ""), loop);
    }

    private void computed(ComputedOutput output) {
        line(0, "when '" + output.name() + "' is read");
        prologue(1, GROUP, output.prologue());
        loop(1, "loop", output.loop());
        line(
                2,
                count(new Pass(List.of(), List.of(output.loop()), false).traffic(), "value")
                        + " of memory traffic per element");
    }

    private void prologue(int indent, String title, Prologue prologue) {
        if (prologue.isEmpty() && prologue.equations().isEmpty()) {
            return;
        }
        line(indent, title);
        equations(indent + 1, prologue.equations());
        prologue.checks().forEach(check -> line(indent + 1, "check " + check.name()));
        prologue.stores()
                .forEach(store -> line(indent + 1, "keep " + store.state().name()));
        line(
                indent + 1,
                "hand over " + count(prologue.scalars().size(), "number") + ", "
                        + count(prologue.flags().size(), "condition"));
    }

    private void loop(int indent, String title, Loop loop) {
        line(indent, title + ": reads " + names(loop.reads()) + "; writes " + names(loop.writes()));
        equations(indent + 1, loop.equations());
        loop.stores().stream()
                .filter(store -> store.when().isPresent())
                .forEach(store -> line(indent + 1, "keep " + store.buffer().name() + " on some steps"));
    }

    private static String reductions(List<Reduced> known) {
        return known.stream().map(reduced -> Reduced.text(reduced.reduce())).collect(Collectors.joining(", "));
    }

    private void equations(int indent, List<Equation> equations) {
        equations.stream().map(equation -> equation.origin().text()).distinct().forEach(text -> line(indent, text));
    }

    private static String names(List<Buffer> buffers) {
        return buffers.isEmpty()
                ? "nothing"
                : buffers.stream().map(Buffer::name).collect(Collectors.joining(" "));
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private void line(int indent, String text) {
        out.append("  ".repeat(indent)).append(text).append('\n');
    }
}
