package org.descant.compiler.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.random.Features;
import org.descant.compiler.random.Property;
import org.descant.compiler.random.Trial;
import org.junit.jupiter.api.Test;

class RewriterTest {
    @Test
    void strict_keepsEveryBit() {
        Property.holdsFor(300, 1, Features.all(), system -> sameBits(Rewriter.strict(), system));
    }

    @Test
    void strict_runsNothingButBitwise() {
        assertThat(Rewriter.strict().rewrites()).allMatch(rewrite -> rewrite.exactness() == Exactness.BITWISE);
    }

    @Test
    void strict_ofItsOwnResult_changesNothing() {
        Property.holdsFor(100, 1000, Features.all(), system -> {
            EquationSystem once = Rewriter.strict().rewrite(system).system();
            Map<String, Integer> applied = Rewriter.strict().rewrite(once).applied();
            return applied.isEmpty() ? Optional.empty() : Optional.of("at its end it applies " + applied);
        });
    }

    private static Optional<String> sameBits(Rewriter rewriter, EquationSystem system) {
        EquationSystem rewritten = rewriter.rewrite(system).system();
        return Trial.several(1, 3).stream()
                .flatMap(trial -> trial.difference(system, rewritten).stream())
                .findFirst();
    }
}
