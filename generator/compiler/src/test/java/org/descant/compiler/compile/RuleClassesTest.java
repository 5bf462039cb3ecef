package org.descant.compiler.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.descant.compiler.emit.AdamSystem;
import org.descant.compiler.emit.JavaSource;
import org.descant.compiler.emit.OptimizerWriter;
import org.descant.compiler.plan.Planner;
import org.descant.grammar.source.Diagnostics;
import org.descant.runtime.Optimizer;
import org.descant.runtime.Parameters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleClassesTest {
    static Stream<ClassCompiler> compilers() {
        return Stream.concat(Stream.of(new JaninoCompiler()), JavacCompiler.ofThisJdk().stream());
    }

    static JavaSource adam() {
        return OptimizerWriter.write(
                Planner.plan(AdamSystem.named("Adam", "Adam."), new Diagnostics())
                        .orElseThrow(),
                "generated");
    }

    @ParameterizedTest
    @MethodSource("compilers")
    void firstStepOfAdam_movesEveryElementByLr(ClassCompiler compiler) {
        double[] w = {1, -2};
        double[] g = {3, 0.5};
        Parameters parameters = Parameters.builder().tensor("w", w, g, 2).build();
        Optimizer adam = RuleClasses.create(ClassFiles.compile(adam(), compiler).load(), parameters);
        adam.set("lr", 0.1);
        adam.step();
        // The first step of Adam is lr in each direction, up to eps: both corrections undo their average.
        assertThat(w).usingComparatorWithPrecision(1e-8).containsExactly(0.9, -2.1);
        assertThat(adam.state("w", "m")).usingComparatorWithPrecision(1e-15).containsExactly(0.3, 0.05);
    }

    /** Where a security manager may come, a class is loaded for those of a protection domain only. */
    @ParameterizedTest
    @MethodSource("compilers")
    void class_hasTheProtectionDomainOfTheRuntime(ClassCompiler compiler) {
        assertThat(ClassFiles.compile(adam(), compiler).load().getProtectionDomain())
                .isSameAs(Optimizer.class.getProtectionDomain());
    }
}
