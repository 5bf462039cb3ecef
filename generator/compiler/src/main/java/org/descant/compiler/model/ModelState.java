package org.descant.compiler.model;

import java.util.Optional;
import org.descant.compiler.ir.Clock;
import org.descant.compiler.ir.StateKind;
import org.descant.compiler.ir.Storage;
import org.descant.compiler.ir.View;
import org.descant.grammar.source.Span;
import org.descant.grammar.syntax.ShapeWord;

/**
 * A state under the name that checkpoints address it by.
 *
 * @param limit the largest shape it may have, where one is declared
 * @param start the value before the first step, of constants, hyperparameters and {@link Term.WeightTerm} for w[0]
 * @param next what it becomes at the end of each step of its clock
 */
public record ModelState(
        String name,
        StateKind kind,
        Optional<ShapeWord> limit,
        View view,
        Storage storage,
        Term start,
        Term next,
        Clock clock,
        Span span) {
    public ModelState withStart(Term other) {
        return new ModelState(name, kind, limit, view, storage, other, next, clock, span);
    }

    public ModelState withNext(Term other) {
        return new ModelState(name, kind, limit, view, storage, start, other, clock, span);
    }

    public ModelState withClock(Clock other) {
        return new ModelState(name, kind, limit, view, storage, start, next, other, span);
    }
}
