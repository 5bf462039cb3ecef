package org.descant.compiler.resolve;

import java.util.Optional;
import org.descant.compiler.model.Term;
import org.descant.grammar.source.Span;

/** What a name stands for in one scope, and how it is read. */
sealed interface Symbol permits ValueSymbol, EquationSymbol, StateSymbol, WeightSymbol {
    /** With its article: "a hyperparameter". */
    String description();

    /** Where it is declared. */
    Span declared();

    /** {@code x}. */
    Term bare(Span at);

    /** {@code x[t]}. */
    Term now(Span at);

    /** {@code x[t-n]}, n from 1. */
    Term past(int steps, Span at);

    /** {@code x[0]}. */
    Term origin(Span at);

    /** Notes that the name is meant, where it is not read as a value. */
    void markUsed();

    /** The def or rule that its equation applies, whose names can be read from outside: {@code x.ratio}. */
    Optional<Application> application();
}
