package org.descant.compiler.lint;

import java.util.List;
import java.util.Map;
import org.descant.compiler.load.ImportPath;
import org.descant.compiler.load.LoadedFile;
import org.descant.compiler.load.RuleLoader;
import org.descant.compiler.model.RuleModel;
import org.descant.compiler.resolve.Resolver;
import org.descant.grammar.source.Diagnostic;
import org.descant.grammar.source.Diagnostics;
import org.descant.grammar.source.SourceText;

/** Rules that are given as text, and what is warned of in them. */
final class Checked {
    private Checked() {}

    /** The warnings about numbers in the last optimizer of a text without errors. */
    static List<Diagnostic> warnings(String name, String text) {
        Diagnostics diagnostics = new Diagnostics();
        CheckNumbers.check(model(name, text), diagnostics);
        return diagnostics.all();
    }

    static RuleModel model(String name, String text) {
        Diagnostics diagnostics = new Diagnostics();
        LoadedFile file = new RuleLoader(ImportPath.EMPTY).load(new SourceText(name, text), diagnostics);
        List<String> names = Resolver.optimizers(file);
        return Resolver.resolve(file, names.get(names.size() - 1), Map.of(), diagnostics)
                .orElseThrow(
                        () -> new IllegalArgumentException(diagnostics.all().toString()));
    }
}
