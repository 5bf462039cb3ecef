package org.descant.compiler.interpret;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.descant.compiler.ir.Dimension;
import org.descant.compiler.ir.View;

/** The tensors of a model, and how the cells of its spaces lie in each other. */
public final class Layout {
    private record Pair(Space from, Space to) {}

    private final List<TensorSpec> tensors;
    private final int groups;
    private final Map<Pair, int[]> maps = new HashMap<>();

    public Layout(List<TensorSpec> tensors) {
        this.tensors = List.copyOf(tensors);
        int last = 0;
        for (TensorSpec tensor : tensors) {
            last = Math.max(last, tensor.group());
        }
        this.groups = last + 1;
    }

    public List<TensorSpec> tensors() {
        return tensors;
    }

    /** How many groups the tensors are in. */
    public int groups() {
        return groups;
    }

    /** The place of a tensor in the order of the model. */
    public int tensor(String name) {
        for (int i = 0; i < tensors.size(); i++) {
            if (tensors.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no tensor is called '" + name + "'");
    }

    /** The number of cells. */
    public int size(Space space) {
        return space.level() == Level.GROUP ? groups : start(space, tensors.size());
    }

    /** The number of cells of one tensor. */
    public int count(Space space, int tensor) {
        return geometry(tensor, space.view()).count(space.level());
    }

    /** The first cell of a tensor; of a space per group, that of its group. */
    public int start(Space space, int tensor) {
        if (space.level() == Level.GROUP) {
            return tensors.get(tensor).group();
        }
        int start = 0;
        for (int i = 0; i < tensor; i++) {
            start = Math.addExact(start, count(space, i));
        }
        return start;
    }

    /** For every cell of a space the cell of a smaller one that it lies in. */
    public int[] map(Space from, Space to) {
        return maps.computeIfAbsent(new Pair(from, to), pair -> build(from, to));
    }

    private int[] build(Space from, Space to) {
        int[] map = new int[size(from)];
        if (from.equals(to)) {
            for (int i = 0; i < map.length; i++) {
                map[i] = i;
            }
            return map;
        }
        // Only a space that has matrices has a view, and two of them share it; elements lie in the matrices of any.
        View view = from.level() == Level.ELEMENT ? to.view() : from.view();
        int cell = 0;
        for (int tensor = 0; tensor < tensors.size(); tensor++) {
            Geometry geometry = geometry(tensor, view);
            int start = start(to, tensor);
            int count = geometry.count(from.level());
            for (int i = 0; i < count; i++) {
                map[cell++] = start + geometry.within(from.level(), i, to.level());
            }
        }
        return map;
    }

    /** A number that describes each tensor. */
    public double[] dimensions(Dimension dimension, View view) {
        double[] values = new double[tensors.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = geometry(i, view).dimension(dimension);
        }
        return values;
    }

    private Geometry geometry(int tensor, View view) {
        return Geometry.of(tensors.get(tensor), view);
    }
}
