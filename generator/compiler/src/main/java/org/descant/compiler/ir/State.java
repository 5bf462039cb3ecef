package org.descant.compiler.ir;

/**
 * Something remembered from step to step, under the name that checkpoints address it by.
 *
 * @param start the value before the first step, made of constants, hyperparameters and {@link Weight} (that is w[0]); evaluated when
 *     the first step begins
 * @param clock the clock on which it is updated; on steps where that stands still, so does the state
 */
public record State(String name, StateKind kind, Shape shape, View view, Storage storage, Expr start, Clock clock) {
    @Override
    public boolean equals(Object other) {
        return other instanceof State state && name.equals(state.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
