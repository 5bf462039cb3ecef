package org.descant.grammar.format;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.descant.grammar.parse.token.DescantLexer;
import org.descant.grammar.parse.token.TokenKinds;

/** A line while its tokens come in. */
final class LineBuilder {
    private final Line.Kind kind;
    private final int indent;
    private final boolean spaced;
    private final StringBuilder text = new StringBuilder();
    private final List<Integer> stops = new ArrayList<>();
    private final Spacing spacing;
    private String comment = "";
    private int depth;

    /** @param spacing knows the tokens of the lines that this one continues */
    LineBuilder(Line.Kind kind, int indent, boolean spaced, Spacing spacing) {
        this.spacing = spacing;
        this.kind = kind;
        this.indent = indent;
        this.spaced = spaced;
    }

    void add(Token token) {
        int type = token.getType();
        boolean blank = spacing.blankBefore(token);
        boolean stop = (type == DescantLexer.EQUALS && stops.isEmpty())
                || (type == DescantLexer.IN && kind == Line.Kind.HYPER && stops.size() == 1);
        if (blank && !text.isEmpty()) {
            text.append(' ');
        }
        if (stop && depth == 0 && kind.isAligned()) {
            stops.add(text.length());
        }
        depth += TokenKinds.isOpening(type) ? 1 : TokenKinds.isClosing(type) ? -1 : 0;
        text.append(token.getText());
    }

    void comment(String behind) {
        comment = behind;
    }

    boolean hasComment() {
        return !comment.isEmpty();
    }

    boolean isEmpty() {
        return text.isEmpty() && comment.isEmpty();
    }

    Line build() {
        return new Line(kind, indent, text.toString(), stops, comment, spaced);
    }
}
