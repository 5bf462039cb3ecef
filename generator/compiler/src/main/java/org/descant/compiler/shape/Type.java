package org.descant.compiler.shape;

import java.util.Optional;
import org.descant.compiler.ir.Kind;
import org.descant.compiler.ir.Shape;
import org.descant.compiler.ir.View;

/**
 * What is known of a term.
 *
 * @param kind empty as long as only its own past says what it is
 * @param view of no meaning where the shape has none
 */
record Type(Optional<Kind> kind, Shape shape, View view) {
    static final Type UNKNOWN = new Type(Optional.empty(), Shape.CONSTANT, View.FIRST);

    static Type number(Shape shape) {
        return new Type(Optional.of(Kind.NUMBER), shape, View.FIRST);
    }

    static Type truth(Shape shape) {
        return new Type(Optional.of(Kind.BOOLEAN), shape, View.FIRST);
    }

    /** The smallest shape that holds both; the kind is this one's, if it is known. */
    Type join(Type other) {
        Shape joined = shape.join(other.shape);
        View either = shape.hasView() ? view : other.view;
        return new Type(kind.or(other::kind), joined, joined.hasView() ? either : View.FIRST);
    }

    Type withShape(Shape larger) {
        return join(new Type(Optional.empty(), larger, view));
    }

    Type withKind(Kind known) {
        return new Type(Optional.of(known), shape, view);
    }

    boolean isBoolean() {
        return kind.equals(Optional.of(Kind.BOOLEAN));
    }

    /** Whether rows, columns or matrices of both are cut in different ways. */
    boolean clashes(Type other) {
        return shape.hasView() && other.shape.hasView() && view != other.view;
    }
}
