package org.descant.compiler.resolve;

import org.descant.grammar.source.Span;

/** Warnings about what a body declares and nothing reads, judged before options take anything out. */
final class Lints {
    private final Resolution run;
    private final Scope scope;

    Lints(Resolution run, Scope scope) {
        this.run = run;
        this.scope = scope;
    }

    void report() {
        for (Symbol symbol : scope.values().values()) {
            if (symbol instanceof ValueSymbol value) {
                report(value);
            } else if (symbol instanceof StateSymbol state && !state.isUsed()) {
                String name = state.name();
                run.warn(
                        state.declared(),
                        "nothing reads the state '" + name + "'",
                        "remove it, or read it as " + name + "[t-1] or " + name + "[t]");
            }
        }
        for (RuleParameterSymbol rule : scope.rules().values()) {
            String name = rule.declaration().name().text();
            if (!rule.isUsed()) {
                run.warn(
                        rule.declaration().name().span(),
                        "the rule '" + name + "' is never applied",
                        "apply it as " + name + "(w[t-1], g), or remove it");
            }
        }
    }

    private void report(ValueSymbol value) {
        if (value.isUsed()) {
            return;
        }
        String name = value.name();
        Span at = value.declared();
        switch (value.kind()) {
            case HYPER -> run.warn(at, "nothing reads the hyperparameter '" + name + "'", "remove it, or use it");
            case OPTION -> run.warn(at, "nothing reads the option '" + name + "'", "remove it, or use it");
            case INPUT -> run.warn(at, "nothing reads the input '" + name + "'", "remove it, or use it");
            case GRADIENT, PARAMETER, CLOCK -> {
                // A rule may step without its gradient, and a family of defs may share its parameters.
            }
        }
    }
}
