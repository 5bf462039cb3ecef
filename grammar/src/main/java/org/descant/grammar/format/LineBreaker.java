package org.descant.grammar.format;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.Token;
import org.descant.grammar.parse.token.DescantLexer;
import org.descant.grammar.parse.token.RuleLexer;
import org.descant.grammar.parse.token.Spans;
import org.descant.grammar.parse.token.TokenKinds;
import org.descant.grammar.source.SourceText;
import org.descant.grammar.syntax.BodyItem;
import org.descant.grammar.syntax.Declaration;
import org.descant.grammar.syntax.DefDeclaration;
import org.descant.grammar.syntax.DerivedOptimizer;
import org.descant.grammar.syntax.Equation;
import org.descant.grammar.syntax.HyperDeclaration;
import org.descant.grammar.syntax.OptimizerDeclaration;
import org.descant.grammar.syntax.OptionDeclaration;
import org.descant.grammar.syntax.RuleFile;
import org.descant.grammar.syntax.ScheduleDeclaration;
import org.descant.grammar.syntax.StateDeclaration;

/** Cuts a text into lines: one for each item, each brace that closes, each comment of its own, and where the author broke an item. */
final class LineBreaker {
    private static final int INDENT = 2;

    private final SourceText source;
    private final Spans spans;
    private final Map<Integer, Line.Kind> starts = new HashMap<>();
    private final List<Line> lines = new ArrayList<>();
    private Spacing spacing = new Spacing();
    private LineBuilder current = new LineBuilder(Line.Kind.COMMENT, 0, false, spacing);
    private int before = Token.EOF;
    private boolean inBody;

    LineBreaker(SourceText source, RuleFile file) {
        this.source = source;
        this.spans = new Spans(source);
        file.imports().forEach(line -> starts.put(line.span().start(), Line.Kind.IMPORT));
        file.declarations().forEach(this::addStarts);
    }

    private void addStarts(Declaration declaration) {
        starts.put(declaration.span().start(), kind(declaration));
        if (kind(declaration) == Line.Kind.HEADER) {
            body(declaration).forEach(item -> starts.put(item.span().start(), kind(item)));
        }
    }

    private static Line.Kind kind(Declaration declaration) {
        if (declaration instanceof DerivedOptimizer) {
            return Line.Kind.DERIVED;
        }
        return declaration.span().text().endsWith("}") ? Line.Kind.HEADER : Line.Kind.SHORT_DECLARATION;
    }

    private static List<BodyItem> body(Declaration declaration) {
        if (declaration instanceof OptimizerDeclaration optimizer) {
            return optimizer.body();
        } else if (declaration instanceof DefDeclaration def) {
            return def.body();
        }
        return declaration instanceof ScheduleDeclaration schedule ? schedule.body() : List.of();
    }

    private static Line.Kind kind(BodyItem item) {
        if (item instanceof HyperDeclaration) {
            return Line.Kind.HYPER;
        } else if (item instanceof OptionDeclaration) {
            return Line.Kind.OPTION;
        } else if (item instanceof StateDeclaration) {
            return Line.Kind.STATE;
        }
        return item instanceof Equation ? Line.Kind.EQUATION : Line.Kind.ITEM;
    }

    List<Line> lines() {
        int breaks = 0;
        boolean afterComment = false;
        List<Token> tokens = RuleLexer.read(source.text()).getTokens();
        BitSet inside = insideItems(tokens);
        for (Token token : tokens) {
            int type = token.getType();
            if (type == DescantLexer.SPACE) {
                breaks += (int) token.getText().chars().filter(c -> c == '\n').count();
            } else if (type == DescantLexer.DOC || type == DescantLexer.COMMENT) {
                comment(token, breaks, inside.get(token.getTokenIndex()));
                breaks = 0;
                afterComment = true;
            } else if (type != DescantLexer.SEMICOLON && type != Token.EOF) {
                add(token, breaks, afterComment);
                breaks = 0;
                afterComment = false;
            }
        }
        finish();
        return lines;
    }

    private void comment(Token token, int breaks, boolean insideItem) {
        String text = token.getText().stripTrailing();
        if (breaks == 0 && !current.isEmpty() && !current.hasComment()) {
            current.comment(text);
            return;
        }
        finish();
        int indent = (inBody ? INDENT : 0) + (insideItem ? INDENT : 0);
        current = new LineBuilder(Line.Kind.COMMENT, indent, breaks > 1 && !insideItem, spacing);
        current.comment(text);
    }

    /** For each token, whether the next one that is no comment and no blank goes on with an item. */
    private BitSet insideItems(List<Token> tokens) {
        BitSet inside = new BitSet(tokens.size());
        boolean goesOn = false;
        for (int i = tokens.size() - 1; i >= 0; i--) {
            inside.set(i, goesOn);
            Token token = tokens.get(i);
            if (token.getChannel() == Token.DEFAULT_CHANNEL) {
                goesOn = switch (token.getType()) {
                    case Token.EOF, DescantLexer.CLOSE_BRACE, DescantLexer.SEMICOLON -> false;
                    default -> !starts.containsKey(spans.of(token).start());
                };
            }
        }
        return inside;
    }

    private void add(Token token, int breaks, boolean afterComment) {
        Line.Kind start = starts.get(spans.of(token).start());
        if (token.getType() == DescantLexer.CLOSE_BRACE) {
            inBody = false;
            begin(Line.Kind.CLOSING, 0, false);
        } else if (start != null) {
            begin(start, inBody ? INDENT : 0, breaks > 1);
        } else if (afterComment || (breaks > 0 && mayBreakBefore(token.getType()))) {
            begin(Line.Kind.CONTINUATION, inBody ? 2 * INDENT : INDENT, false);
        }
        current.add(token);
        before = token.getType();
        if (token.getType() == DescantLexer.OPEN_BRACE) {
            inBody = true;
        }
    }

    /** Whether the author may break a line in front of a token: not where it belongs to what stands before it. */
    private boolean mayBreakBefore(int type) {
        return switch (type) {
            case DescantLexer.OPEN, DescantLexer.OPEN_BRACKET ->
                !TokenKinds.isName(before) && before != DescantLexer.GRAD && before != DescantLexer.LOSS;
            case DescantLexer.OPEN_BRACE,
                    DescantLexer.CLOSE,
                    DescantLexer.CLOSE_BRACKET,
                    DescantLexer.COMMA,
                    DescantLexer.COLON,
                    DescantLexer.DOT,
                    DescantLexer.SUBINDEX,
                    DescantLexer.SUPERSCRIPT -> false;
            default -> true;
        };
    }

    private void begin(Line.Kind kind, int indent, boolean spaced) {
        finish();
        if (kind != Line.Kind.CONTINUATION) {
            spacing = new Spacing();
        }
        current = new LineBuilder(kind, indent, spaced, spacing);
    }

    private void finish() {
        if (!current.isEmpty()) {
            lines.add(current.build());
        }
    }
}
