package org.descant.compiler.ir;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.UnaryOperator;

/** The operands of an expression, whatever its node is: for passes that treat most nodes alike. */
public final class Subexpressions {
    private Subexpressions() {}

    /** The direct operands, left to right. */
    public static List<Expr> of(Expr expr) {
        if (expr instanceof Apply apply) {
            return apply.operands();
        }
        if (expr instanceof Narrow narrow) {
            return List.of(narrow.number());
        }
        if (expr instanceof Reduce reduce) {
            return List.of(reduce.argument());
        }
        return List.of();
    }

    /** The expression and everything inside it, each before its operands, in the order in which they are written. */
    public static List<Expr> within(Expr root) {
        List<Expr> nodes = new ArrayList<>();
        Deque<Expr> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            Expr expr = open.pop();
            nodes.add(expr);
            List<Expr> operands = of(expr);
            for (int i = operands.size() - 1; i >= 0; i--) {
                open.push(operands.get(i));
            }
        }
        return nodes;
    }

    /** The same node on changed operands; the same object if none changes. */
    public static Expr map(Expr expr, UnaryOperator<Expr> change) {
        if (expr instanceof Apply apply) {
            return mapOperands(apply, change);
        }
        if (expr instanceof Narrow narrow) {
            Expr number = change.apply(narrow.number());
            return number == narrow.number() ? narrow : new Narrow(number);
        }
        if (expr instanceof Reduce reduce) {
            Expr argument = change.apply(reduce.argument());
            return argument == reduce.argument()
                    ? reduce
                    : new Reduce(reduce.reduction(), argument, reduce.shape(), reduce.view());
        }
        return expr;
    }

    private static Expr mapOperands(Apply apply, UnaryOperator<Expr> change) {
        List<Expr> changed = new ArrayList<>();
        boolean same = true;
        for (Expr operand : apply.operands()) {
            Expr next = change.apply(operand);
            same &= next == operand;
            changed.add(next);
        }
        return same ? apply : new Apply(apply.operator(), changed);
    }
}
