package org.descant.proof.random;

import java.util.Optional;
import org.descant.compiler.compile.ClassCompiler;
import org.descant.compiler.compile.ClassFiles;
import org.descant.compiler.emit.OptimizerWriter;
import org.descant.compiler.interpret.StepSource;
import org.descant.compiler.interpret.TensorSpec;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Hyper;
import org.descant.compiler.ir.Input;
import org.descant.compiler.ir.Shape;
import org.descant.compiler.plan.Plan;
import org.descant.compiler.plan.Planner;
import org.descant.compiler.rewrite.Rewriter;
import org.descant.grammar.source.Diagnostics;
import org.descant.proof.bound.BoundedRun;
import org.descant.runtime.ElementType;

/**
 * Relaxed compilation changes nothing but rounding: the class has the bits of the rewritten equations, and these stay as near to those of the
 * author as the {@linkplain org.descant.proof.bound bounds} of both allow.
 */
public final class RelaxedCheck implements Check {
    private static final int STEPS = 3;

    private final ClassCompiler compiler;

    public RelaxedCheck(ClassCompiler compiler) {
        this.compiler = compiler;
    }

    @Override
    public Verdict check(RandomRule rule) {
        FrontEnd frontEnd = new FrontEnd(rule);
        if (frontEnd.system().isEmpty()) {
            return frontEnd.refusal();
        }
        EquationSystem system = frontEnd.system().orElseThrow();
        EquationSystem relaxed = Rewriter.relaxed().rewrite(system).system();
        Diagnostics diagnostics = new Diagnostics();
        Optional<Plan> plan = Planner.plan(relaxed, diagnostics);
        if (plan.isEmpty()) {
            return Verdict.wrong("no plan", "no code can be generated: " + diagnostics.all(), "");
        }
        ClassFiles files = ClassFiles.compile(OptimizerWriter.write(plan.orElseThrow(), "relaxed"), compiler);
        for (ElementType type : ElementType.values()) {
            Trial trial = Trial.quick(type, rule.seed());
            Optional<Verdict> wrong = Agreement.difference(relaxed, files, trial)
                    .map(found -> Verdict.wrong(
                            "differs", found.text(), files.source().text()))
                    .or(() -> apart(system, relaxed, trial));
            if (wrong.isPresent()) {
                return wrong.orElseThrow();
            }
        }
        return Verdict.fine();
    }

    private static Optional<Verdict> apart(EquationSystem system, EquationSystem relaxed, Trial trial) {
        BoundedRun strict = run(system, trial);
        BoundedRun other = run(relaxed, trial);
        for (TensorSpec tensor : trial.tensors()) {
            double[] expected = strict.weight(tensor.name());
            double[] made = other.weight(tensor.name());
            for (int i = 0; i < made.length; i++) {
                double bound = strict.bound(tensor.name())[i] + other.bound(tensor.name())[i];
                if (Double.isFinite(bound) && !(Math.abs(made[i] - expected[i]) <= bound)) {
                    return Optional.of(Verdict.wrong(
                            "apart",
                            "relaxed, element %d of %s is %s, strict it is %s: more than %s apart"
                                    .formatted(i, tensor.name(), made[i], expected[i], bound),
                            ""));
                }
            }
        }
        return Optional.empty();
    }

    private static BoundedRun run(EquationSystem system, Trial trial) {
        BoundedRun run = new BoundedRun(system, trial.type(), trial.tensors());
        AwkwardNumbers numbers = AwkwardNumbers.ordinary(trial.seed());
        for (TensorSpec tensor : trial.tensors()) {
            run.setWeight(tensor.name(), numbers.next(tensor.numel()));
        }
        for (Hyper hyper : system.hypers()) {
            run.set(hyper.name(), hyper.defaultValue());
        }
        for (int step = 0; step < STEPS; step++) {
            double[][] gradients = trial.tensors().stream()
                    .map(tensor -> numbers.next(tensor.numel()))
                    .toArray(double[][]::new);
            try {
                run.step(source(system, trial, gradients, step));
            } catch (IllegalArgumentException refused) {
                return run;
            }
        }
        return run;
    }

    /** The same gradients for every evaluation, a loss, and inputs that depend on nothing but their names and the step. */
    private static StepSource source(EquationSystem system, Trial trial, double[][] given, int step) {
        return new StepSource() {
            @Override
            public double evaluate(int evaluation, double[][] point, double[][] gradients) {
                System.arraycopy(given, 0, gradients, 0, given.length);
                return 1.0 / (step + 1);
            }

            @Override
            public double[][] input(String name) {
                AwkwardNumbers numbers = AwkwardNumbers.ordinary(trial.seed() + name.hashCode() + step);
                Input input = system.inputs().stream()
                        .filter(declared -> declared.name().equals(name))
                        .findFirst()
                        .orElseThrow();
                return input.shape().equals(Shape.MODEL)
                        ? new double[][] {{numbers.next()}}
                        : trial.tensors().stream()
                                .map(tensor -> numbers.next(tensor.count(input.shape(), input.view())))
                                .toArray(double[][]::new);
            }
        };
    }
}
