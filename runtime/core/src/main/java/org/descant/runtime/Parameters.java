package org.descant.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
    private final List<String> names;
    private final Map<String, Integer> places;
    private final List<String> groups;
    private final Map<String, Integer> groupPlaces;
    private final List<List<Tensor>> members;
    private final ElementType elementType;
    private final boolean overwritesGradients;
    private final boolean zeroesGradients;

    Parameters(List<Tensor> tensors, ElementType elementType, boolean overwritesGradients, boolean zeroesGradients) {
        this.overwritesGradients = overwritesGradients;
        this.zeroesGradients = zeroesGradients;
        this.tensors = List.copyOf(tensors);
        this.names = this.tensors.stream().map(Tensor::name).toList();
        this.places = places(names);
        Map<String, List<Tensor>> byGroup = new LinkedHashMap<>();
        for (Tensor tensor : this.tensors) {
            byGroup.computeIfAbsent(tensor.group(), name -> new ArrayList<>()).add(tensor);
        }
        this.groups = List.copyOf(byGroup.keySet());
        this.groupPlaces = places(groups);
        this.members = byGroup.values().stream().map(List::copyOf).toList();
        this.elementType = elementType;
    }

    private static Map<String, Integer> places(List<String> names) {
        Map<String, Integer> places = new HashMap<>();
        for (String name : names) {
            places.put(name, places.size());
        }
        return places;
    }

    /** Parameters to be named one after the other. */
    public static ParametersBuilder builder() {
        return new ParametersBuilder();
    }

    /** The names of the tensors, in the order in which they were given. */
    public List<String> names() {
        return names;
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
        return tensors.get(place(name));
    }

    /** Where among all tensors one stands. */
    int place(String name) {
        Integer place = places.get(name);
        if (place == null) {
            throw new IllegalArgumentException(
                    "there is no tensor '" + name + "'; there are " + String.join(", ", names));
        }
        return place;
    }

    /** Where among all groups one stands. */
    int groupPlace(String name) {
        Integer place = groupPlaces.get(name);
        if (place == null) {
            throw new IllegalArgumentException(
                    "there is no group '" + name + "'; there are " + String.join(", ", groups));
        }
        return place;
    }

    /** The tensors of a group, by its place. */
    List<Tensor> members(int group) {
        return members.get(group);
    }
}
