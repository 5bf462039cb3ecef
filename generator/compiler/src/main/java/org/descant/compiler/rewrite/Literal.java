package org.descant.compiler.rewrite;

import java.util.OptionalDouble;
import org.descant.compiler.ir.Constant;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Narrow;
import org.descant.compiler.ir.Precision;
import org.descant.compiler.ir.Truth;

/** Constants as rewrites see them: {@code c} or {@code Narrow(c)}, whose value must not depend on the type of the parameters. */
final class Literal {
    private Literal() {}

    /** The value, if it is a constant that float and double both hold. */
    static OptionalDouble of(Expr expr) {
        if (expr instanceof Constant constant) {
            return OptionalDouble.of(constant.value());
        }
        if (expr instanceof Narrow narrow && narrow.number() instanceof Constant constant) {
            double value = constant.value();
            return Double.compare((float) value, value) == 0 ? OptionalDouble.of(value) : OptionalDouble.empty();
        }
        return OptionalDouble.empty();
    }

    /** Whether it is this constant, bit for bit. */
    static boolean is(Expr expr, double value) {
        OptionalDouble found = of(expr);
        return found.isPresent() && Double.compare(found.getAsDouble(), value) == 0;
    }

    static boolean is(Expr expr, boolean value) {
        return expr instanceof Truth truth && truth.value() == value;
    }

    /** A constant in the precision asked for. */
    static Expr number(double value, Precision precision) {
        return precision == Precision.ELEMENT ? new Narrow(new Constant(value)) : new Constant(value);
    }
}
