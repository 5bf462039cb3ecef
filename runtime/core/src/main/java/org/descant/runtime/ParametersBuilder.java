package org.descant.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** {@link Parameters} in the making. What is refused is said with the tensor's name, and leaves the builder as it was. */
public final class ParametersBuilder {
    static final String DEFAULT_GROUP = "default";

    private final List<Tensor> tensors = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private String group = DEFAULT_GROUP;
    private boolean overwritesGradients;
    private boolean zeroesGradients;

    ParametersBuilder() {}

    /**
     * Puts the tensors that follow into a group; before the first call they go to the group {@code default}.
     *
     * @throws IllegalArgumentException if the name is empty or blank
     * @throws NullPointerException if the name is null
     */
    public ParametersBuilder group(String name) {
        group = checkedGroup(name);
        return this;
    }

    static String checkedGroup(String name) {
        Objects.requireNonNull(name, "the name of a group is null");
        if (name.isBlank()) {
            throw new IllegalArgumentException("the name of a group is empty: give it a name");
        }
        return name;
    }

    /**
     * Lets a step leave anything in the gradients once it has read them. What a rule such as LAMB keeps of every element while a step lasts then lies
     * there, and takes no memory of its own. For programs that compute every gradient anew before a step, and do not add to what is there.
     */
    public ParametersBuilder overwriteGradients() {
        overwritesGradients = true;
        return this;
    }

    /**
     * Lets every step leave zeros in the gradients, for programs that add to what is there. They are set in the step's last pass over the elements, while the
     * cache holds them, where that pass reaches all elements in every step, and when the step is over otherwise; {@linkplain #overwriteGradients() before that}
     * the step may leave anything there. A step that is refused sets none; one that breaks off in a loop may have set some. Between the gradients that one step
     * asks for, nothing is set: an {@link Evaluation} that adds clears them itself.
     */
    public ParametersBuilder zeroGradients() {
        zeroesGradients = true;
        return overwriteGradients();
    }

    /**
     * Adds a tensor that fills whole arrays.
     *
     * @param shape the dimensions, outermost first, none for a single number; their product is the arrays' length
     * @throws IllegalArgumentException if the name is blank or another tensor's, the shape is not the arrays', or the other tensors are of doubles
     * @throws NullPointerException if anything is null
     */
    public ParametersBuilder tensor(String name, float[] value, float[] gradient, int... shape) {
        checkGiven(name, value, gradient);
        checkWhole(name, "value", value.length, shape);
        checkWhole(name, "gradient", gradient.length, shape);
        return tensor(name, value, 0, gradient, 0, shape);
    }

    /**
     * Adds a tensor that is a slice of each array, in row-major order from an offset. Equal offsets are fastest; where
     * they differ, blocks are copied to scratch memory and back.
     *
     * @param offset where in the array of the values the first element stands; {@code gradientOffset} likewise
     * @param shape the dimensions, outermost first, none for a single number
     * @throws IllegalArgumentException if the name is blank or another tensor's, a slice is not within its array, or the other tensors are of doubles
     * @throws NullPointerException if anything is null
     */
    public ParametersBuilder tensor(
            String name, float[] value, int offset, float[] gradient, int gradientOffset, int... shape) {
        checkGiven(name, value, gradient);
        int length = length(name, shape);
        checkSlice(name, "value", offset, length, value.length);
        checkSlice(name, "gradient", gradientOffset, length, gradient.length);
        return add(name, value, offset, gradient, gradientOffset, length, shape);
    }

    /**
     * Adds a tensor that fills whole arrays.
     *
     * @param shape the dimensions, outermost first, none for a single number; their product is the arrays' length
     * @throws IllegalArgumentException if the name is blank or another tensor's, the shape is not the arrays', or the other tensors are of floats
     * @throws NullPointerException if anything is null
     */
    public ParametersBuilder tensor(String name, double[] value, double[] gradient, int... shape) {
        checkGiven(name, value, gradient);
        checkWhole(name, "value", value.length, shape);
        checkWhole(name, "gradient", gradient.length, shape);
        return tensor(name, value, 0, gradient, 0, shape);
    }

    /**
     * Adds a tensor that is a slice of each array, in row-major order from an offset. Equal offsets are fastest; where
     * they differ, blocks are copied to scratch memory and back.
     *
     * @param offset where in the array of the values the first element stands; {@code gradientOffset} likewise
     * @param shape the dimensions, outermost first, none for a single number
     * @throws IllegalArgumentException if the name is blank or another tensor's, a slice is not within its array, or the other tensors are of floats
     * @throws NullPointerException if anything is null
     */
    public ParametersBuilder tensor(
            String name, double[] value, int offset, double[] gradient, int gradientOffset, int... shape) {
        checkGiven(name, value, gradient);
        int length = length(name, shape);
        checkSlice(name, "value", offset, length, value.length);
        checkSlice(name, "gradient", gradientOffset, length, gradient.length);
        return add(name, value, offset, gradient, gradientOffset, length, shape);
    }

    /**
     * The finished parameters.
     *
     * @throws IllegalArgumentException if there is no tensor, or the values of one overlap another's values or a gradient, or two gradients
     *     overlap that may be overwritten
     */
    public Parameters build() {
        if (tensors.isEmpty()) {
            throw new IllegalArgumentException("there are no tensors: add at least one with tensor(name, …)");
        }
        Overlaps.check(tensors, overwritesGradients);
        return new Parameters(tensors, type(tensors.get(0)), overwritesGradients, zeroesGradients);
    }

    private ParametersBuilder add(
            String name, Object value, int offset, Object gradient, int gradientOffset, int length, int[] shape) {
        if (names.contains(name)) {
            throw new IllegalArgumentException("two tensors are called '" + name + "': give each a name of its own");
        }
        List<Integer> dimensions = Arrays.stream(shape).boxed().toList();
        Tensor tensor = new Tensor(name, group, dimensions, length, value, offset, gradient, gradientOffset);
        if (!tensors.isEmpty() && type(tensor) != type(tensors.get(0))) {
            throw new IllegalArgumentException("tensor '" + name + "' is "
                    + type(tensor).javaName() + "[], but '"
                    + tensors.get(0).name() + "' is " + type(tensors.get(0)).javaName()
                    + "[]: a model has one element type; convert one of them");
        }
        names.add(name);
        tensors.add(tensor);
        return this;
    }

    private static ElementType type(Tensor tensor) {
        return tensor.value() instanceof float[] ? ElementType.FLOAT : ElementType.DOUBLE;
    }

    static void checkName(String name) {
        Objects.requireNonNull(name, "the name of a tensor is null");
        if (name.isBlank()) {
            throw new IllegalArgumentException("the name of a tensor is empty: give it a name");
        }
    }

    private static void checkGiven(String name, Object value, Object gradient) {
        checkName(name);
        Objects.requireNonNull(value, () -> "tensor '" + name + "' has null for its value array");
        Objects.requireNonNull(
                gradient, () -> "tensor '" + name + "' has null for its gradient array: allocate it first");
    }

    private static void checkWhole(String name, String what, int have, int[] shape) {
        int length = length(name, shape);
        if (have != length) {
            throw new IllegalArgumentException("tensor '" + name + "' of shape " + Arrays.toString(shape) + " has "
                    + length + " elements, but its " + what + " array has " + have
                    + ": correct the shape, or give offsets for a slice");
        }
    }

    private static void checkSlice(String name, String what, int offset, int length, int have) {
        if (offset < 0 || offset > have - length) {
            throw new IllegalArgumentException("tensor '" + name + "' takes " + length + " elements from offset "
                    + offset + " of its " + what + " array, which has " + have + ": correct the offset or the shape");
        }
    }

    /** The elements of a shape. One without elements may still have rows and columns, which arrays must hold. */
    static int length(String name, int[] shape) {
        Objects.requireNonNull(shape, () -> "tensor '" + name + "' has null for its shape");
        long length = 1;
        boolean empty = false;
        for (int dimension : shape) {
            if (dimension < 0) {
                throw new IllegalArgumentException(
                        "tensor '" + name + "' has the shape " + Arrays.toString(shape) + ": no dimension is negative");
            }
            empty |= dimension == 0;
            length = Math.min(length * Math.max(dimension, 1), 1L << 32);
        }
        if (length > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("tensor '" + name + "' of shape " + Arrays.toString(shape)
                    + (empty
                            ? " has no elements, but more rows or columns than a Java array can hold: leave it out"
                            : " has more elements than a Java array can hold: split it"));
        }
        return empty ? 0 : (int) length;
    }
}
