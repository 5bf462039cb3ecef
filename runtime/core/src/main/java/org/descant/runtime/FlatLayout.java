package org.descant.runtime;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A layout of tensors one after the other: all values in one array and all gradients in another, each tensor at the same place in both. Steps
 * over many small tensors are fastest so, as adjacent tensors are driven as one where the rule does not tell them apart.
 *
 * <pre>{@code
 * FlatLayout layout = new FlatLayout()
 *         .tensor("layer1.weight", 64, 32)
 *         .group("bias")
 *         .tensor("layer1.bias", 32);
 * float[] values = new float[layout.length()];
 * float[] gradients = new float[layout.length()];
 * Parameters parameters = layout.parameters(values, gradients);
 * int bias = layout.offset("layer1.bias");  // where it begins in both arrays
 * }</pre>
 */
public final class FlatLayout {
    private record Place(String group, int offset, int length, List<Integer> shape) {}

    private final Map<String, Place> places = new LinkedHashMap<>();
    private String group = ParametersBuilder.DEFAULT_GROUP;
    private int length;

    /**
     * Puts the tensors that follow into a group, as {@link ParametersBuilder#group} does. Tensors of one group belong side by side.
     *
     * @throws IllegalArgumentException if the name is empty or blank
     * @throws NullPointerException if the name is null
     */
    public FlatLayout group(String name) {
        group = ParametersBuilder.checkedGroup(name);
        return this;
    }

    /**
     * Adds a tensor behind those that there are.
     *
     * @param shape the dimensions, outermost first, none for a single number
     * @throws IllegalArgumentException if there is one of that name, the name is empty, a dimension is negative, or all together have more elements than an
     *     array can
     * @throws NullPointerException if the name or the shape is null
     */
    public FlatLayout tensor(String name, int... shape) {
        ParametersBuilder.checkName(name);
        int more = ParametersBuilder.length(name, shape);
        if (more > Integer.MAX_VALUE - length) {
            throw new IllegalArgumentException("with the tensor '" + name + "' there are " + ((long) length + more)
                    + " elements, more than a Java array can hold: lay them out in several");
        }
        if (places.containsKey(name)) {
            throw new IllegalArgumentException("two tensors are called '" + name + "': give each a name of its own");
        }
        places.put(
                name,
                new Place(group, length, more, Arrays.stream(shape).boxed().toList()));
        length += more;
        return this;
    }

    /** The elements of all tensors: how long the arrays have to be. */
    public int length() {
        return length;
    }

    /** The names of the tensors, in their order. */
    public List<String> names() {
        return List.copyOf(places.keySet());
    }

    /**
     * Where a tensor begins in both arrays.
     *
     * @throws IllegalArgumentException if there is no tensor of that name
     */
    public int offset(String name) {
        return place(name).offset();
    }

    /**
     * The elements of one tensor.
     *
     * @throws IllegalArgumentException if there is no tensor of that name
     */
    public int length(String name) {
        return place(name).length();
    }

    private Place place(String name) {
        Place place = places.get(name);
        if (place == null) {
            throw new IllegalArgumentException(
                    "there is no tensor '" + name + "'; there are " + String.join(", ", places.keySet()));
        }
        return place;
    }

    /**
     * The tensors in two arrays, for an optimizer.
     *
     * @throws IllegalArgumentException if an array is not as long as the layout, or there is no tensor
     * @throws NullPointerException if an array is null
     */
    public Parameters parameters(float[] values, float[] gradients) {
        return builder(values, gradients).build();
    }

    /** As {@link #parameters(float[], float[])}, for doubles. */
    public Parameters parameters(double[] values, double[] gradients) {
        return builder(values, gradients).build();
    }

    /** As {@link #parameters(float[], float[])}, with more to be said before they are built; that there is no tensor is found then. */
    public ParametersBuilder builder(float[] values, float[] gradients) {
        Objects.requireNonNull(values, "the array of the values is null");
        Objects.requireNonNull(gradients, "the array of the gradients is null");
        check(values.length, gradients.length);
        ParametersBuilder builder = Parameters.builder();
        places.forEach((name, place) -> builder.group(place.group())
                .tensor(name, values, place.offset(), gradients, place.offset(), shape(place)));
        return builder;
    }

    /** As {@link #builder(float[], float[])}, for doubles. */
    public ParametersBuilder builder(double[] values, double[] gradients) {
        Objects.requireNonNull(values, "the array of the values is null");
        Objects.requireNonNull(gradients, "the array of the gradients is null");
        check(values.length, gradients.length);
        ParametersBuilder builder = Parameters.builder();
        places.forEach((name, place) -> builder.group(place.group())
                .tensor(name, values, place.offset(), gradients, place.offset(), shape(place)));
        return builder;
    }

    private static int[] shape(Place place) {
        return place.shape().stream().mapToInt(Integer::intValue).toArray();
    }

    private void check(int values, int gradients) {
        if (values != length || gradients != length) {
            throw new IllegalArgumentException(
                    "the layout has " + length + " elements, but the array of the values has " + values
                            + " and that of the gradients " + gradients + ": make both as long as the layout");
        }
    }
}
