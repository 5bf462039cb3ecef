package org.descant.compiler.resolve;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.descant.compiler.ir.Clock;
import org.descant.compiler.ir.Origin;
import org.descant.compiler.load.LoadedFile;
import org.descant.compiler.model.ModelEvaluation;
import org.descant.compiler.model.RuleModel;
import org.descant.compiler.model.Term;
import org.descant.compiler.model.Term.GradientTerm;
import org.descant.compiler.model.Term.WeightTerm;
import org.descant.grammar.source.Diagnostics;
import org.descant.grammar.source.Span;
import org.descant.grammar.syntax.Declaration;
import org.descant.grammar.syntax.DerivedOptimizer;
import org.descant.grammar.syntax.Doc;
import org.descant.grammar.syntax.OptimizerDeclaration;

/** Resolves rules: looks names up, writes out what is applied, and puts the equations in order. */
public final class Resolver {
    private Resolver() {}

    /** The names of the file's own optimizers, in the order of the text. */
    public static List<String> optimizers(LoadedFile file) {
        return file.syntax().declarations().stream()
                .filter(declaration ->
                        declaration instanceof OptimizerDeclaration || declaration instanceof DerivedOptimizer)
                .map(declaration -> declaration.name().text())
                .toList();
    }

    /**
     * One of the file's own optimizers.
     *
     * @param options what was chosen, by the names of options; {@code true}, {@code false} or an integer
     * @return the model, or empty if an error was reported
     */
    public static Optional<RuleModel> resolve(
            LoadedFile file, String optimizer, Map<String, String> options, Diagnostics diagnostics) {
        Resolution run = new Resolution(diagnostics, options);
        Optional<Declaration> declaration = file.own(optimizer);
        if (declaration.isEmpty()) {
            run.error(file.syntax().span(), "this file has no optimizer '" + optimizer + "'");
            return Optional.empty();
        }
        try {
            return run.specs.of(declaration.get(), file).flatMap(spec -> resolve(run, spec, declaration.get()));
        } catch (RuleTooLarge e) {
            run.error(declaration.get().name().span(), e.reason());
            return Optional.empty();
        }
    }

    private static Optional<RuleModel> resolve(Resolution run, RuleSpec spec, Declaration declaration) {
        OptimizerDeclaration equations = spec.declaration();
        Span at = equations.parameter().span();
        Scope scope = Scope.of(
                ScopeKind.RULE, spec.file(), "", Clock.BASE, Applications.view(equations.body()), List.of(equations));
        Optional<Term> gradient = equations.gradient().map(name -> new GradientTerm(0, name.span()));
        if (gradient.isPresent()) {
            run.draft.evaluations.add(new ModelEvaluation(0, new WeightTerm(at), Clock.BASE));
        }
        RuleInstance instance = new RuleInstance(run, spec, scope, Optional.empty(), run, Map.of());
        instance.write(new WeightTerm(at), gradient);
        Optional<List<org.descant.compiler.model.ModelEquation>> sorted = new Ordering(run).sort();
        if (run.failed()) {
            return Optional.empty();
        }
        Draft draft = run.draft;
        return Optional.of(new RuleModel(
                declaration.name().text(),
                declaration.doc().map(Doc::text).orElse(""),
                List.copyOf(draft.hypers.values()),
                List.copyOf(draft.options.values()),
                List.copyOf(draft.inputs.values()),
                List.copyOf(draft.states.values()),
                sorted.orElseThrow(),
                equations.parameter().text(),
                draft.evaluations,
                draft.checks,
                draft.outputs,
                new Origin(declaration.name().text(), declaration.name().span())));
    }
}
