package org.descant.proof.mutation;

import org.descant.grammar.format.FilePrinter;
import org.descant.grammar.syntax.RuleFile;

/**
 * A rule file with one mistake.
 *
 * @param mistake what was done: {@code "sign flipped"}
 * @param before the lines that were changed, as they were
 * @param after the same lines with the mistake
 * @param file the whole file with the mistake
 */
public record Mutant(String mistake, String before, String after, RuleFile file) {
    /** The text of the file. */
    public String text() {
        return FilePrinter.print(file);
    }

    /** What was changed, line by line: {@code - m[t] = …}, {@code + m[t] = …}. */
    public String difference() {
        return "- " + before.replace("\n", "\n- ") + "\n+ " + after.replace("\n", "\n+ ");
    }
}
