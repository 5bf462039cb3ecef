package org.descant.grammar.format;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.descant.grammar.syntax.Argument;
import org.descant.grammar.syntax.Call;
import org.descant.grammar.syntax.Chain;
import org.descant.grammar.syntax.Comparison;
import org.descant.grammar.syntax.Conditional;
import org.descant.grammar.syntax.Expression;
import org.descant.grammar.syntax.Indexed;
import org.descant.grammar.syntax.Name;
import org.descant.grammar.syntax.NumberLiteral;
import org.descant.grammar.syntax.Power;
import org.descant.grammar.syntax.Reference;
import org.descant.grammar.syntax.ShapeWord;
import org.descant.grammar.syntax.TruthLiteral;
import org.descant.grammar.syntax.Unary;
import org.descant.grammar.syntax.UnaryOperator;

/**
 * Prints an expression on one line of ASCII, with the fewest parentheses that keep its tree. A numeral is printed as the author wrote it
 * where its span has it, otherwise as the shortest one of its value.
 */
public final class ExpressionPrinter implements Expression.Visitor<String> {
    private static final ExpressionPrinter PRINTER = new ExpressionPrinter();

    private ExpressionPrinter() {}

    /** The text of an expression; reading it gives the same tree. */
    public static String print(Expression expression) {
        return expression.accept(PRINTER);
    }

    /** The text of an expression where something at least as tight is wanted. */
    static String operand(Expression expression, Level wanted) {
        String text = print(expression);
        return Level.of(expression).compareTo(wanted) < 0 ? "(" + text + ")" : text;
    }

    @Override
    public String visitNumber(NumberLiteral number) {
        return Numerals.print(number);
    }

    @Override
    public String visitTruth(TruthLiteral truth) {
        return Boolean.toString(truth.value());
    }

    @Override
    public String visitReference(Reference reference) {
        return reference.path().stream().map(Name::text).collect(Collectors.joining("."));
    }

    @Override
    public String visitIndexed(Indexed indexed) {
        return visitReference(indexed.base()) + index(indexed.index());
    }

    /** The brackets behind a name: {@code [t-1]}, without blanks around the sign as papers have it. */
    static String index(Expression index) {
        String text = print(index);
        boolean clock = text.matches("t [-+] \\w+");
        return "[" + (clock ? text.replace(" ", "") : text) + "]";
    }

    @Override
    public String visitCall(Call call) {
        return call.function().text() + "(" + arguments(call.arguments()) + per(call.per()) + ")";
    }

    /** Arguments with commas between them. */
    static String arguments(List<Argument> arguments) {
        return arguments.stream().map(ExpressionPrinter::argument).collect(Collectors.joining(", "));
    }

    private static String argument(Argument argument) {
        String name = argument.name()
                .map(n -> n.text() + (argument.fixes() ? ": " : " = "))
                .orElse("");
        return name + print(argument.value());
    }

    /** {@code per row} with a blank in front of it, or nothing. */
    static String per(Optional<ShapeWord> shape) {
        return shape.map(s -> " per " + s.name().toLowerCase(Locale.ROOT)).orElse("");
    }

    @Override
    public String visitUnary(Unary unary) {
        return unary.operator() == UnaryOperator.NOT
                ? "not " + operand(unary.operand(), Level.NOT)
                : "-" + operand(unary.operand(), Level.SIGN);
    }

    @Override
    public String visitPower(Power power) {
        return operand(power.base(), Level.PRIMARY) + "^" + exponent(power.exponent());
    }

    /** An exponent may carry signs of its own. */
    private static String exponent(Expression exponent) {
        if (exponent instanceof Unary unary && unary.operator() == UnaryOperator.NEGATE) {
            return "-" + exponent(unary.operand());
        }
        return operand(exponent, Level.POWER);
    }

    @Override
    public String visitChain(Chain chain) {
        Level wanted = Level.of(chain).tighter();
        StringBuilder text = new StringBuilder(operand(chain.operands().get(0), wanted));
        for (int i = 0; i < chain.operators().size(); i++) {
            text.append(' ')
                    .append(chain.operators().get(i).symbol())
                    .append(' ')
                    .append(operand(chain.operands().get(i + 1), wanted));
        }
        return text.toString();
    }

    @Override
    public String visitComparison(Comparison comparison) {
        return operand(comparison.left(), Level.SUM)
                + " "
                + comparison.operator().symbol()
                + " "
                + operand(comparison.right(), Level.SUM);
    }

    @Override
    public String visitConditional(Conditional conditional) {
        StringBuilder text = new StringBuilder();
        for (Conditional.Branch branch : conditional.branches()) {
            text.append("if ")
                    .append(operand(branch.condition(), Level.OR))
                    .append(" then ")
                    .append(print(branch.value()))
                    .append(" else ");
        }
        return text.append(operand(conditional.otherwise(), Level.OR)).toString();
    }
}
