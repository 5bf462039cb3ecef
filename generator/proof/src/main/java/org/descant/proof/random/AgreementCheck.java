package org.descant.proof.random;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.descant.compiler.compile.ClassCompiler;
import org.descant.compiler.compile.ClassFiles;
import org.descant.compiler.emit.JavaSource;
import org.descant.compiler.emit.OptimizerWriter;
import org.descant.compiler.emit.VectorForm;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.plan.Plan;
import org.descant.compiler.plan.Planner;
import org.descant.compiler.rewrite.Rewriter;
import org.descant.grammar.source.Diagnostics;
import org.descant.runtime.ElementType;

/** Generated classes have the bits of the interpreted rule, rewritten and, every fourth, as it was written, in float and in double. */
public final class AgreementCheck implements Check {
    /** One class of a rule, and the equations whose bits it must have. */
    private record Generated(EquationSystem system, JavaSource source, VectorForm vectors) {
        static Generated of(EquationSystem system, Plan plan, String packageName) {
            JavaSource source = OptimizerWriter.write(plan, packageName);
            return new Generated(system, source, VectorForm.of(plan, packageName));
        }
    }

    private final ClassCompiler compiler;
    private final UnaryOperator<EquationSystem> rewriting;
    private final BiFunction<ElementType, Long, Trial> trial;

    private AgreementCheck(
            ClassCompiler compiler,
            UnaryOperator<EquationSystem> rewriting,
            BiFunction<ElementType, Long, Trial> trial) {
        this.compiler = compiler;
        this.rewriting = rewriting;
        this.trial = trial;
    }

    /** With the rewrites of strict compilation. */
    public static AgreementCheck strict(ClassCompiler compiler) {
        return rewritten(compiler, system -> Rewriter.strict().rewrite(system).system());
    }

    /** With other rewrites, which should change no bit either. */
    public static AgreementCheck rewritten(ClassCompiler compiler, UnaryOperator<EquationSystem> rewriting) {
        return new AgreementCheck(compiler, rewriting, Trial::quick);
    }

    /** The same on another model than {@linkplain Trial#quick a few small tensors}: what is run for an element type and a seed. */
    public AgreementCheck on(BiFunction<ElementType, Long, Trial> other) {
        return new AgreementCheck(compiler, rewriting, other);
    }

    @Override
    public Verdict check(RandomRule rule) {
        return checkAll(List.of(rule)).get(0);
    }

    @Override
    public List<Verdict> checkAll(List<RandomRule> rules) {
        List<List<Generated>> generated = new ArrayList<>();
        List<JavaSource> sources = new ArrayList<>();
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            RandomRule rule = rules.get(i);
            String place = "rule" + i;
            List<Generated> classes = new ArrayList<>();
            verdicts.add(Verdict.of(() -> generate(rule, place, classes)));
            generated.add(classes);
            classes.forEach(one -> sources.add(one.source()));
        }
        List<ClassFiles> files = ClassFiles.compileAll(sources, compiler);
        int next = 0;
        for (int i = 0; i < rules.size(); i++) {
            for (Generated one : generated.get(i)) {
                ClassFiles made = files.get(next++).with(one.vectors());
                if (!verdicts.get(i).isWrong()) {
                    long seed = rules.get(i).seed();
                    verdicts.set(i, Verdict.of(() -> compare(one.system(), made, seed)));
                }
            }
        }
        return verdicts;
    }

    private Verdict generate(RandomRule rule, String place, List<Generated> classes) {
        FrontEnd frontEnd = new FrontEnd(rule);
        if (frontEnd.system().isEmpty()) {
            return frontEnd.refusal();
        }
        EquationSystem system = frontEnd.system().orElseThrow();
        Map<String, EquationSystem> versions = new LinkedHashMap<>();
        versions.put(".rewritten", rewriting.apply(system));
        if (rule.seed() % 4 == 0) {
            versions.put(".written", system);
        }
        for (Map.Entry<String, EquationSystem> version : versions.entrySet()) {
            Diagnostics diagnostics = new Diagnostics();
            Optional<Plan> plan = Planner.plan(version.getValue(), diagnostics);
            if (plan.isEmpty()) {
                return Verdict.wrong("no plan", "no code can be generated: " + diagnostics.all(), "");
            }
            classes.add(Generated.of(system, plan.orElseThrow(), place + version.getKey()));
        }
        return Verdict.fine();
    }

    private Verdict compare(EquationSystem system, ClassFiles files, long seed) {
        for (ElementType type : ElementType.values()) {
            Optional<Difference> found = Agreement.difference(system, files, trial.apply(type, seed));
            if (found.isPresent()) {
                return Verdict.wrong(
                        "differs", found.orElseThrow().text(), files.source().text());
            }
        }
        return Verdict.fine();
    }
}
