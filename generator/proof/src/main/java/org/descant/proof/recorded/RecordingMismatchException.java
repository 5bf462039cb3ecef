package org.descant.proof.recorded;

import java.util.Collection;
import java.util.List;

/** A recording that is no recording of such a rule, or sets what the rule does not have; the message lists both sides. */
public final class RecordingMismatchException extends RuntimeException {
    private static final long serialVersionUID = 1;

    RecordingMismatchException(String message) {
        super(message);
    }

    static void check(
            String one, String many, String recording, Collection<String> set, String rule, List<String> declared) {
        List<String> unknown =
                set.stream().filter(name -> !declared.contains(name)).toList();
        if (!unknown.isEmpty()) {
            throw new RecordingMismatchException(
                    "the recording " + recording + " sets the " + (unknown.size() == 1 ? one : many)
                            + " " + String.join(", ", unknown) + ", which " + rule + " does not have\n"
                            + "  " + many + " of the recording: " + list(set) + "\n"
                            + "  " + many + " of " + rule + ": " + list(declared));
        }
    }

    private static String list(Collection<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }
}
