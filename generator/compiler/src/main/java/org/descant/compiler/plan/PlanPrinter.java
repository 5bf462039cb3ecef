package org.descant.compiler.plan;

import java.util.List;
import java.util.stream.Collectors;
import org.descant.compiler.ir.Equation;

/** A plan as text, for people who ask what a rule costs: what is computed where, and which arrays each loop touches. */
public final class PlanPrinter {
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
        if (!plan.start().prologue().isEmpty() || !plan.start().loops().isEmpty()) {
            line(0, "before the first step");
            prologue(1, plan.start().prologue());
            plan.start().loops().forEach(loop -> loop(1, loop));
        }
        line(0, "each step");
        prologue(1, plan.prologue());
        for (int phase = 0; phase < plan.phases().size(); phase++) {
            line(1, "phase " + (phase + 1));
            List<Sweep> sweeps = plan.phases().get(phase).sweeps();
            for (int sweep = 0; sweep < sweeps.size(); sweep++) {
                line(2, "sweep " + (sweep + 1));
                sweeps.get(sweep).loops().forEach(loop -> loop(3, loop));
            }
        }
        plan.computed().forEach(this::computed);
    }

    private void computed(ComputedOutput output) {
        line(0, "when '" + output.name() + "' is read");
        if (!output.prologue().isEmpty()) {
            prologue(1, output.prologue());
        }
        loop(1, output.loop());
    }

    private void prologue(int indent, Prologue prologue) {
        line(indent, "prologue, per group of tensors, in double");
        equations(indent + 1, prologue.equations());
        prologue.checks().forEach(check -> line(indent + 1, "check " + check.name()));
        prologue.stores()
                .forEach(store -> line(indent + 1, "keep " + store.state().name()));
        line(
                indent + 1,
                "hand over " + count(prologue.scalars().size(), "number") + ", "
                        + count(prologue.flags().size(), "condition"));
    }

    private void loop(int indent, Loop loop) {
        line(indent, "loop: reads " + names(loop.reads()) + "; writes " + names(loop.writes()));
        equations(indent + 1, loop.equations());
        loop.stores().stream()
                .filter(store -> store.when().isPresent())
                .forEach(store -> line(indent + 1, "keep " + store.buffer().name() + " on some steps"));
        line(indent + 1, count(loop.reads().size() + loop.writes().size(), "value") + " of memory traffic per element");
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
