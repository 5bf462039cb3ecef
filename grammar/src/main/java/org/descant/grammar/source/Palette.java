package org.descant.grammar.source;

/** How the parts of a diagnostic are set off: not at all, or with the colours of a terminal. */
enum Palette {
    PLAIN("", "", "", "", "", ""),
    TERMINAL("\u001b[1m", "\u001b[1;31m", "\u001b[1;33m", "\u001b[31m", "\u001b[36m", "\u001b[0m");

    private final String strong;
    private final String error;
    private final String warning;
    private final String mark;
    private final String hint;
    private final String end;

    Palette(String strong, String error, String warning, String mark, String hint, String end) {
        this.strong = strong;
        this.error = error;
        this.warning = warning;
        this.mark = mark;
        this.hint = hint;
        this.end = end;
    }

    String strong(String text) {
        return strong + text + end;
    }

    String error(String text) {
        return error + text + end;
    }

    String warning(String text) {
        return warning + text + end;
    }

    String mark(String text) {
        return mark + text + end;
    }

    String hint(String text) {
        return hint + text + end;
    }
}
