package org.descant.compiler.resolve;

import java.util.List;
import java.util.Optional;
import org.descant.compiler.ir.Kind;
import org.descant.compiler.ir.StateKind;
import org.descant.compiler.ir.Storage;
import org.descant.compiler.model.ModelOutput;
import org.descant.compiler.model.ModelState;
import org.descant.compiler.model.Term;
import org.descant.compiler.model.Term.NumberTerm;
import org.descant.compiler.model.Term.VariableTerm;
import org.descant.compiler.resolve.pass.Kinds;
import org.descant.compiler.resolve.text.Words;
import org.descant.grammar.source.Span;
import org.descant.grammar.syntax.BodyItem;
import org.descant.grammar.syntax.Name;
import org.descant.grammar.syntax.OutputDeclaration;

/** The outputs of the rule that is compiled: states as they are, anything else kept in a state of its own. */
final class Outputs {
    private final Resolution run;
    private final Scope scope;

    Outputs(Resolution run, Scope scope) {
        this.run = run;
        this.scope = scope;
    }

    void write(List<BodyItem> items) {
        for (BodyItem item : items) {
            if (item instanceof OutputDeclaration output) {
                write(output.name());
            }
        }
    }

    private void write(Name name) {
        String text = name.text();
        Span at = name.span();
        Symbol symbol = scope.values().get(text);
        if (symbol == null) {
            Optional<String> question = Words.question(text, scope.values().keySet());
            String message = "there is no '" + text + "' to put out";
            run.error(at, message, question.isPresent() ? question.get() : "write output " + text + " = …");
            return;
        }
        symbol.markUsed();
        if (symbol instanceof WeightSymbol) {
            run.error(at, "'" + text + "' is the parameter, which the caller has already");
        } else if (symbol instanceof ValueSymbol value && value.kind() == ValueKind.OPTION) {
            run.error(at, "'" + text + "' is an option, which is the same at every step");
        } else if (symbol instanceof StateSymbol state) {
            run.draft.outputs().add(new ModelOutput(text, state.state()));
        } else {
            keep(text, symbol.bare(at), at);
        }
    }

    /** Whether a state has this value when the step is over anyway: a held one, or one that lends its name. */
    private static boolean holds(ModelState state, Term value) {
        return state.kind() == StateKind.HELD
                || (state.storage() == Storage.NATIVE
                        && state.next() instanceof VariableTerm next
                        && value instanceof VariableTerm read
                        && next.name().equals(read.name()));
    }

    private void keep(String name, Term value, Span at) {
        if (new Kinds(run.draft).of(value) == Kind.BOOLEAN) {
            run.error(
                    at,
                    "outputs are numbers, and '" + name + "' is true or false",
                    "write output " + name + " = if … then 1 else 0");
            return;
        }
        ModelState known = run.draft.states().get(name);
        if (known != null && holds(known, value)) {
            run.draft.outputs().add(new ModelOutput(name, name));
            return;
        }
        String state = known != null ? name + "#output" : name;
        run.draft.add(new ModelState(
                state,
                StateKind.OUTPUT,
                Optional.empty(),
                scope.view(),
                Storage.NATIVE,
                new NumberTerm(0, at),
                value,
                scope.clock(),
                at));
        run.draft.outputs().add(new ModelOutput(name, state));
    }
}
