package org.descant.rules;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.descant.compiler.Descant;
import org.descant.compiler.Product;
import org.descant.compiler.RuleCompiler;
import org.descant.compiler.rewrite.CollectStepFactors;
import org.descant.compiler.rewrite.MultiplyByReciprocals;
import org.descant.compiler.rewrite.Rewritten;
import org.descant.grammar.golden.GoldenFiles;
import org.descant.grammar.source.SourceText;
import org.descant.proof.subject.BackEnd;
import org.descant.proof.subject.TestedRule;
import org.descant.runtime.ElementType;
import org.junit.jupiter.api.Test;

/** The page that says what {@code relaxed} changes in each rule: the same numbers on every machine. */
class RelaxedPageTest {
    private static final String HEAD = """
            # What relaxed changes

            A rule is computed as it is written, operation by operation, unless it is compiled as `relaxed`. Then elements that are divided by a
            number of the step are multiplied by its reciprocal, and factors that are numbers of a step are multiplied with each other first.
            Nothing else is changed. In neither mode do a product and a sum become one operation (FMA), so a class gives the same bits on every
            processor.

            How far the parameters of a run in `float` are from those of the rule as it is written, in units in the last place (ulps), after one
            step and after a hundred; then how far both are from a run in `double`, after a hundred. An element that passes 0 is many ulps away from
            its neighbour, and what takes signs or compares may decide otherwise: the median says more than the largest. The other %d rules
            are the same class in both modes.

            | rule | changes | 1 step: median | largest | 100 steps: median | largest | strict from double: median | largest | relaxed from double: median | largest |
            |---|---:|---:|---:|---:|---:|---:|---:|---:|---:|
            """;

    @Test
    void page_isUpToDate() {
        Map<String, String> rows =
                new TreeMap<>(String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder()));
        int same = 0;
        for (String file : LibraryRules.generated()) {
            SourceText source = LibraryRules.source(file);
            for (String rule : Product.OPTIMIZER.definedBy(
                    Descant.compiler().run(source, "parse").file().orElseThrow())) {
                Rewritten relaxed = Descant.compiler()
                        .relaxed()
                        .rule(rule)
                        .run(source, "rewrite")
                        .rewritten()
                        .orElseThrow();
                if (changes(relaxed) == 0) {
                    same++;
                } else {
                    rows.put(rule, row(rule, source, relaxed));
                }
            }
        }

        new GoldenFiles(Path.of("")).check("RELAXED.md", HEAD.formatted(same) + String.join("", rows.values()));
    }

    private static int changes(Rewritten rewritten) {
        return rewritten.applied().getOrDefault(new MultiplyByReciprocals().label(), 0)
                + rewritten.applied().getOrDefault(new CollectStepFactors().label(), 0);
    }

    private static String row(String rule, SourceText source, Rewritten rewritten) {
        RuleCompiler compiler = Descant.compiler().rule(rule);
        TestedRule asWritten = TestedRule.of(compiler, source);
        RelaxedRun strict = RelaxedRun.of(asWritten.subject(BackEnd.JANINO, ElementType.FLOAT));
        RelaxedRun exact = RelaxedRun.of(asWritten.subject(BackEnd.JANINO, ElementType.DOUBLE));
        RelaxedRun relaxed =
                RelaxedRun.of(TestedRule.of(compiler.relaxed(), source).subject(BackEnd.JANINO, ElementType.FLOAT));
        return "| "
                + String.join(
                        " | ",
                        List.of(
                                rule,
                                "" + changes(rewritten),
                                UlpCount.between(strict.afterFew(), relaxed.afterFew())
                                        .cells(),
                                UlpCount.between(strict.afterMany(), relaxed.afterMany())
                                        .cells(),
                                UlpCount.between(strict.afterMany(), exact.afterMany())
                                        .cells(),
                                UlpCount.between(relaxed.afterMany(), exact.afterMany())
                                        .cells()))
                + " |\n";
    }
}
