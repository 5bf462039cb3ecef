package org.descant.grammar.parse.explain;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;
import org.descant.grammar.parse.token.DescantParser;
import org.descant.grammar.parse.token.TokenKinds;
import org.descant.grammar.source.Diagnostic;
import org.descant.grammar.source.SourceText;

/** Lines that begin like nothing in the language: {@code let x = 3}, {@code optimiser Adam(w, g)}, an equation outside of braces. */
final class UnknownBeginnings implements Explanation {
    private static final List<String> ITEM_WORDS =
            List.of("hyper", "option", "state", "input", "output", "rule", "matrix", "return");
    private static final List<String> DECLARATION_WORDS = List.of("optimizer", "def", "schedule", "import");

    private static final Pattern NAME_OF_A_FILE = Pattern.compile("[\\w./\\\\:-]+");

    @Override
    public Optional<Diagnostic> explain(Stumble s) {
        if (s.rule() == DescantParser.RULE_file) {
            return Optional.of(outside(s));
        }
        boolean begins = s.context().getStart() == s.token(-1) && TokenKinds.isName(s.type(-1));
        if (begins && s.rule() == DescantParser.RULE_item && s.type(-1) == DescantParser.MATRIX) {
            return Optional.of(Diagnostic.error(
                    s.span(0), "'matrix' is followed by 'last', or by '=' where it is a name", "write matrix last"));
        }
        if (begins && s.rule() == DescantParser.RULE_item && s.type(-1) == DescantParser.RULE) {
            return Optional.of(Diagnostic.error(
                    s.span(0),
                    "'rule' is followed by a name, or by '=' where it is a name",
                    "write rule inner = AdamW"));
        }
        return begins && s.rule() == DescantParser.RULE_equation ? Optional.of(noEquation(s)) : Optional.empty();
    }

    private static Diagnostic noEquation(Stumble s) {
        String word = s.text(-1);
        if (s.continuesLine(0) && TokenKinds.isName(s.type(0))) {
            String instead = Nearest.of(word, ITEM_WORDS)
                    .map(near -> "did you mean '" + near + "'?")
                    .orElse("write " + s.text(0) + " = …");
            return Diagnostic.error(s.span(-1), "'" + word + "' is not a word that begins a line", instead);
        }
        String left = BracedIndices.isStepped(s, word) ? word + "[t]" : word;
        return Diagnostic.error(s.span(-1), "'" + word + "' is not followed by '='", "write " + left + " = …");
    }

    private static Diagnostic outside(Stumble s) {
        if (s.foundIs(DescantParser.CLOSE_BRACE)) {
            return Diagnostic.error(s.span(0), "this '}' closes nothing", "remove it");
        }
        String word = s.foundIs(Token.EOF) ? "" : s.text(0);
        SourceText source = s.span(0).source();
        if (declarationWord(word).isEmpty()
                && NAME_OF_A_FILE.matcher(source.text().strip()).matches()) {
            return Diagnostic.error(
                    source.span(),
                    "this is no rule, but looks like the name of one",
                    "give the file's path (in Java: Path.of(...)); a text uses a rule of the library"
                            + " with import \"adam.opt\"");
        }
        return declarationWord(word)
                .map(near -> Diagnostic.error(
                        s.span(0), "'" + word + "' begins no declaration", "did you mean '" + near + "'?"))
                .orElseGet(() -> Diagnostic.error(
                        s.span(0),
                        "'" + word + "' stands outside of any optimizer, def or schedule",
                        "write it between the braces of one"));
    }

    /** The word of a declaration that somebody may have meant. */
    static Optional<String> declarationWord(String written) {
        return Nearest.of(written, DECLARATION_WORDS);
    }
}
