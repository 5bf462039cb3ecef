package org.descant.compiler.interpret;

/** An expression made ready to be evaluated at all cells of one space. A condition is 1 or 0. */
interface Node {
    /** The values at all cells; they are the node's own and stay until it is evaluated again. */
    double[] values();
}
