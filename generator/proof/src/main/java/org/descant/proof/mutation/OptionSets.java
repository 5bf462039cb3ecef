package org.descant.proof.mutation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.descant.grammar.format.ExpressionPrinter;
import org.descant.grammar.syntax.BodyItem;
import org.descant.grammar.syntax.Chain;
import org.descant.grammar.syntax.ChainOperator;
import org.descant.grammar.syntax.Comparison;
import org.descant.grammar.syntax.ComparisonOperator;
import org.descant.grammar.syntax.Expression;
import org.descant.grammar.syntax.NumberLiteral;
import org.descant.grammar.syntax.OptionDeclaration;
import org.descant.grammar.syntax.Reference;
import org.descant.grammar.syntax.TruthLiteral;
import org.descant.grammar.syntax.Unary;
import org.descant.grammar.syntax.UnaryOperator;

/**
 * The choices of options under which a rule is run: what is dead under all of them cannot be seen to be wrong.
 *
 * @param sets the value of every option, as text, for each choice; without options, one empty map
 */
record OptionSets(List<Map<String, String>> sets) {
    OptionSets {
        sets = sets.stream().distinct().map(Map::copyOf).toList();
    }

    /** The same choices, with the defaults of the options that they leave open. */
    OptionSets completed(List<BodyItem> body) {
        List<Map<String, String>> completed = new ArrayList<>();
        for (Map<String, String> set : sets) {
            Map<String, String> all = new HashMap<>();
            for (BodyItem item : body) {
                if (item instanceof OptionDeclaration option) {
                    all.put(option.name().text(), ExpressionPrinter.print(option.defaultValue()));
                }
            }
            all.putAll(set);
            completed.add(all);
        }
        return new OptionSets(completed);
    }

    boolean isEmpty() {
        return sets.isEmpty();
    }

    /** Whether a condition is known without running the rule, for each choice. */
    boolean decides(Expression condition) {
        return sets.stream().allMatch(set -> decide(condition, set).isPresent());
    }

    /** The choices under which a condition may hold, or may not. */
    OptionSets where(Expression condition, boolean holds) {
        return new OptionSets(sets.stream()
                .filter(set -> decide(condition, set).orElse(holds) == holds)
                .toList());
    }

    private static Optional<Boolean> decide(Expression condition, Map<String, String> options) {
        if (condition instanceof TruthLiteral truth) {
            return Optional.of(truth.value());
        } else if (condition instanceof Reference reference) {
            return Optional.ofNullable(options.get(ExpressionPrinter.print(reference)))
                    .map(Boolean::parseBoolean);
        } else if (condition instanceof Unary unary && unary.operator() == UnaryOperator.NOT) {
            return decide(unary.operand(), options).map(value -> !value);
        } else if (condition instanceof Chain chain && isLogical(chain)) {
            return decideAll(chain, options);
        } else if (condition instanceof Comparison comparison
                && comparison.left() instanceof Reference reference
                && comparison.right() instanceof NumberLiteral number) {
            return Optional.ofNullable(options.get(ExpressionPrinter.print(reference)))
                    .map(value -> compare(Double.parseDouble(value), comparison.operator(), number.value()));
        }
        return Optional.empty();
    }

    private static boolean isLogical(Chain chain) {
        ChainOperator operator = chain.operators().get(0);
        return operator == ChainOperator.AND || operator == ChainOperator.OR;
    }

    private static Optional<Boolean> decideAll(Chain chain, Map<String, String> options) {
        boolean deciding = chain.operators().get(0) == ChainOperator.OR;
        boolean open = false;
        for (Expression operand : chain.operands()) {
            Optional<Boolean> value = decide(operand, options);
            if (value.isPresent() && value.get() == deciding) {
                return value;
            }
            open |= value.isEmpty();
        }
        return open ? Optional.empty() : Optional.of(!deciding);
    }

    private static boolean compare(double left, ComparisonOperator operator, double right) {
        return switch (operator) {
            case LESS -> left < right;
            case LESS_OR_EQUAL -> left <= right;
            case GREATER -> left > right;
            case GREATER_OR_EQUAL -> left >= right;
            case EQUAL -> left == right;
            case NOT_EQUAL -> left != right;
        };
    }
}
