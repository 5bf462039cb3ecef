package org.descant.compiler.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Verifier;
import org.descant.compiler.load.ImportPath;
import org.descant.compiler.load.LoadedFile;
import org.descant.compiler.load.RuleLoader;
import org.descant.compiler.model.RuleModel;
import org.descant.compiler.resolve.Resolver;
import org.descant.grammar.source.Diagnostic;
import org.descant.grammar.source.Diagnostics;
import org.descant.grammar.source.Severity;
import org.descant.grammar.source.SourceText;

/** Equation systems of rules that are given as text. */
public final class Systems {
    private Systems() {}

    /** The verified system of the last optimizer of a text that has no errors. */
    public static EquationSystem of(String... lines) {
        return of(Map.of(), String.join("\n", lines));
    }

    /** The same with options set. */
    public static EquationSystem of(Map<String, String> options, String text) {
        Diagnostics diagnostics = new Diagnostics();
        Optional<EquationSystem> system = load(new SourceText("rule.opt", text), options, diagnostics);
        assertThat(diagnostics.all())
                .filteredOn(found -> found.severity() == Severity.ERROR)
                .extracting(Diagnostic::message)
                .isEmpty();
        return Verifier.verify(system.orElseThrow());
    }

    /** The last optimizer of a text, as far as it goes. */
    static Optional<EquationSystem> load(SourceText text, Map<String, String> options, Diagnostics diagnostics) {
        LoadedFile file = new RuleLoader(ImportPath.EMPTY).load(text, diagnostics);
        if (diagnostics.hasErrors()) {
            return Optional.empty();
        }
        List<String> names = Resolver.optimizers(file);
        Optional<RuleModel> model = Resolver.resolve(file, names.get(names.size() - 1), options, diagnostics);
        return model.flatMap(resolved -> InferShapes.infer(resolved, diagnostics));
    }
}
