package org.descant.compiler.resolve.text;

import org.descant.compiler.model.Term;
import org.descant.grammar.source.SourceText;
import org.descant.grammar.source.Span;

/** Where what is wrong with a rule is reported, and whose rule it is. */
public interface Errors {
    /** The text that is compiled; parts of others are spoken of by where they are applied in it. */
    SourceText main();

    /** Reports an error and gives a term to go on with. */
    Term error(Span span, String message);

    /** Reports an error with what to write instead, and gives a term to go on with. */
    Term error(Span span, String message, String suggestion);
}
