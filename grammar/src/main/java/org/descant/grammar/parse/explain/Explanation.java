package org.descant.grammar.parse.explain;

import java.util.Optional;
import org.descant.grammar.source.Diagnostic;

/** Recognises one family of mistakes and says what is wrong and what to write instead. */
public interface Explanation {
    Optional<Diagnostic> explain(Stumble stumble);
}
