package org.descant.compiler.interpret;

/** The values of an input, asked for when they are first read in a step. */
final class Fetched {
    private final String name;
    private final Cells cells;
    private long fetchedIn;

    Fetched(String name, Cells cells) {
        this.name = name;
        this.cells = cells;
    }

    String name() {
        return name;
    }

    Cells cells() {
        return cells;
    }

    /** Whether the values have to be asked for in this step; from now on they count as known. */
    boolean claim(long epoch) {
        boolean old = fetchedIn != epoch;
        fetchedIn = epoch;
        return old;
    }
}
