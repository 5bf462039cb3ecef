package org.descant.grammar.source;

/** What can be seen of a text that others wrote, so that it cannot steer the terminal on which it is shown. */
public final class VisibleText {
    private VisibleText() {}

    /** The text with a replacement character for everything that has no shape or turns the direction of writing. */
    public static String of(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(c -> visible.appendCodePoint(isHidden(c) ? '\uFFFD' : c));
        return visible.toString();
    }

    private static boolean isHidden(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character != '\t';
            case Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
