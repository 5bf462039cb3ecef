package org.descant.proof.random;

import java.util.ArrayList;
import java.util.List;
import org.descant.grammar.format.ExpressionPrinter;
import org.descant.grammar.syntax.Argument;
import org.descant.grammar.syntax.Call;
import org.descant.grammar.syntax.Chain;
import org.descant.grammar.syntax.ChainOperator;
import org.descant.grammar.syntax.Comparison;
import org.descant.grammar.syntax.Conditional;
import org.descant.grammar.syntax.Expression;
import org.descant.grammar.syntax.Indexed;
import org.descant.grammar.syntax.NumberLiteral;
import org.descant.grammar.syntax.Power;
import org.descant.grammar.syntax.Reference;
import org.descant.grammar.syntax.TruthLiteral;
import org.descant.grammar.syntax.Unary;

/** Versions of an expression that are smaller at one place: what stands inside, a number, a shorter chain, fewer arguments. */
final class SmallerExpressions implements Expression.Visitor<List<Expression>> {
    private static final SmallerExpressions ALL = new SmallerExpressions();

    private SmallerExpressions() {}

    static List<Expression> of(Expression expression) {
        return expression.accept(ALL);
    }

    private static List<Expression> constants() {
        return List.of(Trees.number(1), Trees.truth(true));
    }

    /** The expression replaced by one of its operands, or by a constant. */
    private static List<Expression> replaced(List<Expression> operands) {
        return new ArrayList<>(Trees.<Expression>joined(operands, constants()));
    }

    @Override
    public List<Expression> visitNumber(NumberLiteral number) {
        return number.value() == 1 || number.value() == 0 ? List.of() : List.of(Trees.number(1), Trees.number(0));
    }

    @Override
    public List<Expression> visitTruth(TruthLiteral truth) {
        return truth.value() ? List.of() : List.of(Trees.truth(true));
    }

    @Override
    public List<Expression> visitReference(Reference reference) {
        return constants();
    }

    @Override
    public List<Expression> visitIndexed(Indexed indexed) {
        Expression last = Trees.at(indexed.base(), 1);
        boolean isLast = ExpressionPrinter.print(indexed).equals(ExpressionPrinter.print(last));
        List<Expression> smaller = replaced(List.of(indexed.base()));
        if (!isLast && !(indexed.index() instanceof Reference)) {
            smaller.add(last);
        }
        return smaller;
    }

    @Override
    public List<Expression> visitCall(Call call) {
        List<Expression> smaller =
                replaced(call.arguments().stream().map(Argument::value).toList());
        SmallerFiles.arguments(call.arguments())
                .forEach(arguments -> smaller.add(new Call(call.function(), arguments, call.per(), call.span())));
        return smaller;
    }

    @Override
    public List<Expression> visitUnary(Unary unary) {
        List<Expression> smaller = replaced(List.of(unary.operand()));
        of(unary.operand()).forEach(operand -> smaller.add(new Unary(unary.operator(), operand, unary.span())));
        return smaller;
    }

    @Override
    public List<Expression> visitPower(Power power) {
        List<Expression> smaller = replaced(List.of(power.base(), power.exponent()));
        of(power.base()).forEach(base -> smaller.add(new Power(base, power.exponent(), power.span())));
        of(power.exponent()).forEach(exponent -> smaller.add(new Power(power.base(), exponent, power.span())));
        return smaller;
    }

    @Override
    public List<Expression> visitChain(Chain chain) {
        List<Expression> smaller = replaced(chain.operands());
        for (int i = 0; i < chain.operands().size() && chain.operands().size() > 2; i++) {
            List<Expression> operands = new ArrayList<>(chain.operands());
            List<ChainOperator> operators = new ArrayList<>(chain.operators());
            operands.remove(i);
            operators.remove(Math.max(0, i - 1));
            smaller.add(new Chain(operands, operators, chain.span()));
        }
        for (int i = 0; i < chain.operands().size(); i++) {
            for (Expression operand : of(chain.operands().get(i))) {
                List<Expression> operands = new ArrayList<>(chain.operands());
                operands.set(i, operand);
                smaller.add(new Chain(operands, chain.operators(), chain.span()));
            }
        }
        return smaller;
    }

    @Override
    public List<Expression> visitComparison(Comparison comparison) {
        List<Expression> smaller = replaced(List.of());
        of(comparison.left())
                .forEach(left -> smaller.add(
                        new Comparison(comparison.operator(), left, comparison.right(), comparison.span())));
        of(comparison.right())
                .forEach(right -> smaller.add(
                        new Comparison(comparison.operator(), comparison.left(), right, comparison.span())));
        return smaller;
    }

    @Override
    public List<Expression> visitConditional(Conditional conditional) {
        List<Expression> values = new ArrayList<>();
        conditional.branches().forEach(branch -> values.add(branch.value()));
        values.add(conditional.otherwise());
        List<Expression> smaller = replaced(values);
        SmallerFiles.smaller(conditional.branches(), SmallerExpressions::branches).stream()
                .filter(branches -> !branches.isEmpty())
                .forEach(branches ->
                        smaller.add(new Conditional(branches, conditional.otherwise(), conditional.span())));
        of(conditional.otherwise())
                .forEach(value -> smaller.add(new Conditional(conditional.branches(), value, conditional.span())));
        return smaller;
    }

    private static List<Conditional.Branch> branches(Conditional.Branch branch) {
        List<Conditional.Branch> smaller = new ArrayList<>();
        of(branch.condition()).forEach(condition -> smaller.add(new Conditional.Branch(condition, branch.value())));
        of(branch.value()).forEach(value -> smaller.add(new Conditional.Branch(branch.condition(), value)));
        return smaller;
    }
}
