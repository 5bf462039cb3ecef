package org.descant.compiler.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.descant.compiler.load.DirectoryRoot;
import org.descant.compiler.load.ImportPath;
import org.descant.compiler.load.LoadedFile;
import org.descant.compiler.load.RuleLoader;
import org.descant.compiler.resolve.Resolver;
import org.descant.grammar.source.Diagnostic;
import org.descant.grammar.source.Diagnostics;
import org.junit.jupiter.api.Test;

class LibraryLintTest {
    private static final Path LIBRARY = Path.of("../../samples/rules/src/main/opt");

    @Test
    void library_hasNoWarnings() throws IOException {
        List<String> warnings = new ArrayList<>();
        try (Stream<Path> files = Files.list(LIBRARY)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".opt"))
                    .sorted()
                    .toList()) {
                check(file).forEach(found -> warnings.add(line(found)));
            }
        }
        assertThat(warnings).isEmpty();
    }

    private static List<Diagnostic> check(Path path) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        LoadedFile file = new RuleLoader(new ImportPath(List.of(new DirectoryRoot(LIBRARY)))).load(path, diagnostics);
        for (String name : Resolver.optimizers(file)) {
            Resolver.resolve(file, name, Map.of(), diagnostics)
                    .ifPresent(model -> CheckNumbers.check(model, diagnostics));
        }
        return diagnostics.all();
    }

    private static String line(Diagnostic found) {
        return found.span().source().name() + ":"
                + found.span().source().line(found.span().start()) + ": " + found.message() + "; "
                + found.suggestion().orElse("");
    }
}
