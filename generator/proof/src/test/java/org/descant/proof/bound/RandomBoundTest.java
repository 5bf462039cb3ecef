package org.descant.proof.bound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.descant.compiler.Descant;
import org.descant.compiler.RuleCompiler;
import org.descant.compiler.interpret.Interpreter;
import org.descant.compiler.interpret.StepSource;
import org.descant.compiler.interpret.TensorSpec;
import org.descant.compiler.ir.EquationSystem;
import org.descant.grammar.source.SourceText;
import org.descant.proof.random.AwkwardNumbers;
import org.descant.proof.random.Feature;
import org.descant.proof.random.Language;
import org.descant.proof.random.RandomRule;
import org.descant.proof.random.RuleGrower;
import org.descant.runtime.ElementType;
import org.junit.jupiter.api.Test;

/** Bounds of random rules, reductions and rows included. */
class RandomBoundTest {
    private static final Language LANGUAGE = Language.whole().without(Feature.GRADIENTS, Feature.LOSS, Feature.INPUTS);

    private static final List<TensorSpec> MODEL =
            List.of(new TensorSpec("scalar"), new TensorSpec("vector", 5), new TensorSpec("stack", 2, 2, 3));

    private static final int STEPS = 3;

    @Test
    void floatAndDouble_areNoFurtherApartThanTheirBounds() {
        List<String> wrong = new ArrayList<>();
        int bounded = 0;
        for (long seed = 0; seed < 150; seed++) {
            EquationSystem system = system(RuleGrower.grow(seed, LANGUAGE));
            BoundedRun one = run(system, ElementType.FLOAT, seed, wrong);
            BoundedRun other = run(system, ElementType.DOUBLE, seed, wrong);
            if (one.steps() != other.steps()) {
                continue;
            }
            for (TensorSpec tensor : MODEL) {
                for (int i = 0; i < tensor.numel(); i++) {
                    double bound = one.bound(tensor.name())[i] + other.bound(tensor.name())[i];
                    double apart = Math.abs(one.weight(tensor.name())[i] - other.weight(tensor.name())[i]);
                    bounded += Double.isFinite(bound) ? 1 : 0;
                    if (Double.isFinite(bound) && !(apart <= bound)) {
                        wrong.add("seed " + seed + ", " + tensor.name() + " " + i + ": " + apart + " > " + bound);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        // Most random rules divide by 0 or overflow sooner or later.
        assertThat(bounded).isGreaterThan(500);
    }

    private static EquationSystem system(RandomRule rule) {
        RuleCompiler compiler = Descant.compiler().rule(rule.rule());
        for (Map.Entry<String, String> option : rule.options().entrySet()) {
            compiler = compiler.option(option.getKey(), option.getValue());
        }
        return compiler.run(new SourceText("random.opt", rule.text()), "ir")
                .system()
                .orElseThrow();
    }

    /** Runs with the defaults, beside the interpreter. */
    private static BoundedRun run(EquationSystem system, ElementType type, long seed, List<String> wrong) {
        BoundedRun run = new BoundedRun(system, type, MODEL);
        Interpreter interpreter = new Interpreter(system, type, MODEL);
        AwkwardNumbers numbers = AwkwardNumbers.ordinary(seed);
        for (TensorSpec tensor : MODEL) {
            double[] start = numbers.next(tensor.numel());
            run.setWeight(tensor.name(), start);
            interpreter.setWeight(tensor.name(), start);
        }
        for (int step = 0; step < STEPS; step++) {
            StepSource source = StepSource.of(
                    MODEL.stream().map(tensor -> numbers.next(tensor.numel())).toArray(double[][]::new));
            try {
                interpreter.step(source);
            } catch (IllegalArgumentException refused) {
                return run;
            }
            run.step(source);
            for (TensorSpec tensor : MODEL) {
                if (!same(run.weight(tensor.name()), interpreter.weight(tensor.name()))) {
                    wrong.add("seed " + seed + ", " + type + ", " + tensor.name() + ": not the interpreter's bits");
                }
            }
        }
        return run;
    }

    private static boolean same(double[] a, double[] b) {
        for (int i = 0; i < a.length; i++) {
            if (Double.doubleToLongBits(a[i]) != Double.doubleToLongBits(b[i])) {
                return false;
            }
        }
        return true;
    }
}
