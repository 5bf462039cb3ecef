package org.descant.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MisspeltTest {
    private static final List<String> PARAMETERS =
            List.of("failOnWarning", "math", "packageName", "recordings", "skip");
    private static final List<String> PROPERTIES = List.of("descant.failOnWarning", "descant.math", "descant.skip");

    @Test
    void parameter_thatNoGoalHas_isToldWithTheNearestOne() {
        assertThat(Misspelt.parameters(List.of("packagename", "math", "strictness", "failOnWarnings"), PARAMETERS))
                .containsExactly(
                        "The configuration sets 'failOnWarnings', which is no parameter of any goal; did you mean"
                                + " 'failOnWarning'?",
                        "The configuration sets 'packagename', which is no parameter of any goal; did you mean"
                                + " 'packageName'?",
                        "The configuration sets 'strictness', which is no parameter of any goal");
    }

    @Test
    void parameterOfAnotherGoal_isNothingToTell() {
        assertThat(Misspelt.parameters(List.of("recordings", "skip"), PARAMETERS))
                .isEmpty();
    }

    @Test
    void property_isToldIfItIsNearToOne() {
        assertThat(Misspelt.properties(
                        List.of("descant.failonwarning", "descant.skp", "descant.skip", "skip", "descant.golden"),
                        PROPERTIES))
                .containsExactly(
                        "No goal reads the property 'descant.failonwarning'; did you mean 'descant.failOnWarning'?",
                        "No goal reads the property 'descant.skp'; did you mean 'descant.skip'?");
    }
}
