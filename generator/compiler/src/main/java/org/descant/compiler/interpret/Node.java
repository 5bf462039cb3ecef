package org.descant.compiler.interpret;

/** An expression made ready to be evaluated at the cells of one space. A condition is 1 or 0. */
interface Node {
    double at(int cell);
}
