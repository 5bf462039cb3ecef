package org.descant.compiler.resolve;

import org.descant.compiler.ir.Storage;
import org.descant.compiler.model.Term;
import org.descant.compiler.model.Term.ApplyTerm;
import org.descant.compiler.model.Term.DimensionTerm;
import org.descant.compiler.model.Term.GradientTerm;
import org.descant.compiler.model.Term.HyperTerm;
import org.descant.compiler.model.Term.InputTerm;
import org.descant.compiler.model.Term.LossTerm;
import org.descant.compiler.model.Term.NumberTerm;
import org.descant.compiler.model.Term.PreviousTerm;
import org.descant.compiler.model.Term.ReduceTerm;
import org.descant.compiler.model.Term.StepTerm;
import org.descant.compiler.model.Term.TruthTerm;
import org.descant.compiler.model.Term.VariableTerm;
import org.descant.compiler.model.Term.WeightTerm;
import org.descant.grammar.source.Span;
import org.descant.grammar.syntax.StorageWord;

/** Small questions about terms. */
final class Terms {
    private Terms() {}

    /** Whether a term only reads something, so that it can be read again wherever it is passed. */
    static boolean isAtomic(Term term) {
        return !(term instanceof ApplyTerm) && !(term instanceof ReduceTerm);
    }

    /** The same read at another place; what is computed keeps the place where it is written. */
    static Term at(Term term, Span span) {
        return term.accept(new Moved(span));
    }

    static Storage storage(StorageWord word) {
        return switch (word) {
            case F32 -> Storage.F32;
            case F64 -> Storage.F64;
            case BF16 -> Storage.BF16;
            case F16 -> Storage.F16;
        };
    }

    private record Moved(Span span) implements Term.Visitor<Term> {
        @Override
        public Term visitNumber(NumberTerm term) {
            return new NumberTerm(term.value(), span);
        }

        @Override
        public Term visitTruth(TruthTerm term) {
            return new TruthTerm(term.value(), span);
        }

        @Override
        public Term visitHyper(HyperTerm term) {
            return new HyperTerm(term.name(), span);
        }

        @Override
        public Term visitStep(StepTerm term) {
            return new StepTerm(span);
        }

        @Override
        public Term visitVariable(VariableTerm term) {
            return new VariableTerm(term.name(), span);
        }

        @Override
        public Term visitPrevious(PreviousTerm term) {
            return new PreviousTerm(term.state(), span);
        }

        @Override
        public Term visitWeight(WeightTerm term) {
            return new WeightTerm(span);
        }

        @Override
        public Term visitGradient(GradientTerm term) {
            return new GradientTerm(term.evaluation(), span);
        }

        @Override
        public Term visitInput(InputTerm term) {
            return new InputTerm(term.name(), span);
        }

        @Override
        public Term visitLoss(LossTerm term) {
            return new LossTerm(span);
        }

        @Override
        public Term visitDimension(DimensionTerm term) {
            return new DimensionTerm(term.dimension(), term.view(), span);
        }

        @Override
        public Term visitApply(ApplyTerm term) {
            return term;
        }

        @Override
        public Term visitReduce(ReduceTerm term) {
            return term;
        }
    }
}
