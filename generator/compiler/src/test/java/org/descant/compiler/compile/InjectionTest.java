package org.descant.compiler.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.descant.compiler.emit.AdamSystem;
import org.descant.compiler.emit.JavaSource;
import org.descant.compiler.emit.OptimizerWriter;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.plan.Planner;
import org.descant.grammar.source.Diagnostics;
import org.descant.runtime.Optimizer;
import org.descant.runtime.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that a rule says becomes code, whichever compiler reads it; what the rule does stays the same. */
class InjectionTest {
    private static final List<String> REMARKS = List.of(
            "*/ static { if (true) throw new Error(); } /*",
            " \\u002a\\u002f static { if (true) throw new Error(); } \\u002f\\u002a",
            " \\\\u002a/ static { if (true) throw new Error(); }",
            "\\u000a static { if (true) throw new Error(); }",
            "\n static { if (true) throw new Error(); }",
            "\r static { if (true) throw new Error(); }",
            "\u2028 static { if (true) throw new Error(); }",
            "\" + new Object() { { throw new Error(); } } + \"",
            "\\\" + 1 / 0 + \\\"",
            "$L $T $S $$ $1L $> $W",
            "{@code } {@literal {@inheritDoc}} @Override @param",
            "</pre><script>alert(1)</script>&lt;",
            "\u0000\u001a\ud800 é→θ",
            "%n%s%d");

    static Stream<ClassCompiler> compilers() {
        return RuleClassesTest.compilers();
    }

    @ParameterizedTest
    @MethodSource("compilers")
    void remarks_areNeverCode(ClassCompiler compiler) {
        for (String remark : REMARKS) {
            EquationSystem system = AdamSystem.saying(remark);
            Optimizer adam = create(system, compiler);
            adam.step();
            assertThat(adam.description().states().get(0).name()).isEqualTo("m" + remark);
        }
    }

    @ParameterizedTest
    @MethodSource("compilers")
    void names_ofJavaAndOfOurApi_areGoodNamesForRules(ClassCompiler compiler) {
        for (String name : List.of(
                "Adam",
                "class",
                "Math",
                "Object",
                "String",
                "Override",
                "Double",
                "Float",
                "Optimizer",
                "Step",
                "Block",
                "Parameters",
                "Range",
                "Schedule",
                "Numeric",
                "RuleDescription",
                "StateShape",
                "org",
                "record",
                "var",
                "adam_w",
                "_",
                "weight_decay",
                "DESCRIPTION",
                "generated")) {
            Optimizer optimizer = create(AdamSystem.named(name, ""), compiler);
            optimizer.step();
            assertThat(optimizer.description().name()).isEqualTo(name);
        }
    }

    @Test
    void names_ofJavaAndOfOurApi_canBeRulesOfOnePackage() {
        List<JavaSource> sources = Stream.of(
                        "Adam",
                        "Override",
                        "java",
                        "org",
                        "Math",
                        "Float",
                        "Double",
                        "String",
                        "Object",
                        "Step",
                        "Block",
                        "Numeric",
                        "Optimizer",
                        "Parameters",
                        "Range",
                        "Schedule",
                        "RuleDescription",
                        "StateShape",
                        "Storage",
                        "IllegalArgumentException")
                .map(name -> source(AdamSystem.named(name, "")))
                .toList();
        ClassCompiler javac = JavacCompiler.ofThisJdk().orElseThrow();
        assertThat(ClassFiles.compileAll(sources, javac)).hasSameSizeAs(sources);
    }

    private static JavaSource source(EquationSystem system) {
        return OptimizerWriter.write(Planner.plan(system, new Diagnostics()).orElseThrow(), "generated");
    }

    private static Optimizer create(EquationSystem system, ClassCompiler compiler) {
        JavaSource source = source(system);
        Parameters parameters = Parameters.builder()
                .tensor("w", new double[] {1, 2}, new double[] {1, 1}, 2)
                .build();
        return RuleClasses.create(ClassFiles.compile(source, compiler).load(), parameters);
    }
}
