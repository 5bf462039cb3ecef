package org.descant.compiler.resolve;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.descant.grammar.syntax.Argument;
import org.descant.grammar.syntax.Call;
import org.descant.grammar.syntax.Chain;
import org.descant.grammar.syntax.ChainOperator;
import org.descant.grammar.syntax.Comparison;
import org.descant.grammar.syntax.Conditional;
import org.descant.grammar.syntax.Equation;
import org.descant.grammar.syntax.Expression;
import org.descant.grammar.syntax.Indexed;
import org.descant.grammar.syntax.Name;
import org.descant.grammar.syntax.NumberLiteral;
import org.descant.grammar.syntax.Power;
import org.descant.grammar.syntax.Reference;
import org.descant.grammar.syntax.TruthLiteral;
import org.descant.grammar.syntax.Unary;
import org.descant.grammar.syntax.UnaryOperator;

/** Writes what stands in a tree as one line of canonical ASCII, for comments and suggestions; long lines are cut. */
final class SourceLine implements Expression.Visitor<StringBuilder> {
    private static final int LIMIT = 400;

    private final StringBuilder line = new StringBuilder();
    /** Names whose time is written so many steps later: the rewriting of an equation for x[t+1]. */
    private final Map<String, Integer> shifts;

    private SourceLine(Map<String, Integer> shifts) {
        this.shifts = shifts;
    }

    static String of(Expression expression) {
        SourceLine writer = new SourceLine(Map.of());
        expression.accept(writer);
        return writer.cut();
    }

    static String of(Equation equation) {
        SourceLine writer = new SourceLine(Map.of());
        writer.equation(equation);
        return writer.cut();
    }

    /** The equation with every {@code name[t+k]} written as {@code name[t+k-steps]}. */
    static String earlier(Equation equation, String name, int steps) {
        SourceLine writer = new SourceLine(Map.of(name, -steps));
        writer.equation(equation);
        return writer.cut();
    }

    private String cut() {
        return line.length() > LIMIT ? line.substring(0, LIMIT) + " ..." : line.toString();
    }

    private void equation(Equation equation) {
        line.append(equation.name().text());
        equation.index().ifPresent(index -> index(equation.name().text(), index));
        line.append(" = ");
        equation.value().accept(this);
        equation.when().ifPresent(condition -> {
            line.append(" when ");
            condition.accept(this);
        });
    }

    private void index(String name, Expression index) {
        line.append('[');
        TimeIndex time = TimeIndices.literal(index);
        Optional<Integer> offset = time instanceof TimeIndex.Now
                ? Optional.of(0)
                : time instanceof TimeIndex.Past past
                        ? Optional.of(-past.steps())
                        : time instanceof TimeIndex.Future future ? Optional.of(future.steps()) : Optional.empty();
        if (offset.isPresent() && shifts.containsKey(name)) {
            int moved = offset.get() + shifts.getOrDefault(name, 0);
            line.append(moved == 0 ? "t" : moved < 0 ? "t" + moved : "t+" + moved);
        } else {
            line.append(tight(index));
        }
        line.append(']');
    }

    private static String tight(Expression index) {
        return SourceLine.of(index).replace(" ", "");
    }

    @Override
    public StringBuilder visitNumber(NumberLiteral number) {
        line.append(number.span().text());
        return line;
    }

    @Override
    public StringBuilder visitTruth(TruthLiteral truth) {
        line.append(truth.value());
        return line;
    }

    @Override
    public StringBuilder visitReference(Reference reference) {
        line.append(String.join(".", reference.path().stream().map(Name::text).toList()));
        return line;
    }

    @Override
    public StringBuilder visitIndexed(Indexed indexed) {
        indexed.base().accept(this);
        index(String.join(".", indexed.base().path().stream().map(Name::text).toList()), indexed.index());
        return line;
    }

    @Override
    public StringBuilder visitCall(Call call) {
        line.append(call.function().text()).append('(');
        String separator = "";
        for (Argument argument : call.arguments()) {
            line.append(separator);
            argument.name().ifPresent(name -> line.append(name.text()).append(argument.fixes() ? ": " : " = "));
            argument.value().accept(this);
            separator = ", ";
        }
        call.per().ifPresent(word -> line.append(" per ").append(Words.of(word)));
        line.append(')');
        return line;
    }

    @Override
    public StringBuilder visitUnary(Unary unary) {
        line.append(unary.operator() == UnaryOperator.NOT ? "not " : "-");
        operand(unary.operand(), unary.operator() == UnaryOperator.NOT ? 3 : 7);
        return line;
    }

    @Override
    public StringBuilder visitPower(Power power) {
        operand(power.base(), 9);
        line.append('^');
        operand(power.exponent(), 8);
        return line;
    }

    @Override
    public StringBuilder visitChain(Chain chain) {
        int level = level(chain);
        List<Expression> operands = chain.operands();
        operand(operands.get(0), level);
        for (int i = 1; i < operands.size() && line.length() <= LIMIT; i++) {
            line.append(' ').append(chain.operators().get(i - 1).symbol()).append(' ');
            operand(operands.get(i), level + 1);
        }
        return line;
    }

    @Override
    public StringBuilder visitComparison(Comparison comparison) {
        operand(comparison.left(), 5);
        line.append(' ').append(comparison.operator().symbol()).append(' ');
        operand(comparison.right(), 5);
        return line;
    }

    @Override
    public StringBuilder visitConditional(Conditional conditional) {
        for (Conditional.Branch branch : conditional.branches()) {
            if (line.length() > LIMIT) {
                return line;
            }
            line.append("if ");
            branch.condition().accept(this);
            line.append(" then ");
            branch.value().accept(this);
            line.append(" else ");
        }
        conditional.otherwise().accept(this);
        return line;
    }

    private void operand(Expression operand, int least) {
        if (line.length() > LIMIT) {
            return;
        }
        boolean brackets = level(operand) < least;
        line.append(brackets ? "(" : "");
        operand.accept(this);
        line.append(brackets ? ")" : "");
    }

    private static int level(Expression expression) {
        if (expression instanceof Conditional) {
            return 0;
        }
        if (expression instanceof Chain chain) {
            ChainOperator operator = chain.operators().get(0);
            return switch (operator) {
                case OR -> 1;
                case AND -> 2;
                case ADD, SUBTRACT -> 5;
                case MULTIPLY, DIVIDE -> 6;
            };
        }
        if (expression instanceof Comparison) {
            return 4;
        }
        if (expression instanceof Unary unary) {
            return unary.operator() == UnaryOperator.NOT ? 3 : 7;
        }
        return expression instanceof Power ? 8 : 9;
    }
}
