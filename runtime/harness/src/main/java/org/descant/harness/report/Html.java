package org.descant.harness.report;

/** Text as it may stand in HTML and SVG, between tags and in attributes. */
final class Html {
    private Html() {}

    static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> {
                    boolean control = Character.isISOControl(point) && point != '\n' && point != '\t';
                    escaped.appendCodePoint(control ? 0xFFFD : point);
                }
            }
        });
        return escaped.toString();
    }
}
