package org.descant.compiler.ir;

import java.util.List;

/**
 * An operator or a function on its operands; the shape is the join of theirs. What is asked of every node again and again, its shape and its hash, is computed once: a text may make
 * trees that are thousands of nodes deep.
 */
public final class Apply implements Expr {
    private final Operator operator;
    private final List<Expr> operands;
    private final Shape shape;
    private final int hash;

    public Apply(Operator operator, List<Expr> operands) {
        this.operator = operator;
        this.operands = List.copyOf(operands);
        operator.check(this.operands);
        this.shape = joined(this.operands);
        this.hash = 31 * operator.symbol().hashCode() + this.operands.hashCode();
    }

    public Apply(Operator operator, Expr... operands) {
        this(operator, List.of(operands));
    }

    private static Shape joined(List<Expr> operands) {
        Shape shape = Shape.CONSTANT;
        for (Expr operand : operands) {
            shape = shape.join(operand.shape());
        }
        return shape;
    }

    public Operator operator() {
        return operator;
    }

    public List<Expr> operands() {
        return operands;
    }

    @Override
    public Kind kind() {
        return operator.result();
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public View view() {
        for (Expr operand : operands) {
            if (operand.shape().hasView()) {
                return operand.view();
            }
        }
        return View.FIRST;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visitApply(this);
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Apply apply
                        && hash == apply.hash
                        && operator == apply.operator
                        && operands.equals(apply.operands));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return operator.symbol() + operands;
    }
}
