package org.descant.compiler.resolve;

import java.util.Optional;
import org.descant.compiler.resolve.text.Words;
import org.descant.grammar.syntax.Name;

/** The options that a caller chose. */
final class Chosen {
    private Chosen() {}

    /** Every option that is chosen must be one of the rule. */
    static void reportUnknown(Resolution run, Name rule) {
        for (String name : run.chosen.keySet()) {
            if (run.draft.options().containsKey(name)) {
                continue;
            }
            String message = "the rule '" + rule.text() + "' has no option '" + name + "' that can be chosen";
            Optional<String> question = Words.question(name, run.draft.options().keySet());
            String known = String.join(", ", run.draft.options().keySet());
            run.error(
                    rule.span(),
                    message,
                    question.isPresent()
                            ? question.get()
                            : known.isEmpty() ? "it has no options" : "its options are " + known);
        }
    }
}
