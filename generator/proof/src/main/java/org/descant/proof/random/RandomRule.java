package org.descant.proof.random;

import java.util.HashMap;
import java.util.Map;
import org.descant.grammar.format.FilePrinter;
import org.descant.grammar.syntax.RuleFile;

/**
 * A rule file that was grown, and what is to be made of it.
 *
 * @param rule which of its optimizers
 * @param options what is chosen, by the names of options
 * @param paper whether the text is spelled as papers do
 */
public record RandomRule(long seed, RuleFile file, String rule, Map<String, String> options, boolean paper) {
    public RandomRule {
        options = Map.copyOf(options);
    }

    /** What an author would have written. */
    public String text() {
        String ascii = FilePrinter.print(file);
        return paper ? PaperSpelling.of(ascii) : ascii;
    }

    RandomRule with(RuleFile other) {
        return new RandomRule(seed, other, rule, options, paper);
    }

    /** The same file with one choice less. */
    RandomRule without(String option) {
        Map<String, String> fewer = new HashMap<>(options);
        fewer.remove(option);
        return new RandomRule(seed, file, rule, fewer, paper);
    }

    RandomRule withoutPaper() {
        return new RandomRule(seed, file, rule, options, false);
    }
}
