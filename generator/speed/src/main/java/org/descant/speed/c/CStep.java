package org.descant.speed.c;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.descant.compiler.ir.Reduce;
import org.descant.compiler.plan.Buffer;
import org.descant.compiler.plan.Loop;
import org.descant.compiler.plan.Plan;
import org.descant.compiler.plan.Reduced;
import org.descant.compiler.plan.Space;
import org.descant.compiler.plan.Sweep;

/**
 * A whole step on one matrix as one C function: sweep by sweep, each as one pass over memory. A sweep that adds nothing is its loop
 * and nothing else; one that does writes terms for a few elements and adds them to lanes, which is what makes a sum vector code. Numbers per step are given,
 * and what a reduction gives is left in {@code results}: prologues between sweeps, a few operations a step, are not part of it.
 */
final class CStep {
    private final Plan plan;
    private final List<CLoop> loops;
    private final StringBuilder out = new StringBuilder();

    /** @param loops those of the plan's sweeps, in order */
    CStep(Plan plan, List<CLoop> loops) {
        this.plan = plan;
        this.loops = loops;
    }

    String function() {
        out.append(
                "void step(void **arrays, const double *numbers, const unsigned char *flags, const long *sizes) {\n");
        out.append("    const long rows = sizes[0], cols = sizes[1], n = rows * cols;\n");
        out.append("    double *const results = arrays[")
                .append(arrays(plan) - 1)
                .append("];\n");
        for (Sweep sweep : plan.sweeps()) {
            sweep(sweep);
        }
        return out.append("}\n").toString();
    }

    /** How many pointers a step takes: those of all buffers of elements, of all cells, and the one of the results. */
    static int arrays(Plan plan) {
        return firstCell(plan) + cells(plan) + 1;
    }

    /** The place of the first cell among the pointers. */
    static int firstCell(Plan plan) {
        return buffers(plan)
                        .filter(buffer -> !buffer.isCell())
                        .mapToInt(Buffer::number)
                        .max()
                        .orElse(0)
                + 1;
    }

    private static int cells(Plan plan) {
        return buffers(plan)
                        .filter(Buffer::isCell)
                        .mapToInt(Buffer::number)
                        .max()
                        .orElse(-1)
                + 1;
    }

    private static Stream<Buffer> buffers(Plan plan) {
        return plan.sweeps().stream()
                .flatMap(sweep -> Stream.concat(
                        sweep.allLoops().stream().flatMap(loop -> loop.buffers().stream()),
                        sweep.reductions().stream()
                                .flatMap(reduced -> Stream.concat(reduced.terms().stream(), reduced.cell().stream()))));
    }

    private void sweep(Sweep sweep) {
        for (Loop loop : sweep.cellLoops()) {
            if (isOfTerms(loop)) {
                continue;
            }
            String count =
                    switch (loop.space().cell()) {
                        case MATRIX -> "1";
                        case ROW -> "rows";
                        case COL -> "cols";
                        case ELEMENT -> "n";
                    };
            line(1, guarded(loop, call(loop, "0", "0, " + count)));
        }
        List<Loop> passes = sweep.pass().all().toList();
        if (passes.isEmpty()) {
            return;
        }
        List<Reduced> reductions = sweep.reductions().stream()
                .filter(reduced -> reduced.over().equals(Optional.of(Space.ELEMENT)))
                .toList();
        boolean walks = reductions.stream().anyMatch(reduced -> reduced.cell().isPresent())
                || passes.stream().anyMatch(loop -> loopOf(loop).isWalk());
        if (walks) {
            walk(passes, reductions);
        } else if (reductions.isEmpty()) {
            passes.forEach(loop -> line(1, guarded(loop, call(loop, "0", "0, n"))));
        } else {
            blocks(passes, reductions);
        }
    }

    private static boolean isOfTerms(Loop loop) {
        return loop.writes().stream().anyMatch(buffer -> buffer.before() instanceof Reduce && !buffer.isCell());
    }

    private void blocks(List<Loop> passes, List<Reduced> reductions) {
        line(1, "{");
        reductions.forEach(reduced -> line(2, "real lanes" + reduced.index() + "[LANES] = {0}"));
        reductions.forEach(reduced -> line(2, "double total" + reduced.index() + " = 0"));
        line(2, "for (long block = 0; block < n; block += BLOCK) {");
        line(3, "const long end = block + BLOCK < n ? block + BLOCK : n");
        boolean added = false;
        for (Loop loop : passes) {
            if (!isOfTerms(loop)) {
                line(3, guarded(loop, call(loop, "0", "block, end")));
            } else if (!added) {
                added = true;
                line(3, "for (long at = block; at < end; at += LANES) {");
                line(4, "const long to = at + LANES < end ? at + LANES : end");
                passes.stream().filter(CStep::isOfTerms).forEach(each -> line(4, call(each, "at", "at, to")));
                for (Reduced reduced : reductions) {
                    line(
                            4,
                            fold(reduced) + "(lanes" + reduced.index() + ", "
                                    + pointer(reduced.terms().orElseThrow(), "0") + ", to - at)");
                }
                line(3, "}");
            }
        }
        reductions.forEach(reduced -> line(3, "total" + reduced.index() + " += r_total(lanes" + reduced.index() + ")"));
        line(2, "}");
        reductions.forEach(reduced -> line(2, "results[" + reduced.index() + "] = total" + reduced.index()));
        line(1, "}");
    }

    /** Row by row, where rows or columns play a part. */
    private void walk(List<Loop> passes, List<Reduced> reductions) {
        line(1, "{");
        for (Reduced reduced : reductions) {
            if (cell(reduced) == Space.Cell.COL) {
                line(2, "memset(" + pointer(reduced.cell().orElseThrow(), "0") + ", 0, cols * sizeof(real))");
            } else {
                line(2, "double total" + reduced.index() + " = 0");
            }
        }
        line(2, "for (long row = 0; row < rows; row++) {");
        boolean added = false;
        for (Loop loop : passes) {
            if (!isOfTerms(loop)) {
                line(3, guarded(loop, row(loop, "0")));
            } else if (!added) {
                added = true;
                passes.stream().filter(CStep::isOfTerms).forEach(each -> line(3, row(each, "row * cols")));
                reductions.forEach(this::addRow);
            }
        }
        line(2, "}");
        for (Reduced reduced : reductions) {
            if (cell(reduced) == Space.Cell.ELEMENT) {
                line(2, "results[" + reduced.index() + "] = total" + reduced.index());
            } else if (cell(reduced) == Space.Cell.MATRIX) {
                line(2, "((double *)" + pointer(reduced.cell().orElseThrow(), "0") + ")[0] = total" + reduced.index());
            }
        }
        line(1, "}");
    }

    /** What a reduction gives one result for; the whole where it is a number. */
    private static Space.Cell cell(Reduced reduced) {
        return reduced.cell().map(cell -> cell.space().cell()).orElse(Space.Cell.ELEMENT);
    }

    private void addRow(Reduced reduced) {
        String terms = pointer(reduced.terms().orElseThrow(), "0");
        switch (cell(reduced)) {
            case ROW ->
                line(
                        3,
                        "((real *)" + pointer(reduced.cell().orElseThrow(), "0") + ")[row] = (real)r_sum(" + terms
                                + ", cols)");
            case COL ->
                line(3, fold(reduced) + "(" + pointer(reduced.cell().orElseThrow(), "0") + ", " + terms + ", cols)");
            case MATRIX, ELEMENT -> line(3, "total" + reduced.index() + " += r_sum(" + terms + ", cols)");
        }
    }

    private static String fold(Reduced reduced) {
        return switch (reduced.reduce().reduction()) {
            case SUM, MEAN -> "r_add";
            case AMAX, AMIN -> "r_largest";
        };
    }

    private String row(Loop loop, String origin) {
        return loopOf(loop).isWalk()
                ? call(loop, origin, "row, row + 1, cols")
                : call(loop, origin, "row * cols, (row + 1) * cols");
    }

    /** @param origin the index of the element whose term is the first of the scratch */
    private String call(Loop loop, String origin, String interval) {
        CLoop each = loopOf(loop);
        int number = 0;
        int flag = 0;
        for (CLoop before : loops.subList(0, loops.indexOf(each))) {
            number += before.loop().scalars().size();
            flag += before.loop().flags().size();
        }
        return each.name() + (each.isWalk() ? "_walk(" : "_kernel(")
                + each.arguments(index -> pointer(loop.buffers().get(index), origin), "numbers", "flags", number, flag)
                + ", " + interval + ")";
    }

    private String pointer(Buffer buffer, String origin) {
        int place = (buffer.isCell() ? firstCell(plan) : 0) + buffer.number();
        boolean isTerms = buffer.before() instanceof Reduce && !buffer.isCell();
        return isTerms && !origin.equals("0") ? "(real *)arrays[" + place + "] - " + origin : "arrays[" + place + "]";
    }

    private String guarded(Loop loop, String call) {
        if (loop.conditions().isEmpty()) {
            return call;
        }
        int first = 0;
        for (CLoop before : loops.subList(0, loops.indexOf(loopOf(loop)))) {
            first += before.loop().flags().size();
        }
        int own = first;
        String condition = loop.conditions().stream()
                .map(flag -> "flags[" + (own + loop.flags().indexOf(flag)) + "]")
                .collect(Collectors.joining(" | "));
        return "if (" + condition + ") " + call;
    }

    private CLoop loopOf(Loop loop) {
        return loops.stream()
                .filter(each -> each.loop().equals(loop))
                .findFirst()
                .orElseThrow();
    }

    private void line(int depth, String text) {
        out.append("    ".repeat(depth)).append(text);
        boolean isBrace = text.endsWith(" {") || text.equals("{") || text.equals("}");
        out.append(isBrace ? "\n" : ";\n");
    }

    /** All loops, in the order in which a step takes their numbers. */
    static List<CLoop> loops(Plan plan) {
        List<CLoop> loops = new ArrayList<>();
        for (int sweep = 0; sweep < plan.sweeps().size(); sweep++) {
            List<Loop> all = plan.sweeps().get(sweep).allLoops();
            for (int loop = 0; loop < all.size(); loop++) {
                loops.add(new CLoop("loop_" + sweep + "_" + loop, all.get(loop)));
            }
        }
        return loops;
    }
}
