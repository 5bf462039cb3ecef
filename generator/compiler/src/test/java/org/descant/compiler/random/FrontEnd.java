package org.descant.compiler.random;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Verifier;
import org.descant.compiler.load.ImportPath;
import org.descant.compiler.load.LoadedFile;
import org.descant.compiler.load.RuleLoader;
import org.descant.compiler.model.RuleModel;
import org.descant.compiler.resolve.Resolver;
import org.descant.compiler.shape.InferShapes;
import org.descant.grammar.source.Diagnostic;
import org.descant.grammar.source.Diagnostics;
import org.descant.grammar.source.Severity;
import org.descant.grammar.source.SourceText;

/** The stages from text to equation system, for tests of what comes after them. */
public final class FrontEnd {
    private FrontEnd() {}

    /** The last optimizer of a text without errors. */
    public static EquationSystem system(String text) {
        return system(text, Map.of());
    }

    /** The last optimizer of a text without errors, with options. */
    public static EquationSystem system(String text, Map<String, String> options) {
        return system(new SourceText("rule.opt", text), ImportPath.EMPTY, options);
    }

    /** The last optimizer of a source without errors. */
    public static EquationSystem system(SourceText source, ImportPath path, Map<String, String> options) {
        Diagnostics diagnostics = new Diagnostics();
        LoadedFile file = new RuleLoader(path).load(source, diagnostics);
        List<String> names = Resolver.optimizers(file);
        RuleModel model = Resolver.resolve(file, names.get(names.size() - 1), options, diagnostics)
                .orElseThrow(() -> refused(diagnostics));
        return Verifier.verify(InferShapes.infer(model, diagnostics).orElseThrow(() -> refused(diagnostics)));
    }

    private static IllegalArgumentException refused(Diagnostics diagnostics) {
        return new IllegalArgumentException(diagnostics.all().stream()
                .filter(found -> found.severity() == Severity.ERROR)
                .map(Diagnostic::message)
                .collect(Collectors.joining("\n")));
    }
}
