package org.descant.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.descant.compiler.plan.Buffer;
import org.descant.compiler.plan.Plan;
import org.descant.compiler.plan.Reduced;
import org.descant.compiler.plan.Sweep;

/** What a step costs, told to a person: how often it passes over memory, what each pass reads and writes, and why there is another. */
final class StepPasses {
    private final List<String> lines = new ArrayList<>();

    private StepPasses() {}

    static List<String> of(Plan plan) {
        StepPasses passes = new StepPasses();
        passes.add(plan);
        return passes.lines;
    }

    private void add(Plan plan) {
        List<Sweep> sweeps = plan.sweeps();
        long passes = sweeps.stream().filter(Sweep::isPass).count();
        int values = plan.traffic();
        int least = plan.leastTraffic();
        lines.add("It passes over memory " + times(passes) + " and moves " + values + " values for each parameter"
                + (least < values ? ", where " + least + " would be the least: " : ": ")
                + values * Float.BYTES + " bytes of float, " + values * Double.BYTES + " of double.");
        if (passes > 1) {
            for (Sweep sweep : sweeps) {
                if (sweep.isPass()) {
                    lines.add("  " + pass(sweep));
                }
            }
        }
        plan.reasons().forEach(reason -> lines.add("  " + reason));
    }

    private static String pass(Sweep sweep) {
        String text = "reads " + names(sweep.pass().reads());
        String written = names(sweep.pass().writes());
        String known = sweep.reductions().stream()
                .filter(reduced -> reduced.terms().isPresent())
                .map(reduced -> Reduced.text(reduced.reduce()))
                .collect(Collectors.joining(", "));
        return text
                + (written.isEmpty() ? "" : "; writes " + written)
                + (known.isEmpty() ? "" : "; then knows " + known);
    }

    private static String names(List<Buffer> buffers) {
        return buffers.stream()
                .sorted(Comparator.comparing(Buffer::isCell).thenComparingInt(Buffer::number))
                .map(Buffer::name)
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static String times(long passes) {
        return passes == 1 ? "once" : passes == 2 ? "twice" : passes + " times";
    }
}
