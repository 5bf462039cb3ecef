package org.descant.compiler.interpret;

import java.util.List;
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
import org.descant.compiler.ir.Operator;
import org.descant.compiler.ir.Precision;
import org.descant.compiler.ir.Previous;
import org.descant.compiler.ir.Read;
import org.descant.compiler.ir.Reduce;
import org.descant.compiler.ir.StepCount;
import org.descant.compiler.ir.Truth;
import org.descant.compiler.ir.Weight;

/** Makes expressions ready for evaluation: names become arrays, smaller spaces maps of indices. */
final class Formulas {
    private final Layout layout;
    private final Memory memory;
    private final Arithmetic elements;
    private final Epoch epoch;
    private final InputReader inputs;

    /** Brings an input's values when it is first read. */
    interface InputReader {
        void fetch(Fetched input);
    }

    /** @param elements the precision of rows, columns and elements */
    Formulas(Layout layout, Memory memory, Arithmetic elements, Epoch epoch, InputReader inputs) {
        this.layout = layout;
        this.memory = memory;
        this.elements = elements;
        this.epoch = epoch;
        this.inputs = inputs;
    }

    /** The expression at the cells of a space that is no smaller than its own. */
    Node at(Expr expr, Space space) {
        return expr.accept(new Builder(space));
    }

    private Arithmetic arithmetic(Expr expr) {
        return Precision.of(expr) == Precision.ELEMENT ? elements : Arithmetic.DOUBLE;
    }

    private final class Builder implements Expr.Visitor<Node> {
        private final Space space;

        Builder(Space space) {
            this.space = space;
        }

        /** A composed expression is computed in its own space, and only looked up in a larger one. */
        private boolean spreads(Expr expr) {
            return !Space.of(expr.shape(), expr.view()).equals(space);
        }

        private Node spread(Expr expr) {
            Space own = Space.of(expr.shape(), expr.view());
            return new Memo(at(expr, own), layout.map(space, own), layout.size(own), epoch);
        }

        private Node read(Cells cells) {
            double[] values = cells.values();
            if (cells.space().equals(space)) {
                return cell -> values[cell];
            }
            int[] map = layout.map(space, cells.space());
            return cell -> values[map[cell]];
        }

        @Override
        public Node visitConstant(Constant constant) {
            double value = constant.value();
            return cell -> value;
        }

        @Override
        public Node visitTruth(Truth truth) {
            double value = truth.value() ? 1 : 0;
            return cell -> value;
        }

        @Override
        public Node visitHyper(HyperRead hyper) {
            return read(
                    Memory.known(memory.hypers, "hyperparameter", hyper.hyper().name()));
        }

        @Override
        public Node visitStepCount(StepCount count) {
            return cell -> memory.step;
        }

        @Override
        public Node visitRead(Read read) {
            return read(
                    Memory.known(memory.variables, "variable", read.variable().name()));
        }

        @Override
        public Node visitPrevious(Previous previous) {
            return read(Memory.known(memory.states, "state", previous.state().name()));
        }

        @Override
        public Node visitWeight(Weight weight) {
            return read(memory.weight);
        }

        @Override
        public Node visitGradient(Gradient gradient) {
            return read(memory.gradient(gradient.evaluation()));
        }

        @Override
        public Node visitInput(InputRead input) {
            Fetched fetched = memory.input(input.input().name());
            Node values = read(fetched.cells());
            return cell -> {
                inputs.fetch(fetched);
                return values.at(cell);
            };
        }

        @Override
        public Node visitLoss(Loss loss) {
            double[] value = memory.loss;
            return cell -> value[0];
        }

        @Override
        public Node visitDimension(DimensionRead dimension) {
            return read(new Cells(Space.TENSOR, layout.dimensions(dimension.dimension(), dimension.view())));
        }

        @Override
        public Node visitNarrow(Narrow narrow) {
            Node number = at(narrow.number(), space);
            return cell -> elements.round(number.at(cell));
        }

        @Override
        public Node visitApply(Apply apply) {
            if (spreads(apply)) {
                return spread(apply);
            }
            Operator operator = apply.operator();
            List<Node> operands = apply.operands().stream()
                    .map(operand -> operand.accept(this))
                    .toList();
            Arithmetic arithmetic = arithmetic(apply);
            Node x = operands.get(0);
            if (operands.size() == 1) {
                return cell -> arithmetic.unary(operator, x.at(cell));
            }
            Node y = operands.get(1);
            if (operands.size() == 2) {
                return cell -> arithmetic.binary(operator, x.at(cell), y.at(cell));
            }
            Node z = operands.get(2);
            return operator.isChoice()
                    ? cell -> x.at(cell) != 0 ? y.at(cell) : z.at(cell)
                    : cell -> arithmetic.ternary(operator, x.at(cell), y.at(cell), z.at(cell));
        }

        @Override
        public Node visitReduce(Reduce reduce) {
            Space own = Space.of(reduce.shape(), reduce.view());
            Space entries =
                    Space.of(reduce.argument().shape(), reduce.argument().view());
            Node argument = at(reduce.argument(), entries);
            if (own.level() == Level.GROUP) {
                int tensors = layout.tensors().size();
                Reducer perTensor =
                        Reducer.of(reduce.reduction(), argument, layout.map(entries, Space.TENSOR), tensors);
                Node whole = new ModelReducer(reduce.reduction(), perTensor, tensors);
                return new Memo(whole, new int[layout.size(space)], 1, epoch);
            }
            Reducer entry = Reducer.of(reduce.reduction(), argument, layout.map(entries, own), layout.size(own));
            Arithmetic arithmetic = arithmetic(reduce);
            Node rounded = cell -> arithmetic.round(entry.at(cell));
            return own.equals(space) ? rounded : new Memo(rounded, layout.map(space, own), layout.size(own), epoch);
        }
    }
}
