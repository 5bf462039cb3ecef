package org.descant.compiler.random;

import java.util.Optional;
import java.util.function.Function;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Printer;

/** States that something holds for every random rule; where it does not, the smallest rule that fails is part of the message. */
public final class Property {
    private Property() {}

    /**
     * Fails at the first seed for which {@code failure} has something to say.
     *
     * @param failure what is wrong with a system; an exception it throws is wrong too
     */
    public static void holdsFor(
            int count, long firstSeed, Features features, Function<EquationSystem, Optional<String>> failure) {
        for (long seed = firstSeed; seed < firstSeed + count; seed++) {
            EquationSystem system = RandomRules.system(seed, features);
            if (explain(failure, system).isPresent()) {
                EquationSystem smallest = Shrinker.smallest(
                        system, candidate -> explain(failure, candidate).isPresent());
                throw new AssertionError("seed " + seed + ", " + features + "\n" + Printer.print(smallest) + "\n"
                        + explain(failure, smallest).orElseThrow());
            }
        }
    }

    private static Optional<String> explain(Function<EquationSystem, Optional<String>> failure, EquationSystem system) {
        try {
            return failure.apply(system);
        } catch (RuntimeException thrown) {
            return Optional.of(thrown.toString());
        }
    }
}
