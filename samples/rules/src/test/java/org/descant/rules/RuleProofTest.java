package org.descant.rules;

import org.descant.proof.junit.Proof;
import org.descant.proof.junit.RuleTest;
import org.junit.jupiter.api.Test;

/** Rules of the library proved as a project proves its own. */
class RuleProofTest {
    @RuleTest(
            rule = "src/main/opt/adamw.opt",
            recordings = {"adamw-torch", "adamw-amsgrad-torch"},
            mutants = true)
    void adamW_isTorchs() {}

    @RuleTest(rule = "Yogi", recordings = "yogi-optax", mutants = true, known = "known-mutants.txt")
    void yogi_isOptaxs() {}

    @Test
    void momentum_thatContainsTheRate_isTheSameWithEitherSign() {
        Proof.of("SGDMomentumStep")
                .reproduces("seed003-momentum")
                .sameAs("SGDMomentumRate")
                .agreesOnAllBackEnds()
                .mutantsAreCaught();
    }
}
