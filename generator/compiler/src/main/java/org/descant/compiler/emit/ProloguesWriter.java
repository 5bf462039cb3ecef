package org.descant.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.element.Modifier;
import org.descant.compiler.ir.Range;
import org.descant.compiler.plan.Level;
import org.descant.compiler.plan.Plan;
import org.descant.compiler.plan.Prologue;
import org.descant.compiler.plan.Sweep;
import org.descant.runtime.Step;
import org.descant.runtime.TensorStep;

/** The methods through which the runtime runs prologues: that before the first sweep, those between sweeps, and those of tensors. */
final class ProloguesWriter {
    private static final String SWEEP = "sweep";

    private final Plan plan;
    private final JavaNames methods;
    private final HyperConstants constants;
    private final Function<Range, String> ranges;

    ProloguesWriter(Plan plan, JavaNames methods, HyperConstants constants, Function<Range, String> ranges) {
        this.plan = plan;
        this.methods = methods;
        this.constants = constants;
        this.ranges = ranges;
    }

    /** Those of a step. */
    List<MethodSpec> ofStep() {
        List<Sweep> sweeps = plan.sweeps();
        List<MethodSpec> written = new ArrayList<>();
        written.add(first("prologue", sweeps));
        between("prologue", sweeps, written);
        tensors("tensorPrologue", sweeps, written);
        return written;
    }

    /** Those before the first step. */
    List<MethodSpec> ofStart() {
        List<Sweep> sweeps = plan.start().sweeps();
        List<MethodSpec> written = new ArrayList<>();
        if (!sweeps.isEmpty() && !sweeps.get(0).group().isEmpty()) {
            written.add(first("startPrologue", sweeps));
        }
        between("startPrologue", sweeps, written);
        tensors("startTensorPrologue", sweeps, written);
        return written;
    }

    private MethodSpec first(String name, List<Sweep> sweeps) {
        return overriding(name)
                .addParameter(Step.class, PrologueWriter.STEP)
                .addCode(statements(sweeps, sweeps.get(0).group(), Level.GROUP))
                .build();
    }

    private void between(String name, List<Sweep> sweeps, List<MethodSpec> written) {
        MethodSpec.Builder dispatch =
                overriding(name).addParameter(int.class, SWEEP).addParameter(Step.class, PrologueWriter.STEP);
        List<MethodSpec> parts = new ArrayList<>();
        for (int i = 1; i < sweeps.size(); i++) {
            Prologue prologue = sweeps.get(i).group();
            if (!prologue.isEmpty()) {
                String part = methods.fresh(name + "OfSweep" + (i + 1));
                choose(dispatch, parts, i).addStatement("$L($L)", part, PrologueWriter.STEP);
                parts.add(MethodSpec.methodBuilder(part)
                        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                        .addParameter(Step.class, PrologueWriter.STEP)
                        .addCode(statements(sweeps, prologue, Level.GROUP))
                        .build());
            }
        }
        add(dispatch, parts, written);
    }

    private void tensors(String name, List<Sweep> sweeps, List<MethodSpec> written) {
        MethodSpec.Builder dispatch = overriding(name)
                .addParameter(int.class, SWEEP)
                .addParameter(Step.class, PrologueWriter.STEP)
                .addParameter(TensorStep.class, PrologueWriter.TENSOR);
        List<MethodSpec> parts = new ArrayList<>();
        for (int i = 0; i < sweeps.size(); i++) {
            Prologue prologue = sweeps.get(i).tensor();
            if (!prologue.isEmpty()) {
                String part = methods.fresh(name + "OfSweep" + (i + 1));
                choose(dispatch, parts, i).addStatement("$L($L, $L)", part, PrologueWriter.STEP, PrologueWriter.TENSOR);
                parts.add(MethodSpec.methodBuilder(part)
                        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                        .addParameter(Step.class, PrologueWriter.STEP)
                        .addParameter(TensorStep.class, PrologueWriter.TENSOR)
                        .addCode(statements(sweeps, prologue, Level.TENSOR))
                        .build());
            }
        }
        add(dispatch, parts, written);
    }

    /** The branch for a sweep; those before it have written parts. */
    private static MethodSpec.Builder choose(MethodSpec.Builder dispatch, List<MethodSpec> parts, int sweep) {
        return parts.isEmpty()
                ? dispatch.beginControlFlow("if ($L == $L)", SWEEP, sweep)
                : dispatch.nextControlFlow("else if ($L == $L)", SWEEP, sweep);
    }

    private static void add(MethodSpec.Builder dispatch, List<MethodSpec> parts, List<MethodSpec> written) {
        if (!parts.isEmpty()) {
            written.add(dispatch.endControlFlow().build());
            written.addAll(parts);
        }
    }

    private CodeBlock statements(List<Sweep> sweeps, Prologue prologue, Level level) {
        return PrologueWriter.write(plan, sweeps, prologue, level, constants, ranges);
    }

    private static MethodSpec.Builder overriding(String name) {
        return MethodSpec.methodBuilder(name).addAnnotation(Override.class).addModifiers(Modifier.PROTECTED);
    }
}
