package org.descant.compiler.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.descant.compiler.load.ImportPath;
import org.descant.compiler.load.LoadedFile;
import org.descant.compiler.load.RuleLoader;
import org.descant.compiler.model.ModelPrinter;
import org.descant.compiler.model.RuleModel;
import org.descant.grammar.source.Diagnostic;
import org.descant.grammar.source.Diagnostics;
import org.descant.grammar.source.Severity;
import org.descant.grammar.source.SourceText;

/** Resolves rules that are given as text. */
final class Rules {
    private Rules() {}

    /** The last optimizer of a text that has no errors. */
    static RuleModel resolve(String text, Map<String, String> options) {
        Diagnostics diagnostics = new Diagnostics();
        LoadedFile file = load(text, diagnostics);
        List<String> names = Resolver.optimizers(file);
        var model = Resolver.resolve(file, names.get(names.size() - 1), options, diagnostics);
        assertThat(diagnostics.all())
                .filteredOn(found -> found.severity() == Severity.ERROR)
                .extracting(Rules::line)
                .isEmpty();
        return model.orElseThrow();
    }

    static RuleModel resolve(String text) {
        return resolve(text, Map.of());
    }

    static String print(String text) {
        return ModelPrinter.print(resolve(text));
    }

    /** A schedule that stands in the text or in the prelude. */
    static String printSchedule(String text, String name) {
        Diagnostics diagnostics = new Diagnostics();
        var model = Resolver.resolveSchedule(load(text, diagnostics), name, diagnostics);
        assertThat(diagnostics.all()).extracting(Rules::line).isEmpty();
        return ModelPrinter.print(model.orElseThrow());
    }

    /** Everything reported about the last optimizer of a text. */
    static List<String> messages(String text, Map<String, String> options) {
        Diagnostics diagnostics = new Diagnostics();
        LoadedFile file = load(text, diagnostics);
        List<String> names = Resolver.optimizers(file);
        Resolver.resolve(file, names.get(names.size() - 1), options, diagnostics);
        return diagnostics.all().stream().map(Rules::line).toList();
    }

    /** Everything reported when an optimizer of that name is asked for, which there is none of. */
    static List<String> messagesOf(String text, String name) {
        Diagnostics diagnostics = new Diagnostics();
        assertThat(Resolver.resolve(load(text, diagnostics), name, Map.of(), diagnostics))
                .isEmpty();
        return diagnostics.all().stream().map(Rules::line).toList();
    }

    /** Everything reported about all optimizers of a text, as {@code line: message}. */
    static List<String> messages(String text) {
        Diagnostics diagnostics = new Diagnostics();
        LoadedFile file = load(text, diagnostics);
        Resolver.optimizers(file).forEach(name -> Resolver.resolve(file, name, Map.of(), diagnostics));
        return diagnostics.all().stream().map(Rules::line).toList();
    }

    private static String line(Diagnostic found) {
        return found.span().source().line(found.span().start()) + ": " + found.message()
                + found.suggestion().map(suggestion -> "; " + suggestion).orElse("");
    }

    private static LoadedFile load(String text, Diagnostics diagnostics) {
        return new RuleLoader(ImportPath.EMPTY).load(new SourceText("rule.opt", text), diagnostics);
    }
}
