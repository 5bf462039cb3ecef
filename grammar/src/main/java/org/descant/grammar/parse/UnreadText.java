package org.descant.grammar.parse;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.descant.grammar.parse.token.DescantLexer;
import org.descant.grammar.parse.token.RuleLexer;
import org.descant.grammar.parse.token.Spans;
import org.descant.grammar.parse.token.Spelling;
import org.descant.grammar.source.Diagnostic;
import org.descant.grammar.source.Severity;
import org.descant.grammar.source.SourceText;
import org.descant.grammar.source.Span;
import org.descant.grammar.syntax.Declaration;
import org.descant.grammar.syntax.DefDeclaration;
import org.descant.grammar.syntax.DerivedOptimizer;
import org.descant.grammar.syntax.Node;
import org.descant.grammar.syntax.OptimizerDeclaration;
import org.descant.grammar.syntax.RuleFile;
import org.descant.grammar.syntax.ScheduleDeclaration;

/**
 * The gaps of a tree: what stands in a text that has syntax errors and not in the tree that was read from it. Any name that occurs in
 * a gap may have been declared or defined there.
 */
public final class UnreadText {
    private final BitSet read = new BitSet();
    private final Set<String> names = new HashSet<>();
    private boolean bounded = true;
    private boolean hidesMeaning;

    private UnreadText(RuleFile file, List<Diagnostic> found) {
        file.imports().forEach(each -> cover(each.span()));
        file.declarations().forEach(this::cover);
        found.stream()
                .filter(each -> each.severity() == Severity.ERROR)
                .map(Diagnostic::span)
                .filter(span -> span.source().equals(file.span().source()))
                .forEach(this::uncoverLines);
        collect(file.span().source());
    }

    /** The gaps of a file, where those errors were found. */
    public static UnreadText of(RuleFile file, List<Diagnostic> found) {
        return new UnreadText(file, found);
    }

    /** The names in the gaps, in ASCII, and {@code return} where one stands there. */
    public Set<String> names() {
        return Set.copyOf(names);
    }

    /** Whether the gaps hide no import, and braces show where every declaration begins and ends. */
    public boolean isBounded() {
        return bounded;
    }

    /** Whether the gaps may hold a def or schedule, which could replace one that is known elsewhere, or another view of tensors. */
    public boolean hidesMeaning() {
        return hidesMeaning;
    }

    /** The names in any piece of text, in ASCII, and {@code return}. */
    public static Set<String> namesIn(String text) {
        Set<String> names = new HashSet<>();
        for (Token token : RuleLexer.read(text).getTokens()) {
            if (isWord(token)) {
                names.add(Spelling.canonical(token.getText()));
            }
        }
        return names;
    }

    private static boolean isWord(Token token) {
        return token.getType() == DescantLexer.NAME || token.getText().equals("return");
    }

    private void cover(Declaration declaration) {
        cover(declaration.name().span());
        if (declaration instanceof OptimizerDeclaration optimizer) {
            cover(optimizer.parameter().span());
            optimizer.gradient().ifPresent(gradient -> cover(gradient.span()));
            cover(optimizer.body());
        } else if (declaration instanceof DefDeclaration def) {
            cover(def.parameters());
            cover(def.body());
        } else if (declaration instanceof ScheduleDeclaration schedule) {
            cover(schedule.parameters());
            cover(schedule.body());
        } else if (declaration instanceof DerivedOptimizer) {
            cover(declaration.span());
        }
    }

    private void cover(List<? extends Node> nodes) {
        nodes.forEach(node -> cover(node.span()));
    }

    private void cover(Span span) {
        read.set(span.start(), span.end());
    }

    /** What stands beside a mistake may have been meant as a part of it. */
    private void uncoverLines(Span span) {
        String text = span.source().text();
        int start = text.lastIndexOf('\n', Math.max(0, span.start() - 1)) + 1;
        int end = text.indexOf('\n', span.end());
        read.clear(Math.min(start, span.start()), end < 0 ? text.length() : end);
    }

    private void collect(SourceText source) {
        Spans spans = new Spans(source);
        int depth = 0;
        boolean head = false;
        for (Token token : RuleLexer.read(source.text()).getTokens()) {
            if (token.getChannel() != Token.DEFAULT_CHANNEL || token.getType() == Token.EOF) {
                continue;
            }
            String text = token.getText();
            depth += text.equals("{") ? 1 : text.equals("}") ? -1 : 0;
            bounded &= depth == 0 || depth == 1;
            Span span = spans.of(token);
            boolean unread = !read.get(span.start());
            hidesMeaning |= unread && (head || text.equals("matrix"));
            head = text.equals("def") || text.equals("schedule");
            if (!unread) {
                continue;
            }
            bounded &= !text.equals("import");
            if (isWord(token)) {
                names.add(Spelling.canonical(text));
            }
        }
        bounded &= depth == 0;
    }
}
