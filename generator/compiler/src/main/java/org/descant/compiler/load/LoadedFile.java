package org.descant.compiler.load;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.descant.grammar.source.SourceText;
import org.descant.grammar.syntax.Declaration;
import org.descant.grammar.syntax.RuleFile;

/** A parsed file with the files that it imports. Imports are not passed on: only the files named here are seen from this one. */
public final class LoadedFile {
    private final SourceText source;
    private final RuleFile syntax;
    private final List<LoadedFile> imports;
    private final Predicate<ImportName> importable;
    private final Map<String, Declaration> declarations = new HashMap<>();

    /** A file that can import no others. */
    public LoadedFile(SourceText source, RuleFile syntax, List<LoadedFile> imports) {
        this(source, syntax, imports, name -> false);
    }

    /** @param importable whether an import of that name would find a file */
    LoadedFile(SourceText source, RuleFile syntax, List<LoadedFile> imports, Predicate<ImportName> importable) {
        this.importable = importable;
        this.source = source;
        this.syntax = syntax;
        this.imports = List.copyOf(imports);
        syntax.declarations()
                .forEach(declaration ->
                        declarations.putIfAbsent(declaration.name().text(), declaration));
    }

    public SourceText source() {
        return source;
    }

    public RuleFile syntax() {
        return syntax;
    }

    public List<LoadedFile> imports() {
        return imports;
    }

    /** Whether {@code import "name"} would find a file. */
    public boolean canImport(String name) {
        return ImportName.parse(name).filter(importable).isPresent();
    }

    /** The file's own declaration of a name; the first, where there are several. */
    public Optional<Declaration> own(String name) {
        return Optional.ofNullable(declarations.get(name));
    }
}
