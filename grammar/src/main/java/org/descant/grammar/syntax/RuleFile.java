package org.descant.grammar.syntax;

import java.util.List;
import org.descant.grammar.source.Span;

/** A whole file: its imports, then its declarations, in the order of the text. */
public record RuleFile(List<Import> imports, List<Declaration> declarations, Span span) implements Node {
    public RuleFile {
        imports = List.copyOf(imports);
        declarations = List.copyOf(declarations);
    }
}
