package org.descant.compiler.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Read;
import org.descant.compiler.random.FrontEnd;
import org.junit.jupiter.api.Test;

class LoopEquationsTest {
    private static final EquationSystem SYSTEM = FrontEnd.system("""
            optimizer Rule(w, g) {
              hyper lr = 0.1
              a = 2 * g
              b = a + g
              c = a * b
              other = a - g
              w[t] = w[t-1] - lr * (c + a) / sum(other^2)
            }
            """);
    private static final LoopEquations EQUATIONS = new LoopEquations(SYSTEM.equations().stream()
            .filter(e -> !e.target().shape().isNumber())
            .toList());
    private static final List<Expr> VALUES = List.of(new Read(SYSTEM.weight()));

    @Test
    void walk_goesThroughEachEquationOnce_inTheOrderOfDependency() {
        List<Equation> needed = EQUATIONS.walk(VALUES, expr -> !LoopEquations.isHandedOver(expr));
        assertThat(names(needed)).containsExactly("a", "b", "c", "w");
        assertThat(names(EQUATIONS.walk(VALUES, expr -> true))).containsExactly("a", "b", "c", "other", "w");
    }

    @Test
    void walk_reachesWhatIsNearFirst() {
        List<String> reached = new ArrayList<>();
        EQUATIONS.walk(VALUES, expr -> {
            EQUATIONS
                    .of(expr)
                    .ifPresent(equation -> reached.add(equation.target().name()));
            return !LoopEquations.isHandedOver(expr);
        });
        assertThat(reached).containsExactly("w", "c", "a", "a", "b", "a");
    }

    @Test
    void walk_goesNotBehindWhatItIsToldNotTo() {
        List<Equation> needed = EQUATIONS.walk(
                VALUES,
                expr -> !LoopEquations.isHandedOver(expr)
                        && EQUATIONS
                                .of(expr)
                                .filter(e -> e.target().name().equals("c"))
                                .isEmpty());
        assertThat(names(needed)).containsExactly("a", "w");
    }

    private static List<String> names(List<Equation> equations) {
        return equations.stream().map(equation -> equation.target().name()).toList();
    }
}
