package org.descant.compiler.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.descant.compiler.load.LoadedFile;
import org.descant.grammar.syntax.Argument;
import org.descant.grammar.syntax.Name;
import org.descant.grammar.syntax.OptimizerDeclaration;

/**
 * A rule with everything that derivations fixed or gave another default.
 *
 * @param name what it is called; the name of the last derivation
 * @param layers the derivations, the last one first, because it wins
 */
record RuleSpec(Name name, OptimizerDeclaration declaration, LoadedFile file, List<Layer> layers) implements Target {
    /**
     * What one derivation says.
     *
     * @param base the rule that it derives from
     * @param file where it stands
     * @param body the body that it stands in, for {@code rule inner = A(…)}: its hyperparameters and options can be read
     */
    record Layer(Name base, List<Argument> arguments, LoadedFile file, Optional<Scope> body) {}

    RuleSpec {
        layers = List.copyOf(layers);
    }

    @Override
    public String description() {
        return "the rule '" + name.text() + "'";
    }

    RuleSpec derive(Name derived, Layer layer) {
        List<Layer> all = new ArrayList<>();
        if (!layer.arguments().isEmpty()) {
            all.add(layer);
        }
        all.addAll(layers);
        return new RuleSpec(derived, declaration, file, all);
    }

    RuleSpec under(Layer layer) {
        return derive(name, layer);
    }
}
