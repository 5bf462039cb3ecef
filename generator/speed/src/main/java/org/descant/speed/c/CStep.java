package org.descant.speed.c;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.descant.compiler.plan.Buffer;
import org.descant.compiler.plan.Flag;
import org.descant.compiler.plan.Loop;
import org.descant.compiler.plan.Plan;
import org.descant.compiler.plan.Reduced;
import org.descant.compiler.plan.Space;
import org.descant.compiler.plan.Sweep;

/**
 * A whole step on one matrix as one C function: sweep by sweep, each as one pass over memory. A sweep that reduces nothing is its loop
 * and nothing else; one that does writes terms for a few elements and puts them to lanes, which is what makes a sum vector code. Numbers per step are given,
 * and what a reduction gives is left in {@code results}: prologues between sweeps, a few operations a step, are not part of it.
 */
final class CStep {
    private final Plan plan;
    private final CArrays arrays;
    private final List<CLoop> loops;
    private final StringBuilder out = new StringBuilder();

    /** @param loops those of the plan's sweeps, in order */
    CStep(Plan plan, CArrays arrays, List<CLoop> loops) {
        this.plan = plan;
        this.arrays = arrays;
        this.loops = loops;
    }

    String function() {
        out.append(
                "void step(void **arrays, const double *numbers, const unsigned char *flags, const long *sizes) {\n");
        line(1, "const long rows = sizes[0], cols = sizes[1], n = rows * cols");
        line(1, "double *const results = arrays[" + arrays.results() + "]");
        boolean isAway = false;
        for (int sweep = 0; sweep < plan.sweeps().size(); sweep++) {
            if (!isAway && writesPoint(sweep)) {
                isAway = true;
                line(1, "memcpy(arrays[" + arrays.kept() + "], arrays[0], n * sizeof(real))");
            }
            sweep(plan.sweeps().get(sweep));
        }
        new CTurns(arrays, this::flag).of(plan.rings()).forEach(statement -> line(1, statement));
        return out.append("}\n").toString();
    }

    /** Whether a sweep writes a point into w; w is kept then. */
    private boolean writesPoint(int sweep) {
        return plan.asked().stream().anyMatch(asked -> asked.moves() && asked.afterSweeps() == sweep + 1);
    }

    private void sweep(Sweep sweep) {
        sweep.cellLoops().forEach(loop -> cells(loop, sweep));
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

    /** A loop over the matrix, its rows or its columns, and what it gives terms of. */
    private void cells(Loop loop, Sweep sweep) {
        String count =
                switch (loop.space().cell()) {
                    case MATRIX -> "1";
                    case ROW -> "rows";
                    case COL -> "cols";
                    case ELEMENT -> "n";
                };
        line(1, guarded(loop, call(loop, "0", "0, " + count)));
        for (Reduced reduced : sweep.reductions()) {
            if (reduced.terms().filter(loop.writes()::contains).isPresent()) {
                String terms = pointer(reduced.terms().orElseThrow(), "0");
                // The reduction of one term is that term.
                boolean isOne = loop.space().isOfMatrices();
                String one = "((double *)" + terms + ")[0]";
                line(1, leave(reduced, isOne ? one : new CReduction(reduced).result(terms, count)));
            }
        }
    }

    /** Leaves the one result of a reduction where it is read. */
    private String leave(Reduced reduced, String result) {
        String place = reduced.cell()
                .map(cell -> "((double *)" + pointer(cell, "0") + ")[0]")
                .orElse("results[" + reduced.index() + "]");
        return place + " = " + result;
    }

    private static boolean isOfTerms(Loop loop) {
        return loop.writes().stream().anyMatch(Buffer::isOfTerms);
    }

    private void blocks(List<Loop> passes, List<Reduced> reductions) {
        List<CReduction> all = reductions.stream().map(CReduction::new).toList();
        line(1, "{");
        for (CReduction each : all) {
            line(2, each.declareLanes());
            line(2, each.begin(each.lanes(), "LANES"));
            line(2, each.declareTotal());
        }
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
                    CReduction each = new CReduction(reduced);
                    line(4, each.take(each.lanes(), pointer(reduced.terms().orElseThrow(), "0"), "to - at"));
                }
                line(3, "}");
            }
        }
        all.forEach(each -> line(3, each.takeLanes()));
        line(2, "}");
        reductions.forEach(reduced -> line(2, leave(reduced, new CReduction(reduced).result("n"))));
        line(1, "}");
    }

    /** Row by row, where rows or columns play a part. */
    private void walk(List<Loop> passes, List<Reduced> reductions) {
        line(1, "{");
        for (Reduced reduced : reductions) {
            switch (cell(reduced)) {
                case COL -> line(2, new CReduction(reduced).begin(cells(reduced), "cols"));
                case MATRIX, ELEMENT -> line(2, new CReduction(reduced).declareTotal());
                case ROW -> {}
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
                reductions.forEach(this::takeRow);
            }
        }
        line(2, "}");
        for (Reduced reduced : reductions) {
            switch (cell(reduced)) {
                case COL -> {
                    String finish = new CReduction(reduced).finish(cells(reduced), "cols", "rows");
                    if (!finish.isEmpty()) {
                        line(2, finish);
                    }
                }
                case MATRIX, ELEMENT -> line(2, leave(reduced, new CReduction(reduced).result("n")));
                case ROW -> {}
            }
        }
        line(1, "}");
    }

    /** What a reduction gives one result for; the whole where it is a number. */
    private static Space.Cell cell(Reduced reduced) {
        return reduced.cell().map(cell -> cell.space().cell()).orElse(Space.Cell.ELEMENT);
    }

    private String cells(Reduced reduced) {
        return pointer(reduced.cell().orElseThrow(), "0");
    }

    private void takeRow(Reduced reduced) {
        CReduction each = new CReduction(reduced);
        String terms = pointer(reduced.terms().orElseThrow(), "0");
        switch (cell(reduced)) {
            case ROW -> line(3, "((real *)" + cells(reduced) + ")[row] = (real)(" + each.result(terms, "cols") + ")");
            case COL -> line(3, each.take(cells(reduced), terms, "cols"));
            case MATRIX, ELEMENT -> line(3, each.takeRow(terms, "cols"));
        }
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
        for (CLoop before : loops.subList(0, loops.indexOf(each))) {
            number += before.loop().scalars().size();
        }
        return each.name() + (each.isWalk() ? "_walk(" : "_kernel(")
                + each.arguments(
                        index -> pointer(loop.buffers().get(index), origin),
                        "numbers",
                        "flags",
                        number,
                        firstFlag(each))
                + ", " + interval + ")";
    }

    private int firstFlag(CLoop loop) {
        return loops.subList(0, loops.indexOf(loop)).stream()
                .mapToInt(before -> before.loop().flags().size())
                .sum();
    }

    /** A condition, which is the same in all loops that know it. */
    private String flag(Flag flag) {
        CLoop knowing = loops.stream()
                .filter(loop -> loop.loop().flags().contains(flag))
                .findFirst()
                .orElseThrow();
        return "flags[" + (firstFlag(knowing) + knowing.loop().flags().indexOf(flag)) + "]";
    }

    private String pointer(Buffer buffer, String origin) {
        String array = "arrays[" + arrays.place(buffer) + "]";
        return buffer.isOfTerms() && !origin.equals("0") ? "(real *)" + array + " - " + origin : array;
    }

    private String guarded(Loop loop, String call) {
        if (loop.conditions().isEmpty()) {
            return call;
        }
        int first = firstFlag(loopOf(loop));
        String condition = loop.conditions().stream()
                .map(flag -> "flags[" + (first + loop.flags().indexOf(flag)) + "]")
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
