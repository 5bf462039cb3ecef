package org.descant.proof.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.LongStream;
import org.descant.compiler.compile.ClassCompiler;
import org.descant.compiler.compile.JaninoCompiler;
import org.descant.compiler.compile.JavacCompiler;
import org.descant.compiler.ir.Apply;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Operator;
import org.descant.compiler.ir.Subexpressions;
import org.descant.compiler.rewrite.Rewriter;
import org.junit.jupiter.api.Test;

class AgreementCheckTest {
    /** -Ddescant.random=20000 searches longer than a build should take. */
    private static final int COUNT = Integer.getInteger("descant.random", 300);

    private static final long FIRST = Long.getLong("descant.random.first", 0);

    private static final ClassCompiler JANINO = new JaninoCompiler();

    @Test
    void randomRules_haveTheBitsOfTheInterpreter() {
        assertThat(reports(AgreementCheck.strict(JANINO), FIRST, COUNT)).isEmpty();
    }

    @Test
    void randomRules_haveTheBitsOfTheInterpreter_onLongAndAwkwardTensors() {
        assertThat(reports(AgreementCheck.strict(JANINO).on(Trial::thorough), FIRST + 1_000_000, COUNT / 20))
                .isEmpty();
    }

    @Test
    void randomRules_haveTheBitsOfTheInterpreter_onOneTensor() {
        assertThat(reports(AgreementCheck.strict(JANINO).on(Trial::ofOne), FIRST + 4_000_000, COUNT / 10))
                .isEmpty();
    }

    @Test
    void randomRules_haveTheBitsOfTheInterpreter_onThousandsOfTensors() {
        assertThat(reports(AgreementCheck.strict(JANINO).on(Trial::ofThousands), FIRST + 5_000_000, COUNT / 50))
                .isEmpty();
    }

    @Test
    void randomRules_haveTheSameBitsWhenJavacCompilesThem() {
        ClassCompiler javac = JavacCompiler.ofThisJdk().orElseThrow();
        assertThat(reports(AgreementCheck.strict(javac), FIRST + 2_000_000, COUNT / 10))
                .isEmpty();
    }

    @Test
    void randomRules_haveTheBitsOfTheInterpreter_inVectorForm() {
        List<String> reports =
                VectorForms.inUse(() -> reports(AgreementCheck.strict(JANINO), FIRST + 6_000_000, COUNT));
        assertThat(reports).isEmpty();
    }

    @Test
    void randomRules_haveTheBitsOfTheInterpreter_inVectorForm_onLongAndAwkwardTensors() {
        Check check = AgreementCheck.strict(JANINO).on(Trial::thorough);
        List<String> reports = VectorForms.inUse(() -> reports(check, FIRST + 7_000_000, COUNT / 20));
        assertThat(reports).isEmpty();
    }

    @Test
    void randomRules_relaxed_stayWithinTheirBounds() {
        assertThat(reports(new RelaxedCheck(JANINO), FIRST + 3_000_000, COUNT / 6))
                .isEmpty();
    }

    private static List<String> reports(Check check, long first, int count) {
        return new Search(Language.generated(), check, new Progress(count))
                .over(first, count).stream().map(Finding::report).toList();
    }

    /** A rewrite that takes the sine for tanh: what a defect of a back end looks like. */
    @Test
    void defect_isReportedWithTheSmallestRuleItsInputsAndItsJava() {
        Check defective = AgreementCheck.rewritten(
                JANINO,
                system -> withSineForTanh(Rewriter.strict().rewrite(system).system()));

        Search search = new Search(Language.generated(), defective);
        Finding finding = LongStream.range(0, 1000)
                .filter(seed ->
                        RuleGrower.grow(seed, Language.generated()).text().contains("tanh("))
                .mapToObj(seed -> search.over(seed, 1))
                .flatMap(List<Finding>::stream)
                .filter(found -> found.rule().text().contains(", g)"))
                .findFirst()
                .orElseThrow();

        assertThat(finding.rule().text().lines().count()).isLessThanOrEqualTo(12);
        assertThat(finding.rule().text()).contains("tanh(");
        List<String> parts = List.of(
                "^seed \\d+, rule \\w+",
                "step \\d, .* of tensor\\d+of[\\dx]*, (FLOAT|DOUBLE), element \\d+",
                "made .* \\(-?0x.*\\)",
                "expected .* \\(-?0x.*\\)",
                "w\\[0] = ",
                "g = ",
                "public final class (Random|Derived)\\d+",
                "Numeric\\.sin\\(");
        assertThat(parts).allSatisfy(part -> assertThat(finding.report()).containsPattern(part));
    }

    private static EquationSystem withSineForTanh(EquationSystem s) {
        List<Equation> equations = s.equations().stream()
                .map(e -> new Equation(e.target(), sine(e.value()), e.clock(), e.origin()))
                .toList();
        return new EquationSystem(
                s.name(),
                s.doc(),
                s.hypers(),
                s.options(),
                s.inputs(),
                s.states(),
                equations,
                s.updates(),
                s.weight(),
                s.evaluations(),
                s.checks(),
                s.outputs(),
                s.usesLoss(),
                s.origin());
    }

    private static Expr sine(Expr expr) {
        Expr inside = Subexpressions.map(expr, AgreementCheckTest::sine);
        return inside instanceof Apply apply && apply.operator() == Operator.TANH
                ? new Apply(Operator.SIN, apply.operands())
                : inside;
    }

    /** A line for every thousand rules of a long search. */
    private static final class Progress implements IntConsumer {
        private static final int LINE = 1000;

        private final int all;
        private final AtomicInteger done = new AtomicInteger();
        private final Instant start = Instant.now();

        Progress(int all) {
            this.all = all;
        }

        @Override
        public void accept(int more) {
            int now = done.addAndGet(more);
            if (now / LINE > (now - more) / LINE) {
                Duration taken = Duration.between(start, Instant.now());
                System.out.printf(Locale.ROOT, "%,d of %,d random rules in %d s%n", now, all, taken.toSeconds());
            }
        }
    }
}
