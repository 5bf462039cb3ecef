package org.descant.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.descant.compiler.plan.Buffer;
import org.descant.compiler.plan.Loop;
import org.descant.compiler.plan.Reduced;
import org.descant.compiler.plan.Store;
import org.descant.runtime.ElementType;
import org.descant.runtime.ReductionKind;
import org.descant.runtime.VectorLoops;

/**
 * One loop that writes terms as a static method that adds them up over a block instead, with the Vector API, for one element type. A vector holds the lanes of the runtime's tree
 * that stand side by side; what each comes to goes to one of the tree's sums.
 */
final class VectorReductionWriter {
    /** The doubles that a vector must have: the sums of floats are kept in two vectors at the most. */
    static final int FEWEST_DOUBLES = VectorLoops.SUMS / 2;

    private final VectorBody body;
    private final VectorTypes types;
    private final MethodSpec.Builder method;
    private final List<Accumulator> accumulators;
    private final List<Accumulator> added;
    private final List<Accumulator> compared;

    /**
     * Vectors that take the terms of a store: the lanes and, where they are added up, the sums that these go to.
     *
     * @param sums where in the array of the results there is room for the sums
     */
    private record Accumulator(
            Store store, int result, int sums, ReductionKind kind, String lanes, String low, String high) {
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

    private VectorReductionWriter(
            String name, Loop loop, ElementType type, Describe describe, List<Reduced> reductions, int room) {
        VectorHead head = new VectorHead(name, loop, type, describe, Shifts.NONE, false);
        types = head.types();
        method = head.method().addParameter(double[].class, VectorHead.RESULTS);
        body = new VectorBody(loop, head);
        body.load();
        loop.equations().forEach(body::compute);
        accumulators = new ArrayList<>();
        for (Store store : loop.stores()) {
            accumulators.add(accumulator(store, reductions, room + accumulators.size() * VectorLoops.SUMS));
        }
        added = accumulators.stream().filter(Accumulator::adds).toList();
        compared = accumulators.stream().filter(each -> !each.adds()).toList();
    }

    private Accumulator accumulator(Store store, List<Reduced> reductions, int sums) {
        Reduced reduced = reductions.stream()
                .filter(each -> each.terms().equals(Optional.of(store.buffer())))
                .findFirst()
                .orElseThrow();
        KernelScope scope = body.scope();
        String terms = scope.array(store.buffer());
        String base = terms.endsWith("Terms") ? terms.substring(0, terms.length() - "Terms".length()) : terms;
        return new Accumulator(
                store,
                reduced.index(),
                sums,
                ReductionKind.valueOf(reduced.reduce().reduction().name()),
                scope.fresh(base + "Lanes"),
                scope.fresh(base + "Low"),
                scope.fresh(base + "High"));
    }

    /** Whether a loop that writes terms can add them up itself: it reads no terms of another, and nothing per row or column. */
    static boolean isPossible(Loop loop, List<Reduced> reductions) {
        Set<Integer> terms = reductions.stream()
                .flatMap(reduced -> reduced.terms().stream())
                .map(Buffer::number)
                .collect(Collectors.toSet());
        return VectorBody.isPossible(loop)
                && loop.reads().stream().noneMatch(buffer -> buffer.isCell() || terms.contains(buffer.number()))
                && loop.stores().stream().allMatch(store -> isWhole(store, reductions));
    }

    private static boolean isWhole(Store store, List<Reduced> reductions) {
        return store.when().isEmpty()
                && reductions.stream()
                        .filter(reduced -> reduced.terms().equals(Optional.of(store.buffer())))
                        .allMatch(reduced -> reduced.cell().isEmpty());
    }

    /**
     * The kernel of a loop that writes terms.
     *
     * @param reductions all of the sweep
     * @param room where behind the results there is room for sums
     */
    static MethodSpec write(
            String name, Loop loop, ElementType type, Describe describe, List<Reduced> reductions, int room) {
        VectorReductionWriter writer = new VectorReductionWriter(name, loop, type, describe, reductions, room);
        writer.accumulate();
        return writer.method.build();
    }

    /**
     * The terms of a block: those of a vector of lanes, row by row, so that the lanes never leave their registers. The bounds of the rows are constants, so that C2 unrolls
     * that loop.
     */
    private void accumulate() {
        for (Accumulator each : accumulators) {
            body.addStatement(
                    "$1L = $1L$Z.$2L($3L)",
                    each.lanes(),
                    each.method(),
                    body.value(each.store().value()));
        }
        compared.forEach(this::begin);
        switch (types.element()) {
            case FLOAT -> addFloats();
            case DOUBLE -> addDoubles();
        }
        for (Accumulator each : accumulators) {
            if (each.adds()) {
                total(each);
            } else {
                reduceLanes(each);
            }
        }
    }

    private void addBlockRows() {
        added.forEach(each -> zero(types.vector(), each.lanes(), types.species()));
        method.beginControlFlow("for (int $1L = 0; $1L < BLOCK; $1L += LANES)", VectorHead.ROW)
                .addStatement(
                        "int $L = $L + $L + $L", KernelScope.INDEX, KernelScope.FROM, VectorHead.LANE, VectorHead.ROW)
                .addCode(body.turn())
                .endControlFlow();
    }

    /** The lanes are widened, one half of a vector after the other. Two vectors of doubles hold all sums, or one, where a vector has as many doubles. */
    private void addFloats() {
        for (Accumulator each : added) {
            zero(VectorTypes.DOUBLE_VECTOR, each.low(), VectorTypes.DOUBLES);
            zero(VectorTypes.DOUBLE_VECTOR, each.high(), VectorTypes.DOUBLES);
        }
        method.beginControlFlow(
                "for (int $1L = 0; $1L < LANES; $1L += $2L.length())", VectorHead.LANE, VectorTypes.FLOATS);
        addBlockRows();
        if (!added.isEmpty()) {
            widen();
        }
        method.endControlFlow();
        for (Accumulator each : added) {
            method.addStatement("$L.intoArray($L, $L)", each.low(), VectorHead.RESULTS, each.sums())
                    .beginControlFlow("if ($L.length() < SUMS)", VectorTypes.DOUBLES)
                    .addStatement("$L.intoArray($L, $L)", each.high(), VectorHead.RESULTS, each.sums() + FEWEST_DOUBLES)
                    .endControlFlow();
        }
    }

    private void widen() {
        added.forEach(each -> add(each.low(), half(each.lanes(), 0)));
        method.beginControlFlow("if ($L.length() < SUMS)", VectorTypes.DOUBLES);
        added.forEach(each -> add(each.high(), half(each.lanes(), 1)));
        method.nextControlFlow("else");
        added.forEach(each -> add(each.low(), half(each.lanes(), 1)));
        method.endControlFlow();
    }

    /** Half of a vector of floats as doubles. */
    static CodeBlock half(String floats, int number) {
        return CodeBlock.of(
                "($T)$W$L.convertShape($T.F2D, $L, $L)",
                VectorTypes.DOUBLE_VECTOR,
                floats,
                VectorTypes.OPERATORS,
                VectorTypes.DOUBLES,
                number);
    }

    /** As many of the sums at a time as a vector has doubles. */
    private void addDoubles() {
        method.beginControlFlow(
                "for (int $1L = 0; $1L < SUMS; $1L += $2L.length())", VectorHead.PART, VectorTypes.DOUBLES);
        added.forEach(each -> zero(types.vector(), each.low(), types.species()));
        method.beginControlFlow("for (int $1L = $2L; $1L < LANES; $1L += SUMS)", VectorHead.LANE, VectorHead.PART);
        addBlockRows();
        added.forEach(each -> add(each.low(), CodeBlock.of("$L", each.lanes())));
        method.endControlFlow();
        for (Accumulator each : added) {
            method.addStatement(
                    "$L.intoArray($L, $L + $L)", each.low(), VectorHead.RESULTS, each.sums(), VectorHead.PART);
        }
        method.endControlFlow();
    }

    private void begin(Accumulator each) {
        broadcast(each.lanes(), each.kind() == ReductionKind.AMAX ? "NEGATIVE_INFINITY" : "POSITIVE_INFINITY");
    }

    private void zero(TypeName vector, String name, String species) {
        method.addStatement("$1T $2L = $1T.zero($3L)", vector, name, species);
    }

    private void broadcast(String name, String number) {
        method.addStatement(
                "$1T $2L = $1T.broadcast($3L, $4T.$5L)",
                types.vector(),
                name,
                types.species(),
                KernelWriter.element(types.element()).box(),
                number);
    }

    private void add(String vector, CodeBlock more) {
        method.addStatement("$1L = $1L$Z.add($2L)", vector, more);
    }

    private void total(Accumulator each) {
        method.addStatement("$1L[$2L] = total($1L, $3L)", VectorHead.RESULTS, each.result(), each.sums());
    }

    private void reduceLanes(Accumulator each) {
        method.addStatement(
                "$L[$L] = $L.reduceLanes($T.$L)",
                VectorHead.RESULTS,
                each.result(),
                each.lanes(),
                VectorTypes.OPERATORS,
                each.kind() == ReductionKind.AMAX ? "MAX" : "MIN");
    }
}
