package org.descant.grammar.parse.explain;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.descant.grammar.parse.token.DescantParser;
import org.descant.grammar.parse.token.TokenKinds;
import org.descant.grammar.source.Diagnostic;
import org.descant.grammar.source.Span;

/** Parentheses, brackets, bars and braces without a partner, and commas where there is no list. */
final class Brackets implements Explanation {
    @Override
    public Optional<Diagnostic> explain(Stumble s) {
        if (s.rule() == DescantParser.RULE_body) {
            Optional<Diagnostic> brace = brace(s);
            if (brace.isPresent()) {
                return brace;
            }
        }
        Optional<Token> open = unclosed(s);
        if (s.foundIs(DescantParser.COMMA)) {
            return Optional.of(comma(s, open));
        }
        if (TokenKinds.isClosing(s.type(0))) {
            return closing(s, open);
        }
        if (s.foundIs(DescantParser.OPEN_BRACE) && s.rule() == DescantParser.RULE_body) {
            return Optional.of(Diagnostic.error(s.span(0), "braces stand only around a whole body", "remove it"));
        }
        return open.filter(o -> o.getType() != DescantParser.OPEN_BRACE && endsItem(s))
                .map(o -> Diagnostic.error(
                        s.spans().of(o), "this '" + o.getText() + "' is not closed", "write '" + partner(o) + "'"));
    }

    /** A body that goes on to the next declaration. */
    private static Optional<Diagnostic> brace(Stumble s) {
        Token start = s.context().getStart();
        if (start.getType() != DescantParser.OPEN_BRACE || !TokenKinds.endsBody(s.type(0))) {
            return Optional.empty();
        }
        String where = s.foundIs(Token.EOF) ? "at the end" : "in front of '" + s.text(0) + "'";
        return Optional.of(Diagnostic.error(s.spans().of(start), "this '{' is not closed", "write '}' " + where));
    }

    private static Diagnostic comma(Stumble s, Optional<Token> open) {
        if (s.rule() == DescantParser.RULE_header) {
            return Diagnostic.error(
                    s.span(0),
                    "an optimizer has one parameter and at most one gradient",
                    "declare further values with 'input' in the body");
        }
        if (open.isPresent() && open.get().getType() == DescantParser.OPEN_BRACKET) {
            return Diagnostic.error(s.span(0), "an index is one number", "write [t] or [t-1]");
        }
        return Diagnostic.error(
                s.span(0), "a comma stands only between arguments", "write one value, or two equations on two lines");
    }

    private static Optional<Diagnostic> closing(Stumble s, Optional<Token> open) {
        if (open.isEmpty()
                || (open.get().getType() == DescantParser.OPEN_BRACE && !s.foundIs(DescantParser.CLOSE_BRACE))) {
            return Optional.of(Diagnostic.error(s.span(0), "this '" + s.text(0) + "' closes nothing", "remove it"));
        }
        String expected = partner(open.get());
        if (expected.equals(s.text(0))) {
            return Optional.empty();
        }
        Span place = s.foundIs(DescantParser.CLOSE_BRACE) ? s.spans().of(open.get()) : s.span(0);
        return Optional.of(Diagnostic.error(
                place,
                s.foundIs(DescantParser.CLOSE_BRACE)
                        ? "this '" + open.get().getText() + "' is not closed"
                        : "'" + open.get().getText() + "' is closed by '" + s.text(0) + "'",
                "write '" + expected + "'"));
    }

    private static boolean endsItem(Stumble s) {
        return s.foundIs(Token.EOF)
                || TokenKinds.beginsItem(s.type(0))
                || TokenKinds.beginsDeclaration(s.type(0))
                || s.foundIs(DescantParser.SEMICOLON)
                || s.foundIs(DescantParser.OPEN_BRACE)
                || !s.continuesLine(0)
                || s.foundIs(DescantParser.EQUALS);
    }

    private static String partner(Token open) {
        return switch (open.getType()) {
            case DescantParser.OPEN -> ")";
            case DescantParser.OPEN_BRACKET -> "]";
            case DescantParser.OPEN_BRACE -> "}";
            default -> open.getText();
        };
    }

    /** The innermost bracket in front of the place that has no partner. Bars open where no value ends. */
    private static Optional<Token> unclosed(Stumble s) {
        Deque<Token> open = new ArrayDeque<>();
        for (int i = declarationStart(s); i < s.at(); i++) {
            Token token = s.tokens().get(i);
            int type = token.getType();
            boolean inside = !open.isEmpty();
            if (TokenKinds.isOpening(type)) {
                open.push(token);
            } else if (type == DescantParser.BARS) {
                boolean closes = inside
                        && open.peek().getType() == DescantParser.BARS
                        && TokenKinds.endsValue(s.type(i - 1 - s.at()));
                if (closes) {
                    open.pop();
                } else {
                    open.push(token);
                }
            } else if (inside && closes(type, open.peek())) {
                open.pop();
            }
        }
        return Optional.ofNullable(open.peek());
    }

    /** Whether a closing bracket ends what is open; a brace ends anything, and a body ends only at one. */
    private static boolean closes(int type, Token open) {
        return TokenKinds.isClosing(type)
                && (type == DescantParser.CLOSE_BRACE || open.getType() != DescantParser.OPEN_BRACE);
    }

    private static int declarationStart(Stumble s) {
        int position = s.at() - 1;
        while (position > 0
                && !TokenKinds.beginsDeclaration(s.tokens().get(position).getType())) {
            position--;
        }
        return Math.max(0, position);
    }
}
