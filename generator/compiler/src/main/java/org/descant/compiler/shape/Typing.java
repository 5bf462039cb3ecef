package org.descant.compiler.shape;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.descant.compiler.ir.Kind;
import org.descant.compiler.ir.Shape;
import org.descant.compiler.ir.View;
import org.descant.compiler.model.ModelInput;
import org.descant.compiler.model.RuleModel;
import org.descant.compiler.model.Term;
import org.descant.grammar.syntax.ShapeWord;

/** What is known of every equation, state and input so far, and what follows from it for terms. */
final class Typing {
    final Map<String, Type> variables = new HashMap<>();
    final Map<String, Type> states = new HashMap<>();
    final Map<String, Type> inputs = new HashMap<>();

    /** Inputs are known beforehand: their matrices are those of the rules that declare them. */
    Typing(RuleModel model) {
        for (ModelInput input : model.inputs()) {
            Shape shape = input.per()
                    .map(word -> ShapeWords.shape(word, input.view()))
                    .orElse(Shape.ELEMENT);
            inputs.put(input.name(), new Type(Kind.NUMBER, shape, shape.hasView() ? input.view() : View.FIRST));
        }
    }

    /** The type of the whole term. */
    Type of(TermOrder term) {
        return all(term).get(term.root());
    }

    /** The type of the term and of everything inside it, by identity. */
    Types all(TermOrder order) {
        Types types = new Types();
        for (Term term : order.terms()) {
            types.put(term, term.accept(new Rule(types)));
        }
        return types;
    }

    /** Types of terms, by identity. */
    static final class Types {
        private final IdentityHashMap<Term, Type> known = new IdentityHashMap<>();

        private void put(Term term, Type type) {
            known.put(term, type);
        }

        Type get(Term term) {
            Type type = known.get(term);
            if (type == null) {
                throw new IllegalArgumentException(
                        "a term was read before it was typed: " + term.span().text());
            }
            return type;
        }
    }

    private final class Rule implements Term.Visitor<Type> {
        private final Types types;

        Rule(Types types) {
            this.types = types;
        }

        @Override
        public Type visitNumber(Term.NumberTerm number) {
            return Type.number(Shape.CONSTANT);
        }

        @Override
        public Type visitTruth(Term.TruthTerm truth) {
            return Type.truth(Shape.CONSTANT);
        }

        @Override
        public Type visitHyper(Term.HyperTerm hyper) {
            return Type.number(Shape.STEP);
        }

        @Override
        public Type visitStep(Term.StepTerm step) {
            return Type.number(Shape.STEP);
        }

        @Override
        public Type visitVariable(Term.VariableTerm variable) {
            return variables.getOrDefault(variable.name(), Type.LEAST);
        }

        @Override
        public Type visitPrevious(Term.PreviousTerm previous) {
            return states.getOrDefault(previous.state(), Type.LEAST);
        }

        @Override
        public Type visitWeight(Term.WeightTerm weight) {
            return Type.number(Shape.ELEMENT);
        }

        @Override
        public Type visitGradient(Term.GradientTerm gradient) {
            return Type.number(Shape.ELEMENT);
        }

        @Override
        public Type visitInput(Term.InputTerm input) {
            return inputs.getOrDefault(input.name(), Type.number(Shape.ELEMENT));
        }

        @Override
        public Type visitLoss(Term.LossTerm loss) {
            return Type.number(Shape.MODEL);
        }

        @Override
        public Type visitDimension(Term.DimensionTerm dimension) {
            return Type.number(Shape.TENSOR);
        }

        @Override
        public Type visitApply(Term.ApplyTerm apply) {
            Type joined = Type.LEAST;
            for (Term operand : apply.operands()) {
                joined = joined.join(types.get(operand));
            }
            if (apply.operator().isChoice()) {
                return joined.withKind(types.get(apply.operands().get(1)).kind());
            }
            return joined.withKind(apply.operator().result());
        }

        @Override
        public Type visitReduce(Term.ReduceTerm reduce) {
            Shape shape = ShapeWords.shape(reduce.per().orElse(ShapeWord.TENSOR), reduce.view());
            return new Type(Kind.NUMBER, shape, shape.hasView() ? reduce.view() : View.FIRST);
        }
    }
}
