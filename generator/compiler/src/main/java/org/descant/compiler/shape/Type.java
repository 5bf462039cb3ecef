package org.descant.compiler.shape;

import org.descant.compiler.ir.Kind;
import org.descant.compiler.ir.Shape;
import org.descant.compiler.ir.View;

/**
 * What is known of a term.
 *
 * @param view of no meaning where the shape has none
 */
record Type(Kind kind, Shape shape, View view) {
    /** What everything begins as: the smallest number. */
    static final Type LEAST = number(Shape.CONSTANT);

    static Type number(Shape shape) {
        return new Type(Kind.NUMBER, shape, View.FIRST);
    }

    static Type truth(Shape shape) {
        return new Type(Kind.BOOLEAN, shape, View.FIRST);
    }

    /** The smallest shape that holds both; the kind is this one's. */
    Type join(Type other) {
        Shape joined = shape.join(other.shape);
        View either = shape.hasView() ? view : other.view;
        return new Type(kind, joined, joined.hasView() ? either : View.FIRST);
    }

    Type withShape(Shape larger) {
        return join(new Type(kind, larger, view));
    }

    Type withKind(Kind known) {
        return new Type(known, shape, view);
    }

    boolean isBoolean() {
        return kind == Kind.BOOLEAN;
    }

    /** Whether rows, columns or matrices of both are cut in different ways. */
    boolean clashes(Type other) {
        return shape.hasView() && other.shape.hasView() && view != other.view;
    }
}
