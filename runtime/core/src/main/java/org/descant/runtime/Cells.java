package org.descant.runtime;

import java.util.List;

/** What one tensor has one of for each matrix, row or column: arrays in the order of the cells' numbers. */
final class Cells {
    private final Geometry first;
    private final Geometry last;
    private final Object[] arrays;
    private final float[][] floats;
    private final double[][] doubles;

    /** @param needs which of them the tensor has a use for; others are left empty */
    Cells(List<CellDescription> cells, Tensor tensor, ElementType elementType, Needs needs) {
        first = Geometry.first(tensor.shape());
        last = Geometry.last(tensor.shape());
        arrays = new Object[cells.size()];
        floats = new float[arrays.length][];
        doubles = new double[arrays.length][];
        for (int cell = 0; cell < arrays.length; cell++) {
            StateShape shape = cells.get(cell).shape();
            ElementType type = shape.isOfMatrices() ? ElementType.DOUBLE : elementType;
            arrays[cell] =
                    Buffers.array(type, needs.cell(cell) ? geometry(shape).count(shape) : 0);
            floats[cell] = arrays[cell] instanceof float[] array ? array : new float[0];
            doubles[cell] = arrays[cell] instanceof double[] array ? array : new double[0];
        }
    }

    /** The matrices that a shape means. */
    Geometry geometry(StateShape shape) {
        return shape.isOfLast() ? last : first;
    }

    /** The array of a cell, of either type. */
    Object array(int cell) {
        return arrays[cell];
    }

    /** A copy of the array of a cell. */
    Object copyOut(int cell) {
        return arrays[cell] instanceof float[] array ? array.clone() : ((double[]) arrays[cell]).clone();
    }

    /** Overwrites a cell; floats are widened where it is of doubles. */
    void copyIn(int cell, Object values) {
        Object target = arrays[cell];
        Object source = target instanceof double[] ? Buffers.widened(values) : values;
        System.arraycopy(source, 0, target, 0, Buffers.length(target));
    }

    float[][] floats() {
        return floats;
    }

    double[][] doubles() {
        return doubles;
    }
}
