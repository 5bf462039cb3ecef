package org.descant.runtime;

import java.util.List;

/**
 * The parameters of a model: named tensors over arrays that the caller owns, in groups that may have hyperparameters of
 * their own. Nothing is copied; an optimizer reads gradients from and writes values to these very arrays.
 *
 * <pre>{@code
 * Parameters parameters = Parameters.builder()
 *         .tensor("layer1.weight", weight, weightGradient, 64, 32)
 *         .group("bias")
 *         .tensor("layer1.bias", bias, biasGradient, 32)
 *         .build();
 * }</pre>
 */
public final class Parameters {
    private final List<Tensor> tensors;
    private final List<String> groups;
    private final ElementType elementType;
    private final boolean overwritesGradients;
    private final boolean zeroesGradients;

    Parameters(List<Tensor> tensors, ElementType elementType, boolean overwritesGradients, boolean zeroesGradients) {
        this.overwritesGradients = overwritesGradients;
        this.zeroesGradients = zeroesGradients;
        this.tensors = List.copyOf(tensors);
        this.groups = this.tensors.stream().map(Tensor::group).distinct().toList();
        this.elementType = elementType;
    }

    /** Parameters to be named one after the other. */
    public static ParametersBuilder builder() {
        return new ParametersBuilder();
    }

    /** The names of the tensors, in the order in which they were given. */
    public List<String> names() {
        return tensors.stream().map(Tensor::name).toList();
    }

    /** The groups that hold a tensor, in the order of their first one. */
    public List<String> groups() {
        return groups;
    }

    /** The element type of all tensors. */
    public ElementType elementType() {
        return elementType;
    }

    /** Whether a step may leave anything in the gradients. */
    boolean overwritesGradients() {
        return overwritesGradients;
    }

    /** Whether a step leaves zeros in the gradients. */
    boolean zeroesGradients() {
        return zeroesGradients;
    }

    /** The elements of all tensors together. */
    public long length() {
        return tensors.stream().mapToLong(Tensor::length).sum();
    }

    /**
     * The elements of one tensor.
     *
     * @throws IllegalArgumentException if there is no tensor of that name
     */
    public int length(String name) {
        return tensor(name).length();
    }

    /**
     * The dimensions of a tensor; empty for a single number.
     *
     * @throws IllegalArgumentException if there is no tensor of that name
     */
    public List<Integer> shape(String name) {
        return tensor(name).shape();
    }

    /**
     * The group that a tensor belongs to.
     *
     * @throws IllegalArgumentException if there is no tensor of that name
     */
    public String group(String name) {
        return tensor(name).group();
    }

    List<Tensor> tensors() {
        return tensors;
    }

    Tensor tensor(String name) {
        for (Tensor tensor : tensors) {
            if (tensor.name().equals(name)) {
                return tensor;
            }
        }
        throw new IllegalArgumentException(
                "there is no tensor '" + name + "'; there are " + String.join(", ", names()));
    }
}
