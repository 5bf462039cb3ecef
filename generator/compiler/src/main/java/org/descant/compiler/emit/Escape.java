package org.descant.compiler.emit;

/**
 * Text of a rule made harmless for the place where it stands in Java. Compilers translate {@code \}{@code u} escapes before anything
 * else, so a backslash never gets through as one, in comments neither.
 */
final class Escape {
    private static final int LONGEST_COMMENT = 300;

    private Escape() {}

    /** For behind {@code //}: one line of printable ASCII, cut where it is very long. */
    static String lineComment(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < Math.min(text.length(), LONGEST_COMMENT); i++) {
            char c = text.charAt(i);
            boolean harmless = isPrintable(c) && c != '\\';
            out.append(c == '\n' || c == '\t' ? ' ' : harmless ? c : '?');
        }
        return text.length() > LONGEST_COMMENT ? out + " ..." : out.toString();
    }

    /** For Javadoc: everything that HTML, Javadoc or a comment's end could mean something to becomes an entity; lines stay lines. */
    static String javadoc(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c == '\n' || (isPrintable(c) && "<>&{}@\\*/".indexOf(c) < 0)) {
                out.append((char) c);
            } else if (c == '<') {
                out.append("&lt;");
            } else if (c == '>') {
                out.append("&gt;");
            } else if (c == '&') {
                out.append("&amp;");
            } else if (c == '*' || c == '/') {
                out.append(c == '/' && endsWith(out, '*') ? "&#47;" : Character.toString(c));
            } else if (c == '\t' || Character.isISOControl(c)) {
                out.append(' ');
            } else {
                out.append("&#").append(c).append(';');
            }
        });
        return out.toString();
    }

    /** A string literal, quotes included. Octal escapes, unlike {@code \}{@code u} ones, mean the same to every compiler wherever they stand. */
    static String string(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                out.append("\\n");
            } else if (isPrintable(c) && c != '"' && c != '\\') {
                out.append(c);
            } else if (c < 256) {
                out.append(String.format("\\%03o", (int) c));
            } else {
                out.append(String.format("\\u%04x", (int) c));
            }
        }
        return out.append('"').toString();
    }

    private static boolean isPrintable(int c) {
        return c >= ' ' && c <= '~';
    }

    private static boolean endsWith(StringBuilder text, char last) {
        return text.length() > 0 && text.charAt(text.length() - 1) == last;
    }
}
