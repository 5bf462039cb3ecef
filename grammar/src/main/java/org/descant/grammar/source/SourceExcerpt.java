package org.descant.grammar.source;

/**
 * The line in which a span begins, and the carets to be set under the part of the span that stands in it. A long line is cut around the
 * span. Of the line the {@link VisibleText} is shown.
 *
 * @param indent what to write in front of the carets so that they stand under the span: blanks, and tabs where the line has tabs
 */
record SourceExcerpt(String line, String indent, String carets) {
    private static final int WIDTH = 120;
    private static final int LEAD = 60;
    private static final String CUT = "… ";

    static SourceExcerpt of(Span span) {
        SourceText source = span.source();
        String line = source.lineText(span.start());
        int lineStart = source.lineStart(span.start());
        int from = Math.min(span.start() - lineStart, line.length());
        int to = Math.max(from, Math.min(span.end() - lineStart, line.length()));
        int left =
                line.length() <= WIDTH ? 0 : boundary(line, Math.max(0, Math.min(from - LEAD, line.length() - WIDTH)));
        int right = Math.min(line.length(), boundary(line, Math.min(left + WIDTH, line.length())));
        String lead = left > 0 ? CUT : "";
        String tail = right < line.length() ? " …" : "";
        return new SourceExcerpt(
                lead + VisibleText.of(line.substring(left, right)) + tail,
                blanks(lead + line.substring(left, from)),
                "^".repeat(Math.max(1, columns(line.substring(from, Math.max(from, Math.min(to, right)))))));
    }

    private static int boundary(String line, int index) {
        return index > 0 && index < line.length() && Character.isLowSurrogate(line.charAt(index)) ? index - 1 : index;
    }

    private static String blanks(String text) {
        StringBuilder blanks = new StringBuilder();
        text.codePoints().filter(c -> !isMark(c)).forEach(c -> blanks.append(c == '\t' ? '\t' : ' '));
        return blanks.toString();
    }

    private static int columns(String text) {
        return (int) text.codePoints().filter(c -> !isMark(c)).count();
    }

    /** Whether a character is drawn over the one before it. */
    private static boolean isMark(int character) {
        return Character.getType(character) == Character.NON_SPACING_MARK;
    }
}
