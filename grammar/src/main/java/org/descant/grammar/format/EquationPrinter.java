package org.descant.grammar.format;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.descant.grammar.syntax.Argument;
import org.descant.grammar.syntax.BodyItem;
import org.descant.grammar.syntax.Equation;
import org.descant.grammar.syntax.Expression;
import org.descant.grammar.syntax.HyperDeclaration;
import org.descant.grammar.syntax.InputDeclaration;
import org.descant.grammar.syntax.Interval;
import org.descant.grammar.syntax.MatrixView;
import org.descant.grammar.syntax.Name;
import org.descant.grammar.syntax.OptionDeclaration;
import org.descant.grammar.syntax.OutputDeclaration;
import org.descant.grammar.syntax.Return;
import org.descant.grammar.syntax.RuleParameter;
import org.descant.grammar.syntax.StateDeclaration;

/** Prints an equation, or any other item of a body, on one line of ASCII, without its documentation. */
public final class EquationPrinter {
    private EquationPrinter() {}

    /** {@code m[t] = beta * m[t-1] + (1 - beta) * g}. */
    public static String print(Equation equation) {
        return equation.name().text()
                + equation.index().map(ExpressionPrinter::index).orElse("")
                + " = "
                + ExpressionPrinter.print(equation.value())
                + equation.when()
                        .map(when -> " when " + ExpressionPrinter.operand(when, Level.OR))
                        .orElse("");
    }

    /** Any item. */
    public static String print(BodyItem item) {
        if (item instanceof Equation equation) {
            return print(equation);
        } else if (item instanceof HyperDeclaration hyper) {
            return "hyper " + hyper.name().text()
                    + hyper.defaultValue().map(EquationPrinter::value).orElse("")
                    + hyper.range().map(range -> " in " + interval(range)).orElse("");
        } else if (item instanceof OptionDeclaration option) {
            return "option " + option.name().text() + value(option.defaultValue());
        } else if (item instanceof StateDeclaration state) {
            return state(state);
        } else if (item instanceof InputDeclaration input) {
            return "input " + input.name().text() + ExpressionPrinter.per(input.per());
        } else if (item instanceof RuleParameter rule) {
            return "rule " + rule.name().text() + derived(rule.base(), rule.arguments());
        } else if (item instanceof OutputDeclaration output) {
            return "output " + output.name().text()
                    + output.value().map(EquationPrinter::value).orElse("");
        } else if (item instanceof Return result) {
            return "return " + ExpressionPrinter.print(result.value());
        } else if (item instanceof MatrixView) {
            return "matrix last";
        }
        throw new IllegalArgumentException("no item: " + item);
    }

    private static String state(StateDeclaration state) {
        Optional<String> storage =
                state.storage().map(word -> " as " + word.name().toLowerCase(Locale.ROOT));
        return "state " + state.name().text() + ExpressionPrinter.per(state.per()) + storage.orElse("")
                + value(state.start());
    }

    /** {@code = AdamW(beta1: 0.9)}, with the blank in front of it. */
    static String derived(Name base, List<Argument> arguments) {
        return " = " + base.text() + (arguments.isEmpty() ? "" : "(" + ExpressionPrinter.arguments(arguments) + ")");
    }

    private static String value(Expression value) {
        return " = " + ExpressionPrinter.print(value);
    }

    private static String interval(Interval interval) {
        return (interval.lowOpen() ? "(" : "[")
                + ExpressionPrinter.print(interval.low())
                + ", "
                + ExpressionPrinter.print(interval.high())
                + (interval.highOpen() ? ")" : "]");
    }
}
