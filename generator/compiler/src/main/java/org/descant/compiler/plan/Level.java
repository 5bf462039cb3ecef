package org.descant.compiler.plan;

import org.descant.compiler.ir.Axis;
import org.descant.compiler.ir.Shape;

/** What a prologue runs once for. */
public enum Level {
    /** A group of tensors: what is constant, per step or per model. */
    GROUP,
    /** A tensor. */
    TENSOR;

    /** Where a number of this shape is computed. */
    public static Level of(Shape shape) {
        return shape.axes().contains(Axis.TENSOR) ? TENSOR : GROUP;
    }
}
