package org.descant.proof.random;

import org.descant.grammar.syntax.Expression;

/**
 * A hyperparameter or an option of a grown optimizer, and a value that it can be given.
 *
 * @param starts whether starts of states read it, which cannot wait for a value of the step
 */
record Settable(String name, Kind kind, boolean starts) {
    /** What it holds. Every range of a grown hyperparameter holds 0.1 to 0.5. */
    enum Kind {
        REAL,
        TRUTH,
        WHOLE
    }

    /** A value as an option is given it. */
    Expression value(Dice dice) {
        return switch (kind) {
            case REAL -> Trees.number(dice.pick(0.1, 0.125, 0.25, 0.5));
            case TRUTH -> Trees.truth(dice.chance(50));
            case WHOLE -> Trees.number(dice.between(1, 3));
        };
    }
}
