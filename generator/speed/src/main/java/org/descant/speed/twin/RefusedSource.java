package org.descant.speed.twin;

/** A C compiler takes a text of C for wrong, or does not know an option. */
final class RefusedSource extends IllegalStateException {
    private static final long serialVersionUID = 1;

    private final String said;

    /** @param said what it has said */
    RefusedSource(String said, String text) {
        super("gcc refuses what was written for it:\n" + said + "\n" + text);
        this.said = said;
    }

    /** The first line that tells an error, or else the first one. */
    String firstLine() {
        return said.lines()
                .filter(line -> line.contains("error"))
                .findFirst()
                .or(() -> said.lines().findFirst())
                .orElse("it says nothing");
    }
}
