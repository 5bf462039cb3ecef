package org.descant.compiler.interpret;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.descant.compiler.ir.Apply;
import org.descant.compiler.ir.Arithmetic;
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
import org.descant.compiler.ir.Shape;
import org.descant.compiler.ir.StepCount;
import org.descant.compiler.ir.Truth;
import org.descant.compiler.ir.Weight;

/** Makes expressions ready for evaluation, each in its own space: names become arrays, spreading becomes a map of indices. */
final class Formulas implements Expr.Visitor<Node> {
    private final Layout layout;
    private final Memory memory;
    private final Arithmetic elements;
    private final InputReader inputs;

    /** Brings an input's values when it is first read. */
    interface InputReader {
        void fetch(Fetched input);
    }

    /** @param elements the precision of rows, columns and elements */
    Formulas(Layout layout, Memory memory, Arithmetic elements, InputReader inputs) {
        this.layout = layout;
        this.memory = memory;
        this.elements = elements;
        this.inputs = inputs;
    }

    /** The expression at the cells of a space that is no smaller than its own. */
    Node at(Expr expr, Space space) {
        Space own = Space.of(expr.shape(), expr.view());
        Node node = expr.accept(this);
        return own.equals(space) ? node : new Spread(node, layout.map(space, own));
    }

    private Arithmetic arithmetic(Expr expr) {
        return Precision.of(expr) == Precision.ELEMENT ? elements : Arithmetic.DOUBLE;
    }

    /** One number, the same for all groups. */
    private Node number(DoubleSupplier number) {
        double[] values = new double[layout.groups()];
        return () -> {
            Arrays.fill(values, number.getAsDouble());
            return values;
        };
    }

    private Node rounded(Node node, Arithmetic arithmetic, int size) {
        double[] values = new double[size];
        return () -> {
            double[] exact = node.values();
            for (int cell = 0; cell < values.length; cell++) {
                values[cell] = arithmetic.round(exact[cell]);
            }
            return values;
        };
    }

    @Override
    public Node visitConstant(Constant constant) {
        return number(constant::value);
    }

    @Override
    public Node visitTruth(Truth truth) {
        return number(() -> truth.value() ? 1 : 0);
    }

    @Override
    public Node visitHyper(HyperRead hyper) {
        return Memory.known(memory.hypers, "hyperparameter", hyper.hyper().name())::values;
    }

    @Override
    public Node visitStepCount(StepCount count) {
        return number(() -> memory.step);
    }

    @Override
    public Node visitRead(Read read) {
        return Memory.known(memory.variables, "variable", read.variable().name())::values;
    }

    @Override
    public Node visitPrevious(Previous previous) {
        return Memory.known(memory.states, "state", previous.state().name())::values;
    }

    @Override
    public Node visitWeight(Weight weight) {
        return memory.weight::values;
    }

    @Override
    public Node visitGradient(Gradient gradient) {
        return memory.gradient(gradient.evaluation())::values;
    }

    @Override
    public Node visitInput(InputRead input) {
        Fetched fetched = memory.input(input.input().name());
        return () -> {
            inputs.fetch(fetched);
            return fetched.cells().values();
        };
    }

    @Override
    public Node visitLoss(Loss loss) {
        return number(() -> memory.loss);
    }

    @Override
    public Node visitDimension(DimensionRead dimension) {
        double[] values = layout.dimensions(dimension.dimension(), dimension.view());
        return () -> values;
    }

    @Override
    public Node visitNarrow(Narrow narrow) {
        Space own = Space.of(narrow.shape(), narrow.view());
        return rounded(narrow.number().accept(this), elements, layout.size(own));
    }

    @Override
    public Node visitApply(Apply apply) {
        Space own = Space.of(apply.shape(), apply.view());
        int size = layout.size(own);
        List<Node> operands =
                apply.operands().stream().map(operand -> at(operand, own)).toList();
        if (!apply.operator().isChoice()) {
            return new Operation(apply.operator(), arithmetic(apply), operands, size);
        }
        Node whole = new Choice(operands.get(0), operands.get(1), operands.get(2), size);
        Expr condition = apply.operands().get(0);
        return Shape.STEP.contains(condition.shape())
                ? Choice.perStep(condition.accept(this), operands.get(1), operands.get(2), whole)
                : whole;
    }

    @Override
    public Node visitReduce(Reduce reduce) {
        Space own = Space.of(reduce.shape(), reduce.view());
        Node argument = reduce.argument().accept(this);
        Node reduced = Reductions.node(layout, reduce, argument, arithmetic(reduce.argument()));
        return own.level() == Level.GROUP ? reduced : rounded(reduced, arithmetic(reduce), layout.size(own));
    }
}
