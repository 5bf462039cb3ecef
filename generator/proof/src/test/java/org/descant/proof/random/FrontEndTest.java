package org.descant.proof.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.LongStream;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Verifier;
import org.junit.jupiter.api.Test;

class FrontEndTest {
    /** A few rules are refused, such as those that need the loss for the point where it is evaluated. */
    @Test
    void ruleOfTheWholeLanguage_obeysTheLaws_orIsRefused() {
        long accepted = LongStream.range(0, 150)
                .mapToObj(seed -> new FrontEnd(RuleGrower.grow(seed, Language.whole())).system())
                .flatMap(Optional<EquationSystem>::stream)
                .map(Verifier::verify)
                .count();
        assertThat(accepted).isGreaterThan(140);
    }
}
