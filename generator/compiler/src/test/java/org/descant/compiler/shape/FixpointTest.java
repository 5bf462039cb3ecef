package org.descant.compiler.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.descant.compiler.load.ImportPath;
import org.descant.compiler.load.RuleLoader;
import org.descant.compiler.model.Term;
import org.descant.compiler.resolve.Resolver;
import org.descant.grammar.source.Diagnostics;
import org.descant.grammar.source.SourceText;
import org.junit.jupiter.api.Test;

class FixpointTest {
    /** What grows at the end of a chain has to come to its beginning, which stands first in the text: the order that takes longest. */
    @Test
    void chain_isLookedAtAFewTimes_notOnceForEachOfItsLinks() {
        int length = 200;
        StringBuilder text = new StringBuilder("optimizer Chain(w, g) {\n");
        for (int i = 0; i < length; i++) {
            text.append("state s%d = 0\ns%d[t] = s%d[t-1]\n".formatted(i, i, i + 1));
        }
        text.append("state s%d = 0\ns%d[t] = g\nw[t] = w[t-1] - s0[t]\n}".formatted(length, length));
        AtomicInteger looks = new AtomicInteger();
        Set<String> equations = new HashSet<>();
        Set<String> states = new HashSet<>();

        Fixpoint.run(
                roots(text.toString()),
                equation -> {
                    looks.incrementAndGet();
                    String name = equation.owner().name();
                    boolean grown = name.equals("s" + length)
                            || equation.term().terms().stream()
                                    .anyMatch(term -> states.stream().anyMatch(state -> reads(term, state)));
                    return grown && equations.add(name);
                },
                state -> {
                    looks.incrementAndGet();
                    String name = state.owner().name();
                    return equations.contains(name) && states.add(name);
                });

        assertThat(states).hasSize(length + 1);
        assertThat(looks.get()).isLessThan(8 * length);
    }

    private static boolean reads(Term term, String state) {
        return term instanceof Term.PreviousTerm previous && previous.state().equals(state);
    }

    private static Roots roots(String text) {
        Diagnostics diagnostics = new Diagnostics();
        return Roots.of(Resolver.resolve(
                        new RuleLoader(ImportPath.EMPTY).load(new SourceText("chain.opt", text), diagnostics),
                        "Chain",
                        Map.of(),
                        diagnostics)
                .orElseThrow());
    }
}
