package org.descant.compiler.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Printer;
import org.descant.compiler.ir.Verifier;
import org.descant.compiler.random.FrontEnd;

/** Rewrites rules that are given as text, and shows their equations. */
final class Equations {
    private static final String HEADER = """
            optimizer Test(w, g) {
              hyper lr = 0.1 in [0, inf)
              hyper beta = 0.9 in [0, 1)
            """;

    private Equations() {}

    /** The rule with hyperparameters lr and beta and these lines. */
    static EquationSystem rule(String lines) {
        return FrontEnd.system(HEADER + lines + "}\n");
    }

    /** The equations of a rule after rewriting; the rewritten rule is well formed and shows the same bits. */
    static String after(Rewriter rewriter, String lines) {
        EquationSystem before = rule(lines);
        EquationSystem after = Verifier.verify(rewriter.rewrite(before).system());
        assertThat(Laws.difference(before, after)).isEmpty();
        return of(after);
    }

    /** The equations and updates of a system as text, its declarations left out. */
    static String of(EquationSystem system) {
        return Printer.print(system)
                .lines()
                .filter(line -> !line.matches("(system|  (hyper|option|input|state|gradient|result)) .*"))
                .map(line -> line.substring(2) + "\n")
                .collect(Collectors.joining());
    }
}
