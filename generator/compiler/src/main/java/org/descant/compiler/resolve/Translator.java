package org.descant.compiler.resolve;

import java.util.List;
import org.descant.compiler.ir.Operator;
import org.descant.compiler.model.Term;
import org.descant.compiler.model.Term.NumberTerm;
import org.descant.compiler.model.Term.TruthTerm;
import org.descant.compiler.resolve.pass.Constants;
import org.descant.compiler.resolve.text.TimeIndices;
import org.descant.grammar.source.Span;
import org.descant.grammar.syntax.Call;
import org.descant.grammar.syntax.Chain;
import org.descant.grammar.syntax.ChainOperator;
import org.descant.grammar.syntax.Comparison;
import org.descant.grammar.syntax.ComparisonOperator;
import org.descant.grammar.syntax.Conditional;
import org.descant.grammar.syntax.Expression;
import org.descant.grammar.syntax.Indexed;
import org.descant.grammar.syntax.NumberLiteral;
import org.descant.grammar.syntax.Power;
import org.descant.grammar.syntax.Reference;
import org.descant.grammar.syntax.TruthLiteral;
import org.descant.grammar.syntax.Unary;
import org.descant.grammar.syntax.UnaryOperator;

/** Expressions of one equation to terms. */
final class Translator implements Expression.Visitor<Term> {
    private final Resolution run;
    private final Place place;
    private final Reader reader;
    private final Caller caller;

    Translator(Resolution run, Place place) {
        this.run = run;
        this.place = place;
        this.reader = new Reader(run, place);
        this.caller = new Caller(run, place, this);
    }

    Place place() {
        return place;
    }

    Term translate(Expression expression) {
        run.enter();
        Term term = expression.accept(this);
        run.leave();
        return term;
    }

    Term apply(Operator operator, List<Term> operands, Span span) {
        return run.assembler.apply(place, operator, operands, span);
    }

    @Override
    public Term visitNumber(NumberLiteral number) {
        return new NumberTerm(number.value(), number.span());
    }

    @Override
    public Term visitTruth(TruthLiteral truth) {
        return new TruthTerm(truth.value(), truth.span());
    }

    @Override
    public Term visitReference(Reference reference) {
        return reader.read(reference);
    }

    @Override
    public Term visitIndexed(Indexed indexed) {
        return reader.read(indexed, TimeIndices.in(indexed.index(), operand -> Constants.number(operand.accept(this))));
    }

    @Override
    public Term visitCall(Call call) {
        return caller.call(call);
    }

    @Override
    public Term visitUnary(Unary unary) {
        Operator operator = unary.operator() == UnaryOperator.NOT ? Operator.NOT : Operator.NEGATE;
        return apply(operator, List.of(translate(unary.operand())), unary.span());
    }

    @Override
    public Term visitPower(Power power) {
        Term base = translate(power.base());
        if (power.exponent() instanceof NumberLiteral exponent) {
            double value = exponent.value();
            if (value == 2 || value == 3 || value == 4) {
                Operator operator = value == 2 ? Operator.SQUARE : value == 3 ? Operator.CUBE : Operator.FOURTH;
                return apply(operator, List.of(base), power.span());
            }
        }
        return apply(Operator.POWER, List.of(base, translate(power.exponent())), power.span());
    }

    @Override
    public Term visitChain(Chain chain) {
        List<Expression> operands = chain.operands();
        Term left = translate(operands.get(0));
        for (int i = 1; i < operands.size(); i++) {
            Expression operand = operands.get(i);
            Span span = operands.get(0).span().to(operand.span());
            left = apply(operator(chain.operators().get(i - 1)), List.of(left, translate(operand)), span);
        }
        return left;
    }

    @Override
    public Term visitComparison(Comparison comparison) {
        return apply(
                operator(comparison.operator()),
                List.of(translate(comparison.left()), translate(comparison.right())),
                comparison.span());
    }

    @Override
    public Term visitConditional(Conditional conditional) {
        List<Term> conditions = conditional.branches().stream()
                .map(branch -> translate(branch.condition()))
                .toList();
        List<Term> values = conditional.branches().stream()
                .map(branch -> translate(branch.value()))
                .toList();
        Term chosen = translate(conditional.otherwise());
        for (int i = values.size() - 1; i >= 0; i--) {
            Span span = conditional.branches().get(i).condition().span().to(conditional.span());
            chosen = apply(Operator.CHOOSE, List.of(conditions.get(i), values.get(i), chosen), span);
        }
        return chosen;
    }

    private static Operator operator(ChainOperator operator) {
        return switch (operator) {
            case ADD -> Operator.ADD;
            case SUBTRACT -> Operator.SUBTRACT;
            case MULTIPLY -> Operator.MULTIPLY;
            case DIVIDE -> Operator.DIVIDE;
            case AND -> Operator.AND;
            case OR -> Operator.OR;
        };
    }

    private static Operator operator(ComparisonOperator operator) {
        return switch (operator) {
            case LESS -> Operator.LESS;
            case LESS_OR_EQUAL -> Operator.LESS_OR_EQUAL;
            case GREATER -> Operator.GREATER;
            case GREATER_OR_EQUAL -> Operator.GREATER_OR_EQUAL;
            case EQUAL -> Operator.EQUAL;
            case NOT_EQUAL -> Operator.NOT_EQUAL;
        };
    }
}
