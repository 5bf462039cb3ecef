package org.descant.proof.mutation;

import java.util.function.Function;
import org.descant.grammar.source.Span;
import org.descant.grammar.syntax.Expression;
import org.descant.grammar.syntax.ExpressionRewriter;
import org.descant.grammar.syntax.Indexed;
import org.descant.grammar.syntax.Reference;

/** Puts an expression in place of every bare reading of a name. */
final class ReplaceName extends ExpressionRewriter {
    private final String name;
    private final Function<Span, Expression> replacement;

    private ReplaceName(String name, Function<Span, Expression> replacement) {
        this.name = name;
        this.replacement = replacement;
    }

    static Expression in(Expression expression, String name, Function<Span, Expression> replacement) {
        return expression.accept(new ReplaceName(name, replacement));
    }

    @Override
    public Expression visitReference(Reference reference) {
        return Edits.isName(reference, name) ? replacement.apply(reference.span()) : reference;
    }

    @Override
    public Expression visitIndexed(Indexed indexed) {
        return indexed;
    }
}
