package org.descant.compiler.resolve.text;

import org.descant.grammar.format.EquationPrinter;
import org.descant.grammar.format.ExpressionPrinter;
import org.descant.grammar.syntax.Equation;
import org.descant.grammar.syntax.Expression;

/** What stands in a tree as one line of ASCII, for comments and suggestions; long lines are cut. */
public final class SourceLine {
    private static final int LIMIT = 400;

    private SourceLine() {}

    public static String of(Expression expression) {
        return cut(ExpressionPrinter.print(expression));
    }

    public static String of(Equation equation) {
        return cut(EquationPrinter.print(equation));
    }

    private static String cut(String line) {
        return line.length() > LIMIT ? line.substring(0, LIMIT) + " ..." : line;
    }
}
