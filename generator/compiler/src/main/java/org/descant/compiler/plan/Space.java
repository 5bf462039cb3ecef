package org.descant.compiler.plan;

import java.util.List;
import java.util.Optional;
import org.descant.compiler.ir.Axis;
import org.descant.compiler.ir.Shape;
import org.descant.compiler.ir.View;

/**
 * What a loop runs over in each tensor.
 *
 * @param view of no meaning for elements, which are the same in every view
 */
public record Space(Cell cell, View view) implements Comparable<Space> {
    /** The kinds of things that there can be one value for, the smaller ones first: those that others are spread over come later. */
    public enum Cell {
        MATRIX,
        ROW,
        COL,
        ELEMENT
    }

    public static final Space ELEMENT = new Space(Cell.ELEMENT, View.FIRST);

    /** What values of a shape are computed in loops over; nothing where they are numbers, which prologues compute. */
    public static Optional<Space> of(Shape shape, View view) {
        boolean row = shape.axes().contains(Axis.ROW);
        boolean col = shape.axes().contains(Axis.COL);
        if (row && col) {
            return Optional.of(ELEMENT);
        } else if (row || col) {
            return Optional.of(new Space(row ? Cell.ROW : Cell.COL, view));
        }
        return shape.axes().contains(Axis.MATRIX) ? Optional.of(new Space(Cell.MATRIX, view)) : Optional.empty();
    }

    /** All but elements, in an order in which none needs a later one of the same stage. */
    static List<Space> cells() {
        return List.of(
                new Space(Cell.MATRIX, View.FIRST),
                new Space(Cell.MATRIX, View.LAST),
                new Space(Cell.ROW, View.FIRST),
                new Space(Cell.ROW, View.LAST),
                new Space(Cell.COL, View.FIRST),
                new Space(Cell.COL, View.LAST));
    }

    public boolean isOfElements() {
        return cell == Cell.ELEMENT;
    }

    /** Whether values are double; all others have the parameters' type. */
    public boolean isOfMatrices() {
        return cell == Cell.MATRIX;
    }

    /** How people speak of it. */
    @Override
    public String toString() {
        String cells =
                switch (cell) {
                    case MATRIX -> "matrices";
                    case ROW -> "rows";
                    case COL -> "columns";
                    case ELEMENT -> "elements";
                };
        return view == View.LAST && cell != Cell.MATRIX ? cells + " of the last axes" : cells;
    }

    @Override
    public int compareTo(Space other) {
        int byCell = cell.compareTo(other.cell);
        return byCell != 0 ? byCell : view.compareTo(other.view);
    }
}
