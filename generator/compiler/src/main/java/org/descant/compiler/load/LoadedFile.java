package org.descant.compiler.load;

import java.util.List;
import java.util.Optional;
import org.descant.grammar.source.SourceText;
import org.descant.grammar.syntax.Declaration;
import org.descant.grammar.syntax.RuleFile;

/** A parsed file with the files that it imports. Imports are not passed on: only the files named here are seen from this one. */
public record LoadedFile(SourceText source, RuleFile syntax, List<LoadedFile> imports) {
    public LoadedFile {
        imports = List.copyOf(imports);
    }

    /** The file's own declaration of a name; the first, where there are several. */
    public Optional<Declaration> own(String name) {
        return syntax.declarations().stream()
                .filter(declaration -> declaration.name().text().equals(name))
                .findFirst();
    }
}
