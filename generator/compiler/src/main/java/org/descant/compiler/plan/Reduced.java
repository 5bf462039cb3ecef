package org.descant.compiler.plan;

import java.util.Optional;
import java.util.regex.Pattern;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Narrow;
import org.descant.compiler.ir.Printer;
import org.descant.compiler.ir.Reduce;
import org.descant.compiler.ir.Subexpressions;

/**
 * A reduction with its place in the order of the runtime.
 *
 * @param terms the scratch that a loop writes its terms to, which may be that of an earlier reduction of the same; nothing where they are numbers per
 *     tensor, which prologues give
 * @param cell the cell that keeps its results; nothing where it has one for each tensor or for the model
 */
public record Reduced(int index, Reduce reduce, Optional<Buffer> terms, Optional<Buffer> cell) {
    private static final Pattern GRADIENT = Pattern.compile("gradient\\((\\d+)\\)");

    /** An expression as people read it: the gradients have the names of their buffers, and where a number is rounded goes without saying. */
    public static String text(Expr expr) {
        return GRADIENT.matcher(Printer.print(unrounded(expr)))
                .replaceAll(found -> gradient(Integer.parseInt(found.group(1))));
    }

    private static Expr unrounded(Expr part) {
        return part instanceof Narrow narrow
                ? unrounded(narrow.number())
                : Subexpressions.map(part, Reduced::unrounded);
    }

    /** The name of a gradient's buffer. */
    static String gradient(int evaluation) {
        return evaluation == 0 ? "g" : "g" + (evaluation + 1);
    }

    /** What a loop computes terms for; nothing where prologues give them. */
    public Optional<Space> over() {
        return Space.of(reduce.argument().shape(), reduce.argument().view());
    }

    /** Whether its terms are those of another one. */
    public boolean hasTermsOf(Reduced other) {
        return other.index != index
                && terms.filter(buffer -> buffer.before().equals(other.reduce)).isPresent();
    }

    boolean isOver(Space space) {
        return over().equals(Optional.of(space));
    }
}
