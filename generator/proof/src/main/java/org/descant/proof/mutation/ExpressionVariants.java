package org.descant.proof.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.descant.grammar.syntax.Call;
import org.descant.grammar.syntax.Chain;
import org.descant.grammar.syntax.Comparison;
import org.descant.grammar.syntax.Conditional;
import org.descant.grammar.syntax.Expression;
import org.descant.grammar.syntax.Indexed;
import org.descant.grammar.syntax.NumberLiteral;
import org.descant.grammar.syntax.Power;
import org.descant.grammar.syntax.Reference;
import org.descant.grammar.syntax.TruthLiteral;
import org.descant.grammar.syntax.Unary;

/** All that one mistake anywhere in an expression makes of it, where the options leave that place alive. */
final class ExpressionVariants implements Expression.Visitor<List<Variant>> {
    private final List<MutationOperator> operators;
    private final Surroundings around;
    private final OptionSets live;

    private ExpressionVariants(List<MutationOperator> operators, Surroundings around, OptionSets live) {
        this.operators = operators;
        this.around = around;
        this.live = live;
    }

    static List<Variant> of(
            Expression expression, List<MutationOperator> operators, Surroundings around, OptionSets live) {
        return live.isEmpty() ? List.of() : expression.accept(new ExpressionVariants(operators, around, live));
    }

    /** Mistakes at the expression itself. */
    private List<Variant> here(Expression expression) {
        List<Variant> variants = new ArrayList<>();
        for (MutationOperator operator : operators) {
            for (Expression wrong : operator.variants(expression, around)) {
                variants.add(new Variant(operator.mistake(), wrong));
            }
        }
        return variants;
    }

    private List<Variant> inside(Expression part, UnaryOperator<Expression> whole) {
        return inside(part, live, whole);
    }

    private List<Variant> inside(Expression part, OptionSets reaching, UnaryOperator<Expression> whole) {
        return of(part, operators, around, reaching).stream()
                .map(variant -> variant.inside(whole))
                .toList();
    }

    @Override
    public List<Variant> visitNumber(NumberLiteral number) {
        return here(number);
    }

    @Override
    public List<Variant> visitTruth(TruthLiteral truth) {
        return here(truth);
    }

    @Override
    public List<Variant> visitReference(Reference reference) {
        return here(reference);
    }

    @Override
    public List<Variant> visitIndexed(Indexed indexed) {
        return here(indexed);
    }

    @Override
    public List<Variant> visitCall(Call call) {
        List<Variant> variants = here(call);
        for (int i = 0; i < call.arguments().size(); i++) {
            int place = i;
            variants.addAll(inside(call.arguments().get(place).value(), wrong -> Edits.with(call, place, wrong)));
        }
        return variants;
    }

    @Override
    public List<Variant> visitUnary(Unary unary) {
        List<Variant> variants = here(unary);
        variants.addAll(inside(unary.operand(), wrong -> new Unary(unary.operator(), wrong, unary.span())));
        return variants;
    }

    @Override
    public List<Variant> visitPower(Power power) {
        List<Variant> variants = here(power);
        variants.addAll(inside(power.base(), wrong -> new Power(wrong, power.exponent(), power.span())));
        variants.addAll(inside(power.exponent(), wrong -> new Power(power.base(), wrong, power.span())));
        return variants;
    }

    @Override
    public List<Variant> visitChain(Chain chain) {
        List<Variant> variants = here(chain);
        for (int i = 0; i < chain.operands().size(); i++) {
            int place = i;
            variants.addAll(inside(chain.operands().get(place), wrong -> Edits.with(chain, place, wrong)));
        }
        return variants;
    }

    @Override
    public List<Variant> visitComparison(Comparison comparison) {
        List<Variant> variants = here(comparison);
        variants.addAll(inside(
                comparison.left(),
                wrong -> new Comparison(comparison.operator(), wrong, comparison.right(), comparison.span())));
        variants.addAll(inside(
                comparison.right(),
                wrong -> new Comparison(comparison.operator(), comparison.left(), wrong, comparison.span())));
        return variants;
    }

    @Override
    public List<Variant> visitConditional(Conditional conditional) {
        List<Variant> variants = new ArrayList<>();
        OptionSets reaching = live;
        int values = 0;
        for (int i = 0; i < conditional.branches().size(); i++) {
            int place = i;
            Conditional.Branch branch = conditional.branches().get(place);
            if (!reaching.decides(branch.condition())) {
                variants.addAll(inside(
                        branch.condition(),
                        reaching,
                        wrong -> withBranch(conditional, place, new Conditional.Branch(wrong, branch.value()))));
            }
            OptionSets taking = reaching.where(branch.condition(), true);
            values += taking.isEmpty() ? 0 : 1;
            variants.addAll(inside(
                    branch.value(),
                    taking,
                    wrong -> withBranch(conditional, place, new Conditional.Branch(branch.condition(), wrong))));
            reaching = reaching.where(branch.condition(), false);
        }
        values += reaching.isEmpty() ? 0 : 1;
        variants.addAll(inside(
                conditional.otherwise(),
                reaching,
                wrong -> new Conditional(conditional.branches(), wrong, conditional.span())));
        if (values > 1) {
            variants.addAll(0, here(conditional));
        }
        return variants;
    }

    private static Expression withBranch(Conditional conditional, int place, Conditional.Branch branch) {
        return new Conditional(
                Edits.replaced(conditional.branches(), place, branch), conditional.otherwise(), conditional.span());
    }
}
