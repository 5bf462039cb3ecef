package org.descant.compiler.ir;

import java.util.List;

/** An operator or a function on its operands; the shape is the join of theirs. */
public record Apply(Operator operator, List<Expr> operands) implements Expr {
    public Apply {
        operands = List.copyOf(operands);
        operator.check(operands);
    }

    public Apply(Operator operator, Expr... operands) {
        this(operator, List.of(operands));
    }

    @Override
    public Kind kind() {
        return operator.result();
    }

    @Override
    public Shape shape() {
        Shape shape = Shape.CONSTANT;
        for (Expr operand : operands) {
            shape = shape.join(operand.shape());
        }
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
}
