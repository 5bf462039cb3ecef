package org.descant.compiler.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.descant.compiler.plan.Buffer;
import org.descant.compiler.plan.ComputedOutput;
import org.descant.compiler.plan.JoinedLoop;
import org.descant.compiler.plan.Loop;
import org.descant.compiler.plan.LoopBudget;
import org.descant.compiler.plan.Plan;
import org.descant.compiler.plan.Sweep;
import org.descant.runtime.Block;
import org.descant.runtime.ElementType;
import org.descant.runtime.VectorLoops;

/** The vector form of a rule's class: those of its loops that have one, for both element types. */
public final class VectorsWriter {
    /** What loops that are one may weigh: the JVM compiles no method of more than 8,000 bytes, and an operation takes about ten. */
    private static final int MOST_AT_ONCE = 3 * LoopBudget.OF_JVM.limit();

    /** What says which loop is meant. */
    private static final List<String> LOOP = List.of("sweep", "loop");

    private final Plan plan;
    private final ClassName rule;
    private final ClassName name;
    private final Describe describe;
    private final LoopVerbs verbs;
    private final JavaNames methods = new JavaNames(Set.of(
            "loop",
            "rowLoop",
            "sweep",
            "reduce",
            "addsRows",
            "addRows",
            "loops",
            "sweeps",
            "reductions",
            "total",
            "none"));
    private final List<MethodSpec> kernels = new ArrayList<>();
    private final List<Case> loops = new ArrayList<>();
    private final List<Case> rowLoops = new ArrayList<>();
    private final List<Case> reductions = new ArrayList<>();
    private final List<Case> sweeps = new ArrayList<>();

    /** A loop, and the kernels for floats and doubles. */
    private record Case(int sweep, int loop, String floats, String doubles) {}

    private VectorsWriter(Plan plan, String packageName) {
        this.plan = plan;
        rule = ClassName.get(packageName, JavaNames.type(plan.system().name()));
        name = name(plan, packageName);
        describe = new Describe(plan.equations());
        verbs = new LoopVerbs(plan);
    }

    /** The name of the class, with its package. */
    public static String className(Plan plan, String packageName) {
        return name(plan, packageName).canonicalName();
    }

    private static ClassName name(Plan plan, String packageName) {
        return ClassName.get(packageName, JavaNames.type(plan.system().name()) + VectorLoops.SUFFIX);
    }

    /** The source of the class; nothing if none of the loops has a vector form. */
    public static Optional<JavaSource> write(Plan plan, String packageName) {
        return new VectorsWriter(plan, packageName).source();
    }

    private Optional<JavaSource> source() {
        for (int number = 0; number < plan.sweeps().size(); number++) {
            List<Loop> all = plan.sweeps().get(number).allLoops();
            for (int loop = 0; loop < all.size(); loop++) {
                add(number, loop, all.get(loop));
            }
            addAtOnce(number);
        }
        if (VectorRowsWriter.arePossible(plan)) {
            kernels.addAll(0, VectorRowsWriter.write());
        }
        return kernels.isEmpty() ? Optional.empty() : Optional.of(SourceWriter.write(name, type()));
    }

    private void add(int number, int place, Loop loop) {
        Sweep sweep = plan.sweeps().get(number);
        Shifts shifts = Shifts.of(plan, sweep);
        if ((!loop.writesTerms() || shifts.isOfCells()) && VectorBody.isPossible(loop)) {
            loops.add(kernels(number, place, loop, shifts, false));
            if (loop.buffers().stream().anyMatch(Buffer::isOfRows)) {
                rowLoops.add(kernels(number, place, loop, shifts, true));
            }
        } else if (loop.writesTerms()
                && !shifts.isOfCells()
                && VectorReductionWriter.isPossible(loop, sweep.reductions())) {
            reductions.add(named(number, place, verbs.of(number, loop)));
            Case made = reductions.get(reductions.size() - 1);
            kernels.add(reduction(made.floats(), loop, ElementType.FLOAT, sweep));
            kernels.add(reduction(made.doubles(), loop, ElementType.DOUBLE, sweep));
        }
    }

    /** The loops of a sweep that C2 would not make vector code of as one. */
    private void addAtOnce(int number) {
        Sweep sweep = plan.sweeps().get(number);
        List<Loop> all = sweep.loops();
        boolean isPossible = all.size() > 1
                && !Shifts.of(plan, sweep).isOfCells()
                && all.stream()
                        .allMatch(loop ->
                                VectorBody.isPossible(loop) && loop.conditions().isEmpty());
        if (isPossible) {
            JoinedLoop.of(all, handedOn(number))
                    .filter(loop -> LoopBudget.weight(loop) <= MOST_AT_ONCE)
                    .ifPresent(loop -> {
                        Case made = named(number, 0, verbs.of(number, loop) + "AtOnce");
                        sweeps.add(kernels(made, loop, Shifts.NONE, false));
                    });
        }
    }

    /** What the loops of a sweep leave for each other and for nothing else. */
    private Set<Integer> handedOn(int number) {
        Set<Integer> handedOn = IntStream.range(plan.firstCarried(), plan.firstCarried() + plan.carried())
                .boxed()
                .collect(Collectors.toSet());
        Stream<Loop> inStep = IntStream.range(0, plan.sweeps().size()).boxed().flatMap(other -> {
            Sweep sweep = plan.sweeps().get(other);
            return other == number ? sweep.termLoops().stream() : sweep.allLoops().stream();
        });
        Stream.concat(inStep, plan.computed().stream().map(ComputedOutput::loop))
                .flatMap(loop -> loop.buffers().stream())
                .filter(buffer -> !buffer.isCell())
                .forEach(buffer -> handedOn.remove(buffer.number()));
        return handedOn;
    }

    private Case kernels(int number, int place, Loop loop, Shifts shifts, boolean isOfRow) {
        String verb = verbs.of(number, loop);
        return kernels(named(number, place, isOfRow ? verb + "OfRow" : verb), loop, shifts, isOfRow);
    }

    private Case kernels(Case made, Loop loop, Shifts shifts, boolean isOfRow) {
        kernels.add(VectorKernelWriter.write(made.floats(), loop, ElementType.FLOAT, describe, shifts, isOfRow));
        kernels.add(VectorKernelWriter.write(made.doubles(), loop, ElementType.DOUBLE, describe, shifts, isOfRow));
        return made;
    }

    private Case named(int sweep, int loop, String verb) {
        return new Case(sweep, loop, methods.fresh(verb + "Floats"), methods.fresh(verb + "Doubles"));
    }

    private MethodSpec reduction(String kernel, Loop loop, ElementType type, Sweep sweep) {
        return VectorReductionWriter.write(kernel, loop, type, describe, sweep.reductions(), room());
    }

    /** Behind the results of all reductions, those before the first step among them. */
    private int room() {
        return Stream.concat(plan.start().sweeps().stream(), plan.sweeps().stream())
                .mapToInt(sweep -> sweep.reductions().size())
                .sum();
    }

    private TypeSpec type() {
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addJavadoc(
                        "The vector form of {@link $T}, for JVMs that are started with {@code --add-modules jdk.incubator.vector}.\n",
                        rule)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(VectorLoops.class)
                .addField(species(ElementType.FLOAT))
                .addField(species(ElementType.DOUBLE))
                .addMethod(constructor())
                .addMethod(loop("loop", loops));
        if (!rowLoops.isEmpty()) {
            type.addMethod(loop("rowLoop", rowLoops));
        }
        if (!sweeps.isEmpty()) {
            type.addMethod(sweep());
        }
        return type.addMethod(reduce()).addMethods(kernels).build();
    }

    private static FieldSpec species(ElementType type) {
        VectorTypes types = VectorTypes.of(type);
        return FieldSpec.builder(
                        types.speciesType(), types.species(), Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer("$T.SPECIES_PREFERRED", types.vector())
                .build();
    }

    private MethodSpec constructor() {
        MethodSpec.Builder constructor =
                MethodSpec.constructorBuilder().addModifiers(Modifier.PUBLIC).addJavadoc("Called by the runtime.\n");
        CodeBlock more = sweeps.isEmpty() ? CodeBlock.of("") : CodeBlock.of(",$W$L", sweepNumbers());
        if (reductions.isEmpty()) {
            constructor.addStatement("super($L, $L$L)", pairs(loops), pairs(reductions), more);
        } else {
            constructor.addStatement(
                    "super($L,$W$L.length() < $L ? $L : $L$L)",
                    pairs(loops),
                    VectorTypes.DOUBLES,
                    VectorReductionWriter.FEWEST_DOUBLES,
                    pairs(List.of()),
                    pairs(reductions),
                    more);
        }
        return constructor.build();
    }

    private static CodeBlock pairs(List<Case> cases) {
        return cases.stream()
                .map(each -> CodeBlock.of("{$L, $L}", each.sweep(), each.loop()))
                .collect(CodeBlock.joining(", ", "new int[][] {", "}"));
    }

    private CodeBlock sweepNumbers() {
        return sweeps.stream()
                .map(each -> CodeBlock.of("$L", each.sweep()))
                .collect(CodeBlock.joining(", ", "new int[] {", "}"));
    }

    private MethodSpec sweep() {
        return ends(
                selector("sweep", List.of("sweep")),
                sweeps,
                each -> CodeBlock.of("sweep == $L", each.sweep()),
                CodeBlock.of("none(sweep)"));
    }

    private static MethodSpec loop(String name, List<Case> cases) {
        return ends(selector(name, LOOP), cases, VectorsWriter::isAsked, CodeBlock.of("none(sweep, loop)"));
    }

    /** A method that calls kernels which say where they ended. */
    private static MethodSpec ends(
            MethodSpec.Builder method, List<Case> cases, Function<Case, CodeBlock> isAsked, CodeBlock none) {
        method.returns(int.class);
        for (Case each : cases) {
            method.beginControlFlow("if ($L)", isAsked.apply(each))
                    .addStatement("return block.isFloat()$W? $L(block)$W: $L(block)", each.floats(), each.doubles())
                    .endControlFlow();
        }
        return method.addStatement("throw $L", none).build();
    }

    private static CodeBlock isAsked(Case loop) {
        return CodeBlock.of("sweep == $L && loop == $L", loop.sweep(), loop.loop());
    }

    private MethodSpec reduce() {
        MethodSpec.Builder method = selector("reduce", LOOP).addParameter(double[].class, VectorHead.RESULTS);
        for (Case each : reductions) {
            method.beginControlFlow("if ($L)", isAsked(each))
                    .beginControlFlow("if (block.isFloat())")
                    .addStatement("$L(block, $L)", each.floats(), VectorHead.RESULTS)
                    .nextControlFlow("else")
                    .addStatement("$L(block, $L)", each.doubles(), VectorHead.RESULTS)
                    .endControlFlow()
                    .addStatement("return")
                    .endControlFlow();
        }
        return method.addStatement("throw none(sweep, loop)").build();
    }

    private static MethodSpec.Builder selector(String name, List<String> numbers) {
        MethodSpec.Builder method =
                MethodSpec.methodBuilder(name).addAnnotation(Override.class).addModifiers(Modifier.PROTECTED);
        numbers.forEach(number -> method.addParameter(int.class, number));
        return method.addParameter(Block.class, "block");
    }
}
