package org.descant.grammar.format;

import java.util.ArrayList;
import java.util.List;

/** Free lines: those of the author, none inside the ends of a body, one around each declaration that has a body. */
final class Paragraphs {
    private static final Line FREE = new Line(Line.Kind.COMMENT, 0, "", List.of(), "", false);

    private Paragraphs() {}

    static List<Line> separate(List<Line> lines) {
        List<Line> separated = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (i > 0 && isFree(lines, i)) {
                separated.add(FREE);
            }
            separated.add(lines.get(i));
        }
        return separated;
    }

    /** Whether a free line stands above a line. */
    private static boolean isFree(List<Line> lines, int i) {
        Line above = lines.get(i - 1);
        Line line = lines.get(i);
        if (line.kind() == Line.Kind.CLOSING || (above.kind() == Line.Kind.HEADER && line.indent() > 0)) {
            return false;
        }
        if (line.spaced() || above.kind() == Line.Kind.CLOSING) {
            return true;
        }
        return line.indent() == 0 && above.kind() != Line.Kind.COMMENT && beginsBody(lines, i);
    }

    /** Whether a line is the head of a declaration with a body, or the first comment right above one. */
    private static boolean beginsBody(List<Line> lines, int i) {
        int head = i;
        while (head < lines.size() && lines.get(head).kind() == Line.Kind.COMMENT) {
            head++;
            if (head < lines.size() && lines.get(head).spaced()) {
                return false;
            }
        }
        return head < lines.size() && lines.get(head).kind() == Line.Kind.HEADER;
    }
}
