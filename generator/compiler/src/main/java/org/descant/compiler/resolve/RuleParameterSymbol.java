package org.descant.compiler.resolve;

import org.descant.grammar.syntax.RuleParameter;

/** A rule that a rule takes as a parameter, and what it stands for here. */
final class RuleParameterSymbol {
    private final RuleParameter declaration;
    private final RuleSpec spec;
    private boolean used;

    RuleParameterSymbol(RuleParameter declaration, RuleSpec spec) {
        this.declaration = declaration;
        this.spec = spec;
    }

    RuleParameter declaration() {
        return declaration;
    }

    RuleSpec use() {
        used = true;
        return spec;
    }

    boolean isUsed() {
        return used;
    }
}
