package org.descant.harness;

import java.util.List;
import org.descant.runtime.ElementType;

/** An optimizer of any make, before it has seen a model: generated, interpreted, written by hand, or of another library. */
public interface Subject {
    /** What reports call it, such as {@code "DJL 0.35.0 Adam"}. */
    String name();

    /** The type that its parameters, states and gradients have. */
    ElementType elementType();

    /**
     * Puts it to work on a fresh model.
     *
     * @throws IllegalArgumentException if it cannot work on such a model, saying why
     */
    Session begin(List<ModelTensor> tensors);
}
