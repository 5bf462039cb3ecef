package org.descant.grammar.parse;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.descant.grammar.source.Diagnostic;
import org.descant.grammar.source.Diagnostics;

/** Says what is wrong where the parser cannot go on. */
final class SyntaxErrors {
    private final Spans spans;
    private final Diagnostics diagnostics;

    SyntaxErrors(Spans spans, Diagnostics diagnostics) {
        this.spans = spans;
        this.diagnostics = diagnostics;
    }

    void report(ParserRuleContext context, Token found, boolean tooDeep) {
        if (tooDeep) {
            diagnostics.report(Diagnostic.error(
                    spans.of(found),
                    "this is nested more than " + LimitedParser.NESTING_LIMIT + " deep",
                    "give inner parts a name of their own"));
        } else if (found.getType() == Token.EOF) {
            diagnostics.report(Diagnostic.error(spans.of(found), "the text ends too early"));
        } else {
            diagnostics.report(
                    Diagnostic.error(spans.of(found), "'" + spans.of(found).text() + "' cannot stand here"));
        }
    }
}
