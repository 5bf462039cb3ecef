package org.descant.compiler.ir;

/** Why a state exists. */
public enum StateKind {
    /** {@code state m = 0}. */
    DECLARED,
    /** {@code g[t-2]}: what an equation, a gradient, an input or w had some steps ago. */
    HISTORY,
    /** {@code w[0]}. */
    ORIGIN,
    /** The number of steps on which an application with {@code when} was active: {@code x.t}. */
    CLOCK,
    /** The last value of an application with {@code when}. */
    HELD,
    /** An output that is no state of its own. */
    OUTPUT
}
