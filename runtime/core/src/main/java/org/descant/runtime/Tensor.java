package org.descant.runtime;

import java.util.List;

/**
 * A named tensor: slices of the caller's arrays for its values and for its gradient.
 *
 * @param value a {@code float[]} or {@code double[]}
 * @param gradient an array of the same type
 */
record Tensor(
        String name,
        String group,
        List<Integer> shape,
        int length,
        Object value,
        int offset,
        Object gradient,
        int gradientOffset) {}
