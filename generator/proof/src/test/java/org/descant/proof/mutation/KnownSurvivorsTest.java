package org.descant.proof.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.descant.grammar.source.SourceText;
import org.descant.grammar.syntax.RuleFile;
import org.junit.jupiter.api.Test;

class KnownSurvivorsTest {
    private static final KnownSurvivors LIST = KnownSurvivors.parse("""
            # What cannot be told from the rule.

            equal Yogi: a sign is its own inverse
            - v = 1 * sign(g)
            + v = 1 / sign(g)
            - a = 1
            - b = 2
            + a = 2
            + b = 1
            unseen Lion: nobody looks
            - v = 1
            + v = 2
            """);

    @Test
    void reason_holdsForAllChangesBelowIt() {
        assertThat(LIST.verdict("Yogi", mutant("v = 1 * sign(g)", "v = 1 / sign(g)")))
                .contains(new KnownSurvivors.Verdict(Fate.EQUAL, "a sign is its own inverse"));
        assertThat(LIST.verdict("Yogi", mutant("a = 1\nb = 2", "a = 2\nb = 1")))
                .contains(new KnownSurvivors.Verdict(Fate.EQUAL, "a sign is its own inverse"));
        assertThat(LIST.verdict("Lion", mutant("v = 1", "v = 2")))
                .contains(new KnownSurvivors.Verdict(Fate.UNSEEN, "nobody looks"));
    }

    @Test
    void reason_isNone_forAnotherRuleOrPartOfAChange() {
        assertThat(LIST.verdict("Adam", mutant("v = 1", "v = 2"))).isEmpty();
        assertThat(LIST.verdict("Yogi", mutant("a = 1\nb = 2", "a = 2"))).isEmpty();
    }

    @Test
    void unmet_isWhatDidNotPassAllTrials() {
        Mutant equal = mutant("v = 1 * sign(g)", "v = 1 / sign(g)");
        Mutant caught = mutant("v = 1", "v = 2");

        assertThat(LIST.unmet(List.of(
                        new MutationReport("Yogi", List.of(new Outcome(equal, Fate.EQUAL, "a sign"))),
                        new MutationReport("Lion", List.of(new Outcome(caught, Fate.CAUGHT, "lion-optax"))))))
                .containsExactly("""
                        Yogi
                        - a = 1
                        - b = 2
                        + a = 2
                        + b = 1""", """
                        Lion
                        - v = 1
                        + v = 2""");
    }

    @Test
    void unmet_ofOneRun_isOfItsRule() {
        assertThat(LIST.unmet(new MutationReport("Lion", List.of()))).containsExactly("""
                        Lion
                        - v = 1
                        + v = 2""");
    }

    @Test
    void line_ofNoKind_isRefused() {
        assertThatThrownBy(() -> KnownSurvivors.parse("v = 1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "'v = 1' is neither a reason ('equal RULE: …', 'unseen RULE: …'), nor a change ('- …', '+ …'), nor a comment ('# …')");
    }

    private static Mutant mutant(String before, String after) {
        RuleFile empty = new RuleFile(List.of(), List.of(), new SourceText("empty.opt", "").span());
        return new Mutant("changed", before, after, empty);
    }
}
