package org.descant.compiler.emit;

import java.util.Optional;
import org.descant.compiler.ir.Shape;
import org.descant.compiler.ir.View;
import org.descant.compiler.plan.Space;
import org.descant.runtime.StateShape;

/** Shapes as the runtime calls them. */
final class RuntimeShapes {
    private RuntimeShapes() {}

    /** What the model alone has one value of is told from what is made of hyperparameters and may differ from group to group. */
    static StateShape of(Shape shape, View view) {
        Optional<Space> space = Space.of(shape, view);
        if (space.isPresent()) {
            return of(space.get());
        }
        if (Shape.STEP.contains(shape)) {
            return StateShape.PER_STEP;
        }
        return Shape.MODEL.contains(shape) ? StateShape.PER_MODEL : StateShape.PER_TENSOR;
    }

    static StateShape of(Space space) {
        boolean isFirst = space.view() == View.FIRST;
        return switch (space.cell()) {
            case MATRIX -> isFirst ? StateShape.PER_MATRIX : StateShape.PER_LAST_MATRIX;
            case ROW -> isFirst ? StateShape.PER_ROW : StateShape.PER_LAST_ROW;
            case COL -> isFirst ? StateShape.PER_COL : StateShape.PER_LAST_COL;
            case ELEMENT -> StateShape.PER_ELEMENT;
        };
    }
}
