package org.descant.rules;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.descant.compiler.Descant;
import org.descant.compiler.plan.Loop;
import org.descant.compiler.plan.LoopBudget;
import org.descant.compiler.plan.Plan;
import org.junit.jupiter.api.Test;

/** What the JVM can turn into vector code: loops that hold no more than the planner's limit. */
class VectorCodeTest {
    private static final String CHOICE = "C2 makes no vector code of a choice for each element";

    /** The rules with a loop over the limit, and why it cannot be split along the states. */
    private static final Map<String, String> OVER = new TreeMap<>(Map.ofEntries(
            entry("adaptiveclip", CHOICE),
            entry("adaptiveclipbycolumn", CHOICE),
            entry("cautious", CHOICE),
            entry("cautiousadamw", CHOICE),
            entry("cautiouslion", CHOICE),
            entry("fadam", CHOICE),
            entry("rprop", CHOICE),
            entry("sm3", CHOICE),
            entry(
                    "gradientaccumulation",
                    "all states of the inner rule are stored on some steps only, so that none can be read back")));

    @Test
    void everyLoop_isWithinTheLimit_butThoseOfAList() {
        Map<String, Integer> over = new TreeMap<>();
        for (String name : LibraryRules.names()) {
            Optional<Plan> plan =
                    Descant.compiler().run(LibraryRules.source(name), "plan").executionPlan();
            plan.map(VectorCodeTest::loops).orElse(List.of()).stream()
                    .filter(loop -> !LoopBudget.OF_JVM.allows(loop))
                    .mapToInt(LoopBudget::weight)
                    .max()
                    .ifPresent(heaviest -> over.put(name, heaviest));
        }
        assertThat(over.keySet()).isEqualTo(OVER.keySet());
    }

    private static List<Loop> loops(Plan plan) {
        return plan.sweeps().stream()
                .flatMap(sweep -> sweep.allLoops().stream())
                .toList();
    }
}
