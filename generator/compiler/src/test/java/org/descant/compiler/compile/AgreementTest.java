package org.descant.compiler.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.descant.compiler.Compilation;
import org.descant.compiler.Descant;
import org.descant.compiler.emit.AdamSystem;
import org.descant.compiler.emit.JavaSource;
import org.descant.compiler.emit.OptimizerWriter;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.plan.Plan;
import org.descant.compiler.plan.Planner;
import org.descant.compiler.random.Features;
import org.descant.compiler.random.RandomRules;
import org.descant.compiler.rewrite.Rewriter;
import org.descant.grammar.golden.GoldenFiles;
import org.descant.grammar.source.Diagnostics;
import org.descant.runtime.ElementType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Generated code has the bits of the interpreter, whichever compiler made it, rewritten or as it was written. */
class AgreementTest {
    private static final Features GENERATED = Features.all();

    static Stream<ClassCompiler> compilers() {
        return RuleClassesTest.compilers();
    }

    @ParameterizedTest
    @MethodSource("compilers")
    void adam_agreesAtAwkwardLengths(ClassCompiler compiler) {
        EquationSystem adam = AdamSystem.named("Adam", "");
        ClassFiles files = ClassFiles.compile(source(adam, "generated"), compiler);
        for (ElementType type : ElementType.values()) {
            for (long seed = 0; seed < 4; seed++) {
                new Agreement(adam, files, type, Agreement.AWKWARD_SHAPES, seed).run(5);
            }
        }
    }

    /** As the author wrote a rule it is interpreted; what is generated went through all stages. */
    @ParameterizedTest
    @MethodSource("compilers")
    void rulesOfTheGoldenFiles_agreeAtAwkwardLengths(ClassCompiler compiler) {
        Path folder = Path.of("src/test/resources/golden/java");
        for (String rule : new GoldenFiles(folder).names(".opt")) {
            Compilation compilation =
                    Descant.compiler().backEnd(compiler).run(folder.resolve(rule + ".opt"), "compile");
            ClassFiles files = compilation.classes().orElseThrow();
            for (ElementType type : ElementType.values()) {
                new Agreement(compilation.system().orElseThrow(), files, type, Agreement.AWKWARD_SHAPES, rule.length())
                        .run(5);
            }
        }
    }

    @Test
    void randomRules_agreeAsWrittenAndRewritten() {
        ClassCompiler janino = new JaninoCompiler();
        for (EquationSystem system : systems(0, 300)) {
            long seed = system.name().hashCode();
            agree(system, ClassFiles.compile(source(system, "written"), janino), seed);
            EquationSystem rewritten = Rewriter.strict().rewrite(system).system();
            agree(system, ClassFiles.compile(source(rewritten, "rewritten"), janino), seed);
        }
    }

    /** Random rules but those that nobody can write: where a number per step follows from the rounding of another. */
    private static List<EquationSystem> systems(long firstSeed, int count) {
        return LongStream.iterate(firstSeed, seed -> seed + 1)
                .mapToObj(seed -> RandomRules.system(seed, GENERATED))
                .filter(system -> Planner.plan(system, new Diagnostics()).isPresent())
                .limit(count)
                .toList();
    }

    private static void agree(EquationSystem system, ClassFiles files, long seed) {
        for (ElementType type : ElementType.values()) {
            try {
                new Agreement(system, files, type, Agreement.SOME_SHAPES, seed)
                        .changesHands()
                        .run(5);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(
                        system.name() + ", " + type + "\n" + files.source().text(), e);
            }
        }
    }

    private static JavaSource source(EquationSystem system, String packageName) {
        Diagnostics diagnostics = new Diagnostics();
        Optional<Plan> plan = Planner.plan(system, diagnostics);
        assertThat(diagnostics.all()).isEmpty();
        return OptimizerWriter.write(plan.orElseThrow(), packageName);
    }
}
