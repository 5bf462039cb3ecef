package org.descant.proof.bound;

import java.util.List;
import org.descant.compiler.interpret.Layout;
import org.descant.compiler.interpret.Space;
import org.descant.compiler.ir.Apply;
import org.descant.compiler.ir.Constant;
import org.descant.compiler.ir.DimensionRead;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Gradient;
import org.descant.compiler.ir.HyperRead;
import org.descant.compiler.ir.InputRead;
import org.descant.compiler.ir.Loss;
import org.descant.compiler.ir.Narrow;
import org.descant.compiler.ir.Precision;
import org.descant.compiler.ir.Previous;
import org.descant.compiler.ir.Read;
import org.descant.compiler.ir.Reduce;
import org.descant.compiler.ir.StepCount;
import org.descant.compiler.ir.Truth;
import org.descant.compiler.ir.Weight;

/** Evaluates expressions with their bounds, each in its own space. */
final class Evaluator implements Expr.Visitor<Bounded> {
    private final Layout layout;
    private final BoundedMemory memory;
    private final Rounding elements;
    private final Undecided undecided;

    Evaluator(Layout layout, BoundedMemory memory, Rounding elements, Undecided undecided) {
        this.layout = layout;
        this.memory = memory;
        this.elements = elements;
        this.undecided = undecided;
    }

    /** The expression at the cells of a space that is no smaller than its own. */
    Bounded at(Expr expr, Space space) {
        Bounded own = expr.accept(this);
        return own.space().equals(space) ? own : own.spread(space, layout.map(space, own.space()));
    }

    private Rounding rounding(Expr expr) {
        return Precision.of(expr) == Precision.ELEMENT ? elements : Rounding.DOUBLE;
    }

    @Override
    public Bounded visitConstant(Constant constant) {
        return Bounded.number(constant.value(), layout.groups());
    }

    @Override
    public Bounded visitTruth(Truth truth) {
        return Bounded.number(truth.value() ? 1 : 0, layout.groups());
    }

    @Override
    public Bounded visitHyper(HyperRead hyper) {
        return memory.hyper(hyper.hyper().name());
    }

    @Override
    public Bounded visitStepCount(StepCount count) {
        return Bounded.number((double) memory.step, layout.groups());
    }

    @Override
    public Bounded visitRead(Read read) {
        return memory.variable(read.variable().name());
    }

    @Override
    public Bounded visitPrevious(Previous previous) {
        return memory.state(previous.state().name());
    }

    @Override
    public Bounded visitWeight(Weight weight) {
        return memory.weight;
    }

    @Override
    public Bounded visitGradient(Gradient gradient) {
        return memory.gradient(gradient.evaluation());
    }

    @Override
    public Bounded visitInput(InputRead input) {
        return memory.input(input.input());
    }

    @Override
    public Bounded visitLoss(Loss loss) {
        return Bounded.number(memory.loss, layout.groups());
    }

    @Override
    public Bounded visitDimension(DimensionRead dimension) {
        return Bounded.exact(Space.TENSOR, layout.dimensions(dimension.dimension(), dimension.view()));
    }

    @Override
    public Bounded visitNarrow(Narrow narrow) {
        return rounded(narrow.number().accept(this), elements);
    }

    /** Numbers as the type of the parameters has them. */
    static Bounded rounded(Bounded exact, Rounding rounding) {
        double[] values = new double[exact.size()];
        double[] errors = new double[exact.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = rounding.arithmetic().round(exact.values()[i]);
            double local = Math.abs(values[i] - exact.values()[i]);
            // NaN, and infinity that was infinite before, are what they were.
            errors[i] = exact.errors()[i] + (local > 0 ? Propagation.up(local) : 0);
        }
        return new Bounded(exact.space(), values, errors);
    }

    @Override
    public Bounded visitApply(Apply apply) {
        Space own = Space.of(apply.shape(), apply.view());
        if (apply.operator().isChoice()) {
            return choose(apply.operands(), own);
        }
        List<Bounded> operands =
                apply.operands().stream().map(operand -> at(operand, own)).toList();
        CellOperation operation = new CellOperation(apply.operator(), rounding(apply), undecided);
        Bounded result = Bounded.zero(own, operands.get(0).size());
        for (int i = 0; i < result.size(); i++) {
            Bounded x = operands.get(0);
            if (operands.size() == 1) {
                operation.unary(x.values()[i], x.errors()[i]);
            } else if (operands.size() == 2) {
                Bounded y = operands.get(1);
                operation.binary(x.values()[i], x.errors()[i], y.values()[i], y.errors()[i]);
            } else {
                Bounded y = operands.get(1);
                Bounded z = operands.get(2);
                operation.ternary(
                        x.values()[i], x.errors()[i], y.values()[i], y.errors()[i], z.values()[i], z.errors()[i]);
            }
            result.values()[i] = operation.value();
            result.errors()[i] = operation.error();
        }
        return result;
    }

    private Bounded choose(List<Expr> operands, Space own) {
        Bounded condition = operands.get(0).accept(this);
        if (isOneForAll(condition)) {
            // The other branch is not looked at, so that its inputs are not asked for.
            boolean holds = condition.size() == 0 || condition.values()[0] != 0;
            return at(operands.get(holds ? 1 : 2), own);
        }
        Bounded chosen =
                condition.space().equals(own) ? condition : condition.spread(own, layout.map(own, condition.space()));
        Bounded yes = at(operands.get(1), own);
        Bounded no = at(operands.get(2), own);
        Bounded result = Bounded.zero(own, chosen.size());
        for (int i = 0; i < result.size(); i++) {
            boolean holds = chosen.values()[i] != 0;
            Bounded taken = holds ? yes : no;
            Bounded other = holds ? no : yes;
            result.values()[i] = taken.values()[i];
            result.errors()[i] = taken.errors()[i];
            if (chosen.errors()[i] != 0) {
                double distance = Math.abs(taken.values()[i] - other.values()[i]) + other.errors()[i];
                boolean same = taken.values()[i] == other.values()[i];
                result.errors()[i] = Propagation.up(Math.max(taken.errors()[i], same ? other.errors()[i] : distance));
            }
        }
        return result;
    }

    private static boolean isOneForAll(Bounded condition) {
        if (!condition.space().equals(Space.GROUP)) {
            return false;
        }
        for (int i = 0; i < condition.size(); i++) {
            if (condition.errors()[i] != 0
                    || (condition.values()[i] != 0) != (condition.values()[0] != 0)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Bounded visitReduce(Reduce reduce) {
        Bounded reduced = new BoundedReduction(layout, reduce, rounding(reduce.argument()))
                .of(reduce.argument().accept(this));
        return rounding(reduce) == Rounding.DOUBLE ? reduced : rounded(reduced, elements);
    }
}
