package org.descant.compiler.ir;

/** A typed expression. Equality is by structure. */
public sealed interface Expr
        permits Constant,
                Truth,
                HyperRead,
                StepCount,
                Read,
                Previous,
                Weight,
                Gradient,
                InputRead,
                Loss,
                DimensionRead,
                Narrow,
                Apply,
                Reduce {
    Kind kind();

    Shape shape();

    /** Which matrices, rows or columns are meant; of no meaning where the {@linkplain Shape#hasView() shape has none}. */
    default View view() {
        return View.FIRST;
    }

    <R> R accept(Visitor<R> visitor);

    /** One method per node; there is no default, so that a new node is noticed everywhere. */
    interface Visitor<R> {
        R visitConstant(Constant constant);

        R visitTruth(Truth truth);

        R visitHyper(HyperRead hyper);

        R visitStepCount(StepCount count);

        R visitRead(Read read);

        R visitPrevious(Previous previous);

        R visitWeight(Weight weight);

        R visitGradient(Gradient gradient);

        R visitInput(InputRead input);

        R visitLoss(Loss loss);

        R visitDimension(DimensionRead dimension);

        R visitNarrow(Narrow narrow);

        R visitApply(Apply apply);

        R visitReduce(Reduce reduce);
    }
}
