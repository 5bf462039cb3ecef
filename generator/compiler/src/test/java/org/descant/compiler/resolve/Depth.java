package org.descant.compiler.resolve;

import org.descant.compiler.model.Term;
import org.descant.compiler.model.Term.ApplyTerm;
import org.descant.compiler.model.Term.ReduceTerm;

/** How deep a term is. */
final class Depth {
    private Depth() {}

    static int of(Term term) {
        if (term instanceof ApplyTerm apply) {
            return 1 + apply.operands().stream().mapToInt(Depth::of).max().orElse(0);
        }
        return term instanceof ReduceTerm reduce
                ? 1 + reduce.arguments().stream().mapToInt(Depth::of).max().orElse(0)
                : 0;
    }
}
