package org.descant.compiler.interpret;

import java.util.List;
import org.descant.compiler.ir.Arithmetic;
import org.descant.compiler.ir.Operator;

/** An operator other than a choice, on operands of one space. */
final class Operation implements Node {
    private final Operator operator;
    private final Arithmetic arithmetic;
    private final List<Node> operands;
    private final double[] values;

    Operation(Operator operator, Arithmetic arithmetic, List<Node> operands, int size) {
        this.operator = operator;
        this.arithmetic = arithmetic;
        this.operands = List.copyOf(operands);
        this.values = new double[size];
    }

    @Override
    public double[] values() {
        double[] x = operands.get(0).values();
        switch (operands.size()) {
            case 1 -> unary(x);
            case 2 -> binary(x, operands.get(1).values());
            default -> ternary(x, operands.get(1).values(), operands.get(2).values());
        }
        return values;
    }

    private void unary(double[] x) {
        for (int cell = 0; cell < values.length; cell++) {
            values[cell] = arithmetic.unary(operator, x[cell]);
        }
    }

    /** What most equations are made of has loops of its own: this is where the time goes. */
    private void binary(double[] x, double[] y) {
        if (operator == Operator.ADD) {
            for (int cell = 0; cell < values.length; cell++) {
                values[cell] = arithmetic.round(x[cell] + y[cell]);
            }
        } else if (operator == Operator.SUBTRACT) {
            for (int cell = 0; cell < values.length; cell++) {
                values[cell] = arithmetic.round(x[cell] - y[cell]);
            }
        } else if (operator == Operator.MULTIPLY) {
            for (int cell = 0; cell < values.length; cell++) {
                values[cell] = arithmetic.round(x[cell] * y[cell]);
            }
        } else {
            for (int cell = 0; cell < values.length; cell++) {
                values[cell] = arithmetic.binary(operator, x[cell], y[cell]);
            }
        }
    }

    private void ternary(double[] x, double[] y, double[] z) {
        for (int cell = 0; cell < values.length; cell++) {
            values[cell] = arithmetic.ternary(operator, x[cell], y[cell], z[cell]);
        }
    }
}
