package org.descant.compiler.shape;

import org.descant.compiler.ir.Shape;
import org.descant.compiler.ir.View;
import org.descant.grammar.syntax.ShapeWord;

/** The shapes that words stand for. */
final class ShapeWords {
    private ShapeWords() {}

    /** A tensor that is seen as one matrix has no matrices: {@code per matrix} is per tensor there. */
    static Shape shape(ShapeWord word, View view) {
        return switch (word) {
            case MODEL -> Shape.MODEL;
            case TENSOR -> Shape.TENSOR;
            case MATRIX -> view == View.LAST ? Shape.MATRIX : Shape.TENSOR;
            case ROW -> Shape.ROW;
            case COL -> Shape.COL;
        };
    }
}
