package org.descant.compiler.plan;

import java.util.List;

/**
 * Sweeps that are run one after the other.
 *
 * @param asked the gradients that are asked for between them
 * @param inputs the inputs that are read
 * @param carried how many buffers hold what one sweep or loop computes and a later one reads
 * @param reasons why they are as they are, where that is not plain, as sentences
 */
public record Course(
        List<Sweep> sweeps, List<Asked> asked, List<TakenInput> inputs, int carried, List<String> reasons) {
    public Course {
        asked = List.copyOf(asked);
        inputs = List.copyOf(inputs);
        sweeps = List.copyOf(sweeps);
        reasons = List.copyOf(reasons);
    }
}
