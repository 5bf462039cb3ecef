package org.descant.compiler.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.descant.compiler.ir.Apply;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Operator;
import org.descant.compiler.ir.Printer;
import org.descant.compiler.ir.Reduce;
import org.descant.compiler.ir.StateKind;
import org.descant.compiler.ir.Subexpressions;
import org.descant.compiler.ir.Verifier;
import org.junit.jupiter.api.Test;

class RandomRulesTest {
    private static void each(Features features, Consumer<EquationSystem> check) {
        for (long seed = 0; seed < 500; seed++) {
            check.accept(RandomRules.system(seed, features));
        }
    }

    @Test
    void system_isWellFormed() {
        each(Features.all(), Verifier::verify);
        each(Features.elementwise(), Verifier::verify);
    }

    @Test
    void system_dependsOnNothingButSeedAndFeatures() {
        assertThat(Printer.print(RandomRules.system(42, Features.all())))
                .isEqualTo(Printer.print(RandomRules.system(42, Features.all())))
                .isNotEqualTo(Printer.print(RandomRules.system(43, Features.all())));
    }

    @Test
    void systems_useTheWholeLanguage() {
        Set<Operator> operators = EnumSet.noneOf(Operator.class);
        Set<StateKind> states = EnumSet.noneOf(StateKind.class);
        each(Features.all(), system -> {
            system.states().forEach(state -> states.add(state.kind()));
            system.equations().stream()
                    .flatMap(equation -> Subexpressions.within(equation.value()).stream())
                    .forEach(node -> {
                        if (node instanceof Apply apply) {
                            operators.add(apply.operator());
                        }
                    });
        });
        assertThat(operators).containsExactlyInAnyOrder(Operator.values());
        assertThat(states).containsExactlyInAnyOrder(StateKind.values());
    }

    @Test
    void elementwise_hasNoReductions() {
        each(Features.elementwise(), system -> assertThat(system.equations())
                .flatExtracting(equation -> Subexpressions.within(equation.value()))
                .noneMatch(Reduce.class::isInstance));
    }

    @Test
    void shrinker_keepsNothingButWhatFails() {
        EquationSystem smallest = Shrinker.smallest(firstWithPower(), RandomRulesTest::hasPower);
        assertThat(smallest.equations()).hasSizeLessThan(3);
        assertThat(smallest.states()).isEmpty();
    }

    @Test
    void property_thatFails_saysForWhat() {
        assertThatThrownBy(() -> Property.holdsFor(
                        50, 0, Features.all(), system -> hasPower(system) ? Optional.of("a power") : Optional.empty()))
                .isInstanceOf(AssertionError.class)
                .hasMessageMatching("(?s)seed \\d+, .*system Random.*\\^.*\na power");
    }

    private static EquationSystem firstWithPower() {
        return LongStream.range(0, 100)
                .mapToObj(seed -> RandomRules.system(seed, Features.all()))
                .filter(RandomRulesTest::hasPower)
                .findFirst()
                .orElseThrow();
    }

    private static boolean hasPower(EquationSystem system) {
        return system.equations().stream()
                .map(Equation::value)
                .flatMap(value -> Subexpressions.within(value).stream())
                .anyMatch(node -> node instanceof Apply apply && apply.operator() == Operator.POWER);
    }
}
