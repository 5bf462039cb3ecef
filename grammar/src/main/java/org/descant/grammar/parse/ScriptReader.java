package org.descant.grammar.parse;

import java.util.List;
import org.antlr.v4.runtime.Token;
import org.descant.grammar.parse.token.Spans;
import org.descant.grammar.parse.token.Spelling;
import org.descant.grammar.source.Span;
import org.descant.grammar.syntax.Chain;
import org.descant.grammar.syntax.ChainOperator;
import org.descant.grammar.syntax.Expression;
import org.descant.grammar.syntax.Name;
import org.descant.grammar.syntax.NumberLiteral;
import org.descant.grammar.syntax.Reference;
import org.descant.grammar.syntax.Unary;
import org.descant.grammar.syntax.UnaryOperator;

/** Subscripts and superscripts as the expressions that they stand for: {@code ₜ₋₁} is {@code t - 1}, {@code ⁻¹} is {@code -1}. */
final class ScriptReader {
    private final Spans spans;
    private final WordReader words;

    ScriptReader(Spans spans, WordReader words) {
        this.spans = spans;
        this.words = words;
    }

    Expression subscript(Token token) {
        return clock(spans.of(token), 0);
    }

    Expression superscript(Token token) {
        Span span = spans.of(token);
        boolean negative = span.text().startsWith("⁻");
        Expression positive =
                span.text().indexOf('ᵗ') >= 0 ? clock(span, negative ? 1 : 0) : number(span, negative ? 1 : 0);
        return negative ? new Unary(UnaryOperator.NEGATE, positive, span) : positive;
    }

    /** {@code t}, {@code t - 1} or {@code t + 1}, from the given character of the span on. */
    private Expression clock(Span span, int from) {
        Span letter = part(span, from, from + 1);
        Reference t = new Reference(List.of(new Name("t", letter)), letter);
        if (span.text().length() == from + 1) {
            return t;
        }
        char sign = span.text().charAt(from + 1);
        ChainOperator operator = sign == '₊' || sign == '⁺' ? ChainOperator.ADD : ChainOperator.SUBTRACT;
        return new Chain(List.of(t, number(span, from + 2)), List.of(operator), span);
    }

    private NumberLiteral number(Span span, int from) {
        Span digits = part(span, from, span.text().length());
        return words.number(digits, Spelling.canonical(digits.text()));
    }

    private static Span part(Span span, int from, int to) {
        return new Span(span.source(), span.start() + from, span.start() + to);
    }
}
