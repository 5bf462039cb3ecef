package org.descant.compiler.resolve;

import java.util.OptionalDouble;
import org.descant.compiler.ir.Range;
import org.descant.grammar.source.Span;
import org.descant.grammar.syntax.Expression;

/** A hyperparameter that wants a value. */
record HyperRequest(String name, String doc, OptionalDouble defaultValue, Range range, Span span) {
    /** The same with another default, unless a later derivation already gave one. */
    HyperRequest defaulting(Resolution run, Expression value) {
        double number = Hypers.inRange(run, name, range, value);
        return new HyperRequest(name, doc, OptionalDouble.of(number), range, span);
    }
}
