package org.descant.compiler.shape;

import java.util.Optional;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.model.RuleModel;
import org.descant.grammar.source.Diagnostics;

/**
 * The shape stage: from the resolved model to the typed equation system.
 *
 * <ol>
 *   <li>{@link InferTypes} finds the kind and the smallest shape of every equation and state;
 *   <li>{@link CheckTypes} reports everything that does not fit;
 *   <li>{@link LowerModel} writes the equations as expressions, with numbers narrowed where they meet elements.
 * </ol>
 */
public final class InferShapes {
    private InferShapes() {}

    /** Reports what is wrong with a model that need not be whole: its equations read only what it holds. */
    public static void check(RuleModel model, Diagnostics diagnostics) {
        Roots roots = Roots.of(model);
        new CheckTypes(model, roots, new InferTypes(model, roots).run(), diagnostics).fails();
    }

    /** The equation system; empty where an error was reported. */
    public static Optional<EquationSystem> infer(RuleModel model, Diagnostics diagnostics) {
        Roots roots = Roots.of(model);
        Typing typing = new InferTypes(model, roots).run();
        if (new CheckTypes(model, roots, typing, diagnostics).fails()) {
            return Optional.empty();
        }
        return Optional.of(new LowerModel(model, roots, typing).run());
    }
}
