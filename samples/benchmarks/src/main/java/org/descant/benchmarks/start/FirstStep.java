package org.descant.benchmarks.start;

import java.nio.file.Path;
import org.descant.compiler.Descant;
import org.descant.runtime.Parameters;

/** A program that does nothing but to compile a rule file and make a step, and says so. */
final class FirstStep {
    private FirstStep() {}

    public static void main(String[] arguments) {
        Parameters parameters =
                Parameters.builder().tensor("w", new float[2], new float[2], 2).build();
        Descant.compile(Path.of(arguments[0])).create(parameters).step();
        System.out.println("stepped");
    }
}
