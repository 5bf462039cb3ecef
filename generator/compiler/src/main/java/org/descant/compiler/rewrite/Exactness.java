package org.descant.compiler.rewrite;

/** How the value after a rewrite relates to the value before it. */
public enum Exactness {
    /** The same bits for every input, element type, subnormal, infinity and signed zero; one NaN is as good as another. */
    BITWISE,
    /** The same real number, rounded at other places. */
    REASSOCIATES,
    /** Another real number, within a bound that the rewrite states. */
    APPROXIMATE
}
