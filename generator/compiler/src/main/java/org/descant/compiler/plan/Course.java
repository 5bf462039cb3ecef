package org.descant.compiler.plan;

import java.util.List;

/**
 * Sweeps that are run one after the other.
 *
 * @param reasons why they are as they are, where that is not plain, as sentences
 */
public record Course(List<Sweep> sweeps, List<String> reasons) {
    public Course {
        sweeps = List.copyOf(sweeps);
        reasons = List.copyOf(reasons);
    }
}
