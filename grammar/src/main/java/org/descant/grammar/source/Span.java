package org.descant.grammar.source;

/**
 * A stretch of a source text, as character offsets; {@code end} is exclusive. Line and column are computed only when a
 * diagnostic is rendered.
 */
public record Span(SourceText source, int start, int end) {
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("no span from " + start + " to " + end);
        }
    }

    /** The smallest span of this source that holds both. */
    public Span to(Span last) {
        return new Span(source, Math.min(start, last.start), Math.max(end, last.end));
    }

    /** Where it begins: {@code adam.opt:3:8}. */
    @Override
    public String toString() {
        return source.name() + ":" + source.line(start) + ":" + source.column(start);
    }

    /** The characters between start and end, as written. */
    public String text() {
        return source.text().substring(start, end);
    }
}
