package org.descant.proof.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
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
    void randomRules_haveTheBitsOfTheInterpreterAtAwkwardLengths() {
        assertThat(reports(AgreementCheck.strict(JANINO).thorough(), FIRST + 1_000_000, COUNT / 20))
                .isEmpty();
    }

    @Test
    void randomRules_haveTheSameBitsWhenJavacCompilesThem() {
        AgreementCheck check = AgreementCheck.strict(JavacCompiler.ofThisJdk().orElseThrow());
        Search search = new Search(Language.generated(), check);
        List<String> reports = new ArrayList<>();
        for (long from = FIRST + 2_000_000; from < FIRST + 2_000_000 + COUNT / 10; from += 60) {
            List<RandomRule> rules = LongStream.range(from, Math.min(from + 60, FIRST + 2_000_000 + COUNT / 10))
                    .mapToObj(seed -> RuleGrower.grow(seed, Language.generated()))
                    .toList();
            List<Verdict> verdicts = check.checkAll(rules);
            for (int i = 0; i < rules.size(); i++) {
                if (verdicts.get(i).isWrong()) {
                    reports.add(search.smallest(rules.get(i), verdicts.get(i)).report());
                }
            }
        }
        assertThat(reports).isEmpty();
    }

    @Test
    void randomRules_relaxed_stayWithinTheirBounds() {
        assertThat(reports(new RelaxedCheck(JANINO), FIRST + 3_000_000, COUNT / 6))
                .isEmpty();
    }

    private static List<String> reports(Check check, long first, int count) {
        return new Search(Language.generated(), check)
                .over(first, count).stream().map(Finding::report).toList();
    }

    /** A rewrite that takes the sine for tanh: what a defect of a back end looks like. */
    @Test
    void defect_isReportedWithTheSmallestRuleItsInputsAndItsJava() {
        Check defective = AgreementCheck.rewritten(
                JANINO,
                system -> withSineForTanh(Rewriter.strict().rewrite(system).system()));

        List<Finding> findings = new Search(Language.generated(), defective).over(20, 8);

        assertThat(findings).hasSize(1);
        Finding finding = findings.get(0);
        assertThat(finding.rule().text().lines().count()).isLessThanOrEqualTo(7);
        assertThat(finding.rule().text()).contains("tanh(");
        List<String> parts = List.of(
                "^seed \\d+, rule \\w+",
                "step \\d, .* of tensor\\d+, (FLOAT|DOUBLE), element \\d+",
                "made .* \\(-?0x.*\\)",
                "expected .* \\(-?0x.*\\)",
                "w\\[0] = ",
                "g = ",
                "public final class Random",
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
}
