package org.descant.grammar.syntax;

import java.util.List;
import java.util.Optional;
import org.descant.grammar.source.Span;

/**
 * {@code ema(g, beta: 0.9)}, {@code norm(g per row)}. Bars {@code ‖g‖} are a call of {@code norm}, {@code √x} is a call of {@code sqrt}.
 *
 * @param per what stands behind {@code per} as the last thing in the parentheses
 */
public record Call(Name function, List<Argument> arguments, Optional<ShapeWord> per, Span span) implements Expression {
    public Call {
        arguments = List.copyOf(arguments);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visitCall(this);
    }
}
