package org.descant.compiler.ir;

import java.util.EnumSet;
import java.util.Set;

/** The set of axes that a value varies with. A value spreads over every shape that contains its own. */
public record Shape(Set<Axis> axes) {
    public static final Shape CONSTANT = of();
    public static final Shape STEP = of(Axis.STEP);
    public static final Shape MODEL = of(Axis.STEP, Axis.MODEL);
    public static final Shape TENSOR = of(Axis.STEP, Axis.MODEL, Axis.TENSOR);
    public static final Shape MATRIX = of(Axis.STEP, Axis.MODEL, Axis.TENSOR, Axis.MATRIX);
    public static final Shape ROW = of(Axis.STEP, Axis.MODEL, Axis.TENSOR, Axis.MATRIX, Axis.ROW);
    public static final Shape COL = of(Axis.STEP, Axis.MODEL, Axis.TENSOR, Axis.MATRIX, Axis.COL);
    public static final Shape ELEMENT = of(Axis.STEP, Axis.MODEL, Axis.TENSOR, Axis.MATRIX, Axis.ROW, Axis.COL);

    public Shape {
        axes = Set.copyOf(axes);
    }

    private static Shape of(Axis... axes) {
        return new Shape(Set.of(axes));
    }

    /** The smallest shape over which both spread. */
    public Shape join(Shape other) {
        if (contains(other)) {
            return this;
        }
        if (other.contains(this)) {
            return other;
        }
        Set<Axis> union = EnumSet.noneOf(Axis.class);
        union.addAll(axes);
        union.addAll(other.axes);
        return new Shape(union);
    }

    /** Whether a value of the other shape spreads over this one. */
    @SuppressWarnings("ReferenceEquality") // Most shapes are the constants above, and this is asked for every operand.
    public boolean contains(Shape other) {
        return axes == other.axes || axes.containsAll(other.axes);
    }

    /** Whether values are double: one per model, tensor or matrix at the most. */
    public boolean isNumber() {
        return !axes.contains(Axis.ROW) && !axes.contains(Axis.COL);
    }

    /** Whether it depends on a {@link View} which cells there are: matrices, rows and columns, but not elements. */
    public boolean hasView() {
        return axes.contains(Axis.MATRIX) && !(axes.contains(Axis.ROW) && axes.contains(Axis.COL));
    }

    /** How messages speak of it. */
    public String label() {
        if (axes.contains(Axis.ROW)) {
            return axes.contains(Axis.COL) ? "per element" : "per row";
        }
        if (axes.contains(Axis.COL)) {
            return "per col";
        }
        if (axes.contains(Axis.MATRIX)) {
            return "per matrix";
        }
        if (axes.contains(Axis.TENSOR)) {
            return "per tensor";
        }
        if (axes.contains(Axis.MODEL)) {
            return "per model";
        }
        return axes.contains(Axis.STEP) ? "per step" : "constant";
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // As above.
    public boolean equals(Object other) {
        return this == other || (other instanceof Shape shape && (axes == shape.axes || axes.equals(shape.axes)));
    }

    @Override
    public int hashCode() {
        return axes.hashCode();
    }

    @Override
    public String toString() {
        return label();
    }
}
