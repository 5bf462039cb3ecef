package org.descant.compiler.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.descant.compiler.Descant;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Variable;
import org.descant.grammar.source.Diagnostics;
import org.junit.jupiter.api.Test;

class JoinedLoopTest {
    /** Three loops, the first of which hands s to the others; m is read back. */
    private static final Path RULE = Path.of("src/test/resources/golden/vectors/joined.opt");

    private final Plan split = plan(LoopBudget.OF_JVM);
    private final List<Loop> loops = split.sweeps().get(0).loops();
    private final Set<Integer> carried = Set.of(split.firstCarried());

    private static Plan plan(LoopBudget budget) {
        EquationSystem system =
                Descant.compiler().run(RULE, "rewrite").rewrittenSystem().orElseThrow();
        return Planner.plan(system, budget, new Diagnostics()).orElseThrow();
    }

    private static Set<Variable> computed(Loop loop) {
        return loop.equations().stream().map(each -> each.target()).collect(Collectors.toSet());
    }

    private static List<Integer> numbers(List<Buffer> buffers) {
        return buffers.stream().map(Buffer::number).toList();
    }

    @Test
    void loopsThatWereOne_areThatLoopAgain() {
        Loop whole = plan(LoopBudget.NONE).sweeps().get(0).loops().get(0);
        Loop joined = JoinedLoop.of(loops, carried).orElseThrow();
        assertThat(loops).hasSize(3);
        assertThat(split.carried()).isOne();
        assertThat(numbers(joined.reads())).isEqualTo(numbers(whole.reads()));
        assertThat(numbers(joined.writes())).isEqualTo(numbers(whole.writes()));
        assertThat(computed(joined)).isEqualTo(computed(whole));
        assertThat(joined.equations()).doesNotHaveDuplicates().hasSameSizeAs(whole.equations());
    }

    @Test
    void whatOthersRead_isStoredAsWell() {
        Loop joined = JoinedLoop.of(loops, Set.of()).orElseThrow();
        assertThat(numbers(joined.writes())).contains(split.firstCarried());
        assertThat(numbers(joined.reads())).doesNotContain(split.firstCarried());
    }

    @Test
    void whatIsReadBackAndNotComputed_isNotJoined() {
        Loop first = loops.get(0);
        List<Loop> some = new ArrayList<>(loops);
        some.set(
                0,
                new Loop(
                        first.space(),
                        first.reads(),
                        first.writes(),
                        first.scalars(),
                        first.flags(),
                        List.of(),
                        first.stores()));
        assertThat(JoinedLoop.of(some, carried)).isEmpty();
    }
}
