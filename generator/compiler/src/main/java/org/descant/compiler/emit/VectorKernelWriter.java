package org.descant.compiler.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.descant.compiler.ir.Apply;
import org.descant.compiler.ir.Equation;
import org.descant.compiler.ir.Expr;
import org.descant.compiler.ir.Kind;
import org.descant.compiler.ir.Read;
import org.descant.compiler.ir.Reduce;
import org.descant.compiler.ir.Subexpressions;
import org.descant.compiler.plan.Buffer;
import org.descant.compiler.plan.Flag;
import org.descant.compiler.plan.Loop;
import org.descant.compiler.plan.Reduced;
import org.descant.compiler.plan.Scalar;
import org.descant.compiler.plan.Store;
import org.descant.runtime.Block;
import org.descant.runtime.ElementType;
import org.descant.runtime.ReductionKind;

/**
 * One loop over elements as a static method that calls the Vector API, for one element type. In each turn it loads all that it reads, then computes, then stores, so that nothing is
 * overwritten too early.
 */
final class VectorKernelWriter {
    static final String RESULTS = "results";
    private static final String BLOCK = "block";
    private static final String END = "end";
    private static final String LANE = "k";
    private static final String PART = "part";

    private static final Set<String> RESERVED = Stream.concat(
                    VectorTypes.NAMES.stream(),
                    Stream.of(
                            KernelScope.INDEX,
                            KernelScope.FROM,
                            BLOCK,
                            END,
                            LANE,
                            PART,
                            RESULTS,
                            VectorTypes.FLOATS,
                            VectorTypes.DOUBLES))
            .collect(Collectors.toUnmodifiableSet());

    private final Loop loop;
    private final VectorTypes types;
    private final CodeBlock.Builder body = CodeBlock.builder();
    private final KernelScope scope;
    private final VectorExpressions expressions;
    private final Comments comments = new Comments();
    private final MethodSpec.Builder method;

    private VectorKernelWriter(String name, Loop loop, ElementType type, Describe describe) {
        this.loop = loop;
        types = VectorTypes.of(type);
        scope = new KernelScope(loop, type, types.vector(), RESERVED, describe, body);
        expressions = new VectorExpressions(scope, types);
        method = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(Block.class, BLOCK);
    }

    /** Whether a loop has a vector form: it is one over elements, and all that it computes has one. */
    static boolean isPossible(Loop loop) {
        return loop.space().isOfElements()
                && values(loop).allMatch(value -> Subexpressions.within(value).stream()
                        .allMatch(part -> !(part instanceof Apply apply) || VectorExpressions.knows(apply.operator())));
    }

    /** Whether a loop that writes terms can add them up itself: it reads no terms of another, and nothing per row or column. */
    static boolean canReduce(Loop loop, List<Reduced> reductions) {
        Set<Integer> terms = reductions.stream()
                .flatMap(reduced -> reduced.terms().stream())
                .map(Buffer::number)
                .collect(Collectors.toSet());
        return isPossible(loop)
                && loop.reads().stream().noneMatch(buffer -> buffer.isCell() || terms.contains(buffer.number()))
                && loop.stores().stream().allMatch(store -> isWhole(store, reductions));
    }

    private static boolean isWhole(Store store, List<Reduced> reductions) {
        return store.when().isEmpty()
                && reductions.stream()
                        .anyMatch(reduced -> reduced.terms().equals(Optional.of(store.buffer()))
                                && reduced.cell().isEmpty());
    }

    private static Stream<Expr> values(Loop loop) {
        return Stream.concat(
                loop.equations().stream().map(Equation::value),
                loop.stores().stream().map(Store::value));
    }

    /** The kernel of a loop that changes values and states; it returns where it ended. */
    static MethodSpec write(String name, Loop loop, ElementType type, Describe describe) {
        return new VectorKernelWriter(name, loop, type, describe).update();
    }

    /**
     * The kernel of a loop that writes terms; it adds them up over a block.
     *
     * @param reductions all of the sweep
     * @param room where behind the results there is room for sums
     */
    static MethodSpec writeReduction(
            String name, Loop loop, ElementType type, Describe describe, List<Reduced> reductions, int room) {
        return new VectorKernelWriter(name, loop, type, describe).reduction(reductions, room);
    }

    private MethodSpec update() {
        open();
        load();
        List<Store> pending = new ArrayList<>(loop.stores());
        for (Equation equation : loop.equations()) {
            compute(equation);
            List<Store> ready = pending.stream()
                    .filter(store -> store.value().equals(new Read(equation.target())))
                    .toList();
            ready.forEach(this::store);
            pending.removeAll(ready);
        }
        pending.forEach(this::store);
        return method.returns(TypeName.INT)
                .addStatement("int $L = $L.from()", KernelScope.FROM, BLOCK)
                .addStatement(
                        "int $L = $L + $L.loopBound($L.to() - $L)",
                        END,
                        KernelScope.FROM,
                        types.species(),
                        BLOCK,
                        KernelScope.FROM)
                .beginControlFlow(
                        "for (int $1L = $2L; $1L < $3L; $1L += $4L.length())",
                        KernelScope.INDEX,
                        KernelScope.FROM,
                        END,
                        types.species())
                .addCode(body.build())
                .endControlFlow()
                .addStatement("return $L", END)
                .build();
    }

    /** What comes before the loop: the arrays, and the numbers and conditions of the step as vectors and masks. */
    private void open() {
        TypeName array = ArrayTypeName.of(KernelWriter.element(types.element()));
        for (Buffer buffer : loop.buffers()) {
            if (!isTerms(buffer)) {
                method.addStatement("$T $L = $L", array, scope.array(buffer), Dispatch.array(buffer, types.element()));
            }
        }
        for (Scalar scalar : loop.scalars()) {
            method.addStatement(
                    "$1T $2L = $1T.broadcast($3L, $4L)",
                    types.vector(),
                    scope.scalar(scalar),
                    types.species(),
                    Dispatch.number(scalar, types.element()));
        }
        Set<Expr> read = parts();
        for (Flag flag : loop.flags()) {
            if (read.contains(flag.condition())) {
                method.addStatement(
                        "$T $L = $L.maskAll($L)",
                        types.mask(),
                        scope.flag(flag),
                        types.species(),
                        Dispatch.condition(flag));
            }
        }
    }

    private static boolean isTerms(Buffer buffer) {
        return buffer.before() instanceof Reduce && !buffer.isCell();
    }

    private Set<Expr> parts() {
        Set<Expr> parts = new HashSet<>();
        values(loop).forEach(value -> {
            parts.add(value);
            parts.addAll(Subexpressions.within(value));
        });
        return parts;
    }

    private void load() {
        for (Buffer buffer : loop.reads()) {
            CodeBlock loaded = CodeBlock.of(
                    "$T.fromArray($L, $L, $L)",
                    types.vector(),
                    types.species(),
                    scope.array(buffer),
                    KernelScope.INDEX);
            if (buffer.before().kind() == Kind.BOOLEAN) {
                body.addStatement(
                        "$T $L = $L$Z.compare($T.NE, 0)",
                        types.mask(),
                        scope.keepBefore(buffer),
                        loaded,
                        VectorTypes.OPERATORS);
            } else {
                body.addStatement("$T $L = $L", types.vector(), scope.keepBefore(buffer), loaded);
            }
        }
    }

    private void compute(Equation equation) {
        comments.write(body, equation.origin());
        CodeBlock value = expressions.write(equation.value());
        body.addStatement(
                "$T $L = $L",
                equation.target().kind() == Kind.BOOLEAN ? types.mask() : types.vector(),
                scope.define(equation.target()),
                value);
    }

    private void store(Store store) {
        CodeBlock written = expressions.write(store.value());
        CodeBlock number = store.value().kind() == Kind.BOOLEAN
                ? CodeBlock.of("$T.zero($L)$Z.blend(1, $L)", types.vector(), types.species(), written)
                : written;
        store.when().ifPresent(flag -> body.beginControlFlow("if ($L)", Dispatch.condition(flag)));
        body.addStatement("$L$Z.intoArray($L, $L)", number, scope.array(store.buffer()), KernelScope.INDEX);
        store.when().ifPresent(flag -> body.endControlFlow());
    }

    private MethodSpec reduction(List<Reduced> reductions, int room) {
        open();
        load();
        loop.equations().forEach(this::compute);
        List<Sum> sums =
                loop.stores().stream().map(store -> sum(store, reductions)).toList();
        sums.forEach(sum -> body.addStatement(
                "$1L = $1L$Z.$2L($3L)",
                sum.lanes(),
                sum.method(),
                expressions.write(sum.store().value())));
        method.addParameter(double[].class, RESULTS).addStatement("int $L = $L.from()", KernelScope.FROM, BLOCK);
        if (types.element() == ElementType.FLOAT) {
            addFloats(sums, room);
        } else {
            addDoubles(sums, room);
        }
        return method.build();
    }

    /** What the terms of a store go to. */
    private record Sum(Store store, int result, ReductionKind kind, String lanes, String low, String high) {
        boolean adds() {
            return kind == ReductionKind.SUM || kind == ReductionKind.MEAN;
        }

        String method() {
            return switch (kind) {
                case SUM, MEAN -> "add";
                case AMAX -> "max";
                case AMIN -> "min";
            };
        }
    }

    private Sum sum(Store store, List<Reduced> reductions) {
        Reduced reduced = reductions.stream()
                .filter(each -> each.terms().equals(Optional.of(store.buffer())))
                .findFirst()
                .orElseThrow();
        String terms = scope.array(store.buffer());
        String base = terms.endsWith("Terms") ? terms.substring(0, terms.length() - "Terms".length()) : terms;
        return new Sum(
                store,
                reduced.index(),
                ReductionKind.valueOf(reduced.reduce().reduction().name()),
                scope.fresh(base + "Lanes"),
                scope.fresh(base + "Low"),
                scope.fresh(base + "High"));
    }

    /** Two vectors of doubles hold eight sums, or one, where a vector has eight doubles. */
    private void addFloats(List<Sum> sums, int room) {
        sums.stream().filter(Sum::adds).forEach(sum -> {
            zero(VectorTypes.DOUBLE_VECTOR, sum.low(), VectorTypes.DOUBLES);
            zero(VectorTypes.DOUBLE_VECTOR, sum.high(), VectorTypes.DOUBLES);
        });
        sums.stream().filter(sum -> !sum.adds()).forEach(this::begin);
        lanes("$L", KernelScope.FROM, "$L.length()", VectorTypes.FLOATS);
        sums.stream().filter(Sum::adds).forEach(this::begin);
        rows();
        List<Sum> added = sums.stream().filter(Sum::adds).toList();
        if (!added.isEmpty()) {
            widen(added);
        }
        method.endControlFlow();
        for (Sum sum : sums) {
            if (sum.adds()) {
                leave(sum, room);
            } else {
                end(sum);
            }
        }
    }

    private void widen(List<Sum> sums) {
        sums.forEach(sum -> add(sum.low(), part(sum, 0)));
        method.beginControlFlow("if ($L.length() < SUMS)", VectorTypes.DOUBLES);
        sums.forEach(sum -> add(sum.high(), part(sum, 1)));
        method.nextControlFlow("else");
        sums.forEach(sum -> add(sum.low(), part(sum, 1)));
        method.endControlFlow();
    }

    private void add(String vector, CodeBlock more) {
        method.addStatement("$1L = $1L$Z.add($2L)", vector, more);
    }

    private void leave(Sum sum, int room) {
        method.addStatement("$L.intoArray($L, $L)", sum.low(), RESULTS, room)
                .beginControlFlow("if ($L.length() < SUMS)", VectorTypes.DOUBLES)
                .addStatement("$L.intoArray($L, $L)", sum.high(), RESULTS, room + 4)
                .endControlFlow()
                .addStatement("$1L[$2L] = total($1L, $3L)", RESULTS, sum.result(), room);
    }

    private static CodeBlock part(Sum sum, int number) {
        return CodeBlock.of(
                "($T)$W$L.convertShape($T.F2D, $L, $L)",
                VectorTypes.DOUBLE_VECTOR,
                sum.lanes(),
                VectorTypes.OPERATORS,
                VectorTypes.DOUBLES,
                number);
    }

    /** As many of the eight sums at a time as a vector has doubles. */
    private void addDoubles(List<Sum> sums, int room) {
        sums.stream().filter(sum -> !sum.adds()).forEach(this::begin);
        method.beginControlFlow("for (int $1L = 0; $1L < SUMS; $1L += $2L.length())", PART, VectorTypes.DOUBLES);
        sums.stream().filter(Sum::adds).forEach(sum -> zero(types.vector(), sum.low(), types.species()));
        lanes("$L + " + PART, KernelScope.FROM, "$L", "SUMS");
        sums.stream().filter(Sum::adds).forEach(this::begin);
        rows();
        sums.stream()
                .filter(Sum::adds)
                .forEach(sum -> method.addStatement("$1L = $1L$Z.add($2L)", sum.low(), sum.lanes()));
        method.endControlFlow();
        for (int i = 0; i < sums.size(); i++) {
            if (sums.get(i).adds()) {
                method.addStatement("$L.intoArray($L, $L + $L)", sums.get(i).low(), RESULTS, room + 8 * i, PART);
            }
        }
        method.endControlFlow();
        for (int i = 0; i < sums.size(); i++) {
            if (sums.get(i).adds()) {
                method.addStatement(
                        "$1L[$2L] = total($1L, $3L)", RESULTS, sums.get(i).result(), room + 8 * i);
            } else {
                end(sums.get(i));
            }
        }
    }

    private void lanes(String first, String from, String step, String width) {
        method.beginControlFlow(
                "for (int $1L = " + first.replace("$L", "$2L") + "; $1L < $2L + LANES; $1L += "
                        + step.replace("$L", "$3L") + ")",
                LANE,
                from,
                width);
    }

    /** The rows of a block, each as many terms as there are lanes. */
    private void rows() {
        method.beginControlFlow(
                        "for (int $1L = $2L; $1L < $3L + BLOCK; $1L += LANES)",
                        KernelScope.INDEX,
                        LANE,
                        KernelScope.FROM)
                .addCode(body.build())
                .endControlFlow();
    }

    private void begin(Sum sum) {
        switch (sum.kind()) {
            case SUM, MEAN -> zero(types.vector(), sum.lanes(), types.species());
            case AMAX -> broadcast(sum, "NEGATIVE_INFINITY");
            case AMIN -> broadcast(sum, "POSITIVE_INFINITY");
        }
    }

    private void zero(TypeName vector, String name, String species) {
        method.addStatement("$1T $2L = $1T.zero($3L)", vector, name, species);
    }

    private void broadcast(Sum sum, String start) {
        method.addStatement(
                "$1T $2L = $1T.broadcast($3L, $4T.$5L)",
                types.vector(),
                sum.lanes(),
                types.species(),
                types.element() == ElementType.FLOAT ? Float.class : Double.class,
                start);
    }

    private void end(Sum sum) {
        method.addStatement(
                "$L[$L] = $L.reduceLanes($T.$L)",
                RESULTS,
                sum.result(),
                sum.lanes(),
                VectorTypes.OPERATORS,
                sum.kind() == ReductionKind.AMAX ? "MAX" : "MIN");
    }
}
