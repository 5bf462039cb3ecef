package org.descant.compiler.resolve;

import org.descant.compiler.load.LoadedFile;
import org.descant.grammar.syntax.Declaration;

/** What can be applied: a def, a schedule, a rule. */
sealed interface Target permits Part, RuleSpec {
    Declaration declaration();

    /** What messages call it: {@code the def 'ema'}. */
    String description();

    /** Where its names are looked up. */
    LoadedFile file();
}
