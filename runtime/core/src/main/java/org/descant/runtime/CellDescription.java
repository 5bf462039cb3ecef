package org.descant.runtime;

/**
 * A value that a tensor has one of for each matrix, row or column, from where it is computed to the end of the step: a result of a
 * reduction, or what loops over larger shapes read.
 *
 * @param text as the rule writes it
 * @param shape per matrix, row or column
 */
public record CellDescription(String text, StateShape shape) {
    public CellDescription {
        if (!shape.isOfCells()) {
            throw new IllegalArgumentException("'" + text + "' is " + shape + ", not per matrix, row or column");
        }
    }
}
