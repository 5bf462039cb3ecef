package org.descant.compiler.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.descant.compiler.Descant;
import org.descant.compiler.ir.Apply;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Operator;
import org.descant.compiler.ir.Variable;
import org.descant.grammar.source.Diagnostics;
import org.descant.grammar.source.SourceText;
import org.junit.jupiter.api.Test;

class JoinedLoopTest {
    /** Three loops, the first of which hands s to the others; m is read back. */
    private static final Path RULE = Path.of("src/test/resources/golden/vectors/joined.opt");

    private static final String PID = """
            optimizer PID(w, g) {
              hyper lr         = 1e-3 in [0, inf)
              hyper momentum   = 0.9  in [0, 1)
              hyper integral   = 5    in [0, inf)
              hyper derivative = 10   in [0, inf)
              hyper decay      = 0    in [0, inf)

              state i = 0
              state d = 0
              h      = g + decay * w[t-1]
              before = if t <= 2 then 0 else h[t-1]
              i[t]   = momentum * i[t-1] + (1 - momentum) * h
              d[t]   = if t == 1 then 0 else momentum * d[t-1] + (1 - momentum) * (h - before)
              w[t]   = w[t-1] - lr * (h + integral * i[t] + derivative * d[t])
            }
            """;

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

    /** The loops, of which the first has other equations. */
    private List<Loop> withFirst(UnaryOperator<List<Equation>> equations) {
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
                        equations.apply(first.equations()),
                        first.stores()));
        return some;
    }

    @Test
    void whatIsReadBackAndNotComputed_isNotJoined() {
        assertThat(JoinedLoop.of(withFirst(equations -> List.of()), carried)).isEmpty();
    }

    /** The parts would take a number each, which the runtime's trial of both forms could not know to be the other's. */
    @Test
    void whatIsWrittenInTwoWays_isNotJoined() {
        List<Loop> some = withFirst(
                equations -> equations.stream().map(JoinedLoopTest::negated).toList());
        assertThat(JoinedLoop.of(some, carried)).isEmpty();
    }

    private static Equation negated(Equation equation) {
        Expr value = new Apply(Operator.NEGATE, new Apply(Operator.NEGATE, equation.value()));
        return new Equation(equation.target(), value, equation.clock(), equation.origin());
    }

    /** The second loop would be clear enough with the sum, which the first cannot have. */
    @Test
    void whatTwoPartsCompute_isWrittenInOneWay() {
        EquationSystem pid = Descant.compiler()
                .run(new SourceText("pid.opt", PID), "rewrite")
                .rewrittenSystem()
                .orElseThrow();
        List<Loop> parts = Planner.plan(pid, LoopBudget.OF_JVM, new Diagnostics())
                .orElseThrow()
                .sweeps()
                .get(0)
                .loops();
        assertThat(parts).hasSize(2);
        assertThat(computed(parts.get(0))).containsAnyElementsOf(computed(parts.get(1)));
        assertThat(JoinedLoop.of(parts, Set.of())).isPresent();
    }
}
