package org.descant.compiler.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.descant.compiler.ir.EquationSystem;
import org.descant.compiler.ir.Range;
import org.descant.compiler.ir.RangeCheck;
import org.descant.compiler.plan.ComputedOutput;
import org.descant.compiler.plan.Loop;
import org.descant.compiler.plan.Plan;
import org.descant.runtime.Optimizer;
import org.descant.runtime.Parameters;
import org.descant.runtime.RuleDescription;
import org.descant.runtime.Step;
import org.descant.runtime.TensorStep;

/** The class of a rule: its description, setters, prologues, and one kernel for each loop and element type. */
public final class OptimizerWriter {
    private static final String DESCRIPTION = "DESCRIPTION";

    private final Plan plan;
    private final ClassName name;
    private final RuleTexts texts;
    private final HyperConstants constants;
    private final JavaNames methods = new JavaNames(inheritedMethods());
    private final List<MethodSpec> kernels = new ArrayList<>();

    private OptimizerWriter(Plan plan, EquationSystem written, String packageName) {
        this.plan = plan;
        this.name = ClassName.get(packageName, JavaNames.type(plan.system().name()));
        this.texts = RuleTexts.ofRule(plan, written);
        this.constants = new HyperConstants(plan.system().hypers(), otherConstants());
    }

    /** The source of a rule's class, which shows the equations that the plan has. */
    public static JavaSource write(Plan plan, String packageName) {
        return write(plan, plan.system(), packageName);
    }

    /**
     * The source of a rule's class.
     *
     * @param written the rule before it was rewritten, whose equations are shown: what reads a name stands there with what defines it
     */
    public static JavaSource write(Plan plan, EquationSystem written, String packageName) {
        return new OptimizerWriter(plan, written, packageName).source();
    }

    private JavaSource source() {
        return SourceWriter.write(name, type());
    }

    private TypeSpec type() {
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addJavadoc("$L", texts.classDoc())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(Optimizer.class)
                .addField(FieldSpec.builder(RuleDescription.class, DESCRIPTION)
                        .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                        .addJavadoc("What this rule is, without running it.\n")
                        .initializer(DescriptionWriter.write(plan, texts))
                        .build());
        for (Range range : ranges()) {
            type.addField(FieldSpec.builder(org.descant.runtime.Range.class, rangeName(range))
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                    .initializer(DescriptionWriter.range(range))
                    .build());
        }
        constants.fields().forEach(type::addField);
        type.addMethod(constructor());
        new SettersWriter(name, methods, constants)
                .write(plan.system().hypers())
                .forEach(type::addMethod);
        if (!plan.variants().conditions().isEmpty()) {
            type.addMethod(decide());
        }
        ProloguesWriter prologues = new ProloguesWriter(plan, methods, constants, this::rangeName);
        prologues.ofStart().forEach(type::addMethod);
        if (!plan.startLoops().isEmpty()) {
            type.addMethod(startLoop());
        }
        prologues.ofStep().forEach(type::addMethod);
        type.addMethod(loop());
        new RowLoops(plan, methods, kernels).methods().forEach(type::addMethod);
        new BlockReductions(plan, methods, kernels).methods().forEach(type::addMethod);
        if (plan.computed().stream().anyMatch(output -> !output.prologue().isEmpty())) {
            type.addMethod(outputPrologue());
        }
        if (!plan.computed().isEmpty()) {
            type.addMethod(outputLoop());
        }
        return type.addMethods(kernels).build();
    }

    private MethodSpec constructor() {
        return MethodSpec.constructorBuilder()
                .addJavadoc("An optimizer of these parameters, before its first step.\n")
                .addModifiers(Modifier.PUBLIC)
                .addParameter(Parameters.class, "parameters")
                .addStatement("super($L, parameters)", DESCRIPTION)
                .build();
    }

    private MethodSpec decide() {
        return MethodSpec.methodBuilder("decide")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(int.class)
                .addParameter(TensorStep.class, PrologueWriter.TENSOR)
                .addCode(PrologueWriter.writeDecisions(plan, constants))
                .build();
    }

    private MethodSpec loop() {
        Dispatch dispatch = new Dispatch(methods, new Describe(plan.equations()), kernels, plan.rings());
        LoopVerbs verbs = new LoopVerbs(plan);
        for (int sweep = 0; sweep < plan.sweeps().size(); sweep++) {
            List<Loop> loops = plan.sweeps().get(sweep).allLoops();
            for (int loop = 0; loop < loops.size(); loop++) {
                dispatch.add(
                        CodeBlock.of("sweep == $L && loop == $L", sweep, loop),
                        verbs.of(sweep, loops.get(loop)),
                        loops.get(loop));
            }
        }
        return dispatch.method("loop", List.of("sweep", "loop"));
    }

    private MethodSpec startLoop() {
        Dispatch dispatch = new Dispatch(methods, new Describe(plan.equations()), kernels, List.of());
        List<Loop> loops = plan.startLoops();
        for (int loop = 0; loop < loops.size(); loop++) {
            dispatch.add(CodeBlock.of("loop == $L", loop), "start", loops.get(loop));
        }
        return dispatch.method("startLoop", List.of("loop"));
    }

    private MethodSpec outputPrologue() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("outputPrologue")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .addParameter(int.class, "output")
                .addParameter(Step.class, "step");
        for (ComputedOutput output : plan.computed()) {
            if (!output.prologue().isEmpty()) {
                String own = methods.fresh(JavaNames.camel(output.name()) + "Numbers");
                kernels.add(PrologueWriter.writeForOutput(own, plan, output.prologue(), constants));
                method.beginControlFlow("if (output == $L)", output.place())
                        .addStatement("$L(step)", own)
                        .endControlFlow();
            }
        }
        return method.build();
    }

    private MethodSpec outputLoop() {
        Dispatch dispatch = new Dispatch(methods, new Describe(plan.equations()), kernels, List.of());
        for (ComputedOutput output : plan.computed()) {
            String wanted = JavaNames.camel(output.name()) + "Output";
            dispatch.add(CodeBlock.of("output == $L", output.place()), wanted, output.loop());
        }
        return dispatch.method("outputLoop", List.of("output"));
    }

    /** The ranges that are checked in a step, each once. */
    private List<Range> ranges() {
        return plan.sweeps().stream()
                .flatMap(sweep -> sweep.group().checks().stream())
                .map(RangeCheck::range)
                .distinct()
                .toList();
    }

    private Set<String> otherConstants() {
        Set<String> names = new HashSet<>(Set.of(DESCRIPTION));
        ranges().forEach(range -> names.add(rangeName(range)));
        return names;
    }

    private String rangeName(Range range) {
        return "RANGE_" + (ranges().indexOf(range) + 1);
    }

    /** What a setter or kernel of the same name would override, overload or hide. */
    private static Set<String> inheritedMethods() {
        Set<String> names = new HashSet<>();
        for (Class<?> type = Optimizer.class; type != null; type = type.getSuperclass()) {
            for (Method method : type.getDeclaredMethods()) {
                names.add(method.getName());
            }
        }
        return names;
    }
}
