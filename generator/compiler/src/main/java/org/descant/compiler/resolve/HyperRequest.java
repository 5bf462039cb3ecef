package org.descant.compiler.resolve;

import java.util.OptionalDouble;
import org.descant.compiler.ir.Range;
import org.descant.compiler.resolve.text.SourceLine;
import org.descant.grammar.source.Span;
import org.descant.grammar.syntax.Expression;

/** A hyperparameter that wants a value. */
record HyperRequest(String name, String doc, OptionalDouble defaultValue, Range range, Span span) {
    /** The same with another default, unless a later derivation already gave one. */
    HyperRequest defaulting(Resolution run, Expression value) {
        if (!Derivations.isConstant(run, value)) {
            run.error(
                    value.span(),
                    "a default is a number",
                    "a colon fixes '" + name + "' to a value for each step: " + name + ": " + SourceLine.of(value));
            return this;
        }
        double number = Hypers.inRange(run, name, range, value);
        return new HyperRequest(name, doc, OptionalDouble.of(number), range, span);
    }
}
