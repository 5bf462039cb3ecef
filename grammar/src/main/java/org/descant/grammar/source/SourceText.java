package org.descant.grammar.source;

/** A text and the name under which diagnostics speak of it: a path as the user wrote it, or a name in angle brackets. Two sources are the same only if they are the same object. */
public final class SourceText {
    private final String name;
    private final String text;

    public SourceText(String name, String text) {
        this.name = name;
        this.text = text;
    }

    public String name() {
        return name;
    }

    public String text() {
        return text;
    }

    /** The whole text as a span. */
    public Span span() {
        return new Span(this, 0, text.length());
    }

    /** The line that holds the offset, counted from 1. */
    public int line(int offset) {
        int line = 1;
        for (int i = 0; i < Math.min(offset, text.length()); i++) {
            if (endsLine(i)) {
                line++;
            }
        }
        return line;
    }

    /** The column of the offset in its line, counted from 1 in code points. */
    public int column(int offset) {
        int start = lineStart(offset);
        return text.codePointCount(start, Math.min(offset, text.length())) + 1;
    }

    /** The line that holds the offset, without its line end. */
    public String lineText(int offset) {
        int start = lineStart(offset);
        int end = start;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return text.substring(start, end);
    }

    /** Where the line that holds the offset begins. */
    int lineStart(int offset) {
        int start = Math.min(offset, text.length());
        while (start > 0 && !endsLine(start - 1)) {
            start--;
        }
        return start;
    }

    /** Whether a line ends with this character: a line feed, or a carriage return without one behind it. */
    private boolean endsLine(int offset) {
        char c = text.charAt(offset);
        return c == '\n' || (c == '\r' && !text.startsWith("\n", offset + 1));
    }

    @Override
    public String toString() {
        return name;
    }
}
