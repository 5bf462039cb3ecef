package org.descant.grammar.parse.explain;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.descant.grammar.parse.token.DescantParser;
import org.descant.grammar.parse.token.DescantParser.BodyContext;
import org.descant.grammar.parse.token.DescantParser.HeaderContext;
import org.descant.grammar.parse.token.DescantParser.ItemContext;
import org.descant.grammar.parse.token.DescantParser.OptimizerContext;
import org.descant.grammar.parse.token.Spelling;
import org.descant.grammar.parse.token.TokenKinds;
import org.descant.grammar.source.Diagnostic;

/** Indices and exponents as LaTeX has them: {@code w_{t-1}}, {@code beta_{1}}, {@code x^{2}}, and times above a name: {@code w^t = …}. */
final class BracedIndices implements Explanation {
    private static final Pattern TIME = Pattern.compile("t(?:[-−+][0-9]+)?");
    private static final Pattern WORD = Pattern.compile("\\w+");

    @Override
    public Optional<Diagnostic> explain(Stumble s) {
        if (s.foundIs(DescantParser.CARET)) {
            boolean begins =
                    s.rule() == DescantParser.RULE_equation && s.context().getStart() == s.token(-1);
            boolean time = TIME.matcher(s.text(1)).matches() && s.type(2) == DescantParser.EQUALS;
            if (begins && time) {
                return Optional.of(index(s, 1, s.text(-1), s.text(1)));
            }
            return begins && opensIndex(s.tokens(), s.at() + 1) ? braced(s, 1) : Optional.empty();
        }
        return opensIndex(s.tokens(), s.at()) ? braced(s, 0) : Optional.empty();
    }

    /** Whether a brace stands right behind a name or what lifts an exponent, where a body never begins. */
    static boolean opensIndex(List<Token> tokens, int position) {
        if (position == 0 || tokens.get(position).getType() != DescantParser.OPEN_BRACE) {
            return false;
        }
        Token before = tokens.get(position - 1);
        boolean touches = before.getStopIndex() + 1 == tokens.get(position).getStartIndex();
        return touches
                && (TokenKinds.isName(before.getType())
                        || before.getType() == DescantParser.CARET
                        || before.getType() == DescantParser.STRANGE);
    }

    /** Whether a brace closes one of those on the same line. */
    static boolean closesIndex(List<Token> tokens, int position) {
        Token close = tokens.get(position);
        if (close.getType() != DescantParser.CLOSE_BRACE) {
            return false;
        }
        for (int i = position - 1; i >= 0 && tokens.get(i).getLine() == close.getLine(); i--) {
            int type = tokens.get(i).getType();
            if (type == DescantParser.OPEN_BRACE || type == DescantParser.CLOSE_BRACE) {
                return opensIndex(tokens, i);
            }
        }
        return false;
    }

    /** @param open the offset of the brace */
    private static Optional<Diagnostic> braced(Stumble s, int open) {
        int close = open + 1;
        while (s.continuesLine(close) && s.type(close) != DescantParser.CLOSE_BRACE && s.type(close) != Token.EOF) {
            close++;
        }
        if (s.type(close) != DescantParser.CLOSE_BRACE || close == open + 1) {
            return Optional.empty();
        }
        String inside = s.text(open + 1, close - 1).replace(" ", "");
        if (s.type(open - 1) == DescantParser.CARET) {
            String name = s.text(open - 2);
            String time = inside.replaceAll("^\\((.*)\\)$", "$1");
            return Optional.of(
                    TIME.matcher(time).matches() && isStepped(s, name)
                            ? index(s, close, name, time)
                            : Diagnostic.error(
                                    s.span(open, close),
                                    "an exponent has no braces",
                                    "write ^" + (WORD.matcher(inside).matches() ? inside : "(" + inside + ")")));
        }
        String word = s.text(open - 1);
        String name = word.replaceAll("_+$", "");
        if (name.length() == word.length() || name.isEmpty()) {
            return Optional.empty();
        }
        if (WORD.matcher(inside).matches() && !TIME.matcher(inside).matches()) {
            return Optional.of(
                    Diagnostic.error(s.span(open - 1, close), "a name has no braces", "write " + name + "_" + inside));
        }
        return Optional.of(index(s, close, name, inside));
    }

    private static Diagnostic index(Stumble s, int last, String name, String index) {
        int first = -1;
        while (!TokenKinds.isName(s.type(first))) {
            first--;
        }
        return Diagnostic.error(
                s.span(first, last), "an index stands in brackets", "write " + name + "[" + index + "]");
    }

    /** Whether a name is one that is written {@code w[t]} on the left side: the parameter, or a state declared above. */
    static boolean isStepped(Stumble s, String name) {
        String wanted = Spelling.canonical(name);
        boolean parameter = s.around(DescantParser.RULE_optimizer)
                .map(optimizer -> ((OptimizerContext) optimizer).header())
                .map(HeaderContext::name)
                .filter(names -> !names.isEmpty() && is(s, names.get(0), wanted))
                .isPresent();
        return parameter
                || s.around(DescantParser.RULE_body)
                        .map(body -> ((BodyContext) body)
                                .item().stream()
                                        .map(ItemContext::state)
                                        .anyMatch(state ->
                                                state != null && state.name() != null && is(s, state.name(), wanted)))
                        .orElse(false);
    }

    private static boolean is(Stumble s, ParserRuleContext name, String wanted) {
        return Spelling.canonical(s.text(name)).equals(wanted);
    }
}
