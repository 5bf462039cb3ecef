package org.descant.proof.fuzz;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.descant.compiler.Compilation;
import org.descant.compiler.Descant;
import org.descant.compiler.Product;
import org.descant.compiler.RuleCompiler;
import org.descant.compiler.load.DirectoryRoot;
import org.descant.compiler.load.ImportPath;
import org.descant.grammar.format.Formatter;
import org.descant.grammar.source.Diagnostic;
import org.descant.grammar.source.DiagnosticRenderer;
import org.descant.grammar.source.SourceText;

/** Everything that reads what a person wrote, from the text to the Java. It throws nothing, whatever the text is. */
public final class FrontEnd {
    /** The folder of the library, seen from this module. */
    static final Path LIBRARY = Path.of("../../samples/rules/src/main/opt");

    private static final int MOST_RULES = 4;
    private static final RuleCompiler COMPILER =
            Descant.compiler().importPath(new ImportPath(List.of(new DirectoryRoot(LIBRARY))));

    private FrontEnd() {}

    /** What Jazzer calls: any bytes at all. */
    public static void fuzzerTestOneInput(byte[] input) {
        run(new String(input, StandardCharsets.UTF_8), "emit");
    }

    /** Takes the first few optimizers and schedules of a text to that stage. */
    static List<Diagnostic> run(String text, String stage) {
        SourceText source = new SourceText("fuzz.opt", text);
        Compilation read = COMPILER.run(source, "parse");
        List<Diagnostic> found = new ArrayList<>(read.diagnostics());
        if (!read.hasErrors()) {
            Formatter.format(source, read.file().orElseThrow().syntax());
            for (Product product : Product.values()) {
                product.definedBy(read.file().orElseThrow()).stream()
                        .limit(MOST_RULES)
                        .map(name -> read.run(product, name, stage).diagnostics())
                        .forEach(found::addAll);
            }
        }
        new DiagnosticRenderer(false).render(found);
        return found;
    }
}
