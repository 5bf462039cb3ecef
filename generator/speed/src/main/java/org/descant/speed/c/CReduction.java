package org.descant.speed.c;

import org.descant.compiler.ir.Reduction;
import org.descant.compiler.plan.Reduced;

/**
 * A reduction in C: calls of what the prelude has for its kind, and the names of the variables that it needs. What they leave differs from the results of the Java in the
 * order of additions alone.
 */
final class CReduction {
    private final Reduced reduced;

    CReduction(Reduced reduced) {
        this.reduced = reduced;
    }

    private int index() {
        return reduced.index();
    }

    private boolean isMean() {
        return reduced.reduce().reduction() == Reduction.MEAN;
    }

    /** How the functions of its kind begin: of a mean, those of a sum. */
    private String kind() {
        return switch (reduced.reduce().reduction()) {
            case SUM, MEAN -> "r_sum";
            case AMAX -> "r_amax";
            case AMIN -> "r_amin";
        };
    }

    /** The lanes of a block. */
    String lanes() {
        return "lanes" + index();
    }

    private String total() {
        return "total" + index();
    }

    String declareLanes() {
        return "real " + lanes() + "[LANES]";
    }

    /** The total over no terms. */
    String declareTotal() {
        return "double " + total() + " = " + kind() + "_none";
    }

    /** Makes lanes, or the cells of columns, the result over no terms. */
    String begin(String lanes, String count) {
        return kind() + "_begin(" + lanes + ", " + count + ")";
    }

    /** Puts terms to lanes, or to the cells of columns, each to that of its index. */
    String take(String lanes, String terms, String count) {
        return kind() + "_take(" + lanes + ", " + terms + ", " + count + ")";
    }

    /** Puts what the lanes come to to the total; they are as at the beginning then. */
    String takeLanes() {
        return takeResult(kind() + "_lanes(" + lanes() + ")");
    }

    /** Puts some terms to the total. */
    String takeRow(String terms, String count) {
        return takeResult(ofRow(terms, count));
    }

    private String takeResult(String result) {
        return total() + " = " + kind() + "_both(" + total() + ", " + result + ")";
    }

    private String ofRow(String terms, String count) {
        return kind() + "_row(" + terms + ", " + count + ")";
    }

    /** What terms in a row come to. */
    String result(String terms, String count) {
        return finished(ofRow(terms, count), count);
    }

    /** What the total comes to. */
    String result(String count) {
        return finished(total(), count);
    }

    /** Makes the cells of columns what they are once their entries are counted; nothing where that is what they are. */
    String finish(String cells, String cols, String rows) {
        return isMean() ? "r_divide(" + cells + ", " + cols + ", " + rows + ")" : "";
    }

    private String finished(String result, String count) {
        return isMean() ? result + " / (double)(" + count + ")" : result;
    }
}
