package org.descant.grammar.parse;

import java.util.Optional;
import org.descant.grammar.source.Diagnostic;

/** Recognises one family of mistakes and says what is wrong and what to write instead. */
interface Explanation {
    Optional<Diagnostic> explain(Stumble stumble);
}
