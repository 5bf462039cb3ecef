package org.descant.compiler.resolve;

import java.util.Optional;
import org.descant.grammar.syntax.RuleParameter;

/** A rule that a rule takes as a parameter, and what it stands for here. */
final class RuleParameterSymbol {
    private final RuleParameter declaration;
    private final Optional<RuleSpec> spec;
    private boolean used;

    RuleParameterSymbol(RuleParameter declaration, Optional<RuleSpec> spec) {
        this.declaration = declaration;
        this.spec = spec;
    }

    RuleParameter declaration() {
        return declaration;
    }

    /** The rule; none where what is named is no rule, which is reported there. */
    Optional<RuleSpec> use() {
        used = true;
        return spec;
    }

    boolean isUsed() {
        return used;
    }
}
