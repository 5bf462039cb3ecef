package org.descant.grammar.parse;

import java.util.List;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.descant.grammar.parse.explain.ItemRecovery;
import org.descant.grammar.parse.explain.PowerCheck;
import org.descant.grammar.parse.explain.ResumePoints;
import org.descant.grammar.parse.explain.SourceCharacters;
import org.descant.grammar.parse.explain.SplitLines;
import org.descant.grammar.parse.explain.SyntaxErrors;
import org.descant.grammar.parse.token.LimitedParser;
import org.descant.grammar.parse.token.RuleLexer;
import org.descant.grammar.parse.token.Spans;
import org.descant.grammar.source.Diagnostics;
import org.descant.grammar.source.SourceText;
import org.descant.grammar.syntax.RuleFile;

/** Reads rule files. */
public final class RuleParser {
    private RuleParser() {}

    /**
     * The tree of a text. All errors are reported, never thrown; where there are any, the tree holds what could be read.
     */
    public static RuleFile parse(SourceText source, Diagnostics diagnostics) {
        Spans spans = new Spans(source);
        CommonTokenStream tokens = RuleLexer.read(SourceCharacters.withoutHidden(source, diagnostics));
        List<Token> visible = tokens.getTokens().stream()
                .filter(token -> token.getChannel() == Token.DEFAULT_CHANNEL)
                .toList();
        ItemRecovery recovery =
                new ItemRecovery(new SyntaxErrors(spans, visible, diagnostics), new ResumePoints(visible));
        LimitedParser parser = new LimitedParser(tokens);
        parser.removeErrorListeners();
        parser.setErrorHandler(recovery);
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        return reader(spans, tokens, recovery, diagnostics).file(parser.file());
    }

    private static DeclarationReader reader(
            Spans spans, CommonTokenStream tokens, ItemRecovery recovery, Diagnostics diagnostics) {
        Spellings spellings = new Spellings(diagnostics);
        WordReader words = new WordReader(spans, spellings, diagnostics);
        ExpressionReader expressions = new ExpressionReader(spans, words, new PowerCheck(spans, diagnostics));
        DocReader docs = new DocReader(tokens.getTokens(), spans);
        SplitLines lines = new SplitLines(spans, tokens.getTokens(), diagnostics);
        ItemReader items = new ItemReader(spans, words, expressions, docs, lines, recovery);
        return new DeclarationReader(spans, words, expressions, items, docs, recovery, spellings, diagnostics);
    }
}
