package org.descant.grammar.format;

import java.util.List;

/**
 * A line of the laid-out text.
 *
 * @param kind what stands in it
 * @param indent how many blanks stand in front of it
 * @param text what stands in it, without its comment
 * @param stops the offsets in the text that are put under each other in lines of one kind: at the equals sign, at the range
 * @param comment the comment at its end; empty for none
 * @param spaced whether the author left a line free above it
 */
record Line(Kind kind, int indent, String text, List<Integer> stops, String comment, boolean spaced) {
    /** What a line can be. */
    enum Kind {
        IMPORT,
        /** A declaration that is one line. */
        SHORT_DECLARATION,
        /** An optimizer derived from another. */
        DERIVED,
        /** The first line of a declaration with a body. */
        HEADER,
        HYPER,
        OPTION,
        STATE,
        EQUATION,
        /** An item that is not aligned with others. */
        ITEM,
        CONTINUATION,
        COMMENT,
        CLOSING;

        /** Whether lines of this kind are put in columns. */
        boolean isAligned() {
            return this == DERIVED || this == HYPER || this == OPTION || this == STATE || this == EQUATION;
        }
    }

    Line {
        stops = List.copyOf(stops);
    }

    Line with(String newText, List<Integer> newStops) {
        return new Line(kind, indent, newText, newStops, comment, spaced);
    }

    Line withComment(String newText) {
        return new Line(kind, indent, newText, stops, comment, spaced);
    }

    Line withSpace(boolean newSpaced) {
        return new Line(kind, indent, text, stops, comment, newSpaced);
    }

    /** The number of columns up to the end of the text, marks over letters not counted. */
    int width() {
        return indent + width(text);
    }

    /** The number of columns of a text. */
    static int width(String text) {
        return (int) text.codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .count();
    }

    String print() {
        return (" ".repeat(indent) + text + comment).stripTrailing();
    }
}
