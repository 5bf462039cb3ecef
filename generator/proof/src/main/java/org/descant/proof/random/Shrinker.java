package org.descant.proof.random;

import java.util.List;
import java.util.function.Predicate;
import org.descant.grammar.syntax.RuleFile;

/** Makes a rule that fails smaller as long as it still fails: parts go, expressions become what stands inside them, or numbers. */
public final class Shrinker {
    private static final int MOST_ATTEMPTS = 5000;

    private Shrinker() {}

    /** A rule that fails and of which no smaller one that was tried does. What is not well-typed any more must not fail in the same way. */
    public static RandomRule smallest(RandomRule rule, Predicate<RandomRule> fails) {
        RandomRule current = rule;
        for (String option : rule.options().keySet()) {
            RandomRule candidate = current.without(option);
            current = fails.test(candidate) ? candidate : current;
        }
        int attempts = 0;
        int place = 0;
        boolean shrunk = false;
        List<RuleFile> smaller = SmallerFiles.of(current.file());
        while (attempts < MOST_ATTEMPTS) {
            if (place >= smaller.size()) {
                if (!shrunk) {
                    return current;
                }
                shrunk = false;
                place = 0;
            }
            RandomRule candidate = current.with(smaller.get(place));
            attempts++;
            if (fails.test(candidate)) {
                current = candidate;
                // What stands earlier was tried a moment ago: go on at the same place, and come back once at the end.
                smaller = SmallerFiles.of(current.file());
                shrunk = true;
            } else {
                place++;
            }
        }
        return current;
    }
}
