package org.descant.compiler.compile;

import java.util.List;
import java.util.stream.Stream;
import org.descant.compiler.emit.AdamSystem;
import org.descant.compiler.emit.JavaSource;
import org.descant.compiler.emit.OptimizerWriter;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.plan.Planner;
import org.descant.grammar.source.Diagnostics;
import org.descant.runtime.ElementType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AgreementTest {
    static Stream<ClassCompiler> compilers() {
        return RuleClassesTest.compilers();
    }

    @ParameterizedTest
    @MethodSource("compilers")
    void adam_hasTheBitsOfTheInterpreter(ClassCompiler compiler) {
        EquationSystem adam = AdamSystem.named("Adam", "");
        JavaSource source =
                OptimizerWriter.write(Planner.plan(adam, new Diagnostics()).orElseThrow(), "generated");
        ClassFiles files = ClassFiles.compile(source, compiler);
        for (ElementType type : List.of(ElementType.FLOAT, ElementType.DOUBLE)) {
            Agreement agreement = new Agreement(adam, files, type, Agreement.AWKWARD_LENGTHS, 1);
            agreement.set("lr", 1, 0.1);
            for (int step = 0; step < 5; step++) {
                agreement.step();
            }
        }
    }
}
