package org.descant.compiler.resolve;

import org.descant.compiler.model.Term;
import org.descant.grammar.source.Span;

/**
 * An option that wants a value.
 *
 * @param defaultValue a {@link Term.NumberTerm} that is an integer, or a {@link Term.TruthTerm}
 */
record OptionRequest(String name, String doc, Term defaultValue, Span span) {
    OptionRequest defaulting(Resolution run, Term value, Span at) {
        return new OptionRequest(name, doc, Options.fixed(run, this, value, at), span);
    }
}
