package org.descant.proof.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.descant.compiler.ir.Kind;
import org.descant.compiler.ir.Shape;
import org.descant.grammar.syntax.Argument;
import org.descant.grammar.syntax.Chain;
import org.descant.grammar.syntax.ChainOperator;
import org.descant.grammar.syntax.ComparisonOperator;
import org.descant.grammar.syntax.Conditional;
import org.descant.grammar.syntax.Expression;
import org.descant.grammar.syntax.ShapeWord;

/** Grows expressions of a wanted kind and of at most a wanted shape. */
final class ExpressionGrower {
    /** Numbers that laws are about, and a few that they are not about. */
    private static final List<Double> NUMBERS =
            List.of(0.0, 1.0, 2.0, 0.5, 4.0, 3.0, 0.1, 0.9, 1e-8, 10.0, 1e30, 0.999, 1.0, 2.0, 0.25);

    private static final List<String> PLAIN = List.of("abs", "sign", "sqrt", "sqrt", "abs");
    private static final List<String> FUNCTIONS = List.of(
            "cbrt", "exp", "log", "log1p", "expm1", "tanh", "sin", "cos", "erf", "floor", "ceil", "round", "bf16",
            "f16", "f32");
    private static final List<String> REDUCTIONS = List.of("sum", "mean", "norm", "norm1", "rms", "amax", "amin");

    private final Dice dice;
    private final Language language;
    private final Scope scope;
    private final Expression element;
    private final Expression clock;
    private final boolean reduces;

    /**
     * @param element what surely is per element here
     * @param clock the number of completed updates here
     * @param reduces whether there may be reductions: not in a def, whose arguments may have nothing to reduce
     */
    ExpressionGrower(Dice dice, Language language, Scope scope, Expression element, Expression clock, boolean reduces) {
        this.dice = dice;
        this.language = language;
        this.scope = scope;
        this.element = element;
        this.clock = clock;
        this.reduces = reduces && language.has(Feature.REDUCTIONS);
    }

    Expression number(Shape limit) {
        return number(limit, language.depth());
    }

    Expression truth(Shape limit) {
        return truth(limit, language.depth());
    }

    /** A small number of at most that shape. */
    Expression small(Shape limit) {
        return number(limit, 1);
    }

    /** A number that surely is per element. */
    Expression element() {
        Expression number = number(Shape.ELEMENT, language.depth() - 1);
        return dice.chance(20)
                ? element
                : Trees.chain(dice.pick(ChainOperator.ADD, ChainOperator.MULTIPLY), element, number);
    }

    Expression literal() {
        return Trees.number(dice.pick(NUMBERS));
    }

    private Expression leaf(Kind kind, Shape limit) {
        Optional<Expression> leaf = scope.leaf(kind, limit);
        if (kind == Kind.BOOLEAN) {
            return leaf.orElseGet(() -> Trees.truth(dice.chance(50)));
        }
        return dice.chance(25) ? literal() : leaf.orElseGet(this::literal);
    }

    private Expression number(Shape limit, int depth) {
        if (depth <= 0 || dice.chance(15)) {
            return leaf(Kind.NUMBER, limit);
        }
        int choice = dice.between(0, 99);
        if (choice < 45) {
            return chain(limit, depth);
        } else if (choice < 52) {
            return Trees.minus(number(limit, depth - 1));
        } else if (choice < 60) {
            return Trees.power(number(limit, depth - 1), exponent(limit, depth - 1));
        } else if (choice < 76) {
            return function(limit, depth);
        } else if (choice < 84) {
            return choice(limit, depth, Kind.NUMBER);
        } else if (choice < 93) {
            return scope.part(Kind.NUMBER, limit)
                    .<Expression>map(part -> use(part, limit, depth))
                    .orElseGet(() -> chain(limit, depth));
        }
        return reduces && limit.contains(Shape.MODEL) ? reduction(limit, depth) : chain(limit, depth);
    }

    private Expression chain(Shape limit, int depth) {
        boolean sum = dice.chance(50);
        List<Expression> operands = new ArrayList<>(List.of(number(limit, depth - 1)));
        List<ChainOperator> operators = new ArrayList<>();
        for (int i = dice.pick(1, 1, 1, 2, 3); i > 0; i--) {
            operators.add(
                    sum
                            ? dice.pick(ChainOperator.ADD, ChainOperator.SUBTRACT)
                            : dice.pick(ChainOperator.MULTIPLY, ChainOperator.MULTIPLY, ChainOperator.DIVIDE));
            operands.add(number(limit, depth - 1));
        }
        return new Chain(operands, operators, Trees.NOWHERE);
    }

    private Expression exponent(Shape limit, int depth) {
        if (dice.chance(60) || !language.has(Feature.FUNCTIONS)) {
            return Trees.number(dice.pick(2, 2, 3, 4));
        }
        return dice.chance(50) ? Trees.number(dice.pick(0.5, -1.0, -2.0, 5.0, 0.0, 1.0)) : number(limit, depth);
    }

    private Expression function(Shape limit, int depth) {
        int choice = dice.between(0, 9);
        if (choice < 4 || !language.has(Feature.FUNCTIONS)) {
            return dice.chance(60)
                    ? Trees.call(dice.pick(PLAIN), number(limit, depth - 1))
                    : Trees.call(dice.pick("min", "max"), number(limit, depth - 1), number(limit, depth - 1));
        } else if (choice < 7) {
            return Trees.call(dice.pick(FUNCTIONS), number(limit, depth - 1));
        } else if (choice < 9) {
            return Trees.call(dice.pick("mod", "hypot"), number(limit, depth - 1), number(limit, depth - 1));
        }
        return Trees.call("clamp", number(limit, depth - 1), number(limit, depth - 1), number(limit, depth - 1));
    }

    private Expression choice(Shape limit, int depth, Kind kind) {
        List<Conditional.Branch> branches = new ArrayList<>();
        for (int i = dice.pick(1, 1, 1, 2, 3); i > 0; i--) {
            Expression condition = truth(language.has(Feature.ELEMENT_CHOICES) ? limit : Shape.STEP, depth - 1);
            branches.add(new Conditional.Branch(condition, value(kind, limit, depth - 1)));
        }
        return new Conditional(branches, value(kind, limit, depth - 1), Trees.NOWHERE);
    }

    private Expression value(Kind kind, Shape limit, int depth) {
        return kind == Kind.NUMBER ? number(limit, depth) : truth(limit, depth);
    }

    private Expression truth(Shape limit, int depth) {
        if (depth <= 0 || dice.chance(15)) {
            return leaf(Kind.BOOLEAN, limit);
        }
        int choice = dice.between(0, 19);
        if (choice < 10) {
            ComparisonOperator operator = dice.pick(ComparisonOperator.values());
            return Trees.comparison(operator, number(limit, depth - 1), number(limit, depth - 1));
        } else if (choice < 14) {
            ChainOperator operator = dice.pick(ChainOperator.AND, ChainOperator.OR);
            return Trees.chain(operator, truth(limit, depth - 1), truth(limit, depth - 1));
        } else if (choice < 16) {
            return Trees.not(truth(limit, depth - 1));
        } else if (choice < 17) {
            return Trees.call("isfinite", number(limit, depth - 1));
        } else if (choice < 19) {
            return choice(limit, depth, Kind.BOOLEAN);
        }
        return scope.part(Kind.BOOLEAN, limit)
                .<Expression>map(part -> use(part, limit, depth))
                .orElseGet(() -> leaf(Kind.BOOLEAN, limit));
    }

    /** A part applied to arguments, some of them by name, some left to their defaults. */
    Expression use(Part part, Shape limit, int depth) {
        List<Argument> arguments = new ArrayList<>();
        boolean named = false;
        for (int i = 0; i < part.parameters().size(); i++) {
            Part.Parameter parameter = part.parameters().get(i);
            if (parameter.optional() && dice.chance(50)) {
                named = true;
                continue;
            }
            Expression value = argument(part, i, limit, depth - 1);
            named |= dice.chance(20);
            arguments.add(named ? Trees.fixed(parameter.name(), value) : Trees.positional(value));
        }
        return Trees.call(part.name(), arguments);
    }

    private Expression argument(Part part, int index, Shape limit, int depth) {
        if (part.clock()) {
            return index == 0 && dice.chance(70) ? clock : number(Shape.STEP, Math.min(depth, 1));
        }
        Part.Parameter parameter = part.parameters().get(index);
        // The units of adaptive clipping are norms of the weights too.
        if (part.elements() && (index == 0 || parameter.name().equals("w"))) {
            return Trees.chain(ChainOperator.MULTIPLY, element, number(limit, depth));
        }
        return value(parameter.kind(), limit, depth);
    }

    private Expression reduction(Shape limit, int depth) {
        Expression argument = Trees.chain(ChainOperator.MULTIPLY, element, number(Shape.ELEMENT, depth - 1));
        Optional<ShapeWord> per = per(limit);
        return dice.chance(20)
                ? Trees.reduction("dot", per, argument, number(Shape.ELEMENT, depth - 1))
                : Trees.reduction(dice.pick(REDUCTIONS), per, argument);
    }

    private Optional<ShapeWord> per(Shape limit) {
        List<ShapeWord> possible = new ArrayList<>(List.of(ShapeWord.MODEL));
        if (limit.contains(Shape.TENSOR)) {
            possible.add(ShapeWord.TENSOR);
        }
        if (language.has(Feature.ROWS_AND_COLS) && limit.contains(Shape.MATRIX)) {
            possible.add(ShapeWord.MATRIX);
        }
        if (language.has(Feature.ROWS_AND_COLS) && limit.contains(Shape.ROW)) {
            possible.add(ShapeWord.ROW);
        }
        if (language.has(Feature.ROWS_AND_COLS) && limit.contains(Shape.COL)) {
            possible.add(ShapeWord.COL);
        }
        boolean unsaid = limit.contains(Shape.TENSOR) && dice.chance(30);
        return unsaid ? Optional.empty() : Optional.of(dice.pick(possible));
    }
}
