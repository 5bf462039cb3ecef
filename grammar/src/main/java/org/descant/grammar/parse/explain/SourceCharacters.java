package org.descant.grammar.parse.explain;

import java.util.HashSet;
import java.util.Set;
import org.descant.grammar.source.Diagnostic;
import org.descant.grammar.source.Diagnostics;
import org.descant.grammar.source.SourceText;
import org.descant.grammar.source.Span;

/**
 * Refuses characters that nobody can see, comments included: controls, zero-width characters and those that turn the direction of
 * writing, with which a text reads other than it is. The parser goes on as if they were blanks.
 */
public final class SourceCharacters {
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private SourceCharacters() {}

    /** The text with a blank for each such character; every other character keeps its place. The first of each kind is reported. */
    public static String withoutHidden(SourceText source, Diagnostics diagnostics) {
        StringBuilder clean = new StringBuilder(source.text());
        Set<Integer> reported = new HashSet<>();
        int next;
        for (int i = 0; i < clean.length(); i = next) {
            int c = clean.codePointAt(i);
            next = i + Character.charCount(c);
            if (isVisible(c) || isSpace(c) || (c == BYTE_ORDER_MARK && i == 0)) {
                continue;
            }
            if (reported.add(c)) {
                diagnostics.report(Diagnostic.error(
                        new Span(source, i, next),
                        String.format("the character U+%04X cannot be seen and may not stand in a rule", c),
                        "remove it"));
            }
            for (int j = i; j < next; j++) {
                clean.setCharAt(j, ' ');
            }
        }
        return clean.toString();
    }

    /** Whether a character has a shape on the screen, by itself or over the one before it. */
    static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> false;
            default -> true;
        };
    }

    private static boolean isSpace(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || character == '\f'
                || Character.getType(character) == Character.SPACE_SEPARATOR;
    }
}
