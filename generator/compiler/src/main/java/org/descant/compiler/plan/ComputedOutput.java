package org.descant.compiler.plan;

import java.util.List;
import org.descant.compiler.ir.Equation;

/**
 * An output that is computed when it is read.
 *
 * @param place its place among the outputs of the rule
 * @param equations all that it computes, wherever
 * @param prologue what is one number for the group, from the numbers that the last step left
 * @param loop what is one number for each element; it writes one buffer, behind all others
 */
public record ComputedOutput(int place, String name, List<Equation> equations, Prologue prologue, Loop loop) {
    public ComputedOutput {
        equations = List.copyOf(equations);
    }
}
