package org.descant.compiler.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.descant.grammar.parse.RuleParser;
import org.descant.grammar.source.Diagnostics;
import org.descant.grammar.source.SourceText;

/** Reads rule files together with everything that they import. */
public final class RuleLoader {
    private final ImportPath importPath;

    public RuleLoader(ImportPath importPath) {
        this.importPath = importPath;
    }

    /** A text that stands in no folder; its imports come from the import path alone. */
    public LoadedFile load(SourceText source, Diagnostics diagnostics) {
        return new ImportReader(importPath, diagnostics).read(source, Optional.empty());
    }

    /**
     * A file of the user's; its imports are looked for beside it first.
     *
     * @throws IOException if it cannot be read
     */
    public LoadedFile load(Path file, Diagnostics diagnostics) throws IOException {
        SourceText source;
        try (InputStream stream = Files.newInputStream(file)) {
            source = SourceDecoder.decode(file.toString(), stream);
        } catch (ImportRefusedException e) {
            SourceText unread = new SourceText(file.toString(), "");
            diagnostics.report(e.in(file.toString()));
            return new LoadedFile(unread, RuleParser.parse(unread, diagnostics), List.of());
        }
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of("."));
        Path last = Optional.ofNullable(file.getFileName()).orElse(file);
        Optional<Location> location =
                ImportName.parse(last.toString()).map(name -> new Location(new DirectoryRoot(folder), name));
        return new ImportReader(importPath, diagnostics).read(source, location);
    }

    /** A file of the import path, by its name there; empty where no root has it or it may not be read. */
    public Optional<LoadedFile> loadFromPath(ImportName name, Diagnostics diagnostics) {
        for (ImportRoot root : importPath.roots()) {
            try {
                Optional<SourceText> source = root.find(name);
                if (source.isPresent()) {
                    return Optional.of(new ImportReader(importPath, diagnostics)
                            .read(source.get(), Optional.of(new Location(root, name))));
                }
            } catch (ImportRefusedException e) {
                diagnostics.report(e.in(name.toString()));
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
