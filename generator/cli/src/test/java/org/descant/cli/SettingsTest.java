package org.descant.cli;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.descant.runtime.Range;
import org.descant.runtime.RuleDescription;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final RuleDescription ADAM = RuleDescription.builder("Adam")
            .hyper("lr", 0.001, Range.closedOpen(0, Double.POSITIVE_INFINITY))
            .hyper("beta1", 0.9, Range.closedOpen(0, 1))
            .loop(new int[] {0, 1}, new int[] {0})
            .build();
    private static final RuleDescription SGD = RuleDescription.builder("SGD")
            .hyper("lr", 0.1, Range.closedOpen(0, Double.POSITIVE_INFINITY))
            .loop(new int[] {0, 1}, new int[] {0})
            .build();
    private static final RuleDescription SIGN = RuleDescription.builder("Sign")
            .loop(new int[] {0, 1}, new int[] {0})
            .build();

    @Test
    void knownNames_areTaken() {
        assertThatCode(() ->
                        new Settings(List.of("lr=1e-2", "adam.beta1 = 0.5", "SGD.lr=1_0")).check(List.of(ADAM, SGD)))
                .doesNotThrowAnyException();
    }

    @Test
    void nameThatOneOfTheRulesHas_isTaken() {
        assertThatCode(() -> new Settings(List.of("beta1=0.5")).check(List.of(ADAM, SGD)))
                .doesNotThrowAnyException();
    }

    @Test
    void unknownName_isSuggested() {
        assertRefused("--set bta1=0.5: Adam has no hyperparameter 'bta1'; did you mean 'beta1'?", "bta1=0.5", ADAM);
        assertRefused(
                "--set decay=0.5: none of the rules has a hyperparameter 'decay'; there are lr, beta1",
                "decay=0.5",
                ADAM,
                SGD);
        assertRefused("--set lr=0.5: Sign has no hyperparameter 'lr'; there are none", "lr=0.5", SIGN);
    }

    @Test
    void valueOutOfRange_isSaid() {
        assertRefused("--set beta1=1: beta1 of Adam is in [0, 1)", "beta1=1", ADAM);
        assertRefused("--set lr=-0.1: lr of Adam is in [0, inf)", "lr=-0.1", ADAM);
        assertRefused("--set lr=inf: lr of Adam is in [0, inf)", "lr=inf", ADAM);
    }

    @Test
    void noNumber_isSaid() {
        assertRefused("--set lr=fast: 'fast' is not a number", "lr=fast", ADAM);
        assertRefused("--set lr=NaN: 'NaN' is not a number", "lr=NaN", ADAM);
        assertRefused("--set lr=1f: '1f' is not a number", "lr=1f", ADAM);
        assertRefused("--set lr=..: '..' is not a number", "lr=..", ADAM);
    }

    @Test
    void noAssignment_isSaid() {
        assertThatThrownBy(() -> new Settings(List.of("lr"))).hasMessage("--set takes NAME=VALUE, not 'lr'");
        assertThatThrownBy(() -> new Settings(List.of("=1"))).hasMessage("--set takes NAME=VALUE, not '=1'");
        assertThatThrownBy(() -> new Settings(List.of("lr="))).hasMessage("--set takes NAME=VALUE, not 'lr='");
    }

    private static void assertRefused(String message, String text, RuleDescription... rules) {
        assertThatThrownBy(() -> new Settings(List.of(text)).check(List.of(rules)))
                .isInstanceOf(CallException.class)
                .hasMessage(message);
    }
}
