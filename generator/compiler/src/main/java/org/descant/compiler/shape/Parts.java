package org.descant.compiler.shape;

import java.util.ArrayList;
import java.util.List;
import org.descant.compiler.ir.Clock;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Origin;
import org.descant.compiler.ir.Read;
import org.descant.compiler.ir.Variable;

/**
 * What an equation is cut into when its expression is deep, so that later stages may walk expressions by recursion. The parts keep the
 * order of operations. A part of a branch is computed on every step, whether that branch is taken or not; so deep a branch asks for its
 * inputs always.
 */
final class Parts {
    /** No expression of the equation system is deeper, but for the few operations that are added around it. */
    static final int DEEPEST = 64;

    private final String owner;
    private final Clock clock;
    private final Origin origin;
    private final Names names;
    private final List<Equation> equations = new ArrayList<>();

    Parts(String owner, Clock clock, Origin origin, Names names) {
        this.owner = owner;
        this.clock = clock;
        this.origin = origin;
        this.names = names;
    }

    /** The parts so far, in order. */
    List<Equation> equations() {
        return equations;
    }

    /** Moves an expression into a part of its own and reads that instead. */
    Expr cut(Expr expr) {
        String name;
        int number = 0;
        do {
            number++;
            name = owner + "#part" + (number == 1 ? "" : number);
        } while (names.hasVariable(name));
        Variable part = new Variable(name, expr.kind(), expr.shape(), expr.view());
        names.add(part);
        equations.add(new Equation(part, expr, clock, origin));
        return new Read(part);
    }
}
