package org.descant.compiler.resolve;

import org.descant.compiler.ir.View;
import org.descant.compiler.model.ModelInput;
import org.descant.compiler.model.Term;
import org.descant.compiler.model.Term.InputTerm;
import org.descant.grammar.syntax.InputDeclaration;

/** Further values from the caller; those of one name are one. */
final class Inputs {
    private Inputs() {}

    static Term register(Resolution run, InputDeclaration declaration, View view) {
        String name = declaration.name().text();
        ModelInput input =
                new ModelInput(name, declaration.per(), view, declaration.name().span());
        ModelInput known = run.draft.inputs().putIfAbsent(name, input);
        if (known != null && !known.per().equals(input.per())) {
            run.error(
                    declaration.span(),
                    "inputs of one name are one input, and '" + name + "' is declared with two shapes");
        }
        return new InputTerm(name, declaration.name().span());
    }
}
