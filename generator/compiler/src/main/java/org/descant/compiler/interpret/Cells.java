package org.descant.compiler.interpret;

import org.descant.compiler.ir.Shape;
import org.descant.compiler.ir.View;

/** The values of one thing (a variable, a state, a gradient): one for each cell of its space. */
final class Cells {
    private final Space space;
    private final double[] values;

    Cells(Space space, double[] values) {
        this.space = space;
        this.values = values;
    }

    static Cells of(Layout layout, Shape shape, View view) {
        return of(layout, Space.of(shape, view));
    }

    static Cells of(Layout layout, Space space) {
        return new Cells(space, new double[layout.size(space)]);
    }

    Space space() {
        return space;
    }

    double[] values() {
        return values;
    }
}
