package org.descant.runtime;

import java.util.List;

/** What one tensor has one of for each matrix, row or column: arrays in the order of the cells' numbers. */
final class Cells {
    private final Geometry first;
    private final Geometry last;
    private final Buffers arrays;

    /**
     * @param needs which of them the tensor has a use for; others are left empty
     * @param rings which states take turns
     */
    Cells(List<CellDescription> cells, Tensor tensor, ElementType elementType, Needs needs, Rings rings) {
        first = Geometry.first(tensor.shape());
        last = Geometry.last(tensor.shape());
        Object[] made = new Object[cells.size()];
        for (int cell = 0; cell < made.length; cell++) {
            StateShape shape = cells.get(cell).shape();
            ElementType type = shape.isOfMatrices() ? ElementType.DOUBLE : elementType;
            made[cell] = Buffers.array(type, needs.cell(cell) ? geometry(shape).count(shape) : 0);
        }
        arrays = new Buffers(made, rings.cells());
    }

    /** The matrices that a shape means. */
    Geometry geometry(StateShape shape) {
        return shape.isOfLast() ? last : first;
    }

    /** Their arrays, by number; those per matrix are of doubles whatever the parameters are. */
    Buffers arrays() {
        return arrays;
    }

    /** A copy of the array of a cell. */
    Object copyOut(int cell) {
        return Buffers.copy(arrays.array(cell));
    }

    /** Overwrites a cell; floats are widened where it is of doubles. */
    void copyIn(int cell, Object values) {
        Object target = arrays.array(cell);
        Object source = target instanceof double[] ? Buffers.widened(values) : values;
        System.arraycopy(source, 0, target, 0, Buffers.length(target));
    }
}
