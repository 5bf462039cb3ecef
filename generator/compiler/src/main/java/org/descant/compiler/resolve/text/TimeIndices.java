package org.descant.compiler.resolve.text;

import java.util.OptionalDouble;
import java.util.function.Function;
import org.descant.compiler.resolve.text.TimeIndex.Future;
import org.descant.compiler.resolve.text.TimeIndex.Now;
import org.descant.compiler.resolve.text.TimeIndex.Origin;
import org.descant.compiler.resolve.text.TimeIndex.Past;
import org.descant.compiler.resolve.text.TimeIndex.Unknown;
import org.descant.grammar.syntax.Chain;
import org.descant.grammar.syntax.ChainOperator;
import org.descant.grammar.syntax.Expression;
import org.descant.grammar.syntax.NumberLiteral;
import org.descant.grammar.syntax.Reference;

/** Reads what stands in brackets: {@code t}, {@code t-1}, {@code t-n} with an option n, {@code t+1}, {@code 0}. */
public final class TimeIndices {
    private TimeIndices() {}

    /** The index as written by itself, where names other than t are unknown. */
    public static TimeIndex literal(Expression index) {
        return read(
                index,
                operand -> operand instanceof NumberLiteral number
                        ? OptionalDouble.of(number.value())
                        : OptionalDouble.empty());
    }

    /** The index with names read as numbers, where they are such. */
    public static TimeIndex in(Expression index, Function<Expression, OptionalDouble> number) {
        return read(index, number);
    }

    private static TimeIndex read(Expression index, Function<Expression, OptionalDouble> offset) {
        if (index instanceof NumberLiteral number && number.value() == 0) {
            return new Origin();
        }
        if (isTime(index)) {
            return new Now();
        }
        if (!(index instanceof Chain chain) || !isTime(chain.operands().get(0))) {
            return new Unknown();
        }
        double steps = 0;
        for (int i = 0; i < chain.operators().size(); i++) {
            OptionalDouble step = offset.apply(chain.operands().get(i + 1));
            ChainOperator operator = chain.operators().get(i);
            boolean minus = operator == ChainOperator.SUBTRACT;
            if (step.isEmpty() || (!minus && operator != ChainOperator.ADD)) {
                return new Unknown();
            }
            steps += minus ? -step.getAsDouble() : step.getAsDouble();
        }
        if (steps != Math.rint(steps)) {
            return new Unknown();
        }
        if (steps == 0) {
            return new Now();
        }
        return steps < 0 ? new Past((int) -steps) : new Future((int) steps);
    }

    private static boolean isTime(Expression expression) {
        return expression instanceof Reference reference
                && reference.path().size() == 1
                && reference.path().get(0).text().equals("t");
    }
}
