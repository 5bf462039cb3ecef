package org.descant.grammar.parse.explain;

import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.descant.grammar.parse.token.DescantParser.ItemContext;
import org.descant.grammar.parse.token.LimitedParser;
import org.descant.grammar.parse.token.Spans;
import org.descant.grammar.source.Diagnostic;
import org.descant.grammar.source.Diagnostics;
import org.descant.grammar.source.Span;

/** Says what is wrong where the parser cannot go on: the first explanation that recognises the mistake does. */
public final class SyntaxErrors {
    /** Beyond this number a text is hardly a rule, and nobody reads on. */
    private static final int MOST = 200;

    private final Spans spans;
    private final List<Token> tokens;
    private final Diagnostics diagnostics;
    private int count;
    /** What the last error is about. */
    private Optional<Span> last = Optional.empty();

    /** @param tokens all that the parser sees, the end of the text last */
    public SyntaxErrors(Spans spans, List<Token> tokens, Diagnostics diagnostics) {
        this.spans = spans;
        this.tokens = tokens;
        this.diagnostics = diagnostics;
    }

    public void report(ParserRuleContext context, Optional<ItemContext> itemBefore, Token found, int position) {
        if (isEnough() || isExplained(context)) {
            return;
        }
        count++;
        Stumble stumble = new Stumble(context, itemBefore, tokens, position, spans);
        Diagnostic error = Explanations.ALL.stream()
                .map(explanation -> explanation.explain(stumble))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> unexplained(stumble));
        diagnostics.report(error);
        last = Optional.of(error.span());
        if (count == MOST) {
            diagnostics.report(Diagnostic.error(
                    spans.of(found), "these are " + MOST + " errors; what follows has not been looked at"));
        }
    }

    /** Whether this belongs to an item that begins with a reserved word which was reported in another's place: it begins nothing. */
    private boolean isExplained(ParserRuleContext context) {
        for (ParserRuleContext c = context; c != null; c = c.getParent()) {
            if (c instanceof ItemContext) {
                return last.equals(Optional.of(spans.of(c.getStart())));
            }
        }
        return false;
    }

    /** Whether nothing more is going to be reported. */
    boolean isEnough() {
        return count >= MOST;
    }

    void reportTooDeep(Token found) {
        diagnostics.report(Diagnostic.error(
                spans.of(found),
                "this is nested more than " + LimitedParser.NESTING_LIMIT + " deep",
                "give inner parts names of their own"));
    }

    private Diagnostic unexplained(Stumble s) {
        if (s.foundIs(Token.EOF)) {
            Span last = s.span(-1);
            return Diagnostic.error(new Span(spans.source(), last.end(), last.end()), "the text ends too early");
        }
        String behind = s.at() > 0 && s.continuesLine(0) ? " behind '" + s.text(-1) + "'" : "";
        return Diagnostic.error(s.span(0), "'" + s.text(0) + "' cannot stand here" + behind);
    }

    /** Apart, since most texts need none of them. */
    private static final class Explanations {
        /** Those that look at more of the text come first. */
        static final List<Explanation> ALL = List.of(
                new BracedIndices(),
                new StrangeCharacters(),
                new ForeignOperators(),
                new ReservedWords(),
                new MisplacedWords(),
                new SideBySide(),
                new UnfinishedValues(),
                new UnknownBeginnings(),
                new Brackets(),
                new MissingParts());
    }
}
