package org.descant.grammar.format;

import java.util.List;
import org.descant.grammar.source.SourceText;
import org.descant.grammar.syntax.RuleFile;

/**
 * Lays a rule file out tidily: one item a line, blanks by one rule, equals signs and ranges in columns, comments where they were. Names
 * and operators keep the spelling of the author, and so do line breaks inside an item; lines end as the first one does. What is read from the result is the same tree,
 * and laying it out again changes nothing.
 */
public final class Formatter {
    private Formatter() {}

    /**
     * The text, laid out.
     *
     * @param file what was read from the source, without errors
     */
    public static String format(SourceText source, RuleFile file) {
        List<Line> lines = new LineBreaker(source, file).lines();
        List<Line> aligned = new Columns(lines).aligned();
        String end = lineEnd(source.text());
        StringBuilder text = new StringBuilder();
        for (Line line : Paragraphs.separate(aligned)) {
            text.append(line.print()).append(end);
        }
        return text.toString();
    }

    /** How the first line of a text ends. */
    private static String lineEnd(String text) {
        int first = text.indexOf('\n');
        return first > 0 && text.charAt(first - 1) == '\r' ? "\r\n" : "\n";
    }
}
