package org.descant.grammar.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.descant.grammar.parse.token.DescantLexer;
import org.descant.grammar.parse.token.Spans;
import org.descant.grammar.source.Span;
import org.descant.grammar.syntax.Doc;

/**
 * Finds the documentation comments of a construct: those above it, and those that end one of its lines. A comment that ends the line of a
 * brace or a semicolon belongs to what stands before it.
 */
final class DocReader {
    private final Spans spans;
    private final Map<Integer, List<Token>> above = new HashMap<>();
    private final TreeMap<Integer, List<Token>> behind = new TreeMap<>();

    DocReader(List<Token> tokens, Spans spans) {
        this.spans = spans;
        List<Token> waiting = new ArrayList<>();
        Optional<Token> last = Optional.empty();
        for (Token token : tokens) {
            if (token.getType() == DescantLexer.DOC) {
                Optional<Token> owner = last.filter(l -> l.getLine() == token.getLine());
                owner.ifPresentOrElse(
                        o -> behind.computeIfAbsent(o.getTokenIndex(), i -> new ArrayList<>())
                                .add(token),
                        () -> waiting.add(token));
            } else if (token.getChannel() == Token.DEFAULT_CHANNEL) {
                if (!waiting.isEmpty()) {
                    above.put(token.getTokenIndex(), List.copyOf(waiting));
                    waiting.clear();
                }
                if (token.getType() != DescantLexer.SEMICOLON) {
                    last = Optional.of(token);
                }
            }
        }
    }

    Optional<Doc> of(ParserRuleContext context) {
        return between(context.getStart(), context.getStop());
    }

    /** The documentation of what stands between two tokens. */
    Optional<Doc> between(Token first, Token end) {
        List<Token> comments = new ArrayList<>(above.getOrDefault(first.getTokenIndex(), List.of()));
        behind.subMap(first.getTokenIndex(), true, end.getTokenIndex(), true)
                .values()
                .forEach(comments::addAll);
        if (comments.isEmpty()) {
            return Optional.empty();
        }
        String text = comments.stream().map(this::text).collect(Collectors.joining("\n"));
        Span span = spans.between(comments.get(0), comments.get(comments.size() - 1));
        return Optional.of(new Doc(text, span));
    }

    private String text(Token comment) {
        String text = spans.of(comment).text().substring("///".length());
        return (text.startsWith(" ") ? text.substring(1) : text).stripTrailing();
    }
}
