package org.descant.grammar.syntax;

import java.util.List;
import org.descant.grammar.source.Span;

/** A name ({@code mhat}, {@code pi}) or a name inside an application ({@code p.ratio}: two parts). */
public record Reference(List<Name> path, Span span) implements Expression {
    public Reference {
        path = List.copyOf(path);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visitReference(this);
    }
}
