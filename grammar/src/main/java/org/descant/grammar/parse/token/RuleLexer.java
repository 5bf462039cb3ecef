package org.descant.grammar.parse.token;

import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;

/** Cuts a text into tokens. Comments and blanks are tokens too, on channels that the parser does not see. */
public final class RuleLexer {
    private RuleLexer() {}

    /** All tokens of a text; what is no token of the language is one of type {@link DescantLexer#STRANGE}. */
    public static CommonTokenStream read(String text) {
        DescantLexer lexer = new DescantLexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        CommonTokenStream tokens = new CommonTokenStream(lexer);
        tokens.fill();
        return tokens;
    }
}
