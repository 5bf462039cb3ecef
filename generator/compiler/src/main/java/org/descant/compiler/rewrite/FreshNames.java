package org.descant.compiler.rewrite;

import java.util.HashSet;
import java.util.Set;
import org.descant.compiler.ir.EquationSystem;

/** Names for equations that the compiler adds: a prefix, {@code #} and the first number that is free. */
final class FreshNames {
    private final Set<String> taken = new HashSet<>();

    FreshNames(EquationSystem system) {
        system.equations().forEach(equation -> taken.add(equation.target().name()));
    }

    String next(String prefix) {
        for (int n = 1; ; n++) {
            String name = prefix + "#" + n;
            if (taken.add(name)) {
                return name;
            }
        }
    }
}
