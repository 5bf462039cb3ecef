package org.descant.compiler.resolve;

import org.descant.compiler.load.LoadedFile;
import org.descant.grammar.syntax.Declaration;

/** What can be applied: a def, a schedule, a rule. */
sealed interface Target permits Part, RuleSpec {
    Declaration declaration();

    /** Where its names are looked up. */
    LoadedFile file();
}
