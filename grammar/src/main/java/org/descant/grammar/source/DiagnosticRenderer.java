package org.descant.grammar.source;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Diagnostics as text for people: place and message, the source line with carets under what is meant, and what to do.
 *
 * <pre>
 * rules/adam.opt:12:10: error: 'w' is the value after this step
 *     w[t] = w - lr * g
 *            ^
 *   = did you mean w[t-1]?
 * </pre>
 */
public final class DiagnosticRenderer {
    private static final Comparator<Diagnostic> BY_PLACE = Comparator.comparing(
                    (Diagnostic d) -> d.span().source().name())
            .thenComparing(d -> d.span().start())
            .thenComparing(d -> d.span().end());

    private final Palette palette;

    /** @param coloured whether to use the colours of a terminal */
    public DiagnosticRenderer(boolean coloured) {
        this.palette = coloured ? Palette.TERMINAL : Palette.PLAIN;
    }

    /** All diagnostics by file and place, with an empty line between each two of them; the text ends with a line feed. */
    public String render(List<Diagnostic> diagnostics) {
        return diagnostics.stream().sorted(BY_PLACE).map(this::render).collect(Collectors.joining("\n"));
    }

    /** One diagnostic: one to four lines, and three at the most for each note, each with its line feed. A line that is empty is not shown. */
    public String render(Diagnostic diagnostic) {
        StringBuilder text = new StringBuilder();
        place(text, diagnostic.span(), severity(diagnostic.severity()), diagnostic.shownMessage());
        diagnostic.shownSuggestion().ifPresent(suggestion -> text.append("  = ")
                .append(palette.hint(VisibleText.of(suggestion)))
                .append('\n'));
        diagnostic
                .notes()
                .forEach(note -> place(text, note.span(), palette.hint("note:"), LongWords.cut(note.message())));
        return text.toString();
    }

    private void place(StringBuilder text, Span span, String label, String message) {
        SourceText source = span.source();
        String place = source.name() + ":" + source.line(span.start()) + ":" + source.column(span.start()) + ":";
        SourceExcerpt excerpt = SourceExcerpt.of(span);
        text.append(palette.strong(VisibleText.of(place)))
                .append(' ')
                .append(label)
                .append(' ')
                .append(VisibleText.of(message))
                .append('\n');
        if (excerpt.line().isBlank()) {
            return;
        }
        text.append(("    " + excerpt.line()).stripTrailing()).append('\n');
        text.append("    ")
                .append(excerpt.indent())
                .append(palette.mark(excerpt.carets()))
                .append('\n');
    }

    private String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> palette.error("error:");
            case WARNING -> palette.warning("warning:");
        };
    }
}
