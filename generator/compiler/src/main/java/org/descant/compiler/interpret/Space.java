package org.descant.compiler.interpret;

import org.descant.compiler.ir.Axis;
import org.descant.compiler.ir.Shape;
import org.descant.compiler.ir.View;

/** A set of indices: the cells of all tensors of a model, in the order of the tensors, row-major in each. */
public record Space(Level level, View view) {
    public static final Space GROUP = new Space(Level.GROUP, View.FIRST);
    public static final Space TENSOR = new Space(Level.TENSOR, View.FIRST);
    public static final Space ELEMENT = new Space(Level.ELEMENT, View.FIRST);

    /** The space that values of a shape run over. */
    public static Space of(Shape shape, View view) {
        boolean row = shape.axes().contains(Axis.ROW);
        boolean col = shape.axes().contains(Axis.COL);
        if (row || col) {
            return row && col ? ELEMENT : new Space(row ? Level.ROW : Level.COL, view);
        }
        if (shape.axes().contains(Axis.MATRIX)) {
            return new Space(Level.MATRIX, view);
        }
        return shape.axes().contains(Axis.TENSOR) ? TENSOR : GROUP;
    }
}
