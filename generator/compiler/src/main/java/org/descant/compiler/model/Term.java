package org.descant.compiler.model;

import java.util.List;
import java.util.Optional;
import org.descant.compiler.ir.Dimension;
import org.descant.compiler.ir.Operator;
import org.descant.compiler.ir.View;
import org.descant.grammar.source.Span;
import org.descant.grammar.syntax.ShapeWord;

/** An expression with its names resolved, and no shape yet. */
public sealed interface Term {
    Span span();

    <R> R accept(Visitor<R> visitor);

    /** A literal, a named constant or an integer option. */
    record NumberTerm(double value, Span span) implements Term {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitNumber(this);
        }
    }

    /** A Boolean literal or option. */
    record TruthTerm(boolean value, Span span) implements Term {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitTruth(this);
        }
    }

    /** A hyperparameter that can be set from outside. */
    record HyperTerm(String name, Span span) implements Term {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitHyper(this);
        }
    }

    /** The number of the step, from 1, on the base clock. */
    record StepTerm(Span span) implements Term {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitStep(this);
        }
    }

    /** The value of an equation on this step, by its unique name. */
    record VariableTerm(String name, Span span) implements Term {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitVariable(this);
        }
    }

    /** What a state held when the step began, by its unique name. */
    record PreviousTerm(String state, Span span) implements Term {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitPrevious(this);
        }
    }

    /** w[t-1] of the rule that is compiled; in a start, w[0]. */
    record WeightTerm(Span span) implements Term {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitWeight(this);
        }
    }

    /** The gradient of an evaluation. */
    record GradientTerm(int evaluation, Span span) implements Term {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitGradient(this);
        }
    }

    /** A further value from the caller. */
    record InputTerm(String name, Span span) implements Term {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitInput(this);
        }
    }

    /** The loss of the first evaluation. */
    record LossTerm(Span span) implements Term {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitLoss(this);
        }
    }

    /** A number that describes the tensor at hand. */
    record DimensionTerm(Dimension dimension, View view, Span span) implements Term {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitDimension(this);
        }
    }

    /** An operator or function; {@link Operator#CHOOSE} stands for choices of both kinds. */
    record ApplyTerm(Operator operator, List<Term> operands, Span span) implements Term {
        public ApplyTerm {
            operands = List.copyOf(operands);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitApply(this);
        }
    }

    /** A reduction as it is written: {@code per} is what stands behind that word; without it, per tensor. */
    record ReduceTerm(ReductionWord word, List<Term> arguments, Optional<ShapeWord> per, View view, Span span)
            implements Term {
        public ReduceTerm {
            arguments = List.copyOf(arguments);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitReduce(this);
        }
    }

    /** One method per kind of term. */
    interface Visitor<R> {
        R visitNumber(NumberTerm numberTerm);

        R visitTruth(TruthTerm truthTerm);

        R visitHyper(HyperTerm hyperTerm);

        R visitStep(StepTerm stepTerm);

        R visitVariable(VariableTerm variableTerm);

        R visitPrevious(PreviousTerm previousTerm);

        R visitWeight(WeightTerm weightTerm);

        R visitGradient(GradientTerm gradientTerm);

        R visitInput(InputTerm inputTerm);

        R visitLoss(LossTerm lossTerm);

        R visitDimension(DimensionTerm dimensionTerm);

        R visitApply(ApplyTerm applyTerm);

        R visitReduce(ReduceTerm reduceTerm);
    }
}
