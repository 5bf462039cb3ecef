package org.descant.linker;

import java.util.List;

/** A class that uses another. */
public final class UserOfForms {
    private UserOfForms() {}

    /** What the other gives. */
    public static List<String> results() throws Exception {
        return Forms.results();
    }
}
